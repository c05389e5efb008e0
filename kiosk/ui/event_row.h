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
};

[[nodiscard]] float event_row_height(Ui& ui, float width, const EventRow& row);
bool event_row(Ui& ui, const Rect& rect, const EventRow& row);

/// A day's number and its name; today in the accent of attention.
struct DayChip {
  std::string_view number;  ///< « 12 »
  std::string_view name;    ///< « aujourd’hui », « sam. »
  bool today = false;
};
void day_chip(Ui& ui, const Rect& rect, const DayChip& chip);

/// One day of the agenda: its number at the left, its events at the right, a hairline over every day but the first.
struct AgendaDay {
  DayChip day;
  std::vector<EventRow> rows;
};
enum class Rule : std::uint8_t { none, above };
[[nodiscard]] float agenda_day_height(Ui& ui, float width, const AgendaDay& day);
/// The index of the row tapped, or nothing.
std::optional<std::size_t> agenda_day(Ui& ui, const Rect& rect, const AgendaDay& day, Rule rule);

}  // namespace mur::kiosk
