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
  /// In the order in which they stand.
  enum class For : unsigned char {
    report,  ///< people have reported what is on the wall
    hidden,  ///< by who is on duty or by reports: until a moderator has looked
    appeal,  ///< its author answers a refusal or a hiding
    post,    ///< it is new
    change
  };
  RecordId post;
  For what = For::post;
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
  std::vector<Difference> changes;  ///< of a published post
  std::vector<Report> reports;      ///< that are open, the oldest first
  std::string appeal;
  Moderation moderation;         ///< of the post
  std::vector<StaffNote> notes;  ///< between moderators
  bool late = false;             ///< the hub has promised to have read it by now
};

/// "report", "hidden", …
[[nodiscard]] const char* to_string(Waiting::For what);

/// What a moderator should look at, a line a mark; the posts that it repeats are named.
[[nodiscard]] std::vector<std::string> looked_at(const Waiting& waiting);

/// What waits: reports first, then what is hidden for now and what authors answer; the rest ordered by what is lost by
/// waiting: the soonest first, then what has no date, the oldest first. What is over has left.
[[nodiscard]] std::vector<Waiting> queue_of(const Wall& wall, const calendar::Zone& hub, TimePoint now);

}  // namespace mur::ctl
