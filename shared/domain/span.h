#pragma once

#include <optional>

#include "shared/base/clock.h"
#include "shared/calendar/zone.h"
#include "shared/domain/event.h"
#include "shared/domain/hub.h"
#include "shared/domain/need.h"

namespace mur {

/// When the last occurrence of `timing` that lies in today's horizon ends, in the hub's zone. Nothing for a series
/// without end. A series that goes on beyond the horizon gives the last end within it: ask again when that has come.
[[nodiscard]] std::optional<TimePoint> over_at(const calendar::Timing& timing, const calendar::Zone& hub,
                                               TimePoint now);
[[nodiscard]] std::optional<TimePoint> over_at(const EventDetails& details, const calendar::Zone& hub, TimePoint now);
[[nodiscard]] std::optional<TimePoint> over_at(const NeedDetails& details, const calendar::Zone& hub, TimePoint now);

/// The instance of a series that begins at `date`: once, and as long as the first one.
[[nodiscard]] calendar::Timing instance_timing(const calendar::Timing& series, const calendar::When& date);

/// The hub's zone; UTC before the hub is known.
[[nodiscard]] calendar::Zone zone_of(const Hub* hub);

}  // namespace mur
