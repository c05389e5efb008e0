#pragma once

#include <optional>

#include "shared/calendar/zone.h"
#include "shared/domain/need.h"

namespace mur::matching {

/// When a need can still be answered, in the words that offers say their time with.
struct OpenTimes {
  bool open = false;                 ///< some place is free, now or to come
  bool any_time = false;             ///< … and no hour is set for one of them
  bool evenings = false;             ///< one begins at 17 h or later, or before 6 h, on the hub's clock
  bool weekends = false;             ///< … on a Saturday or Sunday
  bool days = false;                 ///< … on another day, by day
  std::optional<TimePoint> soonest;  ///< when the first of them begins

  friend bool operator==(const OpenTimes&, const OpenTimes&) = default;
};

/// Of a published need: what is free of its slots at `now`, of a repeating one on its next dates. Nothing is open of a
/// need that is not on the wall, whose time to apply is over, or whose places are all taken or over.
[[nodiscard]] OpenTimes open_times(const Need& need, const calendar::Zone& hub, TimePoint now);

}  // namespace mur::matching
