// What people have been told (telling.h).
#include "shared/domain/rules.h"

namespace mur::rules {

Result<Changes> put(const Ask& ask, const NoteTold& command) {
  const Reply* reply = ask.wall.find(command.reply);
  if (reply == nullptr || (ask.own && reply->organization != ask.actor.organization))
    return fail(Errc::not_found, "reply", "no such reply; see `murctl outbox list`");
  if (reply->status != command.status || reply->begins_at != command.begins_at)
    return fail(Errc::conflict, "reply", "it has changed since; look at `murctl outbox list` and tell what holds now");
  Reply next = *reply;
  set_told(next, ask.now);
  Changes changes = about(ask, record_id(reply->id), to_string(command.status));
  changes.records.emplace_back(std::move(next));
  return changes;
}

Result<Changes> put(const Ask& ask, const NoteOrganizationTold& command) {
  const Organization* organization = ask.wall.find(command.organization);
  if (organization == nullptr || (ask.own && command.organization != ask.actor.organization))
    return fail(Errc::not_found, "organization", "no such organization; see `murctl organization list`");
  if (!command.reply) {
    Organization next = *organization;
    next.matches_told_at = ask.now;
    Changes changes = about(ask, record_id(next.id), "matches");
    changes.records.emplace_back(std::move(next));
    return changes;
  }
  const Reply* reply = ask.wall.find(*command.reply);
  if (reply == nullptr || reply->organization != command.organization)
    return fail(Errc::not_found, "reply", "no such reply; see `murctl reply list`");
  if (reply->reminded_at != TimePoint{}) return unchanged(record_id(reply->id));
  Reply next = *reply;
  next.reminded_at = ask.now;
  Changes changes = about(ask, record_id(next.id), "reminded");
  changes.records.emplace_back(std::move(next));
  return changes;
}

}  // namespace mur::rules
