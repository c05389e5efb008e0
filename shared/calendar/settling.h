#pragma once

#include <vector>

#include "shared/calendar/reader.h"

namespace mur::calendar {

/// The entries of one file, made to agree with one another.
struct Settled {
  std::vector<Entry> shown;            ///< all of Classification::public_event
  std::vector<Entry> private_entries;  ///< the others, and the overrides of their events
  std::size_t left_out = 0;            ///< repeats of what is there
};

/// Of several entries with one UID and instance the one with the higher SEQUENCE stays, then the later LAST-MODIFIED,
/// then the last in the file (RFC 5545 § 3.8.7.4). Overrides name their instance in the manner of its series, and what
/// is private in a series is private in its overrides. An instance that is overridden in private is taken out of the
/// series that is shown. Each change is said in `warnings`.
[[nodiscard]] Settled settle(std::vector<Entry> entries, std::vector<Warning>& warnings);

}  // namespace mur::calendar
