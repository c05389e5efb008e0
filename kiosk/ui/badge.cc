#include "kiosk/ui/badge.h"

#include "kiosk/ui/paint.h"

namespace mur::kiosk {
namespace {

using namespace size::in_badge;

TextLook look_of(const Ui& ui, const BadgedTitle& title) {
  return {.style = title.style,
          .color = title.strike == Strike::yes ? ui.palette().muted : ui.palette().text,
          .max_lines = title.max_lines,
          .strike = title.strike};
}

/// Puts the badges after the title's end, line by line; calls `place(badge, x, row)` with rows counted from the title's
/// last line. Returns how many rows were added.
template <class Place>
int flow(Ui& ui, float width, const BadgedTitle& title, float x, Place place) {
  int row = 0;
  for (const Badge& each : title.badges) {
    const float wide = badge_width(ui, each);
    const float at = x > 0 ? x + kGap : 0;
    if (x > 0 && at + wide > width) {
      ++row;
      place(each, 0.F, row);
      x = wide;
    } else {
      place(each, at, row);
      x = at + wide;
    }
  }
  return row;
}

float badge_row(Ui& ui) { return badge_height(ui) + kGap / 2; }

}  // namespace

float badge_width(Ui& ui, const Badge& badge) {
  return text_width(ui, badge.text, TextStyle::small_strong) + 2 * kPadding;
}

float badge_height(Ui& ui) { return ui.theme().line_height(TextStyle::small_strong) + 2 * kAround; }

float badge(Ui& ui, Point left_middle, const Badge& badge) {
  const Palette& colors = ui.palette();
  const float height = badge_height(ui);
  const Rect box{left_middle.x, left_middle.y - height / 2, badge_width(ui, badge), height};
  if (badge.accent == Accent::none) {
    fill(ui, box, colors.raised, size::kTagRadius);
  } else {
    outline(ui, box, ui.theme().accent(badge.accent), size::kTagEdge, size::kTagRadius);
  }
  text(ui, box, badge.text,
       {.style = TextStyle::small_strong,
        .color = ui.theme().accent(badge.accent),
        .align = Align::center,
        .valign = VAlign::middle,
        .max_lines = 1});
  return box.w;
}

float badged_title(Ui& ui, const Rect& box, const BadgedTitle& title) {
  const TextLook look = look_of(ui, title);
  const float height = text(ui, box, title.title, look);
  const TextEnd end = text_end(ui, box.w, title.title, look);
  const float line = ui.theme().line_height(title.style);
  const float last_middle = box.y + height - line / 2;
  const int rows = flow(ui, box.w, title, end.last_width, [&](const Badge& each, float x, int row) {
    const float below = line / 2 + (static_cast<float>(row) - 0.5F) * badge_row(ui);
    badge(ui, {box.x + x, row == 0 ? last_middle : last_middle + below}, each);
  });
  return height + static_cast<float>(rows) * badge_row(ui);
}

float badged_title_height(Ui& ui, float width, const BadgedTitle& title) {
  const TextLook look = look_of(ui, title);
  const TextEnd end = text_end(ui, width, title.title, look);
  const int rows = flow(ui, width, title, end.last_width, [](const Badge&, float, int) {});
  return static_cast<float>(end.lines) * ui.theme().line_height(title.style) + static_cast<float>(rows) * badge_row(ui);
}

}  // namespace mur::kiosk
