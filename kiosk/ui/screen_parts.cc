#include "kiosk/ui/screen_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mur::kiosk {

namespace {

constexpr float kFactIcon = 64;
constexpr float kFactGap = 18;
constexpr float kAccessIconGap = 10;
constexpr float kAccessGap = 28;

}  // namespace

Accent accent_of(app::Tone tone) {
  switch (tone) {
    case app::Tone::quiet: return Accent::none;
    case app::Tone::good: return Accent::good;
    case app::Tone::bad: return Accent::bad;
    case app::Tone::attention: return Accent::attention;
  }
  return Accent::none;
}

std::vector<Badge> badges_of(const std::vector<app::TagView>& tags) {
  std::vector<Badge> badges;
  badges.reserve(tags.size());
  for (const app::TagView& tag : tags) badges.push_back({tag.text, accent_of(tag.tone)});
  return badges;
}

namespace {

Card card_of(const app::CardView& view, Accent edge, Detail detail) {
  Card card{.edge = edge, .title = view.title, .badges = badges_of(view.tags)};
  const bool brief = detail == Detail::brief && !view.when.empty();
  if (!view.detail.empty() && !brief) card.lines.push_back({view.detail});
  if (!view.when.empty()) card.lines.push_back({view.when});
  if (!view.point.empty()) card.lines.push_back({view.point, CardLine::Weight::point});
  return card;
}

}  // namespace

Card need_card(const app::CardView& view, Detail detail) { return card_of(view, Accent::need, detail); }
Card offer_card(const app::CardView& view) { return card_of(view, Accent::offer, Detail::whole); }

DayRows day_rows(const app::DayView& view, std::string_view prefix, std::size_t first) {
  DayRows made;
  made.day.day = {.number = view.number, .name = view.name, .today = view.today, .past = view.past};
  made.day.now_before = view.now_before;
  made.ids.reserve(view.rows.size());  // the rows point into it
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    const app::RowView& row = view.rows[i];
    made.ids.push_back(prefix.empty() ? std::string{} : fmt::format("{}.{}", prefix, first + i));
    made.day.rows.push_back({.id = made.ids.back(),
                             .time = row.time,
                             .title = row.title,
                             .detail = row.detail,
                             .badges = badges_of(row.tags),
                             .strike = row.struck ? Strike::yes : Strike::no,
                             .past = row.past});
  }
  return made;
}

std::optional<app::OccurrenceRef> draw_days(Ui& ui, const Rect& rect, const std::vector<app::DayView>& days,
                                            std::string_view prefix) {
  std::optional<app::OccurrenceRef> tapped;
  Rect rest = rect;
  std::size_t drawn = 0;
  for (const app::DayView& view : days) {
    DayRows day = day_rows(view, prefix, drawn);
    while (!day.day.rows.empty() && agenda_day_height(ui, rest.w, day.day) > rest.h) day.day.rows.pop_back();
    if (day.day.rows.empty()) break;
    const Rect place = rest.take_top(agenda_day_height(ui, rest.w, day.day));
    if (const auto row = agenda_day(ui, place, day.day, drawn == 0 ? Rule::none : Rule::above))
      tapped = view.rows[*row].occurrence;
    if (day.day.rows.size() < view.rows.size()) break;
    drawn += view.rows.size();
  }
  return tapped;
}

void draw_headline(Ui& ui, const Rect& rect, const app::HeadlineView& view, VAlign valign) {
  constexpr float kGap = 22;
  constexpr float kUnder = 28;
  constexpr int kLines = 5;
  const float kicker = view.kicker.empty() ? 0 : ui.theme().line_height(TextStyle::heading) + kGap;
  const TextLook detail{.style = TextStyle::lead, .color = ui.palette().muted, .max_lines = 2};
  const float below = text_height(ui, rect.w, view.detail, detail) + kUnder;
  TextLook large{.style = TextStyle::headline, .max_lines = kLines, .fit = Fit::shrink};
  const float room = rect.h - kicker - below;
  const float height = std::min(room, text_height(ui, rect.w, view.headline, {.style = TextStyle::headline}));
  Rect rest = rect;
  if (valign == VAlign::middle) rest = rect.centered(rect.w, kicker + height + below);
  if (kicker > 0) {
    Rect line = rest.take_top(kicker - kGap, kGap);
    const Accent accent = view.is_need ? Accent::need : Accent::attention;
    const Rect mark = line.take_left(size_of(IconSize::line), kGap / 2);
    icon(ui, mark.center(), view.is_need ? Icon::pan_tool : Icon::event, IconSize::line, ui.theme().accent(accent));
    text(ui, line, view.kicker,
         {.style = TextStyle::heading,
          .color = ui.theme().accent(accent),
          .valign = VAlign::middle,
          .max_lines = 1,
          .fit = Fit::shrink});
  }
  rest.take_top(text(ui, {rest.x, rest.y, rest.w, height}, view.headline, large), kUnder);
  text(ui, rest, view.detail, detail);
}

namespace {

TextLook strong_look(const Ui& ui, const Fact& fact) {
  return {.style = TextStyle::lead_strong, .color = ui.theme().accent(fact.accent), .max_lines = 3};
}
TextLook note_look(const Ui& ui) { return {.style = TextStyle::small, .color = ui.palette().muted, .max_lines = 3}; }

/// The tail on a line of its own begins with a word.
std::string_view as_line(std::string_view tail) {
  while (!tail.empty() && (tail.front() == ',' || tail.front() == ' ')) tail.remove_prefix(1);
  return tail;
}
constexpr TextLook kTail{.style = TextStyle::lead, .max_lines = 2};

bool tail_follows(Ui& ui, float width, const Fact& fact) {
  const TextEnd end = text_end(ui, width, fact.words, strong_look(ui, fact));
  return end.last_width + text_width(ui, fact.tail, TextStyle::lead) <= width;
}

float words_height(Ui& ui, float width, const Fact& fact) {
  const float words = text_height(ui, width, fact.words, strong_look(ui, fact));
  if (fact.tail.empty() || tail_follows(ui, width, fact)) return words;
  return words + text_height(ui, width, as_line(fact.tail), kTail);
}

/// The words, and after them their lighter end.
void draw_words(Ui& ui, const Rect& rect, const Fact& fact) {
  const float height = text(ui, rect, fact.words, strong_look(ui, fact));
  if (fact.tail.empty()) return;
  if (!tail_follows(ui, rect.w, fact)) {
    text(ui, {rect.x, rect.y + height, rect.w, rect.h}, as_line(fact.tail), kTail);
    return;
  }
  const float end = text_end(ui, rect.w, fact.words, strong_look(ui, fact)).last_width;
  const float line = ui.theme().line_height(TextStyle::lead_strong);
  text(ui, {rect.x + end, rect.y + height - line, rect.w - end, line}, fact.tail,
       {.style = TextStyle::lead, .max_lines = 1});
}

/// The quiet lines under a fact: one where both notes fit on it.
std::vector<std::string> notes_of(Ui& ui, float width, const Fact& fact) {
  std::vector<std::string> notes;
  for (const std::string_view note : {fact.note, fact.second_note})
    if (!note.empty()) notes.emplace_back(note);
  if (notes.size() < 2) return notes;
  std::string both = fmt::format("{} · {}", notes[0], notes[1]);
  if (text_width(ui, both, TextStyle::small) <= width) notes = {std::move(both)};
  return notes;
}

/// Where the quiet lines begin: under the words, or beside the icon where there are none.
float above_notes(Ui& ui, float width, const Fact& fact) {
  if (!fact.words.empty()) return words_height(ui, width, fact);
  return (ui.theme().line_height(TextStyle::lead_strong) - ui.theme().line_height(TextStyle::small)) / 2;
}

/// The icon of a fact in its colour; what is left beside it.
Rect beside_icon(Ui& ui, const Rect& rect, Icon mark, Color color) {
  Rect rest = rect;
  const Rect place = rest.take_left(kFactIcon);
  const float line = ui.theme().line_height(TextStyle::lead_strong);
  icon(ui, {place.x + size_of(IconSize::line) / 2, place.y + line / 2}, mark, IconSize::line, color);
  return rest;
}

struct AccessLook {
  Icon icon;
  Color color;
  TextStyle style;
};
AccessLook look_of(const Ui& ui, Known known) {
  switch (known) {
    case Known::yes: return {Icon::check_circle, ui.theme().accent(Accent::good), TextStyle::small_strong};
    case Known::no: return {Icon::block, ui.theme().accent(Accent::bad), TextStyle::small_strong};
    case Known::unknown: break;
  }
  return {Icon::help_outline, ui.palette().muted, TextStyle::small};
}

}  // namespace

float fact_height(Ui& ui, float width, const Fact& fact) {
  const float inner = width - kFactIcon;
  float height = above_notes(ui, inner, fact);
  for (const std::string& note : notes_of(ui, inner, fact)) height += text_height(ui, inner, note, note_look(ui));
  return std::max(height, ui.theme().line_height(TextStyle::lead_strong)) + kFactGap;
}

float draw_fact(Ui& ui, const Rect& rect, const Fact& fact) {
  Rect rest = beside_icon(ui, rect, fact.icon, ui.theme().accent(fact.accent));
  if (!fact.words.empty()) draw_words(ui, rest, fact);
  rest.take_top(above_notes(ui, rest.w, fact));
  for (const std::string& note : notes_of(ui, rest.w, fact)) rest.take_top(text(ui, rest, note, note_look(ui)));
  return fact_height(ui, rect.w, fact);
}

namespace {

/// Six things in three, two or one columns, filled from the top.
struct AccessGrid {
  float above = 0;  // so that the first row stands beside the icon
  float row = 0;
  float cell = 0;
  std::size_t rows = 0;
};
AccessGrid access_grid(Ui& ui, float width, const std::vector<app::AccessView>& access) {
  AccessGrid grid{.row = std::max(size_of(IconSize::line), ui.theme().line_height(TextStyle::small))};
  float widest = 0;
  for (const app::AccessView& one : access)
    widest = std::max(widest, text_width(ui, one.words, look_of(ui, one.known).style));
  grid.cell = size_of(IconSize::line) + kAccessIconGap + widest + kAccessGap;
  grid.above = std::max(0.F, (ui.theme().line_height(TextStyle::lead_strong) - grid.row) / 2);
  const auto columns = static_cast<std::size_t>(std::clamp(std::floor((width + kAccessGap) / grid.cell), 1.F, 3.F));
  grid.rows = (access.size() + columns - 1) / columns;
  grid.cell = std::min(grid.cell, width);
  return grid;
}

}  // namespace

float access_height(Ui& ui, float width, const std::vector<app::AccessView>& access, std::string_view unknown) {
  if (access.empty()) return unknown.empty() ? 0 : fact_height(ui, width, {.icon = Icon::accessible, .note = unknown});
  const AccessGrid grid = access_grid(ui, width - kFactIcon, access);
  return grid.above + static_cast<float>(grid.rows) * grid.row + kFactGap;
}

float draw_access(Ui& ui, const Rect& rect, const std::vector<app::AccessView>& access, std::string_view unknown) {
  if (access.empty()) return unknown.empty() ? 0 : draw_fact(ui, rect, {.icon = Icon::accessible, .note = unknown});
  const Rect list = beside_icon(ui, rect, Icon::accessible, ui.palette().text);
  const AccessGrid grid = access_grid(ui, list.w, access);
  for (std::size_t i = 0; i < access.size(); ++i) {
    Rect at{list.x + static_cast<float>(i / grid.rows) * grid.cell,
            list.y + grid.above + static_cast<float>(i % grid.rows) * grid.row, grid.cell, grid.row};
    const AccessLook look = look_of(ui, access[i].known);
    icon(ui, at.take_left(size_of(IconSize::line), kAccessIconGap).center(), look.icon, IconSize::line, look.color);
    text(ui, at, access[i].words,
         {.style = look.style,
          .color = access[i].known == Known::unknown ? ui.palette().muted : ui.palette().text,
          .valign = VAlign::middle,
          .max_lines = 1,
          .fit = Fit::shrink});
  }
  return access_height(ui, rect.w, access, unknown);
}

void draw_invitation(Ui& ui, const Rect& rect, Icon mark, Accent accent, std::string_view title,
                     std::string_view sentence) {
  constexpr float kGap = 16;
  const TextLook large{.style = TextStyle::label, .align = Align::center, .max_lines = 3};
  const TextLook quiet{.style = TextStyle::body, .color = ui.palette().muted, .align = Align::center, .max_lines = 4};
  const float words = text_height(ui, rect.w, title, large) + kGap / 2 + text_height(ui, rect.w, sentence, quiet);
  const float with_icon = size_of(IconSize::hero) + kGap + words;
  Rect rest = rect.centered(rect.w, std::min(rect.h, rect.h >= with_icon ? with_icon : words));
  if (rect.h >= with_icon)
    icon(ui, rest.take_top(size_of(IconSize::hero), kGap).center(), mark, IconSize::hero, ui.theme().accent(accent));
  rest.take_top(text(ui, rest, title, large), kGap / 2);
  text(ui, rest, sentence, quiet);
}

Rect endless(const Rect& content) {
  constexpr float kEndless = 1e5F;
  return {content.x, content.y, content.w, kEndless};
}

float draw_paragraphs(Ui& ui, const Rect& rect, const std::vector<Paragraph>& paragraphs) {
  Rect at = rect;
  for (const Paragraph& each : paragraphs) {
    if (each.words.empty()) continue;
    if (at.y > rect.y) at.take_top(size::kGap);
    at.take_top(text(ui, at, each.words, each.look));
  }
  return at.y - rect.y;
}

float paragraphs_height(Ui& ui, float width, const std::vector<Paragraph>& paragraphs) {
  float height = 0;
  for (const Paragraph& each : paragraphs)
    if (!each.words.empty()) height += (height > 0 ? size::kGap : 0) + text_height(ui, width, each.words, each.look);
  return height;
}

void scroll_paragraphs(Frame& frame, std::string_view id, const Rect& rect, const std::vector<Paragraph>& paragraphs) {
  const std::string next = frame.say("Next");
  const std::string previous = frame.say("Previous");
  scroll_area(frame.ui, id, rect, scroll_labels(next, previous),
              [&](const Rect& content) { return draw_paragraphs(frame.ui, endless(content), paragraphs); });
}

void take_text(Ui& ui, Rect& rest, std::string_view words, TextLook look, float gap) {
  const int room = static_cast<int>(rest.h / ui.theme().line_height(look.style));
  if (words.empty() || room < 1) return;
  look.max_lines = std::min(look.max_lines, room);
  rest.take_top(text(ui, rest, words, look), gap);
}

namespace {

void report_line(Frame& frame, const Rect& line, std::string_view words, const RecordId& post, Asked& asked) {
  if (link_line(frame.ui, "post.report", line, words))
    asked = app::Open{{.screen = app::Screen::report, .reported = post}};
}

}  // namespace

void draw_report_beside(Frame& frame, Rect& actions, const RecordId& post, Asked& asked) {
  if (frame.portrait()) return;
  const std::string words = frame.say("Report a problem");
  const Rect place = actions.take_right(link_width(frame.ui, words), size::kGap);
  report_line(frame, place.centered(place.w, frame.ui.theme().target()), words, post, asked);
}

float draw_report_below(Frame& frame, const Rect& rect, const RecordId& post, Asked& asked) {
  if (!frame.portrait()) return 0;
  const std::string words = frame.say("Report a problem");
  const Rect line{rect.x, rect.y, link_width(frame.ui, words), frame.ui.theme().target()};
  report_line(frame, line, words, post, asked);
  return line.h + size::kGap;
}

Button back_button(const std::string& label) { return {.label = label, .icon = Icon::arrow_back}; }

ScrollLabels scroll_labels(const std::string& next, const std::string& previous) {
  return {.next = next, .previous = previous};
}

}  // namespace mur::kiosk
