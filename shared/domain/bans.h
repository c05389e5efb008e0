#pragma once

#include "shared/domain/wall.h"

namespace mur {

/// Nothing is posted for this organization now (ban.h).
[[nodiscard]] bool is_banned(const Wall& wall, OrganizationId organization, TimePoint now);

}  // namespace mur
