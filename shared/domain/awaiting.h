#pragma once

#include <vector>

#include "shared/domain/wall.h"

namespace mur {

/// What the hub writes to an organization. Computed, as telling.h is; what was told is kept (NoteOrganizationTold).
///
///   an answer to its need waits      once, when half of the time it has to decide is over
///   offers fit its needs             once a day at most, those that came up since the last time
///
/// An organization without an e-mail address is told by the desk.

/// Is half of the time over that its organization has to decide, and was it not told?
[[nodiscard]] bool wants_reminder(const Reply& reply, TimePoint now);
/// Of one organization, by decide_by.
[[nodiscard]] std::vector<const Reply*> to_be_reminded_of(const Wall& wall, OrganizationId organization, TimePoint now);

/// May it be told of offers again?
[[nodiscard]] bool may_tell_matches(const Organization& organization, TimePoint now);

}  // namespace mur
