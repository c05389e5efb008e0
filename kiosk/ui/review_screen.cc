#include <algorithm>
#include <cmath>

#include "kiosk/ui/form_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kLineGap = 8;

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
  return lines;
}

/// What an offer may say besides: more of it, that others may join, that its author may be called.
struct Choice {
  std::string_view id;
  std::string label;
  Icon icon;
  bool ticked;
  app::Action ask;
};

std::vector<Choice> choices_of(const app::ReviewView& view, const app::Text& say) {
  std::vector<Choice> choices;
  if (view.form != app::Form::offer) return choices;
  choices.push_back({"review.more", say("More about it, if you like"), Icon::edit, view.says_more,
                     app::Change{app::Screen::offer_more}});
  if (view.may_be_idea)
    choices.push_back(
        {"review.idea", say("I start a group: others may join"), Icon::handshake, view.idea, app::ToggleIdea{}});
  if (view.contact != ContactKind::none)
    choices.push_back({"review.may_call", say("Organizations of this place may call me"), Icon::phone,
                       view.may_be_called, app::ToggleMayBeCalled{}});
  return choices;
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
  const std::vector<Choice> choices = choices_of(view, say);
  const std::vector<AnswerLine> lines = lines_of(view, say);
  const float words = ui.theme().line_height(TextStyle::small) + ui.theme().line_height(TextStyle::lead_strong);
  const float least = std::max(ui.theme().target(), words) + 2 * size::kTargetGap;
  // Beside each other where there is room, so that nothing of it is below « Suite ».
  const bool stacked = frame.portrait() || ui.theme().text_scale > 1;
  const std::size_t below = stacked ? choices.size() : std::min<std::size_t>(choices.size(), 1);
  const auto count = static_cast<float>(lines.size() + below);
  const float height = std::max(least, std::floor((rest.h - (count - 1) * kLineGap) / count));
  const std::string next = say("Next");
  const std::string previous = say("Previous");
  scroll_area(ui, "review.lines", rest, scroll_labels(next, previous), [&](const Rect& content) {
    Rect place{content.x, content.y, content.w, height};
    for (const AnswerLine& line : lines) {
      if (Asked of_line = draw_answer_line(frame, place, line)) asked = of_line;
      place.y += height + kLineGap;
    }
    if (choices.empty()) return place.y - kLineGap - content.y;
    const int across = static_cast<int>(choices.size());
    place.h = static_cast<float>(below) * (height + kLineGap) - kLineGap;
    const std::vector<Rect> places = stacked ? rows(place, across, kLineGap) : columns(place, across, kLineGap);
    for (std::size_t i = 0; i < choices.size(); ++i) {
      const Choice& choice = choices[i];
      if (button(ui, choice.id, places[i],
                 {.label = choice.label,
                  .icon = choice.ticked ? Icon::none : choice.icon,
                  .icon_place = IconPlace::beside,
                  .selected = choice.ticked,
                  .role = Role::choice}))
        asked = choice.ask;
    }
    return place.bottom() - content.y;
  });
  return asked;
}

}  // namespace mur::kiosk
