#pragma once

#include <cstddef>

#include "kiosk/app/app_state.h"
#include "kiosk/app/date_words.h"
#include "kiosk/app/view_parts.h"

/// Days of the calendar as rows, for the visitor's filter.
namespace mur::app {

/// How many rows there are on that day.
[[nodiscard]] std::size_t count_on(const AppState& state, std::chrono::local_days day);

/// That day with its rows from `first` on, at most `most`.
[[nodiscard]] DayView day_view(const AppState& state, const Language& language, std::chrono::local_days day,
                               std::size_t first, std::size_t most);

/// What is coming, day after day; a page ends with a day. What goes on for several days stands on the first of them
/// that is not over.
struct DayPage {
  std::vector<DayView> days;
  bool more = false;
  bool earlier = false;
};
[[nodiscard]] DayPage coming_days(const AppState& state, const Language& language, std::size_t page);

}  // namespace mur::app
