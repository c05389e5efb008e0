#pragma once

#include <set>

#include "shared/domain/wall.h"

/// What waits for a moderator (DESIGN.md § 8). What is over leaves by itself.
namespace mur {

/// It, or a change of it, is to be read before it goes up.
[[nodiscard]] bool waits_for_review(const Wall& wall, const Record& record, TimePoint now);
/// Someone reported it and nobody has decided, or it is hidden for now, or its author's answer waits.
[[nodiscard]] bool waits_for_a_word(const Record& post, const std::set<RecordId>& reported);
/// Posts with open reports.
[[nodiscard]] std::set<RecordId> reported_posts(const Wall& wall);

}  // namespace mur
