#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "shared/base/clock.h"
#include "shared/domain/ids.h"
#include "shared/domain/role.h"

namespace mur {

using CurvePublicKey = std::array<std::uint8_t, 32>;

/// Who may connect: a CURVE public key and what it stands for. Staff scope only.
struct Key {
  KeyId id;
  PrincipalId principal;
  CurvePublicKey public_key{};
  Role role = Role::kiosk;
  OrganizationId organization;  ///< nil unless is_of_organization(role)
  std::string label;
  TimePoint created_at{};
  TimePoint revoked_at{};  ///< epoch = in force

  friend bool operator==(const Key&, const Key&) = default;
};

[[nodiscard]] inline bool is_revoked(const Key& key) { return key.revoked_at != TimePoint{}; }

}  // namespace mur
