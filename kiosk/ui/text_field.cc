#include "kiosk/ui/text_field.h"

#include <algorithm>
#include <string>

#include "kiosk/ui/code_points.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/text.h"

namespace mur::kiosk {
namespace {

using namespace size::in_text_field;

constexpr std::string_view kBullet = "•";

std::string masked(std::string_view value) {
  std::string bullets;
  for (std::size_t i = 0; i < code_points(value).size(); ++i) bullets += kBullet;
  return bullets;
}

/// The longest end that fits.
std::string_view fitting_end(Ui& ui, std::string_view value, float width) {
  float used = 0;
  std::size_t from = value.size();
  const std::vector<CodePoint> points = code_points(value);
  for (auto point = points.rbegin(); point != points.rend(); ++point) {
    used += text_width(ui, point->bytes, TextStyle::field);
    if (used > width) break;
    from = static_cast<std::size_t>(point->bytes.data() - value.data());
  }
  return value.substr(from);
}

}  // namespace

void text_field(Ui& ui, const Rect& rect, const TextField& field) {
  const Palette& colors = ui.palette();
  fill(ui, rect, colors.bar, size::kFieldRadius);
  outline(ui, rect, field.focused ? ui.theme().accent(Accent::offer) : colors.edge,
          field.focused ? size::kFieldEdge : size::kEdge, size::kFieldRadius);
  const Rect inside = rect.inset(kPadding, 0);
  const std::string value = field.mask == Mask::hidden ? masked(field.value) : std::string(field.value);
  const float room = inside.w - kCaretGap - size::kCaret;
  const std::string_view shown = fitting_end(ui, value, room);
  TextLook look{.style = TextStyle::field, .valign = VAlign::middle, .max_lines = 1};
  text(ui, inside, shown, look);
  const float end = inside.x + text_width(ui, shown, TextStyle::field) + kCaretGap;
  if (field.focused) {
    const Rect caret =
        Rect{end, inside.y, size::kCaret, inside.h}.centered(size::kCaret, ui.theme().line_height(TextStyle::field));
    fill(ui, caret, ui.theme().accent(Accent::attention));
  }
  if (value.empty() && !field.hint.empty()) {
    look.color = colors.past;
    look.fit = Fit::shrink;
    Rect beside = inside;
    beside.take_left(2 * size::kCaret + kCaretGap);
    text(ui, beside, field.hint, look);
  }
}

bool text_field(Ui& ui, std::string_view id, const Rect& rect, std::string_view label, const TextField& field) {
  const Touch touch = ui.touch(id, rect, {.label = label, .role = Role::button, .selected = field.focused});
  text_field(ui, rect, field);
  if (touch.pressed) ring(ui, rect, size::kFieldRadius);
  return touch.tapped;
}

}  // namespace mur::kiosk
