#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "shared/domain/wall.h"

namespace mur {

/// How far a need is from one that someone answered, the nearest first: of its theme or with a skill of it, of its
/// kind, another; and each of another organization before those of the same. Null answered: all are as near.
[[nodiscard]] std::pair<int, int> distance_from(const Need* answered, const Need& other);

/// Where else whoever was not taken, or not answered in time, could help: at most limits::kOtherNeeds that are on the
/// wall and miss people at `now`, the nearest first, then those that are over soonest.
[[nodiscard]] std::vector<NeedId> other_needs(const Wall& wall, std::optional<NeedId> answered, TimePoint now);

}  // namespace mur
