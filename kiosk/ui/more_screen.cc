#include <fmt/format.h>

#include "kiosk/ui/form_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kRow = 96;

/// A question and its answers beside each other; returns the height used.
float draw_group(Frame& frame, const Rect& rect, const app::DetailGroup& group, std::size_t index, Asked& asked) {
  Ui& ui = frame.ui;
  Rect rest = rect;
  rest.take_top(text(ui, rest, group.question, {.style = TextStyle::body_strong, .max_lines = 1, .fit = Fit::shrink}),
                size::kTargetGap);
  const Rect row = rest.take_top(std::max(kRow, ui.theme().target()));
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
