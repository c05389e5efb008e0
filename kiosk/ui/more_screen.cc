#include <fmt/format.h>

#include <algorithm>

#include "kiosk/ui/form_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kRow = 96;
constexpr float kQuestion = 380;

/// A question and its answers beside each other: on one line with it where there is room. Returns the height used.
float draw_group(Frame& frame, const Rect& rect, const app::DetailGroup& group, std::size_t index, Asked& asked) {
  Ui& ui = frame.ui;
  Rect rest = rect;
  const float height = std::max(kRow, ui.theme().target());
  const bool on_one_line = !frame.portrait() && ui.theme().text_scale <= 1;
  Rect row;
  if (on_one_line) {
    row = rest.take_top(height);
    text(ui, row.take_left(kQuestion, size::kGap), group.question,
         {.style = TextStyle::body_strong, .valign = VAlign::middle, .max_lines = 2, .fit = Fit::shrink});
  } else {
    rest.take_top(text(ui, rest, group.question, {.style = TextStyle::body_strong, .max_lines = 1, .fit = Fit::shrink}),
                  size::kTargetGap);
    row = rest.take_top(height);
  }
  const std::vector<Rect> places = columns(row, static_cast<int>(group.answers.size()), size::kTargetGap);
  for (std::size_t i = 0; i < group.answers.size(); ++i) {
    const app::DetailView& answer = group.answers[i];
    if (button(
            ui, fmt::format("more.{}.{}", index, i), places[i],
            {.label = answer.name, .icon_place = IconPlace::beside, .selected = answer.selected, .role = Role::choice}))
      asked = app::TouchDetail{answer.detail};
  }
  return rest.y - rect.y;
}

}  // namespace

Asked draw_more_screen(Frame& frame, const app::MoreView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Rect rest = frame.body;
  const std::string on = say("Continue");
  Asked asked = draw_step_actions(frame, rest, {.on_label = on, .on = app::Review{}});
  draw_step_title(frame, rest, say("More about it, if you like"), view.step, view.offer);
  draw_over_step(frame);
  const std::string next = say("Next");
  const std::string previous = say("Previous");
  scroll_area(ui, "more.groups", rest, scroll_labels(next, previous), [&](const Rect& content) {
    Rect at = endless(content);
    for (std::size_t i = 0; i < view.groups.size(); ++i)
      at.take_top(draw_group(frame, at, view.groups[i], i, asked), i + 1 < view.groups.size() ? size::kGap : 0);
    return at.y - content.y;
  });
  return asked;
}

}  // namespace mur::kiosk
