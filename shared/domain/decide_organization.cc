// The hub, organizations and keys.
#include <fmt/format.h>

#include "shared/base/text.h"
#include "shared/domain/check.h"
#include "shared/domain/feed_rules.h"
#include "shared/domain/limits.h"
#include "shared/domain/rules.h"

namespace mur::rules {
namespace {

/// Would a calendar's times or places be read otherwise?
bool reads_otherwise(const Hub& one, const Hub& other) {
  return one.time_zone != other.time_zone || one.name != other.name || one.address != other.address ||
         one.rooms != other.rooms;
}

}  // namespace

Result<Changes> put(const Ask& ask, const PutHub& command) {
  if (Status status = check::hub(command.hub); !status) return fail(status.error());
  const Hub* present = ask.wall.hub();
  if (present != nullptr) {
    if (*present == command.hub) return unchanged(record_id(present->id));
    if (present->id != command.hub.id) return fail(Errc::conflict, "hub", "this log belongs to another hub");
    if (present->demo != command.hub.demo)
      return fail(
          Errc::invalid, "demo",
          "a demonstration hub stays one, and a real hub can't become one; make another with `murctl hub init`");
  }
  Changes changes = about(ask, record_id(command.hub.id));
  changes.records.emplace_back(command.hub);
  if (present != nullptr && reads_otherwise(*present, command.hub))
    ask.wall.each<Feed>([&changes](const Feed& feed) {
      if (Feed next = to_be_read_whole(feed); next != feed) changes.records.emplace_back(std::move(next));
    });
  return changes;
}

Result<Changes> put(const Ask& ask, const AddOrganization& command) {
  if (Status status = check::organization(command.details); !status) return fail(status.error());
  if (Status status = check::text("guarantor", command.guarantor, limits::kName); !status) return fail(status.error());
  if (const Organization* other = ask.wall.organization_named(command.details.name))
    return fail(Errc::conflict, "name", fmt::format("\"{}\" is registered already", other->details.name));
  if (command.trust == Trust::trusted)
    if (Status status = check_guarantor(command.guarantor, ask.actor); !status) return fail(status.error());
  const OrganizationId id{derive_uuid(ask.order.id.uuid, "organization")};
  Changes changes = about(ask, record_id(id));
  changes.records.emplace_back(
      Organization{.id = id,
                   .details = command.details,
                   .trust = command.trust,
                   .guarantor = command.guarantor,
                   .created_at = ask.now,
                   .seen_by_wall = command.trust == Trust::newcomer || command.trust == Trust::trusted,
                   .vouched_by = command.trust == Trust::trusted ? ask.actor.name : std::string{}});
  return changes;
}

Result<Changes> put(const Ask& ask, const SetTrust& command) {
  const Organization* present = ask.wall.find(command.organization);
  if (present == nullptr)
    return fail(Errc::not_found, "organization", "no such organization; see `murctl organization list`");
  if (Status status = check::text("guarantor", command.guarantor, limits::kName); !status) return fail(status.error());
  Organization next = *present;
  next.trust = command.trust;
  if (!command.guarantor.empty()) next.guarantor = command.guarantor;
  if (next.trust == Trust::trusted) {
    if (Status status = check_guarantor(next.guarantor, ask.actor); !status) return fail(status.error());
    if (present->trust != Trust::trusted || next.guarantor != present->guarantor || next.vouched_by.empty())
      next.vouched_by = ask.actor.name;
  } else {
    next.vouched_by.clear();
  }
  if (next.trust == Trust::newcomer || next.trust == Trust::trusted) next.seen_by_wall = true;
  if (next == *present) return unchanged(record_id(present->id));
  Changes changes = about(ask, record_id(next.id), to_string(command.trust));
  changes.records.emplace_back(std::move(next));
  return changes;
}

Result<Changes> put(const Ask& ask, const ResumeOrganization& command) {
  const auto found = posting_for(ask, command.organization);
  if (!found) return fail(found.error());
  Organization next = **found;
  resume(next.pace);
  if (next == **found) return unchanged(record_id(next.id));
  Changes changes = about(ask, record_id(next.id));
  changes.records.emplace_back(std::move(next));
  return changes;
}

Result<Changes> put(const Ask& ask, const ChangeOrganization& command) {
  const auto found = posting_for(ask, command.organization);
  if (!found) return fail(found.error());
  const Organization& present = **found;
  if (Status status = check::organization(command.details); !status) return fail(status.error());
  const OrganizationDetails& details = command.details;
  const OrganizationDetails& before = present.details;
  if (ask.own && (details.name != before.name || details.room != before.room || details.residency != before.residency))
    return fail(Errc::forbidden, "name",
                "its name, its room and whether it is resident are the hub's to change; ask it");
  if (ask.own && before.sensitivity != Sensitivity::none && details.sensitivity != before.sensitivity)
    return fail(Errc::forbidden, "sensitivity", "what protects people is the hub's to take back; ask its team");
  if (const Organization* other = ask.wall.organization_named(details.name);
      other != nullptr && other->id != present.id)
    return fail(Errc::conflict, "name", fmt::format("\"{}\" is registered already", other->details.name));
  if (details == before) return unchanged(record_id(present.id));
  Organization next = present;
  next.details = details;
  Changes changes = about(ask, record_id(next.id));
  changes.records.emplace_back(std::move(next));
  return changes;
}

Result<Changes> put(const Ask& ask, const AcceptCharter& command) {
  const auto found = posting_for(ask, command.organization);
  if (!found) return fail(found.error());
  if ((*found)->charter_at != TimePoint{}) return unchanged(record_id((*found)->id));
  Organization next = **found;
  next.charter_at = ask.now;
  Changes changes = about(ask, record_id(next.id));
  changes.records.emplace_back(std::move(next));
  return changes;
}

Result<Changes> put(const Ask& ask, const AddKey& command) {
  if (Status status = check::required_text("label", command.label, limits::kName); !status) return fail(status.error());
  if (command.role == Role::clock)
    return fail(Errc::invalid, "role", "no key stands for the broker itself; choose another role");
  if (is_of_organization(command.role) == command.organization.is_nil())
    return fail(Errc::invalid, "organization", "give an organization to an owner's or member's key, and to no other");
  if (ask.own && (!is_of_organization(command.role) || command.organization != ask.actor.organization))
    return fail(Errc::forbidden, "role", "an owner gives keys of its own organization only");
  if (!command.organization.is_nil() && ask.wall.find(command.organization) == nullptr)
    return fail(Errc::not_found, "organization", "no such organization; see `murctl organization list`");
  if (ask.wall.key_of(command.public_key) != nullptr)
    return fail(Errc::conflict, "public_key", "this key is registered already");
  const KeyId id{derive_uuid(ask.order.id.uuid, "key")};
  PrincipalId principal{derive_uuid(ask.order.id.uuid, "principal")};
  if (command.replaces) {
    const Key* same = nullptr;
    ask.wall.each<Key>([&](const Key& key) {
      if (key.principal == *command.replaces) same = &key;
    });
    if (same == nullptr || same->role != command.role || same->organization != command.organization)
      return fail(Errc::invalid, "replaces", "a new key keeps the role and organization of the one it replaces");
    principal = *command.replaces;
  }
  Changes changes = about(ask, record_id(id), to_string(command.role));
  changes.records.emplace_back(Key{.id = id,
                                   .principal = principal,
                                   .public_key = command.public_key,
                                   .role = command.role,
                                   .organization = command.organization,
                                   .label = command.label,
                                   .created_at = ask.now,
                                   .revoked_at = {}});
  return changes;
}

Result<Changes> put(const Ask& ask, const RevokeKey& command) {
  const Key* present = ask.wall.find(command.key);
  if (present == nullptr || (ask.own && present->organization != ask.actor.organization))
    return fail(Errc::not_found, "key", "no such key; see `murctl key list`");
  if (is_revoked(*present)) return unchanged(record_id(present->id));
  if (present->role == Role::admin && ask.actor.role != Role::clock) {
    int admins = 0;
    ask.wall.each<Key>([&admins](const Key& key) { admins += key.role == Role::admin && !is_revoked(key) ? 1 : 0; });
    if (admins == 1)
      return fail(Errc::closed, "key",
                  "this is the last admin key; make another first (`murctl key new --role admin`)");
  }
  Key next = *present;
  next.revoked_at = ask.now;
  Changes changes = about(ask, record_id(next.id));
  changes.forgotten.push_back(record_id(next.id));
  changes.records.emplace_back(std::move(next));
  return changes;
}

}  // namespace mur::rules
