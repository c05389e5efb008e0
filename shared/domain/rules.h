#pragma once

// Internal to shared/domain: one function a command, each pure, each in the file of its noun. decide() has already
// looked at the authority table; `own` says whether the grant was Grant::own.

#include "shared/domain/authority.h"
#include "shared/domain/decide.h"

namespace mur::rules {

/// What every rule gets.
struct Ask {
  const Wall& wall;
  const Order& order;
  const Actor& actor;
  TimePoint now;
  bool own = false;
};

[[nodiscard]] Result<Changes> put(const Ask& ask, const PutHub& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const AddOrganization& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const SetTrust& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const AddKey& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const RevokeKey& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const PutEvent& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const CancelEvent& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const PutNeed& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const CloseNeed& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const PutOffer& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const WithdrawByTicket& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const RestoreByTicket& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const Approve& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const Refuse& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const Hide& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const Unhide& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const PutNotice& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const Expire& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const AddFeed& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const ConfirmFeed& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const RemoveFeed& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const NoteFetch& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const MissEvent& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const MergeEvents& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const UnmergeEvent& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const KeepApart& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const AnswerNeed& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const ComeNow& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const DecideReply& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const TellByTicket& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const AnswerOffer& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const DecideByTicket& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const NoteTold& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const ResumeOrganization& command);

// Shared by the rules.

/// Changes about `id` with an audit row for this act.
[[nodiscard]] Changes about(const Ask& ask, const RecordId& id, std::string reason = {});
/// Nothing to do: everything already is as asked.
[[nodiscard]] Changes unchanged(const RecordId& id);
/// May this actor post for the organization? Errc::not_found, Errc::closed when suspended, Errc::forbidden for
/// another's.
[[nodiscard]] Result<const Organization*> posting_for(const Ask& ask, OrganizationId organization);
/// A new post's status: published for staff and trusted organizations, else pending.
[[nodiscard]] bool is_published_at_once(const Ask& ask, const Organization* organization);
void set_status(Moderation& moderation, PostStatus status, TimePoint now);
/// What stays of a post, ticket, revision or feed that goes.
[[nodiscard]] Tombstone tombstone_of(const Ask& ask, const Record& record);
/// Is a sealed contact there where its kind says so, and does this hub take contacts? Errc::invalid, closed or
/// too_large.
[[nodiscard]] Status check_sealed_contact(const Hub& hub, ContactKind kind, const Bytes& sealed);
/// What is left of the contact of `id`: nothing, and that survives a restore.
void forget_contact(const RecordId& id, Changes& changes);
/// The reply that the order's ticket leads to; null if it leads elsewhere.
[[nodiscard]] const Reply* reply_by_ticket(const Ask& ask);
[[nodiscard]] Result<Changes> withdraw(const Ask& ask, const Reply& reply);
[[nodiscard]] Result<Changes> undo_withdrawal(const Ask& ask, const Reply& reply);
/// Time has come for a reply: nobody decided, or its slot is over.
[[nodiscard]] Changes expire(const Ask& ask, const Reply& reply);
/// The offer that the order's ticket leads to. Errc::not_found.
[[nodiscard]] Result<const Offer*> offer_by_ticket(const Ask& ask);
/// The word of an organization, or of staff for the person, on an answer to an offer (decide_offer_answer.cc).
[[nodiscard]] Result<Changes> decide_offer_answer(const Ask& ask, const Reply& reply, const DecideReply& command);
/// `offer` has ended: answers that wait get `status`, and where it was taken back those that were agreed end, too.
void end_offer_answers(const Ask& ask, const Offer& offer, ReplyStatus status, Changes& changes);
/// `need` is `next` from now on: replies keep their places, the first of the waiting list move up where some became
/// free, and who waited for one that no longer takes people is told. Adds the need and the replies that changed.
void settle_replies(const Ask& ask, const Need& next, Changes& changes);
/// A need follows its event. Moved: its slots move as far, and the replies with them. Cancelled: it is closed, and who
/// was to come is told.
void follow_event(const Ask& ask, const Event& before, const Event& next, Changes& changes);

/// Takes a post and what hangs on it (ticket, revision, contact) out of the log, for good. On a feed's series hang the
/// dates that someone cancelled here: no feed brings those, so none will miss them, and alone they say nothing.
void purge(const Ask& ask, const Record& post, Changes& changes);

}  // namespace mur::rules
