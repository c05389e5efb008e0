#pragma once

#include <optional>
#include <string>
#include <vector>

#include "broker/ctl/table.h"
#include "shared/calendar/zone.h"
#include "shared/domain/public_texts.h"
#include "shared/domain/wall.h"

namespace mur::ctl {

/// One post that waits for a moderator, or a change of a published one.
struct Waiting {
  RecordId post;
  std::string title;
  OrganizationId organization;       ///< nil: a visitor's
  std::optional<TimePoint> lost_at;  ///< when there is nothing left to decide: it begins, or a need is over
  TimePoint since{};
  std::vector<screening::Mark> marks;
  std::vector<PublicText> texts;  ///< what they are on; borrows from the wall
  std::vector<RecordId> repeats;  ///< posts that say nearly the same, where it is marked as a repeat
  struct Difference {
    std::string field;
    std::string before;
    std::string after;
  };
  std::vector<Difference> changes;  ///< of a published post; empty: the post itself waits
};

/// What a moderator should look at, a line a mark; the posts that it repeats are named.
[[nodiscard]] std::vector<std::string> looked_at(const Waiting& waiting);

/// What waits, ordered by what is lost by waiting: the soonest first, then what has no date, the oldest first.
[[nodiscard]] std::vector<Waiting> queue_of(const Wall& wall, const calendar::Zone& hub, TimePoint now);

}  // namespace mur::ctl
