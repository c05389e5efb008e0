#include "kiosk/ui/event_row.h"

#include <algorithm>

#include "kiosk/ui/paint.h"

namespace mur::kiosk {
namespace {

using namespace size::in_event_row;

constexpr std::string_view kWidestTime = "00 h 00";

constexpr TextLook kDetail{.style = TextStyle::body, .max_lines = 1};

BadgedTitle title_of(const EventRow& row) {
  return {.title = row.title, .badges = row.badges, .style = TextStyle::label, .strike = row.strike};
}

float time_width(Ui& ui) { return text_width(ui, kWidestTime, TextStyle::body) + kTimeGap; }

float text_column(Ui& ui, float width) { return width - time_width(ui); }

float day_width(const Ui& ui) { return kDayWidth * ui.theme().text_scale; }

float gap_between(const EventRow& row) { return row.id.empty() ? 0 : size::kTargetGap; }

}  // namespace

float event_row_height(Ui& ui, float width, const EventRow& row) {
  const float inner = text_column(ui, width);
  const float words = badged_title_height(ui, inner, title_of(row)) + text_height(ui, inner, row.detail, kDetail);
  const float height = words + 2 * kRowPadding;
  return row.id.empty() ? height : std::max(height, ui.theme().target());
}

bool event_row(Ui& ui, const Rect& rect, const EventRow& row) {
  Touch touch;
  if (!row.id.empty()) touch = ui.touch(row.id, rect, {.label = row.title, .role = Role::card});
  if (touch.pressed) {
    const Rect reach = rect.inset(-kPressedReach, 0);
    fill(ui, reach, ui.palette().raised, size::kKeyRadius);
    ring(ui, reach.inset(size::kRing), size::kKeyRadius - size::kRing);
  }
  const float words = event_row_height(
      ui, rect.w,
      {.time = row.time, .title = row.title, .detail = row.detail, .badges = row.badges, .strike = row.strike});
  Rect rest{rect.x, rect.y + kRowPadding + std::max(0.F, (rect.h - words) / 2), rect.w, rect.h};
  // On one baseline with the title.
  const Rect time = rest.take_left(time_width(ui));
  text(ui, {time.x, time.y, time.w, ui.theme().line_height(TextStyle::label)}, row.time,
       {.style = TextStyle::body, .color = ui.palette().muted, .valign = VAlign::middle, .max_lines = 1});
  rest.take_top(badged_title(ui, rest, title_of(row)));
  TextLook detail = kDetail;
  detail.color = ui.palette().muted;
  text(ui, rest, row.detail, detail);
  return touch.tapped;
}

void day_chip(Ui& ui, const Rect& rect, const DayChip& chip) {
  Rect rest = rect;
  const Color ink = chip.today ? ui.theme().accent(Accent::attention) : ui.palette().text;
  rest.take_top(text(ui, rest, chip.number, {.style = TextStyle::numeral, .color = ink, .max_lines = 1}));
  text(ui, rest, chip.name,
       {.style = TextStyle::small, .color = ui.palette().muted, .max_lines = 1, .fit = Fit::shrink});
}

float agenda_day_height(Ui& ui, float width, const AgendaDay& day) {
  const float inner = width - day_width(ui) - kDayGap;
  float events = 0;
  for (const EventRow& row : day.rows) events += event_row_height(ui, inner, row) + gap_between(row);
  const float chip = ui.theme().line_height(TextStyle::numeral) + ui.theme().line_height(TextStyle::small);
  return std::max(events, chip) + 2 * kDayPadding;
}

std::optional<std::size_t> agenda_day(Ui& ui, const Rect& rect, const AgendaDay& day, Rule rule_above) {
  if (rule_above == Rule::above) rule(ui, rect);
  std::optional<std::size_t> tapped;
  Rect rest = rect.inset(0, kDayPadding);
  day_chip(ui, rest.take_left(day_width(ui), kDayGap), day.day);
  for (std::size_t i = 0; i < day.rows.size(); ++i) {
    const float height = event_row_height(ui, rest.w, day.rows[i]);
    const Rect place{rest.x, rest.y, rest.w, height};
    rest.y += height + gap_between(day.rows[i]);
    if (event_row(ui, place, day.rows[i])) tapped = i;
  }
  return tapped;
}

}  // namespace mur::kiosk
