// What someone outside any account proposes for the calendar, with a ticket.
//
//   from                    on                                        to
//   –                       proposed                                  pending, with organization nil
//   pending                 a moderator approves, refuses             published, refused (as any post)
//   pending, published      taken back by ticket                      withdrawn; the contact goes at once
//   withdrawn               the same, within 24 h                     what it was, without contact
//   withdrawn               24 h later (due)                          purged, forgotten for good
//
// Everything else is refused.
#include "shared/domain/check.h"
#include "shared/domain/limits.h"
#include "shared/domain/repeats.h"
#include "shared/domain/rules.h"
#include "shared/domain/span.h"

namespace mur {
namespace {

/// A proposal can't choose its identity: nobody's UID is safe from a stranger's otherwise.
std::string uid_of(const CommandId& command) { return "proposal-" + to_string(command); }

}  // namespace

EventId event_proposed_by(const CommandId& command) { return event_id({}, EventDetails{.uid = uid_of(command)}); }

namespace rules {

Result<Changes> put(const Ask& ask, const ProposeEvent& command) {
  const Hub* hub = ask.wall.hub();
  if (hub == nullptr) return fail(Errc::closed, "hub", "the hub is not set up yet; run `murctl hub init`");
  EventDetails details = command.details;
  details.uid = uid_of(ask.order.id);
  details.recurrence_id.reset();
  details.source = Source::typed;
  if (Status status = check::event(details); !status) return fail(status.error());
  if (details.organizer.empty())
    return fail(Errc::invalid, "organizer", "say who organizes it: a moderator has to know whom to ask");
  if (Status status = check_sealed_contact(ask, *hub, command.contact, command.sealed_contact); !status)
    return fail(status.error());
  if (Status status = check_new_ticket(ask, "a proposal"); !status) return fail(status.error());
  const auto over = over_at(details, zone_of(hub), ask.now);
  if (over && *over <= ask.now) return fail(Errc::closed, "end", "this is over already; change the dates");

  Event event{
      .id = event_proposed_by(ask.order.id), .details = std::move(details), .over_at = over, .updated_at = ask.now};
  event.moderation.submitted_at = ask.now;
  event.moderation.marks = check::marks(event.details);
  mark_beside_others(ask.wall, event, ask.now);
  const RecordId id = record_id(event.id);
  Changes changes = about(ask, id);
  keep_contact(ask, id, command.contact, command.sealed_contact, over.value_or(ask.now + limits::kReplyLife), changes);
  changes.records.emplace_back(std::move(event));
  changes.records.emplace_back(new_ticket(ask, id));
  return changes;
}

const Event* proposal_by_ticket(const Ask& ask) {
  const Ticket* ticket = ask.order.ticket ? ask.wall.ticket_of(ask.order.ticket->code) : nullptr;
  if (ticket == nullptr || ticket->post.kind != RecordKind::event) return nullptr;
  return ask.wall.find(EventId{ticket->post.uuid});
}

Result<Changes> withdraw(const Ask& ask, const Event& proposal) {
  const RecordId id = record_id(proposal.id);
  const PostStatus status = proposal.moderation.status;
  if (status == PostStatus::withdrawn) return unchanged(id);
  if (status != PostStatus::pending && status != PostStatus::published)
    return fail(Errc::closed, "code",
                "this proposal is not on the wall and does not wait; there is nothing to take back");
  Event next = proposal;
  set_status(next.moderation, PostStatus::withdrawn, ask.now);
  Changes changes = about(ask, id);
  forget_contact(ask, id, changes);
  changes.records.emplace_back(std::move(next));
  return changes;
}

Result<Changes> undo_withdrawal(const Ask& ask, const Event& proposal) {
  const RecordId id = record_id(proposal.id);
  if (proposal.moderation.status != PostStatus::withdrawn) return unchanged(id);
  if (ask.now >= proposal.moderation.decided_at + limits::kUndoWithdrawal)
    return fail(Errc::closed, "code", "a withdrawal can be undone for 24 hours; propose it again");
  Event next = proposal;
  set_status(next.moderation, proposal.moderation.before, ask.now);
  Changes changes = about(ask, id);
  changes.records.emplace_back(std::move(next));
  return changes;
}

}  // namespace rules
}  // namespace mur
