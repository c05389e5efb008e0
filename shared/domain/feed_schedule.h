#pragma once

#include <optional>

#include "shared/domain/feed.h"
#include "shared/domain/wall.h"

/// When feeds are fetched. Chance comes from a hash of feed and time, so that the same wall at the same time gives the
/// same answer.
namespace mur {

/// When to fetch again, `feed` being noted with what came of the fetch at `now` (state, trouble, failures):
///
///   well        what the calendar asks for, between kRefreshLeast and kRefreshMost, kRefreshDefault if nothing
///   failed      kRefreshLeast, doubled with each failure in a row, kRefreshMost at most; Retry-After if that is later
///
/// each ± kRefreshJitterPercent, and within the two bounds again.
[[nodiscard]] TimePoint next_fetch(const Feed& feed, std::uint32_t retry_minutes, TimePoint now);

/// When the broker, which runs since `started_at`, fetches this feed, as seen at `now`; nothing while it does not: its
/// organization is suspended, it is being removed, or it is proposed and can be looked at already. What is overdue at
/// the start is spread over limits::kRestartSpread. A time further off than any that next_fetch() gives, and a start
/// that is still to come, were written by a clock that ran ahead: the feed is due now.
[[nodiscard]] std::optional<TimePoint> fetch_due_at(const Wall& wall, const Feed& feed, TimePoint started_at,
                                                    TimePoint now);

}  // namespace mur
