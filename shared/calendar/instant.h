#pragma once

#include <string_view>

#include "shared/base/clock.h"
#include "shared/calendar/zone.h"

namespace mur::calendar {

/// A moment as a person gives it to `--clock` or `--now` (ISO 8601, extended form): "2026-03-14", "2026-03-14T18:30",
/// "2026-03-14 18:30:15", "2026-03-14T17:30Z", "2026-03-14T18:30+01:00". Without an offset it is wall time in `zone`;
/// without a time it is midnight. Errc::invalid, with an example, for anything else.
[[nodiscard]] Result<TimePoint> parse_instant(std::string_view text, const Zone& zone);

}  // namespace mur::calendar
