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
  if (view.form == app::Form::join && !view.not_kept)
    return say("Nothing of it is shown on the wall but one more person.");
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
  const bool join = view.form == app::Form::join;
  std::vector<AnswerLine> lines{{"review.what",
                                 offer  ? say("I propose")
                                 : join ? say("I would come, too")
                                        : say("I help with"),
                                 view.what, say("Change"),
                                 offer  ? app::Screen::offer_what
                                 : join ? app::Screen::offer
                                        : app::Screen::need}};
  if (!join || !view.when.empty())
    lines.push_back({"review.when", say("When"), view.when, say("Change"), view.when_step});
  lines.push_back({"review.contact", say("Contact"), contact_words(view, say), say("Change"), app::Screen::contact});
  lines.push_back({"review.name", say("First name, if you like"), named ? view.first_name : say("none"),
                   named ? say("Change") : say("Add"), app::Screen::first_name});
  if (offer)
    lines.push_back({"review.more", say("More about it, if you like"),
                     view.more.empty() ? say("nothing more") : view.more,
                     view.more.empty() ? say("Add") : say("Change"), app::Screen::offer_more});
  return lines;
}

/// « Les associations du lieu peuvent m'appeler », « d'autres peuvent s'y joindre ».
struct Tick {
  std::string_view id;
  std::string label;
  Icon icon;
  bool ticked;
  app::Action ask;
};

std::vector<Tick> ticks_of(const app::ReviewView& view, const app::Text& say) {
  std::vector<Tick> ticks;
  if (view.form != app::Form::offer) return ticks;
  if (view.may_be_idea)
    ticks.push_back(
        {"review.idea", say("I start a group: others may join"), Icon::person, view.idea, app::ToggleIdea{}});
  if (view.contact != ContactKind::none)
    ticks.push_back({"review.may_call", say("Organizations of this place may call me"), Icon::phone, view.may_be_called,
                     app::ToggleMayBeCalled{}});
  return ticks;
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
  const std::vector<Tick> ticks = ticks_of(view, say);
  const std::vector<AnswerLine> lines = lines_of(view, say);
  const float words = ui.theme().line_height(TextStyle::small) + ui.theme().line_height(TextStyle::lead_strong);
  const float least = std::max(ui.theme().target(), words) + 2 * size::kTargetGap;
  const auto count = static_cast<float>(lines.size() + ticks.size());
  const float height = std::max(least, std::floor((rest.h - (count - 1) * kLineGap) / count));
  const std::string next = say("Next");
  const std::string previous = say("Previous");
  scroll_area(ui, "review.lines", rest, scroll_labels(next, previous), [&](const Rect& content) {
    Rect place{content.x, content.y, content.w, height};
    for (const AnswerLine& line : lines) {
      if (Asked of_line = draw_answer_line(frame, place, line)) asked = of_line;
      place.y += height + kLineGap;
    }
    for (const Tick& tick : ticks) {
      if (button(ui, tick.id, place,
                 {.label = tick.label,
                  .icon = tick.ticked ? Icon::none : tick.icon,
                  .icon_place = IconPlace::beside,
                  .selected = tick.ticked,
                  .role = Role::choice}))
        asked = tick.ask;
      place.y += height + kLineGap;
    }
    return place.y - kLineGap - content.y;
  });
  return asked;
}

}  // namespace mur::kiosk
