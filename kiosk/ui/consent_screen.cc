#include <algorithm>

#include "kiosk/ui/form_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kBack = 300;

constexpr float kChoice = 130;

/// The question stands alone on its screen, in large letters.
void draw_question(Frame& frame, Rect rest, const app::ConsentView& view) {
  Ui& ui = frame.ui;
  const std::string question = frame.say.format("May {0} know how to reach you?", view.organization);
  Rect& place = frame.portrait() ? frame.ambient : rest;
  if (view.of_ticket)
    place.take_top(screen_title(ui, place, question), size::kGap);
  else
    draw_step_title(frame, rest, question, view.step);
  take_text(ui, place, view.why,
            {.style = ui.theme().text_scale > 1 ? TextStyle::body : TextStyle::lead, .max_lines = 8}, 0);
}

}  // namespace

Asked draw_consent_screen(Frame& frame, const app::ConsentView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Rect rest = frame.body;
  Asked asked;
  if (view.of_ticket) {
    Rect row = rest.take_bottom(size::kActions, size::kActionsGap);
    const std::string back = say("Back");
    if (button(ui, "consent.back", row.take_left(kBack, size::kGap), back_button(back))) asked = app::GoBack{};
  } else {
    asked = draw_step_actions(frame, rest, {});
  }
  // The choices have their room first; the words take what is left.
  const Rect choices = rest.take_bottom(2 * std::max(kChoice, ui.theme().target()) + size::kGap, size::kColumnGap);
  draw_question(frame, rest, view);
  const std::string yes = say("Yes, I agree to that");
  const std::string no = view.of_ticket ? say("No, not that way") : say("No: I leave no contact");
  const std::vector<Rect> places = rows(choices, 2, size::kGap);
  if (button(ui, "consent.yes", places[0],
             {.label = yes, .icon = Icon::check, .icon_place = IconPlace::beside, .role = Role::choice}))
    asked = app::GiveConsent{true};
  if (button(ui, "consent.no", places[1],
             {.label = no, .icon = Icon::block, .icon_place = IconPlace::beside, .role = Role::choice}))
    asked = app::GiveConsent{false};
  return asked;
}

}  // namespace mur::kiosk
