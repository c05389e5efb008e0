#include <algorithm>

#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kBack = 300;
constexpr float kSide = 470;
constexpr float kSideGap = 40;
constexpr float kCode = 230;
constexpr float kCodeGap = 24;
constexpr float kUnderTitle = 26;
constexpr float kUnderFacts = 10;

/// Who, when, where, how much: the facts that everyone looks for, in words.
float draw_facts(Frame& frame, const Rect& rect, const app::EventView& view) {
  Ui& ui = frame.ui;
  Rect rest = rect;
  const auto used = [&](float height) { rest.take_top(height); };
  used(badged_title(ui, rest,
                    {.title = view.title,
                     .badges = badges_of(view.tags),
                     .style = frame.portrait() ? TextStyle::headline : TextStyle::title,
                     .strike = view.struck ? Strike::yes : Strike::no,
                     .max_lines = 3}));
  used(text(ui, rest, view.by, {.style = TextStyle::paragraph, .color = ui.palette().muted, .max_lines = 1}) +
       kUnderTitle);
  used(draw_fact(ui, rest, {.icon = Icon::schedule, .words = view.when, .note = view.repeats}));
  if (!view.moved_from.empty()) used(draw_fact(ui, rest, {.icon = Icon::warning, .words = view.moved_from}));
  if (!view.place.empty() || !view.place_note.empty())
    used(draw_fact(ui, rest, {.icon = Icon::place, .words = view.place, .note = view.place_note}));
  if (!view.price.empty()) used(draw_fact(ui, rest, {.icon = Icon::euro_symbol, .words = view.price}));
  if (!view.access.empty()) {
    const std::string words = frame.say("Access");
    used(draw_fact(ui, rest, {.icon = Icon::accessible, .words = words, .badges = badges_of(view.access)}));
  }
  return rest.y - rect.y;
}

float draw_description(Frame& frame, const Rect& rect, const app::EventView& view) {
  Ui& ui = frame.ui;
  Rect rest = rect;
  if (!view.description.empty())
    rest.take_top(text(ui, rest, view.description, {.style = TextStyle::paragraph}), size::kGap);
  rest.take_top(text(ui, rest, view.updated, {.style = TextStyle::small, .color = ui.palette().muted, .max_lines = 2}));
  return rest.y - rect.y;
}

/// The code that takes it along in one's own calendar.
void draw_code(Frame& frame, Rect rect, const app::EventView& view) {
  const Rect drawn = qr_code(frame.ui, rect.take_left(rect.h, kCodeGap), view.calendar_code);
  if (!drawn.empty())
    text(frame.ui, rect, frame.say("Aim at this code to add it to your calendar"),
         {.style = TextStyle::small, .valign = VAlign::middle, .max_lines = 5, .fit = Fit::shrink});
}

/// The needs tied to it, and in landscape the code.
Asked draw_side(Frame& frame, const Rect& rect, const app::EventView& view) {
  Ui& ui = frame.ui;
  Asked asked;
  Rect content;
  if (view.needs.empty()) {
    panel(ui, rect);
    content = rect.inset(kCodeGap);
  } else {
    content = column(ui, rect, {.title = frame.say("To help"), .icon = Icon::pan_tool, .accent = Accent::need}).content;
  }
  if (!frame.portrait() && !view.calendar_code.empty())
    draw_code(frame, content.take_bottom(std::min(kCode, content.h), kCodeGap), view);
  std::vector<Card> cards;
  for (const app::CardView& each : view.needs) cards.push_back(need_card(each));
  const CardList list = card_list(ui, "event.need", content, cards);
  if (list.tapped) asked = app::Open{view.needs[*list.tapped].opens};
  return asked;
}

Asked draw_actions(Frame& frame, Rect rect, const app::EventView& view) {
  Asked asked;
  const std::string back = frame.say("Back");
  const std::string help = frame.say("I want to help");
  if (button(frame.ui, "event.back", rect.take_left(kBack, size::kGap), back_button(back))) asked = app::GoBack{};
  if (!view.needs.empty() &&
      button(frame.ui, "event.help", rect, {.label = help, .fill = Accent::need, .style = TextStyle::action}))
    asked = view.needs.size() == 1 ? app::Open{view.needs.front().opens} : app::Open{{.screen = app::Screen::needs}};
  return asked;
}

}  // namespace

Asked draw_event_screen(Frame& frame, const app::EventView& view) {
  Ui& ui = frame.ui;
  Rect rest = frame.body;
  Asked asked = draw_actions(frame, rest.take_bottom(size::kActions, size::kActionsGap), view);
  const bool has_side = !view.needs.empty() || (!frame.portrait() && !view.calendar_code.empty());
  Rect side;
  if (has_side) side = rest.take_right(kSide, frame.portrait() ? size::kGap : kSideGap);
  const std::string next = frame.say("Next");
  const std::string previous = frame.say("Previous");
  if (frame.portrait()) {
    Rect above = frame.ambient;
    above.take_top(draw_facts(frame, above, view));
    // A phone reaches the code there, no finger has to; larger letters may leave no room for it.
    if (!view.calendar_code.empty() && above.h >= kCode) draw_code(frame, above.take_bottom(kCode), view);
  }
  scroll_area(ui, "event.text", rest, scroll_labels(next, previous), [&](const Rect& content) {
    Rect at = endless(content);
    if (!frame.portrait()) at.y += draw_facts(frame, at, view) + kUnderFacts;
    at.y += draw_description(frame, at, view);
    return at.y - content.y;
  });
  if (has_side)
    if (Asked of_side = draw_side(frame, side, view)) asked = of_side;
  return asked;
}

}  // namespace mur::kiosk
