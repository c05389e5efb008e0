#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/ui/badge.h"
#include "kiosk/ui/ui.h"

namespace mur::kiosk {

/// One event in a list: when, what, and a quiet line of who and where. An empty `id` can't be touched.
struct EventRow {
  std::string_view id{};
  std::string_view time;  ///< « 18 h 30 »; empty for the whole day
  std::string_view title;
  std::string_view detail{};
  std::vector<Badge> badges{};
  Strike strike = Strike::no;  ///< cancelled; a badge says so in words
  bool past = false;           ///< over: greyed
};

[[nodiscard]] float event_row_height(Ui& ui, float width, const EventRow& row);
bool event_row(Ui& ui, const Rect& rect, const EventRow& row);

/// A day's number and its name; today in the accent of attention.
struct DayChip {
  std::string_view number;  ///< « 12 »
  std::string_view name;    ///< « aujourd’hui », « sam. »
  bool today = false;
  bool past = false;
};
void day_chip(Ui& ui, const Rect& rect, const DayChip& chip);

/// One day of the agenda: its number at the left, its events at the right, a hairline over every day but the first.
struct AgendaDay {
  DayChip day;
  std::vector<EventRow> rows;
  std::optional<std::size_t> now_before{};  ///< a line before this row, or after the last, says where now is …
  std::string_view now{};                   ///< … in words
};
/// The rows alone, without number and name: times in one column, as wide as the widest. Rows far outside the screen are
/// not drawn. Returns the index of the row tapped.
[[nodiscard]] float agenda_rows_height(Ui& ui, float width, const AgendaDay& day);
std::optional<std::size_t> agenda_rows(Ui& ui, const Rect& rect, const AgendaDay& day);
/// How many rows lie below `bottom` when they are drawn from `top` on.
[[nodiscard]] std::size_t rows_below(Ui& ui, float width, const AgendaDay& day, float top, float bottom);

/// « maintenant, 18 h 24 », with a line to the right.
[[nodiscard]] float now_mark_height(Ui& ui);
void now_mark(Ui& ui, const Rect& rect, std::string_view words);

enum class Rule : std::uint8_t { none, above };
[[nodiscard]] float agenda_day_height(Ui& ui, float width, const AgendaDay& day);
/// The index of the row tapped, or nothing.
std::optional<std::size_t> agenda_day(Ui& ui, const Rect& rect, const AgendaDay& day, Rule rule);

}  // namespace mur::kiosk
