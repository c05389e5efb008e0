#include "kiosk/ui/form_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kSide = 640;
constexpr float kSideGap = 40;
constexpr float kAgeRow = 96;

/// What is kept, by whom, for how long: on the same screen as the choice.
void draw_promise(Frame& frame, const Rect& rect, const app::ContactView& view) {
  const app::Text& say = frame.say;
  const Rect rest =
      column(frame.ui, rect, {.title = say("What is kept"), .icon = Icon::lock, .accent = Accent::good}).content;
  std::vector<Paragraph> promise;
  if (view.hub_takes) {
    promise.push_back({say.format("By {0}. Never shown on this screen.", view.kept_by)});
    if (view.form == app::Form::join) {
      promise.push_back({say("It is locked at once; only this place uses it, to tell you the date.")});
      promise.push_back(
          {say.plural("It is deleted {0} day after the date, and right away if you can’t come.",
                      "It is deleted {0} days after the date, and right away if you can’t come.", view.kept_days)});
    } else if (view.form == app::Form::offer) {
      promise.push_back({say("It is locked at once; an organization sees it only if you agree.")});
      promise.push_back({say.plural("It is deleted {0} day after your offer ends, and right away if you withdraw it.",
                                    "It is deleted {0} days after your offer ends, and right away if you withdraw it.",
                                    view.kept_days)});
    } else {
      promise.push_back({say("It is locked at once; only the organization that you answer can open it.")});
      promise.push_back(
          {say.plural("It is deleted {0} day after the date, and right away if you can’t come.",
                      "It is deleted {0} days after the date, and right away if you can’t come.", view.kept_days)});
    }
    promise.push_back({say.format("To see or erase it: {0}.", view.rights)});
  } else {
    promise = {{say("This place keeps no number and no address. Your code is enough: show it at the desk.")}};
  }
  if (frame.portrait()) {
    // Over the middle nothing scrolls: larger letters are as large as leaves all of it to be read.
    if (frame.ui.theme().text_scale > 1)
      for (Paragraph& each : promise) each.look.style = TextStyle::small_strong;
    draw_paragraphs(frame.ui, rest, promise);
  } else {
    scroll_paragraphs(frame, "contact.promise", rest, promise);
  }
}

Asked draw_ages(Frame& frame, Rect& rest, const app::ContactView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  const std::string under = say("Under 15");
  const std::string teen = say("15 to 17");
  const std::string adult = say("18 or over");
  const float height = std::max(kAgeRow, ui.theme().target());
  Rect row = rest.take_bottom(height, size::kTargetGap);
  const std::vector<Rect> places = columns(row, 3, size::kGap);
  const auto choice = [&](std::string_view id, const Rect& place, std::string_view label, AgeClass age) {
    return button(ui, id, place,
                  {.label = label, .icon_place = IconPlace::beside, .selected = view.age == age, .role = Role::choice});
  };
  Asked asked;
  if (choice("contact.under_15", places[0], under, AgeClass::under_15)) asked = app::TouchAge{AgeClass::under_15};
  if (choice("contact.15_to_17", places[1], teen, AgeClass::from_15_to_17))
    asked = app::TouchAge{AgeClass::from_15_to_17};
  if (choice("contact.adult", places[2], adult, AgeClass::adult)) asked = app::TouchAge{AgeClass::adult};
  const std::string question = view.age_missing ? say("First touch your age:") : say("My age, to leave a contact:");
  rest.take_bottom(text(ui, rest.take_bottom(ui.theme().line_height(TextStyle::body_strong)), question,
                        {.style = TextStyle::body_strong,
                         .color = view.age_missing ? ui.theme().accent(Accent::attention) : ui.palette().text,
                         .max_lines = 1,
                         .fit = Fit::shrink}) -
                       ui.theme().line_height(TextStyle::body_strong),
                   size::kGap);
  return asked;
}

}  // namespace

Asked draw_contact_screen(Frame& frame, const app::ContactView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Rect rest = frame.body;
  const std::string more = say("Who keeps it, and my rights");
  Asked asked = draw_step_actions(
      frame, rest, {.on_label = more, .on_fill = Accent::none, .on = app::Open{{.screen = app::Screen::privacy}}});
  // Over the middle of a portrait wall larger letters leave room for the promise alone.
  const bool crowded = frame.portrait() && ui.theme().text_scale > 1;
  draw_step_title(frame, rest, say("How can we reach you?"), view.step,
                  crowded ? std::string_view{} : std::string_view(view.answered));
  if (frame.portrait()) {
    draw_promise(frame, frame.ambient, view);
  } else {
    draw_promise(frame, rest.take_right(kSide, kSideGap), view);
  }
  if (view.hub_takes)
    if (Asked of_age = draw_ages(frame, rest, view)) asked = of_age;
  const std::string type_here = say("Type it here, hidden");
  const std::string none = say("No contact: I’ll come back with my code");
  const std::string why_not = view.may_leave ? std::string{} : say("Under 15: come to the desk with an adult.");
  const std::vector<Rect> places = rows(rest, view.hub_takes ? 2 : 1, size::kGap);
  if (view.hub_takes && button(ui, "contact.type", places[0],
                               {.label = type_here,
                                .icon = Icon::keyboard,
                                .icon_place = IconPlace::beside,
                                .selected = view.has_contact,
                                .disabled_because = why_not,
                                .role = Role::choice}))
    asked = app::TouchReach{app::ReachChoice::typed};
  if (button(ui, "contact.none", places.back(),
             {.label = none, .icon = Icon::confirmation_number, .icon_place = IconPlace::beside, .role = Role::choice}))
    asked = app::TouchReach{app::ReachChoice::none};
  return asked;
}

}  // namespace mur::kiosk
