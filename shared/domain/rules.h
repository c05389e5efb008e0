#pragma once

// Internal to shared/domain: one function a command, each pure, each in the file of its noun. decide() has already
// looked at the authority table; `own` says whether the grant was Grant::own.

#include <functional>

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
[[nodiscard]] Result<Changes> put(const Ask& ask, const CountTally& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const ProposeEvent& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const RenewByTicket& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const TellStory& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const TakeStoryBack& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const BlockContact& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const UnblockContact& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const EraseContact& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const WrongPerson& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const AddReport& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const KeepPost& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const AddStaffNote& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const AppealByTicket& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const AddBan& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const EndBan& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const NotePace& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const ResumeOrganization& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const ChangeOrganization& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const MarkElectoral& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const JoinIdea& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const SetIdeaDate& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const NoteOrganizationTold& command);
[[nodiscard]] Result<Changes> put(const Ask& ask, const AcceptCharter& command);

// Shared by the rules.

/// Changes about `id` with an audit row for this act.
[[nodiscard]] Changes about(const Ask& ask, const RecordId& id, std::string reason = {});
/// Nothing to do: everything already is as asked.
[[nodiscard]] Changes unchanged(const RecordId& id);
/// May this actor post for the organization? Errc::not_found, Errc::closed when suspended, Errc::forbidden for
/// another's.
[[nodiscard]] Result<const Organization*> posting_for(const Ask& ask, OrganizationId organization);
/// Any post, to be moderated. Errc::not_found.
[[nodiscard]] Result<Record> live_post(const Ask& ask, const RecordId& id);
/// Staff has decided on the post: its reports, open or decided otherwise, are now `status`.
void settle_reports(const Ask& ask, const RecordId& post, ReportStatus status, const std::string& note,
                    Changes& changes);
/// Is who posts banned, or who they post for? Errc::closed says why and until when.
[[nodiscard]] Status check_ban(const Ask& ask);
/// What a trusted organization needs: who answers for it, and who of the hub vouches.
[[nodiscard]] Status check_guarantor(const std::string& guarantor, const Actor& actor);
/// A new post's status: published for staff and trusted organizations, else pending. What touches children or
/// vulnerable people, or names someone, waits even then, unless staff posts it.
[[nodiscard]] bool is_published_at_once(const Ask& ask, const Organization* organization,
                                        const std::vector<screening::Mark>& marks);
void set_status(Moderation& moderation, PostStatus status, TimePoint now);
/// A post that the broker hides for now has changed: it is read like a new one, as it comes back by itself otherwise.
void read_again(Moderation& moderation, TimePoint now);
/// What stays of a post, ticket, revision or feed that goes.
[[nodiscard]] Tombstone tombstone_of(const Ask& ask, const Record& record);
/// Is a sealed contact there where its kind says so, does this hub take contacts, and this one? Errc::invalid, closed
/// or too_large.
[[nodiscard]] Status check_sealed_contact(const Ask& ask, const Hub& hub, ContactKind kind, const Bytes& sealed);
/// What someone says of themselves who answers a need or joins an idea.
struct Answerer {
  const std::string& first_name;
  ContactKind contact;
  AgeClass age;
  const std::string& language;
  const Bytes& sealed_contact;
};
/// Is that within the rules, and is there a ticket that no other post has? The error names the field.
[[nodiscard]] Status check_answerer(const Ask& ask, const Answerer& who);
/// Does who gives a contact to a *sensitive* organization consent to its having it? Errc::invalid.
[[nodiscard]] Status check_consent(const Ask& ask, OrganizationId id, bool has_contact, bool consent);
/// The contact that comes with `post`, if there is one, is kept until limits::kContactAfterPost after `over_at`, and
/// can be found by itself.
void keep_contact(const Ask& ask, const RecordId& post, ContactKind kind, const Bytes& sealed, TimePoint over_at,
                  Changes& changes);
/// The one that is kept of `post`, if there is one, stays that long.
void prolong_contact(const RecordId& post, ContactKind kind, TimePoint over_at, Changes& changes);
/// Does `what` ("an offer") come with a ticket that no other post has? Errc::invalid or conflict.
[[nodiscard]] Status check_new_ticket(const Ask& ask, std::string_view what);
/// The order's ticket, which leads to `post` from now on.
[[nodiscard]] Ticket new_ticket(const Ask& ask, const RecordId& post);
/// Is the contact that comes with this order taken here? Errc::closed.
[[nodiscard]] Status check_not_blocked(const Ask& ask);
/// So that what was left with the order's contact is found by it (decide_contact.cc) …
void trace_contact(const Ask& ask, const RecordId& post, Changes& changes);
/// … until the contact goes.
void drop_trace(const Ask& ask, const RecordId& post, Changes& changes);
/// What is left of the contact of `id`: nothing, and that survives a restore.
void forget_contact(const Ask& ask, const RecordId& id, Changes& changes);
/// The reply that the order's ticket leads to; null if it leads elsewhere.
[[nodiscard]] const Reply* reply_by_ticket(const Ask& ask);
[[nodiscard]] Result<Changes> withdraw(const Ask& ask, const Reply& reply);
[[nodiscard]] Result<Changes> undo_withdrawal(const Ask& ask, const Reply& reply);
/// The proposal that the order's ticket leads to; null if it leads elsewhere (decide_proposal.cc).
[[nodiscard]] const Event* proposal_by_ticket(const Ask& ask);
[[nodiscard]] Result<Changes> withdraw(const Ask& ask, const Event& proposal);
[[nodiscard]] Result<Changes> undo_withdrawal(const Ask& ask, const Event& proposal);
/// Time has come for a reply: nobody decided, or its slot is over.
[[nodiscard]] Changes expire(const Ask& ask, const Reply& reply);
/// The offer that the order's ticket leads to. Errc::not_found.
[[nodiscard]] Result<const Offer*> offer_by_ticket(const Ask& ask);
/// The word of an organization, or of staff for the person, on an answer to an offer (decide_offer_answer.cc).
[[nodiscard]] Result<Changes> decide_offer_answer(const Ask& ask, const Reply& reply, const DecideReply& command);
/// `offer` has ended: answers that wait get `status`, and where it was taken back those that were agreed end, too.
void end_offer_answers(const Ask& ask, const Offer& offer, ReplyStatus status, Changes& changes);
/// Calls `visit` for each reply as it stands once `changes` are made.
void each_reply(const Wall& wall, const Changes& changes, const std::function<void(const Reply&)>& visit);
/// How far the offer got once `changes` are made.
[[nodiscard]] OfferStage stage_with(const Wall& wall, OfferId offer, const Changes& changes);
/// The idea with how many others would come once `changes` are made; any other offer as it is.
[[nodiscard]] Offer counted(const Wall& wall, Offer idea, const Changes& changes);
/// Who would join `idea` has changed: adds it with their number, unless that stands already.
void recount_idea(const Ask& ask, OfferId idea, Changes& changes);
/// `next`, as its holder wants it, and the count of its idea with it (decide_idea.cc) …
void put_joining(const Ask& ask, Reply next, Changes& changes);
/// … where a withdrawal is undone.
[[nodiscard]] Result<Changes> return_to_idea(const Ask& ask, const Reply& reply);
/// The idea has ended: who would have joined is told.
void end_joining(const Ask& ask, const Offer& idea, ReplyStatus status, Changes& changes);
/// The idea lives longer, and so does what is kept of who would join.
void prolong_joining(const Ask& ask, const Offer& idea, Changes& changes);
/// The event at which groups meet moved, is cancelled, or goes before it took place.
void move_ideas(const Ask& ask, const Event& event, Changes& changes);
/// Where the hub shows nothing of campaigns: a post that is one is refused, or hidden if the wall has shown it.
void refuse_electoral(const Ask& ask, Record& post);
[[nodiscard]] bool shows_electoral(const Ask& ask);
/// A need that counts the same kind of thing as `before` goes on from there.
void keep_so_far(Need& next, const NeedDetails& before);
/// `need` is `next` from now on: replies keep their places, the first of the waiting list move up where some became
/// free, and who waited for one that no longer takes people is told. Adds the need and the replies that changed.
void settle_replies(const Ask& ask, const Need& next, Changes& changes);
/// A need follows its event. Moved: its slots move as far, and the replies with them. Cancelled: it is closed, and who
/// was to come is told.
void follow_event(const Ask& ask, const Event& before, const Event& next, Changes& changes);

/// Takes a post and what hangs on it (ticket, revision, contact) out of the log, for good. The ticket of a meeting that
/// was told about leads to the story from then on. On a feed's series hang the
/// dates that someone cancelled here: no feed brings those, so none will miss them, and alone they say nothing.
void purge(const Ask& ask, const Record& post, Changes& changes);

}  // namespace mur::rules
