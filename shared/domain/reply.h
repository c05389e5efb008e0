#pragma once

#include <optional>

#include "shared/base/clock.h"
#include "shared/domain/ids.h"
#include "shared/domain/offer.h"

namespace mur {

enum class ReplyStatus : std::uint8_t {
  held = 1,    ///< the place is taken while the organization decides
  listed = 2,  ///< on the waiting list
  accepted = 3,
  declined = 4,
  withdrawn = 5,
  expired = 6,
  met = 7,
  no_show = 8
};

[[nodiscard]] const char* to_string(ReplyStatus status);

/// One person answers a need (claiming a slot), or one organization answers an offer. Never on a wall.
struct Reply {
  ReplyId id;
  OrganizationId organization;  ///< whose need it answers, or who answers the offer
  std::optional<NeedId> need;   ///< exactly one of need and offer is set
  std::optional<SlotId> slot;
  std::optional<OfferId> offer;
  ReplyStatus status = ReplyStatus::held;
  std::string first_name;
  ContactKind contact = ContactKind::none;
  TimePoint created_at{};
  TimePoint decided_at{};

  friend bool operator==(const Reply&, const Reply&) = default;
};

}  // namespace mur
