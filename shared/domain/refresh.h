#pragma once

#include <span>
#include <vector>

#include "shared/domain/command.h"
#include "shared/domain/query.h"
#include "shared/domain/wall.h"

namespace mur {

/// What a fetch brought, for the rules.
struct Fetched {
  FetchReport report;
  bool unchanged = false;                ///< the file is the last good one: `events` is empty, what is there is right
  std::span<const EventDetails> events;  ///< each (UID, RECURRENCE-ID) once
  std::span<const calendar::Identity> private_named = {};  ///< what the file holds and keeps private
};

/// What a refresh asks for, in order, by Role::clock. The last order notes the fetch: until it is done, the feed stands
/// as before, and a refresh that was cut short is made again, to the same end.
struct Refresh {
  std::vector<Order> orders;
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t missed = 0;
  bool shrunk = false;  ///< it lacks more than half of what is to come: nothing is changed
};

/// The difference between what the feed's file says and what is on record: new events, changed ones (says_the_same),
/// and those of this feed, still to come, that the file lacks. Of a proposed feed, of a fetch that failed and of a
/// calendar that shrank only the fetch is noted. Pure; the work of one walk over the events.
///
/// Shrunk: of the events to come that the refresh before this one still held, more than half are missing, however few
/// there are. An event of another live feed stays that feed's.
///
/// What the file holds as private goes at once, shrunk or not, and is not counted as missing.
[[nodiscard]] Refresh refresh(const Wall& wall, const Feed& feed, const Fetched& fetched, TimePoint now);

/// What would become of everything in the file once it is confirmed: soonest first, what vanishes last.
[[nodiscard]] FeedPreview preview(const Wall& wall, const Feed& feed, std::span<const EventDetails> events,
                                  TimePoint now);

}  // namespace mur
