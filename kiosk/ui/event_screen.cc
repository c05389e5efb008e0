#include <algorithm>

#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kBack = 300;
constexpr float kSide = 520;
constexpr float kSideGap = 40;
constexpr float kUnderTitle = 26;
constexpr float kUnderFacts = 10;
constexpr float kUpdatedIconGap = 14;

// The code: 57 modules and the quiet zone, 4u each at least (kiosk/app/event_view.cc); larger where there is room.
constexpr float kCode = 4 * (57 + 2 * size::kQuietZone);
constexpr float kLargeCode = 6 * (57 + 2 * size::kQuietZone);
constexpr float kCodeGap = 24;

TextLook quiet(const Ui& ui, TextStyle style, int lines) {
  return {.style = style, .color = ui.palette().muted, .max_lines = lines};
}

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
  used(text(ui, rest, view.by, quiet(ui, TextStyle::paragraph, 2)) + kUnderTitle);
  used(draw_fact(ui, rest,
                 {.icon = Icon::schedule, .words = view.when, .note = view.repeats, .second_note = view.then}));
  if (!view.moved_from.empty())
    used(draw_fact(ui, rest, {.icon = Icon::warning, .words = view.moved_from, .accent = Accent::attention}));
  if (!view.place.empty())
    used(draw_fact(ui, rest,
                   {.icon = Icon::place, .words = view.place, .tail = view.place_tail, .note = view.place_note}));
  if (!view.online.empty())
    used(draw_fact(ui, rest, {.icon = Icon::language, .words = view.online, .note = view.online_note}));
  if (!view.price.empty()) used(draw_fact(ui, rest, {.icon = Icon::euro_symbol, .words = view.price}));
  used(draw_access(ui, rest, view.access, view.access_unknown));
  return rest.y - rect.y;
}

/// How fresh it is; a calendar that is silent says so with an icon and its word.
float draw_updated(Frame& frame, const Rect& rect, const app::EventView& view) {
  Ui& ui = frame.ui;
  if (view.updated_tone == app::Tone::quiet) return text(ui, rect, view.updated, quiet(ui, TextStyle::small, 2));
  Rect rest = rect;
  const Color ink = ui.theme().accent(accent_of(view.updated_tone));
  const float line = ui.theme().line_height(TextStyle::small_strong);
  const Rect mark = rest.take_left(size_of(IconSize::line), kUpdatedIconGap);
  icon(ui, {mark.center().x, mark.y + line / 2}, Icon::error_outline, IconSize::line, ink);
  return text(ui, rest, view.updated, {.style = TextStyle::small_strong, .color = ink, .max_lines = 3});
}

float draw_description(Frame& frame, const Rect& rect, const app::EventView& view) {
  Rect rest = rect;
  if (!view.description.empty())
    rest.take_top(text(frame.ui, rest, view.description, {.style = TextStyle::paragraph}), size::kGap);
  rest.take_top(draw_updated(frame, rest, view));
  return rest.y - rect.y;
}

/// The code that takes it along in one's own calendar, and a sentence beside it that says so.
void draw_code_beside(Frame& frame, Rect rect, const app::EventView& view) {
  const Rect drawn = qr_code(frame.ui, rect.take_left(rect.h, kCodeGap), view.calendar_code, QrLevel::low);
  if (!drawn.empty())
    text(frame.ui, rect, frame.say("Aim at this code to add it to your calendar"),
         {.style = TextStyle::small, .valign = VAlign::middle, .max_lines = 6, .fit = Fit::shrink});
}

/// The same alone in a column, as large as it gets, with its sentence under it.
void draw_code_alone(Frame& frame, const Rect& rect, const app::EventView& view) {
  Ui& ui = frame.ui;
  const std::string words = frame.say("Aim at this code to add it to your calendar");
  const TextLook look{.style = TextStyle::body, .align = Align::center, .max_lines = 4, .fit = Fit::shrink};
  const float under = text_height(ui, rect.w, words, look);
  const float side = std::min({kLargeCode, rect.w, rect.h - under - kCodeGap});
  Rect rest = rect.centered(rect.w, std::min(rect.h, side + kCodeGap + under));
  const Rect drawn = qr_code(ui, rest.take_top(side, kCodeGap), view.calendar_code, QrLevel::low);
  if (!drawn.empty()) text(ui, rest, words, look);
}

/// The needs tied to it, and in landscape the code.
Asked draw_side(Frame& frame, const Rect& rect, const app::EventView& view) {
  Ui& ui = frame.ui;
  Asked asked;
  const bool code = !frame.portrait() && !view.calendar_code.empty();
  if (view.needs.empty()) {
    panel(ui, rect);
    if (code) draw_code_alone(frame, rect.inset(size::in_card::kColumnX, size::in_card::kColumnY), view);
    return asked;
  }
  Rect content =
      column(ui, rect, {.title = frame.say("To help"), .icon = Icon::pan_tool, .accent = Accent::need}).content;
  if (code && content.h > kCode) draw_code_beside(frame, content.take_bottom(kCode, kCodeGap), view);
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
    if (!view.calendar_code.empty() && above.h >= kCode) draw_code_beside(frame, above.take_bottom(kCode), view);
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
