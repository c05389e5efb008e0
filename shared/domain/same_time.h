#pragma once

#include <cstdint>
#include <optional>

#include "shared/calendar/timing.h"
#include "shared/calendar/zone.h"

namespace mur {

/// Why two timings are not the same.
enum class TimeDifference : std::uint8_t {
  start,  ///< they begin at different instants, or one is a whole day and the other a time
  end,    ///< both say when they end, and not the same
  rule    ///< they repeat differently, so that some dates are of one only
};

/// True if both are the same instant for a reader in the hub's zone, or the same date. A date is never a time.
[[nodiscard]] bool same_instant(const calendar::When& a, const calendar::When& b, const calendar::Zone& hub);

/// What keeps `a` and `b` from having the same occurrences; nothing if they do. An end that is left open goes with any.
/// "18:30 in Paris" and "17:30 UTC" are the same for one date; for a series they are not, because summer parts them.
[[nodiscard]] std::optional<TimeDifference> time_difference(const calendar::Timing& a, const calendar::Timing& b,
                                                            const calendar::Zone& hub);

}  // namespace mur
