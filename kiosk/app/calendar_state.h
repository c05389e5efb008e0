#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "kiosk/app/facets.h"

namespace mur::app {

/// How the calendar is laid out.
enum class CalendarMode : std::uint8_t { list, week, month };

/// What a visitor made of the calendar: forgotten with the visit.
struct CalendarState {
  CalendarMode mode = CalendarMode::list;
  std::optional<std::chrono::local_days> day;  ///< the one that was touched; nothing: today
  Filter filter;

  friend bool operator==(const CalendarState&, const CalendarState&) = default;
};

}  // namespace mur::app
