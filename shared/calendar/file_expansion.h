#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "shared/base/result.h"
#include "shared/calendar/occurrence.h"
#include "shared/calendar/reader.h"

namespace mur::calendar {

/// One occurrence of a file's events, small because there may be a million. What it says (title, status, class) is in
/// `entries[entry]`: the override that speaks for it, or its series.
struct FileOccurrence {
  std::uint32_t entry = 0;
  std::uint32_t series = 0;  ///< whose instance it is; the same as `entry` where nothing overrides it
  bool all_day = false;
  When::Kind kind = When::Kind::date;  ///< of the start, as the file has it
  std::chrono::sys_seconds start_at{};
  std::chrono::sys_seconds end_at{};
};

/// What expanding a file may cost, whatever stands in it: candidate dates looked at and occurrences made.
struct FileBudget {
  std::size_t steps;        ///< of the whole file
  std::size_t occurrences;  ///< of the whole file
};

/// The occurrences whose start lies in the window, for a reader in `zone`; ordered by start, end and UID. Overrides are
/// merged in: moved and cancelled instances, RANGE=THISANDFUTURE, and overrides whose series the file doesn't hold.
/// `entries` as they come from one reading, public ones, private ones or both. Errc::too_large over the budget (the
/// message names the line), else every entry is expanded.
[[nodiscard]] Result<std::vector<FileOccurrence>> expand_file(std::span<const Entry> entries, const Zone& zone,
                                                              const Window& window, const FileBudget& budget);

}  // namespace mur::calendar
