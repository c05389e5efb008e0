#pragma once

#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/calendar/occurrence.h"
#include "shared/calendar/when.h"
#include "shared/calendar/zone.h"

/// Dates as murctl reads and writes them: "2026-03-21 18:30", in the hub's zone, with the day's name.
namespace mur::ctl {

/// "Sat 2026-03-21".
[[nodiscard]] std::string day_text(std::chrono::local_seconds local);
/// "Sat 2026-03-21 18:30".
[[nodiscard]] std::string moment_text(std::chrono::local_seconds local);
[[nodiscard]] std::string moment_text(TimePoint at, const calendar::Zone& zone);
/// "Sat 2026-03-21 18:30–21:00", "Sat 2026-03-21", "Sat 2026-03-21 – Sun 2026-03-22".
[[nodiscard]] std::string span_text(const calendar::Occurrence& occurrence);
/// As it was written: "Sat 2026-03-21 18:30", with its zone where that is not `hub`'s.
[[nodiscard]] std::string when_text(const calendar::When& when, const calendar::Zone& hub);
/// "2026-03-21T17:30:00Z", for --json.
[[nodiscard]] std::string iso(TimePoint at);

/// "2026-03-21" gives a date, "2026-03-21 18:30" a time in `hub`. The error's field is `option`.
[[nodiscard]] Result<calendar::When> parse_when(std::string_view option, std::string_view text,
                                                const calendar::Zone& hub);
[[nodiscard]] Result<TimePoint> parse_moment(std::string_view option, std::string_view text, const calendar::Zone& hub);

}  // namespace mur::ctl
