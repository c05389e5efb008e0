#include <algorithm>
#include <span>

#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kBack = 300;
constexpr float kSide = 520;
constexpr float kSideGap = 40;
constexpr float kUnderTitle = 26;
constexpr float kUnderFacts = 10;
constexpr float kUpdatedIconGap = 14;

// The code: 61 modules and the quiet zone, 4u each at least (kiosk/app/event_view.cc); larger where there is room.
constexpr float kCode = 4 * (61 + 2 * size::kQuietZone);
constexpr float kLargeCode = 6 * (61 + 2 * size::kQuietZone);
constexpr float kCodeGap = 24;

TextLook quiet(const Ui& ui, TextStyle style, int lines) {
  return {.style = style, .color = ui.palette().muted, .max_lines = lines};
}

/// What and who. In portrait as large as across the room, where that leaves room for the rest.
float draw_head(Frame& frame, const Rect& rect, const app::EventView& view) {
  constexpr int kHeadlineLines = 3;
  constexpr int kTitleLines = 4;
  Ui& ui = frame.ui;
  Rect rest = rect;
  const TextEnd large = text_end(ui, rect.w, view.title, {.style = TextStyle::headline});
  const bool headline = frame.portrait() && large.lines <= kHeadlineLines;
  rest.take_top(badged_title(ui, rest,
                             {.title = view.title,
                              .badges = badges_of(view.tags),
                              .style = headline ? TextStyle::headline : TextStyle::title,
                              .strike = view.struck ? Strike::yes : Strike::no,
                              .max_lines = kTitleLines}));
  rest.take_top(text(ui, rest, view.by, quiet(ui, TextStyle::paragraph, 3)) + kUnderTitle);
  return rest.y - rect.y;
}

/// When, where, how much: what everyone looks for, in the order of the looking.
std::vector<Fact> facts_of(const app::EventView& view) {
  std::vector<Fact> facts{{.icon = Icon::schedule, .words = view.when, .note = view.repeats, .second_note = view.then}};
  if (!view.moved_from.empty())
    facts.push_back({.icon = Icon::warning, .words = view.moved_from, .accent = Accent::attention});
  if (!view.place.empty() || !view.place_note.empty())
    facts.push_back({.icon = Icon::place, .words = view.place, .tail = view.place_tail, .note = view.place_note});
  if (!view.price.empty()) facts.push_back({.icon = Icon::euro_symbol, .words = view.price});
  return facts;
}

enum class Said : std::uint8_t { no, yes };

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

/// The facts that are still to be said, who can come, what it is about: one under the other, as long as it takes.
float draw_text(Frame& frame, const Rect& rect, const app::EventView& view, std::span<const Fact> facts, Said access) {
  Ui& ui = frame.ui;
  Rect rest = rect;
  for (const Fact& fact : facts) rest.take_top(draw_fact(ui, rest, fact));
  if (access == Said::no) rest.take_top(draw_access(ui, rest, view.access, view.access_unknown));
  if (!view.online.empty())
    rest.take_top(draw_fact(ui, rest, {.icon = Icon::language, .words = view.online, .note = view.online_note}));
  if (rest.y > rect.y) rest.take_top(kUnderFacts);
  if (!view.description.empty())
    rest.take_top(text(ui, rest, view.description, {.style = TextStyle::paragraph}), size::kGap);
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

/// What stands above the middle of a portrait wall, where no finger has to reach: as much of the page as fits there.
struct Upper {
  std::size_t facts = 0;  ///< how many of them
  Said access = Said::no;
};
Upper draw_upper(Frame& frame, const app::EventView& view, const std::vector<Fact>& facts) {
  Ui& ui = frame.ui;
  Rect above = frame.ambient;
  above.take_top(draw_head(frame, above, view));
  // The code goes before what is less asked for than when and where: below, it would be scrolled away.
  constexpr std::size_t kFirst = 2;
  float first = 0;
  for (std::size_t i = 0; i < std::min(kFirst, facts.size()); ++i) first += fact_height(ui, above.w, facts[i]);
  if (!view.calendar_code.empty() && first + kCode + kCodeGap <= above.h)
    draw_code_beside(frame, above.take_bottom(kCode, kCodeGap), view);
  Upper upper;
  for (const Fact& fact : facts) {
    if (fact_height(ui, above.w, fact) > above.h) return upper;
    above.take_top(draw_fact(ui, above, fact));
    ++upper.facts;
  }
  if (access_height(ui, above.w, view.access, view.access_unknown) > above.h) return upper;
  draw_access(ui, above, view.access, view.access_unknown);
  upper.access = Said::yes;
  return upper;
}

Asked draw_actions(Frame& frame, Rect rect, const app::EventView& view) {
  Asked asked;
  const std::string back = frame.say("Back");
  const std::string help = frame.say("I want to help");
  if (button(frame.ui, "event.back", rect.take_left(kBack, size::kGap), back_button(back))) asked = app::GoBack{};
  draw_report_beside(frame, rect, view.post, asked);
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
  const std::vector<Fact> facts = facts_of(view);
  const Upper upper = frame.portrait() ? draw_upper(frame, view, facts) : Upper{};
  const std::string next = frame.say("Next");
  const std::string previous = frame.say("Previous");
  scroll_area(ui, "event.text", rest, scroll_labels(next, previous), [&](const Rect& content) {
    Rect at = endless(content);
    if (!frame.portrait()) at.take_top(draw_head(frame, at, view));
    at.take_top(draw_text(frame, at, view, std::span(facts).subspan(upper.facts), upper.access),
                frame.portrait() ? size::kGap : 0);
    at.take_top(draw_report_below(frame, at, view.post, asked));
    return at.y - content.y;
  });
  if (has_side)
    if (Asked of_side = draw_side(frame, side, view)) asked = of_side;
  return asked;
}

}  // namespace mur::kiosk
