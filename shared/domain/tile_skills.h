#pragma once

#include <string_view>
#include <vector>

#include "shared/domain/offer.h"

namespace mur {

/// The skills (ids of assets/skills/skills.toml) that someone offers with a tile; none where it says nothing of skills.
[[nodiscard]] std::vector<std::string_view> skills_of(Tile tile);

}  // namespace mur
