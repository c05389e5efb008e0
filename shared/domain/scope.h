#pragma once

#include <optional>

#include "shared/domain/record.h"
#include "shared/domain/role.h"

namespace mur {

/// Who looks. What a scope sees is a function of the record alone (DESIGN.md § 4).
struct Scope {
  enum class Kind : std::uint8_t { wall = 1, organization = 2, staff = 3 };
  Kind kind = Kind::wall;
  OrganizationId organization;  ///< nil unless kind is organization
  /// Of the protocol that the viewer's program speaks: kinds of records that came later are not for it (PROTOCOL.md
  /// § 10). The broker's own affair, not on the wire.
  std::uint16_t version = kNewest;
  static constexpr std::uint16_t kNewest = 4;

  friend auto operator<=>(const Scope&, const Scope&) = default;
};

[[nodiscard]] Scope scope_of(const Actor& actor);

/// The version of the protocol that brought this kind of record.
[[nodiscard]] constexpr std::uint16_t first_version(RecordKind kind) {
  if (kind >= RecordKind::contact_trace) return 3;
  return kind >= RecordKind::feed ? 2 : 1;
}

/// The organization that sees this record beyond what the wall shows; nil: none.
[[nodiscard]] OrganizationId owner_of(const Record& record);

/// What a program of a version before 4 may read of an offer.
void tell_version_3(OfferDetails& details);

/// What a scope sees of a record: the record as this scope may know it (a wall sees no ContactKind, say), a Tombstone
/// where it could once see it and no longer can, or nothing. Replies, keys and tickets have no wall projection; tickets
/// have none at all.
[[nodiscard]] std::optional<Record> project(const Record& record, const Scope& scope);

}  // namespace mur
