// Bans. The table stands at Ban.
#include <fmt/format.h>

#include <chrono>

#include "shared/domain/bans.h"
#include "shared/domain/check.h"
#include "shared/domain/limits.h"
#include "shared/domain/rules.h"
#include "shared/domain/span.h"

namespace mur {

bool is_banned(const Wall& wall, OrganizationId organization, TimePoint now) {
  bool banned = false;
  wall.each<Ban>([&](const Ban& ban) {
    banned = banned || (!organization.is_nil() && ban.organization == organization && is_on(ban, now));
  });
  return banned;
}

namespace rules {
namespace {

/// For whom something is posted, where a command posts; nothing where it does not.
struct PostsFor {
  std::optional<OrganizationId> operator()(const PutEvent& command) const { return command.organization; }
  std::optional<OrganizationId> operator()(const PutNeed& command) const { return command.organization; }
  std::optional<OrganizationId> operator()(const AnswerOffer& command) const { return command.organization; }
  std::optional<OrganizationId> operator()(const AddFeed& command) const { return command.organization; }
  template <class Other>
  std::optional<OrganizationId> operator()(const Other&) const {
    return std::nullopt;
  }
};

/// "2026-04-12 18:00", on the hub's clock.
std::string moment(const Ask& ask, TimePoint at) {
  const auto local = zone_of(ask.wall.hub()).to_local(std::chrono::floor<std::chrono::seconds>(at));
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{local - day};
  return fmt::format("{}-{:02}-{:02} {:02}:{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), time.hours().count(), time.minutes().count());
}

/// Whom a ban is about. A wall is everybody's, and staff is an admin's to revoke.
Result<PrincipalId> principal_of(const Ask& ask, KeyId id) {
  const Key* key = ask.wall.find(id);
  if (key == nullptr || is_revoked(*key))
    return fail(Errc::not_found, "key", "no such key in force; see `murctl key list`");
  if (!is_of_organization(key->role) && key->role != Role::proposer)
    return fail(Errc::invalid, "key",
                fmt::format("this is a key of role {}; ban an organization's or a proposer's, or revoke it with "
                            "`murctl key revoke`",
                            to_string(key->role)));
  return key->principal;
}

}  // namespace

Status check_ban(const Ask& ask) {
  const auto organization = std::visit(PostsFor{}, ask.order.command);
  if (!organization) return {};
  Status status;
  ask.wall.each<Ban>([&](const Ban& ban) {
    if (!is_on(ban, ask.now)) return;
    const bool of_organization = !ban.organization.is_nil() && ban.organization == *organization;
    const bool of_key = !ban.principal.is_nil() && ban.principal == ask.actor.principal;
    if (of_organization || of_key)
      status = fail(Errc::closed, "ban",
                    fmt::format("nothing can be posted here before {}: {}. Ask the hub's team", moment(ask, ban.until),
                                ban.reason));
  });
  return status;
}

Result<Changes> put(const Ask& ask, const AddBan& command) {
  if (command.organization.is_nil() != command.key.has_value())
    return fail(Errc::invalid, "organization", "ban an organization or one key, not both");
  if (Status status = check::required_text("reason", command.reason, limits::kReason); !status)
    return fail(status.error());
  if (command.until <= ask.now || command.until > ask.now + limits::kBanMost)
    return fail(
        Errc::invalid, "until",
        fmt::format("give an end between now and {} days from now; a ban ends by itself", limits::kBanMost.count()));
  Ban ban{.id = BanId{derive_uuid(ask.order.id.uuid, "ban")},
          .organization = command.organization,
          .principal = {},
          .reason = command.reason,
          .made_at = ask.now,
          .until = command.until};
  if (command.key) {
    const auto principal = principal_of(ask, *command.key);
    if (!principal) return fail(principal.error());
    ban.principal = *principal;
  } else if (ask.wall.find(command.organization) == nullptr) {
    return fail(Errc::not_found, "organization", "no such organization; see `murctl organization list`");
  }
  Status twice;
  ask.wall.each<Ban>([&](const Ban& other) {
    if (is_on(other, ask.now) && other.organization == ban.organization && other.principal == ban.principal)
      twice = fail(Errc::conflict, "organization",
                   fmt::format("it is banned already, until {}; end that with `murctl ban end` first",
                               moment(ask, other.until)));
  });
  if (!twice) return fail(twice.error());
  Changes changes = about(ask, record_id(ban.id), command.reason);
  changes.records.emplace_back(std::move(ban));
  return changes;
}

Result<Changes> put(const Ask& ask, const EndBan& command) {
  const Ban* present = ask.wall.find(command.ban);
  if (present == nullptr) return fail(Errc::not_found, "ban", "no such ban; see `murctl ban list`");
  if (!is_on(*present, ask.now)) return unchanged(record_id(present->id));
  Ban next = *present;
  next.until = ask.now;
  Changes changes = about(ask, record_id(next.id));
  changes.records.emplace_back(std::move(next));
  return changes;
}

}  // namespace rules
}  // namespace mur
