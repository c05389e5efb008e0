#pragma once

#include <vector>

#include "shared/base/clock.h"
#include "shared/domain/wall.h"

/// What screening can only see beside the other posts of the wall. Pure; linear in the number of posts, of which
/// limits::kCompared at most are compared word by word.
namespace mur {

/// Posts of the same kind, waiting, refused or up, and not older than limits::kRepeatWindow, that say nearly the same
/// (screening::is_repeat). Whoever they are from: what is posted twice under two names is to be seen, too. In id order.
[[nodiscard]] std::vector<RecordId> repeats_of(const Wall& wall, const Offer& offer, TimePoint now);
[[nodiscard]] std::vector<RecordId> repeats_of(const Wall& wall, const Need& need, TimePoint now);
/// Of an event that nobody's account proposes. Organizations repeat theirs, and events that are the same are found
/// otherwise (same_event.h).
[[nodiscard]] std::vector<RecordId> repeats_of(const Wall& wall, const Event& proposed, TimePoint now);
/// Of a post of these kinds, whether it is on the wall yet or not; none of other records, and of events with an
/// organization.
[[nodiscard]] std::vector<RecordId> repeats_of(const Wall& wall, const Record& post, TimePoint now);

/// Did limits::kFloodPosts come from where this post comes from, within limits::kFloodWindow before it? An organization
/// is a source, so are all walls together (an offer doesn't keep which wall it was left on), and all proposers.
[[nodiscard]] bool is_flooding(const Wall& wall, const Record& post, TimePoint now);

/// Adds MarkKind::repeat and MarkKind::flood to a new post where they hold, limits::kMarks at most.
void mark_beside_others(const Wall& wall, Offer& offer, TimePoint now);
void mark_beside_others(const Wall& wall, Need& need, TimePoint now);
void mark_beside_others(const Wall& wall, Event& event, TimePoint now);

}  // namespace mur
