#include "kiosk/ui/form_parts.h"

#include <algorithm>

namespace mur::kiosk {

namespace {

constexpr float kBack = 300;
constexpr float kLeave = 460;
constexpr float kLeaveNarrow = 340;
constexpr float kChange = 300;
constexpr float kChangeNarrow = 250;
constexpr float kLabelGap = 4;

}  // namespace

void draw_step_title(Frame& frame, Rect& rest, std::string_view question, const app::StepView& step,
                     std::string_view answered) {
  Ui& ui = frame.ui;
  const std::string label = frame.say.format("step {0} of {1}", step.at, step.of);
  const Steps steps{.at = step.at, .of = step.of, .label = label};
  Rect& place = frame.portrait() ? frame.ambient : rest;
  place.take_top(screen_title(ui, place, question, &steps), answered.empty() ? size::kGap : 0);
  if (!answered.empty())
    place.take_top(
        text(ui, place, answered, {.style = TextStyle::paragraph, .color = ui.palette().muted, .max_lines = 2}),
        size::kGap);
}

void draw_over_step(Frame& frame) {
  if (frame.portrait()) draw_headline(frame.ui, frame.ambient, frame.headline, VAlign::middle);
}

Asked draw_answer_line(Frame& frame, const Rect& rect, const AnswerLine& line) {
  Ui& ui = frame.ui;
  fill(ui, rect, ui.palette().column, size::kCardRadius);
  Rect rest = rect.inset(size::kGap, size::kTargetGap);
  const Rect place = rest.take_right(frame.portrait() ? kChangeNarrow : kChange, size::kGap);
  const float label = ui.theme().line_height(TextStyle::small);
  const TextLook strong{.style = TextStyle::lead_strong, .max_lines = line.max_lines, .fit = Fit::shrink};
  const float words = text_height(ui, rest.w, line.words, strong);
  Rect lines = rest.centered(rest.w, std::min(rest.h, label + kLabelGap + words));
  lines.take_top(text(ui, lines, line.label, {.style = TextStyle::small, .color = ui.palette().muted, .max_lines = 1}),
                 kLabelGap);
  text(ui, lines, line.words, strong);
  if (button(ui, line.id, place, {.label = line.change, .icon = Icon::edit, .icon_place = IconPlace::beside}))
    return app::Change{line.step};
  return std::nullopt;
}

Asked draw_step_actions(Frame& frame, Rect& rest, const StepActions& actions) {
  Ui& ui = frame.ui;
  Asked asked;
  Rect row = rest.take_bottom(size::kActions, size::kActionsGap);
  const std::string back = frame.say("Back");
  const std::string leave = frame.say("Erase and leave");
  if (button(ui, "form.back", row.take_left(frame.portrait() ? kBack - size::kMargin : kBack, size::kGap),
             back_button(back)))
    asked = app::GoBack{};
  if (button(ui, "form.leave", row.take_right(frame.portrait() ? kLeaveNarrow : kLeave, size::kGap),
             {.label = leave, .icon = Icon::close}))
    asked = app::Leave{};
  if (!actions.on_label.empty() && button(ui, "form.on", row,
                                          {.label = actions.on_label,
                                           .fill = actions.on_fill,
                                           .style = TextStyle::action,
                                           .disabled_because = actions.on_disabled_because}))
    asked = actions.on;
  return asked;
}

}  // namespace mur::kiosk
