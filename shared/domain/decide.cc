#include "shared/domain/decide.h"

#include "shared/domain/limits.h"
#include "shared/domain/rules.h"

namespace mur {
namespace rules {

Changes about(const Ask& ask, const RecordId& id, std::string reason) {
  Changes changes;
  changes.about = id;
  changes.audit.push_back(AuditRow{.at = ask.now,
                                   .principal = ask.actor.principal,
                                   .role = ask.actor.role,
                                   .actor = ask.actor.name,
                                   .action = to_string(act_of(ask.order.command)),
                                   .entity = id,
                                   .reason = std::move(reason)});
  return changes;
}

Changes unchanged(const RecordId& id) {
  Changes changes;
  changes.about = id;
  return changes;
}

Result<const Organization*> posting_for(const Ask& ask, OrganizationId organization) {
  if (ask.actor.role == Role::proposer) {
    if (!organization.is_nil())
      return fail(Errc::forbidden, "organization", "a proposal names no organization; leave it out");
    return nullptr;
  }
  if (ask.own && organization != ask.actor.organization)
    return fail(Errc::forbidden, "organization", "this key belongs to another organization");
  const Organization* found = ask.wall.find(organization);
  if (found == nullptr)
    return fail(Errc::not_found, "organization", "no such organization; see `murctl organization list`");
  if (found->trust == Trust::suspended)
    return fail(Errc::closed, "organization", "this organization is suspended and can't post; ask the hub's team");
  return found;
}

bool is_published_at_once(const Ask& ask, const Organization* organization, const std::vector<screening::Mark>& marks) {
  if (ask.actor.role == Role::admin || ask.actor.role == Role::moderator) return true;
  if (screening::always_waits(marks)) return false;
  return organization != nullptr && organization->trust == Trust::trusted;
}

Status check_new_ticket(const Ask& ask, std::string_view what) {
  if (!ask.order.ticket) return fail(Errc::invalid, "ticket", std::string(what) + " comes with a sealed ticket");
  if (ask.wall.ticket_of(ask.order.ticket->code) != nullptr)
    return fail(Errc::conflict, "ticket", "this ticket code is taken; make another");
  return {};
}

Ticket new_ticket(const Ask& ask, const RecordId& post) {
  return {.id = TicketId{derive_uuid(ask.order.id.uuid, "ticket")},
          .post = post,
          .hashes = *ask.order.ticket,
          .created_at = ask.now};
}

void set_status(Moderation& moderation, PostStatus status, TimePoint now) {
  moderation.before = moderation.status;
  moderation.status = status;
  moderation.decided_at = now;
  moderation.decided_by = Role::clock;
  moderation.appeal_waits = false;
  if (status == PostStatus::published) moderation.seen_by_wall = true;
}

void read_again(Moderation& moderation, TimePoint now) {
  set_status(moderation, PostStatus::pending, now);
  moderation.submitted_at = now;
  moderation.reviewed_at = {};
  moderation.reason = Reason::none;
}

}  // namespace rules

namespace {

Status check_age(const Order& order, TimePoint now) {
  if (order.made_at < now - limits::kCommandOldest)
    return fail(Errc::too_old, "made_at", "this command is more than 110 days old; make it anew");
  if (order.made_at > now + limits::kCommandAhead)
    return fail(Errc::invalid, "made_at", "this command is dated more than a day ahead; set the sender's clock");
  return {};
}

}  // namespace

RecordId contact_of(const RecordId& post) { return {post.kind, derive_uuid(post.uuid, "contact")}; }

Result<Changes> decide(const Wall& wall, const Order& order, const Actor& actor, TimePoint now) {
  const Grant grant = authority(actor.role, act_of(order.command));
  if (grant == Grant::never)
    return fail(Errc::forbidden, to_string(act_of(order.command)),
                "this key may not do that; ask the hub's team for one that may");
  if (Status status = check_age(order, now); !status) return fail(status.error());
  const rules::Ask ask{.wall = wall, .order = order, .actor = actor, .now = now, .own = grant == Grant::own};
  if (Status status = rules::check_ban(ask); !status) return fail(status.error());
  auto changes = std::visit([&ask](const auto& command) { return rules::put(ask, command); }, order.command);
  if (changes)
    for (Record& record : changes->records) rules::refuse_electoral(ask, record);
  return changes;
}

ReplyId reply_made_by(const CommandId& command) { return ReplyId{derive_uuid(command.uuid, "reply")}; }
ReportId report_made_by(const CommandId& command) { return ReportId{derive_uuid(command.uuid, "report")}; }
OfferId offer_made_by(const CommandId& command) { return OfferId{derive_uuid(command.uuid, "offer")}; }

}  // namespace mur
