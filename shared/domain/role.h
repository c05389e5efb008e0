#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/domain/ids.h"

namespace mur {

/// Who someone is to the hub (DESIGN.md § 8). On disk and on the wire: append only.
enum class Role : std::uint8_t {
  admin = 1,
  moderator = 2,
  on_duty = 3,   ///< may hide, may not open contacts
  owner = 4,     ///< of one organization
  member = 5,    ///< of one organization
  proposer = 6,  ///< proposes an event or a need from outside any account, by ticket
  visitor = 7,   ///< by ticket
  kiosk = 8,     ///< a machine: acts as visitor, and only so
  clock = 9      ///< the broker itself: what time and configuration bring about; no key has it
};

[[nodiscard]] const char* to_string(Role role);
[[nodiscard]] std::optional<Role> parse_role(std::string_view text);
/// owner and member belong to one organization; the others to none.
[[nodiscard]] constexpr bool is_of_organization(Role role) { return role == Role::owner || role == Role::member; }

/// Who asks. Made by the broker from the key's record, never from what the message says.
struct Actor {
  Role role = Role::visitor;
  PrincipalId principal;
  OrganizationId organization;  ///< nil unless is_of_organization(role)
  std::string name;             ///< the key's label, for the audit trail
};

}  // namespace mur
