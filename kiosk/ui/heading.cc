#include "kiosk/ui/heading.h"

#include <algorithm>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/text.h"

namespace mur::kiosk {
namespace {

using namespace size::in_heading;

}  // namespace

float progress_steps_width(Ui& ui, const Steps& steps) {
  return static_cast<float>(steps.of) * (kBarWidth + kBarGap) + text_width(ui, steps.label, TextStyle::small);
}

void progress_steps(Ui& ui, const Rect& rect, const Steps& steps) {
  Rect rest = rect;
  text(ui, rest.take_right(text_width(ui, steps.label, TextStyle::small), kBarGap), steps.label,
       {.style = TextStyle::small, .color = ui.palette().muted, .valign = VAlign::middle, .max_lines = 1});
  for (int i = steps.of; i >= 1; --i) {
    const Rect bar = rest.take_right(kBarWidth, kBarGap).centered(kBarWidth, kBarHeight);
    fill(ui, bar, i <= steps.at ? ui.theme().accent(Accent::offer) : ui.palette().raised, kBarHeight / 2);
  }
}

float screen_title(Ui& ui, const Rect& rect, std::string_view title, const Steps* steps) {
  Rect rest = rect;
  const float line = ui.theme().line_height(TextStyle::title);
  float beside = 0;
  if (steps != nullptr) {
    const float width = progress_steps_width(ui, *steps);
    const bool fits = text_width(ui, title, TextStyle::title) + kTitleGap + width <= rect.w;
    if (fits) {
      Rect place = rest.take_right(width, kTitleGap);
      progress_steps(ui, place.take_top(line), *steps);
    } else {
      beside = ui.theme().line_height(TextStyle::small);
      progress_steps(ui, rest.take_top(beside), *steps);
    }
  }
  return beside + text(ui, rest, title, {.style = TextStyle::title, .max_lines = 2});
}

}  // namespace mur::kiosk
