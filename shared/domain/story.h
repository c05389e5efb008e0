#pragma once

#include <string>

#include "shared/base/clock.h"
#include "shared/domain/ids.h"
#include "shared/domain/moderation.h"

namespace mur {

/// "The proof comes by example": what someone says of a meeting that happened.
struct Story {
  StoryId id;
  OrganizationId organization;  ///< nil: of the hub
  std::string text;
  std::string first_name;  ///< empty: none
  TimePoint expires_at{};
  Moderation moderation;

  friend bool operator==(const Story&, const Story&) = default;
};

}  // namespace mur
