#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/calendar/timing.h"
#include "shared/calendar/zone.h"

namespace mur::calendar {

/// One concrete time span of an event, in the hub's zone.
struct Occurrence {
  When key;                             ///< which instance: the start the rule gave it (RECURRENCE-ID's value)
  std::chrono::local_seconds start{};   ///< wall time in the hub's zone; midnight for a date
  std::chrono::local_seconds end{};     ///< exclusive
  std::chrono::sys_seconds start_at{};  ///< the instant, for ordering and for "now"
  std::chrono::sys_seconds end_at{};
  bool all_day = false;

  friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

/// What to expand: spans that touch [from, to), as instants.
struct Window {
  std::chrono::sys_seconds from{};
  std::chrono::sys_seconds to{};
};

struct Expansion {
  std::vector<Occurrence> occurrences;  ///< ordered by start
  bool cut = false;                     ///< more than `most` lay in the window; the first ones are given
  std::size_t steps = 0;                ///< what it took of the budget
};

/// The occurrences of `timing` that touch the window, in `hub`'s zone: at most `most`, within `step_budget` candidate
/// dates looked at. Errc::too_large when the budget ends first (the message names the rule); Errc::invalid for a rule
/// that `check_rule` refuses.
[[nodiscard]] Result<Expansion> expand(const Timing& timing, const Zone& hub, const Window& window, std::size_t most,
                                       std::size_t step_budget);

/// Errc::invalid with what is wrong in it, or nothing.
[[nodiscard]] Status check_rule(std::string_view rule);

}  // namespace mur::calendar
