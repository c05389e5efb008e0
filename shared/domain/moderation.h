#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/domain/role.h"
#include "shared/screening/mark.h"

namespace mur {

/// Where a post stands. On disk and on the wire: append only.
///
///   pending ──approve──▶ published ──hide──▶ hidden ──unhide──▶ published
///   pending ──refuse───▶ refused ──approve──▶ published           (everything can be undone)
///   pending|published ──withdraw──▶ withdrawn ──undo, 24 h──▶ what it was
///   pending|published ──its time is over──▶ expired
///   published ──on duty hides, or three reports──▶ hidden ──a moderator hides──▶ hidden, for good
///   refused|hidden ──its author appeals, once──▶ the same, waiting ──approve, unhide──▶ published
///                                                                  ──refuse, hide──▶ as it was, decided
///   published ──close──▶ closed                                    (needs)
enum class PostStatus : std::uint8_t {
  pending = 1,
  published = 2,
  refused = 3,
  hidden = 4,
  withdrawn = 5,
  expired = 6,
  closed = 7
};

[[nodiscard]] const char* to_string(PostStatus status);

/// Why a moderator refuses or hides: the charter's reasons. On disk and on the wire: append only.
enum class Reason : std::uint8_t {
  none = 0,
  advert = 1,
  paid_work = 2,
  canvassing = 3,
  attack = 4,
  hate = 5,
  hoax = 6,
  contact_in_text = 7,
  incomplete = 8,
  repeat = 9,
  off_topic = 10,
  other = 11,
  suspended = 12,  ///< its organization is; by the broker, undone with the suspension
  reported = 13,   ///< by several people; until a moderator has looked
  paused = 14,     ///< its organization lets people wait (pace.h); by the broker, undone with the pause
  electoral = 15,  ///< this hub shows nothing of campaigns
  silence = 16     ///< of the eve of a ballot to the close of polls; by the broker, undone with it (electoral.h)
};

[[nodiscard]] const char* to_string(Reason reason);
[[nodiscard]] std::optional<Reason> parse_reason(std::string_view text);

/// What moderators did with a post, and what screening noticed in it.
struct Moderation {
  PostStatus status = PostStatus::pending;
  PostStatus before = PostStatus::pending;  ///< what an undo goes back to
  Reason reason = Reason::none;
  std::string note;  ///< to the author, with a refusal
  TimePoint submitted_at{};
  TimePoint decided_at{};     ///< of the last change of status
  bool seen_by_wall = false;  ///< has the wall scope ever been shown this post? (its tombstones go there only then)
  std::vector<screening::Mark> marks;
  TimePoint kept_at{};            ///< reported, looked at and kept: reports don't hide it again
  Role decided_by = Role::clock;  ///< of the last decision of staff; clock: of time, its author or none
  TimePoint reviewed_at{};        ///< of the first decision on it
  std::string appeal;             ///< its author's answer to a refusal or a hiding
  TimePoint appealed_at{};
  bool appeal_waits = false;
  bool electoral = false;  ///< of category *electoral*: its author or a moderator says so

  friend bool operator==(const Moderation&, const Moderation&) = default;
};

[[nodiscard]] inline bool is_on_wall(const Moderation& moderation) {
  return moderation.status == PostStatus::published;
}
/// Hidden until a moderator has looked: by who is on duty, or by reports.
[[nodiscard]] inline bool is_hidden_for_now(const Moderation& moderation) {
  return moderation.status == PostStatus::hidden &&
         (moderation.decided_by == Role::on_duty || moderation.reason == Reason::reported);
}
/// Hidden by the broker itself, which shows it again once nothing keeps it off (due.cc)?
[[nodiscard]] inline bool is_hidden_by_broker(const Moderation& moderation) {
  if (moderation.status != PostStatus::hidden) return false;
  return moderation.reason == Reason::suspended || moderation.reason == Reason::paused ||
         moderation.reason == Reason::silence ||
         (moderation.reason == Reason::electoral && moderation.decided_by == Role::clock);
}
/// May its author answer by ticket? Once, to staff's word; a suspension is its organization's affair.
[[nodiscard]] inline bool may_appeal(const Moderation& moderation) {
  return (moderation.status == PostStatus::refused || moderation.status == PostStatus::hidden) &&
         moderation.reason != Reason::suspended && moderation.reason != Reason::silence &&
         moderation.appealed_at == TimePoint{};
}

}  // namespace mur
