#include <algorithm>
#include <cmath>

#include "kiosk/ui/form_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kLineGap = 12;

std::string contact_words(const app::ReviewView& view, const app::Text& say) {
  switch (view.contact) {
    case ContactKind::none: return say("none: you come back with your code");
    case ContactKind::phone: return say("a phone number, locked");
    case ContactKind::email: return say("an e-mail address, locked");
  }
  return {};
}

/// What becomes of it once it is sent, or that it could not be.
std::string promise_words(const app::ReviewView& view, const app::Text& say) {
  const bool offer = view.form == app::Form::offer;
  if (view.not_kept)
    return offer ? say("This screen could not keep your offer. Please tell the desk.")
                 : say("This screen could not keep your answer. Please tell the desk.");
  if (!offer)
    return view.organization.empty()
               ? say("Nothing of it is shown on the wall.")
               : say.format("Nothing of it is shown on the wall. {0} reads it and answers.", view.organization);
  return say.plural("Someone here reads it within {0} hour before it is on the wall.",
                    "Someone here reads it within {0} hours before it is on the wall.", view.review_hours);
}

std::vector<AnswerLine> lines_of(const app::ReviewView& view, const app::Text& say) {
  const bool offer = view.form == app::Form::offer;
  const bool named = !view.first_name.empty();
  return {{"review.what", offer ? say("I propose") : say("I help with"), view.what, say("Change"),
           offer ? app::Screen::offer_what : app::Screen::need},
          {"review.when", say("When"), view.when, say("Change"), view.when_step},
          {"review.contact", say("Contact"), contact_words(view, say), say("Change"), app::Screen::contact},
          {"review.name", say("First name, if you like"), named ? view.first_name : say("none"),
           named ? say("Change") : say("Add"), app::Screen::first_name}};
}

}  // namespace

Asked draw_review_screen(Frame& frame, const app::ReviewView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Rect rest = frame.body;
  const std::string send = say("Send");
  const std::string sending = view.sending ? say("It is on its way…") : std::string{};
  Asked asked = draw_step_actions(
      frame, rest, {.on_label = send, .on_fill = Accent::good, .on_disabled_because = sending, .on = app::Send{}});
  draw_step_title(frame, rest, say("Is that right?"), view.step, promise_words(view, say));
  draw_over_step(frame);
  const bool callable = view.form == app::Form::offer && view.contact != ContactKind::none;
  const std::vector<AnswerLine> lines = lines_of(view, say);
  const std::string may_call = say("Organizations of this place may call me");
  const float words = ui.theme().line_height(TextStyle::small) + ui.theme().line_height(TextStyle::lead_strong);
  const float least = std::max(ui.theme().target(), words) + 2 * size::kTargetGap;
  const auto count = static_cast<float>(std::size(lines) + (callable ? 1 : 0));
  const float height = std::max(least, std::floor((rest.h - (count - 1) * kLineGap) / count));
  const std::string next = say("Next");
  const std::string previous = say("Previous");
  scroll_area(ui, "review.lines", rest, scroll_labels(next, previous), [&](const Rect& content) {
    Rect place{content.x, content.y, content.w, height};
    for (const AnswerLine& line : lines) {
      if (Asked of_line = draw_answer_line(frame, place, line)) asked = of_line;
      place.y += height + kLineGap;
    }
    if (!callable) return place.y - kLineGap - content.y;
    if (button(ui, "review.may_call", place,
               {.label = may_call,
                .icon = view.may_be_called ? Icon::none : Icon::phone,
                .icon_place = IconPlace::beside,
                .selected = view.may_be_called,
                .role = Role::choice}))
      asked = app::ToggleMayBeCalled{};
    return place.bottom() - content.y;
  });
  return asked;
}

}  // namespace mur::kiosk
