#include "kiosk/ui/event_row.h"

#include <algorithm>

#include "kiosk/ui/paint.h"

namespace mur::kiosk {
namespace {

using namespace size::in_event_row;

constexpr std::string_view kWidestTime = "00 h 00";

constexpr TextLook kDetail{.style = TextStyle::body, .max_lines = 1};

BadgedTitle title_of(const EventRow& row) {
  return {.title = row.title, .badges = row.badges, .style = TextStyle::label, .strike = row.strike, .past = row.past};
}

float time_width(Ui& ui) { return text_width(ui, kWidestTime, TextStyle::body) + kTimeGap; }

/// Times stand in one column.
float time_width(Ui& ui, const std::vector<EventRow>& rows) {
  float widest = text_width(ui, kWidestTime, TextStyle::body);
  for (const EventRow& row : rows) widest = std::max(widest, text_width(ui, row.time, TextStyle::body));
  return widest + kTimeGap;
}

float day_width(const Ui& ui) { return kDayWidth * ui.theme().text_scale; }

float gap_between(const EventRow& row) { return row.id.empty() ? 0 : size::kTargetGap; }

float words_height(Ui& ui, float width, const EventRow& row, float time) {
  const float inner = width - time;
  return badged_title_height(ui, inner, title_of(row)) + text_height(ui, inner, row.detail, kDetail) + 2 * kRowPadding;
}

float row_height(Ui& ui, float width, const EventRow& row, float time) {
  const float height = words_height(ui, width, row, time);
  return row.id.empty() ? height : std::max(height, ui.theme().target());
}

bool draw_row(Ui& ui, const Rect& rect, const EventRow& row, float time_column) {
  Touch touch;
  if (!row.id.empty()) touch = ui.touch(row.id, rect, {.label = row.title, .role = Role::card});
  if (touch.pressed) {
    const Rect reach = rect.inset(-kPressedReach, 0);
    fill(ui, reach, ui.palette().raised, size::kKeyRadius);
    ring(ui, reach.inset(size::kRing), size::kKeyRadius - size::kRing);
  }
  const Color quiet = row.past ? ui.palette().past : ui.palette().muted;
  const float words = words_height(ui, rect.w, row, time_column);
  Rect rest{rect.x, rect.y + kRowPadding + std::max(0.F, (rect.h - words) / 2), rect.w, rect.h};
  // On one baseline with the title.
  const Rect time = rest.take_left(time_column);
  text(ui, {time.x, time.y, time.w, ui.theme().line_height(TextStyle::label)}, row.time,
       {.style = TextStyle::body, .color = quiet, .valign = VAlign::middle, .max_lines = 1});
  rest.take_top(badged_title(ui, rest, title_of(row)));
  TextLook detail = kDetail;
  detail.color = quiet;
  text(ui, rest, row.detail, detail);
  return touch.tapped;
}

/// A screenful more than the view, so that a throw meets drawn rows; what is further away only takes its room.
bool is_near(const Ui& ui, const Rect& place) { return place.bottom() > -ui.screen().h && place.y < 2 * ui.screen().h; }

/// Calls `visit(index, y, height)` for every row, and `mark(y)` where now is; returns the height of all.
template <class Visit, class Mark>
float walk(Ui& ui, float width, const AgendaDay& day, float time, Visit&& visit, Mark&& mark) {
  float y = 0;
  const auto now = [&](std::size_t before) {
    if (day.now_before != before) return;
    mark(y);
    y += now_mark_height(ui);
  };
  for (std::size_t i = 0; i < day.rows.size(); ++i) {
    now(i);
    const float height = row_height(ui, width, day.rows[i], time);
    visit(i, y, height);
    y += height + gap_between(day.rows[i]);
  }
  now(day.rows.size());
  return y;
}

}  // namespace

float event_row_height(Ui& ui, float width, const EventRow& row) { return row_height(ui, width, row, time_width(ui)); }

bool event_row(Ui& ui, const Rect& rect, const EventRow& row) { return draw_row(ui, rect, row, time_width(ui)); }

float now_mark_height(Ui& ui) { return ui.theme().line_height(TextStyle::small_strong) + 2 * kNowPadding; }

void now_mark(Ui& ui, const Rect& rect, std::string_view words) {
  const Color ink = ui.theme().accent(Accent::attention);
  Rect line{rect.x, rect.y, rect.w, now_mark_height(ui)};
  const Rect place = line.take_left(text_width(ui, words, TextStyle::small_strong), kNowGap);
  text(ui, place, words, {.style = TextStyle::small_strong, .color = ink, .valign = VAlign::middle, .max_lines = 1});
  fill(ui, {line.x, line.center().y - kNowLine / 2, line.w, kNowLine}, ink);
}

float agenda_rows_height(Ui& ui, float width, const AgendaDay& day) {
  return walk(ui, width, day, time_width(ui, day.rows), [](std::size_t, float, float) {}, [](float) {});
}

std::optional<std::size_t> agenda_rows(Ui& ui, const Rect& rect, const AgendaDay& day) {
  std::optional<std::size_t> tapped;
  const float time = time_width(ui, day.rows);
  walk(
      ui, rect.w, day, time,
      [&](std::size_t i, float y, float height) {
        const Rect place{rect.x, rect.y + y, rect.w, height};
        if (is_near(ui, place) && draw_row(ui, place, day.rows[i], time)) tapped = i;
      },
      [&](float y) { now_mark(ui, rect.moved(0, y), day.now); });
  return tapped;
}

std::size_t rows_below(Ui& ui, float width, const AgendaDay& day, float top, float bottom) {
  std::size_t below = 0;
  walk(
      ui, width, day, time_width(ui, day.rows),
      [&](std::size_t, float y, float height) { below += top + y + height > bottom + 1 ? 1 : 0; }, [](float) {});
  return below;
}

void day_chip(Ui& ui, const Rect& rect, const DayChip& chip) {
  Rect rest = rect;
  const Color ink = chip.today  ? ui.theme().accent(Accent::attention)
                    : chip.past ? ui.palette().past
                                : ui.palette().text;
  rest.take_top(text(ui, rest, chip.number, {.style = TextStyle::numeral, .color = ink, .max_lines = 1}));
  text(ui, rest, chip.name,
       {.style = TextStyle::small,
        .color = chip.past ? ui.palette().past : ui.palette().muted,
        .max_lines = 1,
        .fit = Fit::shrink});
}

float agenda_day_height(Ui& ui, float width, const AgendaDay& day) {
  const float events = agenda_rows_height(ui, width - day_width(ui) - kDayGap, day);
  const float chip = ui.theme().line_height(TextStyle::numeral) + ui.theme().line_height(TextStyle::small);
  return std::max(events, chip) + 2 * kDayPadding;
}

std::optional<std::size_t> agenda_day(Ui& ui, const Rect& rect, const AgendaDay& day, Rule rule_above) {
  if (rule_above == Rule::above) rule(ui, rect);
  Rect rest = rect.inset(0, kDayPadding);
  day_chip(ui, rest.take_left(day_width(ui), kDayGap), day.day);
  return agenda_rows(ui, rest, day);
}

}  // namespace mur::kiosk
