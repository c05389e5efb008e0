#pragma once

#include <optional>
#include <string>
#include <vector>

#include "broker/ctl/table.h"
#include "shared/calendar/zone.h"
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
  struct Difference {
    std::string field;
    std::string before;
    std::string after;
  };
  std::vector<Difference> changes;  ///< of a published post; empty: the post itself waits
};

/// What waits, ordered by what is lost by waiting: the soonest first, then what has no date, the oldest first.
[[nodiscard]] std::vector<Waiting> queue_of(const Wall& wall, const calendar::Zone& hub, TimePoint now);

}  // namespace mur::ctl
