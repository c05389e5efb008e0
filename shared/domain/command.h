#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/domain/hub.h"
#include "shared/domain/key.h"
#include "shared/domain/notice.h"
#include "shared/domain/record.h"

namespace mur {

/// What someone asks the broker to change. One struct a wish; who may send which: authority.h.

struct PutHub {  ///< from hub.toml, by the broker itself
  Hub hub;
  friend bool operator==(const PutHub&, const PutHub&) = default;
};
struct AddOrganization {
  OrganizationDetails details;
  Trust trust = Trust::newcomer;
  std::string guarantor;
  friend bool operator==(const AddOrganization&, const AddOrganization&) = default;
};
struct SetTrust {
  OrganizationId organization;
  Trust trust = Trust::newcomer;
  std::string guarantor;
  friend bool operator==(const SetTrust&, const SetTrust&) = default;
};
struct AddKey {
  CurvePublicKey public_key{};
  Role role = Role::kiosk;
  OrganizationId organization;
  std::string label;
  std::optional<PrincipalId> replaces;  ///< keep this principal: a new key for the same kiosk or account
  friend bool operator==(const AddKey&, const AddKey&) = default;
};
struct RevokeKey {
  KeyId key;
  friend bool operator==(const RevokeKey&, const RevokeKey&) = default;
};
struct PutEvent {
  OrganizationId organization;  ///< nil from a proposer: nobody's yet
  EventDetails details;
  std::optional<FeedId> feed;  ///< that brings it: the broker alone may say so
  friend bool operator==(const PutEvent&, const PutEvent&) = default;
};
struct CancelEvent {
  EventId event;
  std::optional<calendar::When> instance;  ///< one occurrence of a series; absent: all of it
  friend bool operator==(const CancelEvent&, const CancelEvent&) = default;
};
struct PutNeed {
  std::optional<NeedId> need;  ///< absent: a new one
  OrganizationId organization;
  NeedDetails details;
  friend bool operator==(const PutNeed&, const PutNeed&) = default;
};
struct CloseNeed {
  NeedId need;
  friend bool operator==(const CloseNeed&, const CloseNeed&) = default;
};
struct PutOffer {
  OfferDetails details;
  Bytes sealed_ticket;   ///< TicketSecret, sealed on the kiosk with the hub's key
  Bytes sealed_contact;  ///< empty with ContactKind::none
  friend bool operator==(const PutOffer&, const PutOffer&) = default;
};
struct WithdrawByTicket {
  Bytes sealed_ticket;  ///< TicketSecret with the code only (claim zero)
  friend bool operator==(const WithdrawByTicket&, const WithdrawByTicket&) = default;
};
struct RestoreByTicket {  ///< undoes a withdrawal, within limits::kUndoWithdrawal
  Bytes sealed_ticket;
  friend bool operator==(const RestoreByTicket&, const RestoreByTicket&) = default;
};
struct Approve {
  RecordId post;
  friend bool operator==(const Approve&, const Approve&) = default;
};
struct Refuse {
  RecordId post;
  Reason reason = Reason::other;
  std::string note;
  friend bool operator==(const Refuse&, const Refuse&) = default;
};
struct Hide {
  RecordId post;
  Reason reason = Reason::other;
  std::string note;
  friend bool operator==(const Hide&, const Hide&) = default;
};
struct Unhide {
  RecordId post;
  friend bool operator==(const Unhide&, const Unhide&) = default;
};
struct PutNotice {
  std::string text;
  TimePoint shown_from{};
  TimePoint shown_until{};
  friend bool operator==(const PutNotice&, const PutNotice&) = default;
};
/// Time has come for `entity`: an offer expires, an ended event or a withdrawn post is purged. Made by due().
struct Expire {
  RecordId entity;
  TimePoint due{};
  friend bool operator==(const Expire&, const Expire&) = default;
};

struct AddFeed {
  OrganizationId organization;
  FeedDetails details;
  friend bool operator==(const AddFeed&, const AddFeed&) = default;
};
/// "What the preview shows is right": a proposed feed publishes from here on, a quarantined one may be smaller.
struct ConfirmFeed {
  FeedId feed;
  friend bool operator==(const ConfirmFeed&, const ConfirmFeed&) = default;
};
struct RemoveFeed {
  FeedId feed;
  bool keep_events = false;  ///< what is over stays in any case
  friend bool operator==(const RemoveFeed&, const RemoveFeed&) = default;
};
/// A fetch came to its end. By the broker itself, last of a refresh: what it brought is on record by then.
struct NoteFetch {
  FeedId feed;
  FetchReport report;
  friend bool operator==(const NoteFetch&, const NoteFetch&) = default;
};
/// The feed's file did not hold the event. By the broker itself. The first time this is written down; when a second
/// refresh in a row lacks it, an event that is still to come goes. What is over stays. What the file holds as private
/// goes at once, over or not.
struct MissEvent {
  EventId event;
  FeedId feed;
  bool is_private = false;
  friend bool operator==(const MissEvent&, const MissEvent&) = default;
};

/// A visitor claims a place of a slot. Held while the organization decides, listed if all are taken.
struct AnswerNeed {
  NeedId need;
  SlotId slot;
  std::optional<TimePoint> date;  ///< of a repeating slot: one date, by its start; absent: each of them
  int places = 1;                 ///< more than one only of material
  std::string first_name;
  ContactKind contact = ContactKind::none;
  AgeClass age = AgeClass::unknown;
  std::string language;  ///< BCP 47, of the screen
  Bytes sealed_ticket;
  Bytes sealed_contact;  ///< empty with ContactKind::none
  bool consent = false;  ///< to a *sensitive* organization's knowing the contact
  friend bool operator==(const AnswerNeed&, const AnswerNeed&) = default;
};
/// « J'y vais maintenant »: one more head for a slot that begins within limits::kComeNowAhead. Asks nothing.
struct ComeNow {
  NeedId need;
  SlotId slot;
  friend bool operator==(const ComeNow&, const ComeNow&) = default;
};
/// The organization's word on a reply: accepted, declined, fell_through; once the slot has begun met or no_show.
struct DecideReply {
  ReplyId reply;
  ReplyStatus status = ReplyStatus::accepted;
  ReplyReason reason = ReplyReason::none;  ///< of declined and fell_through
  std::string note;                        ///< to the person
  friend bool operator==(const DecideReply&, const DecideReply&) = default;
};
/// The person's word, once the slot has begun: did you meet?
struct TellByTicket {
  Bytes sealed_ticket;  ///< TicketSecret with the code only (claim zero)
  bool met = true;      ///< false: nobody was there
  friend bool operator==(const TellByTicket&, const TellByTicket&) = default;
};

/// An organization answers a visitor's offer. The person decides; who ticked « peuvent m'appeler » has already.
struct AnswerOffer {
  OfferId offer;
  OrganizationId organization;
  std::string note;  ///< to the person: who writes, and what for
  friend bool operator==(const AnswerOffer&, const AnswerOffer&) = default;
};
/// The person's word on an answer to their offer: accepted or declined, and once accepted met or nobody_there.
struct DecideByTicket {
  Bytes sealed_ticket;  ///< TicketSecret with the offer's code only (claim zero)
  ReplyId reply;
  ReplyStatus status = ReplyStatus::accepted;
  bool consent = false;  ///< to a *sensitive* organization's knowing the contact
  friend bool operator==(const DecideByTicket&, const DecideByTicket&) = default;
};

/// The person was told, by a call, at the desk or by a letter, that their reply is `status` and begins then.
struct NoteTold {
  ReplyId reply;
  ReplyStatus status = ReplyStatus::held;
  TimePoint begins_at{};
  friend bool operator==(const NoteTold&, const NoteTold&) = default;
};

/// `event` is the same as `into`, and shown as part of it from now on (merged.h). Changes no text.
struct MergeEvents {
  EventId into;
  EventId event;
  friend bool operator==(const MergeEvents&, const MergeEvents&) = default;
};
struct UnmergeEvent {  ///< undoes a MergeEvents
  EventId event;
  friend bool operator==(const UnmergeEvent&, const UnmergeEvent&) = default;
};
/// These two look alike but are not the same: not suggested again (same_event.h). Undone by merging them.
struct KeepApart {
  EventId one;
  EventId other;
  friend bool operator==(const KeepApart&, const KeepApart&) = default;
};
struct CountTally {  ///< of a need: so many more (or fewer) were given, or used
  NeedId need;
  std::int32_t given = 0;
  std::int32_t used = 0;
  friend bool operator==(const CountTally&, const CountTally&) = default;
};
struct ProposeEvent {  ///< from outside any account: nobody's yet, `details.organizer` says whose
  EventDetails details;
  ContactKind contact = ContactKind::none;
  Bytes sealed_ticket;   ///< TicketSecret, sealed with the hub's key where it was typed
  Bytes sealed_contact;  ///< empty with ContactKind::none
  friend bool operator==(const ProposeEvent&, const ProposeEvent&) = default;
};
struct RenewByTicket {  ///< an offer, for as long as a new one lives
  Bytes sealed_ticket;  ///< TicketSecret with the code only (claim zero)
  friend bool operator==(const RenewByTicket&, const RenewByTicket&) = default;
};
struct TellStory {      ///< of a meeting that happened
  Bytes sealed_ticket;  ///< TicketSecret with the code only (claim zero)
  std::string text;
  std::string first_name;  ///< empty: none
  std::string language;    ///< BCP 47
  bool consent = false;    ///< to its being shown for limits::kStoryLife
  friend bool operator==(const TellStory&, const TellStory&) = default;
};
struct TakeStoryBack {
  Bytes sealed_ticket;  ///< likewise
  friend bool operator==(const TakeStoryBack&, const TakeStoryBack&) = default;
};
struct BlockContact {
  Bytes sealed_contact;
  std::string reason;
  std::optional<TimePoint> until;  ///< absent: for good
  friend bool operator==(const BlockContact&, const BlockContact&) = default;
};
struct UnblockContact {
  ContactBlockId block;
  friend bool operator==(const UnblockContact&, const UnblockContact&) = default;
};
struct EraseContact {  ///< everything that was left with it
  Bytes sealed_contact;
  std::string reason;
  friend bool operator==(const EraseContact&, const EraseContact&) = default;
};
struct WrongPerson {  ///< « Ce n'est pas la bonne personne »: the contact of this post is erased everywhere, and
                      ///< blocked
  RecordId post;
  friend bool operator==(const WrongPerson&, const WrongPerson&) = default;
};

/// « Signaler un problème », at the wall or at the desk. Its ticket tells who made it what became of it.
struct AddReport {
  RecordId post;
  ReportReason reason = ReportReason::other;
  Bytes sealed_ticket;
  friend bool operator==(const AddReport&, const AddReport&) = default;
};
/// A post that was reported, or hidden for now, stays (or comes back): reports don't hide it again.
struct KeepPost {
  RecordId post;
  std::string note;  ///< to who reported it
  friend bool operator==(const KeepPost&, const KeepPost&) = default;
};
/// A word between moderators.
struct AddStaffNote {
  RecordId post;
  std::string text;
  friend bool operator==(const AddStaffNote&, const AddStaffNote&) = default;
};
/// Its author answers a refusal or a hiding, once.
struct AppealByTicket {
  Bytes sealed_ticket;  ///< TicketSecret with the code only (claim zero)
  std::string text;
  friend bool operator==(const AppealByTicket&, const AppealByTicket&) = default;
};
struct AddBan {
  OrganizationId organization;  ///< nil where one key is banned
  std::optional<KeyId> key;     ///< of an organization or a proposer
  std::string reason;
  TimePoint until{};
  friend bool operator==(const AddBan&, const AddBan&) = default;
};
struct EndBan {
  BanId ban;
  friend bool operator==(const EndBan&, const EndBan&) = default;
};
/// A day has passed: how long reviews take is worked out anew. By the broker itself.
struct NotePace {
  friend bool operator==(const NotePace&, const NotePace&) = default;
};

/// The organization looks after its answers again: ends the pause of its needs (pace.h).
struct ResumeOrganization {
  OrganizationId organization;
  friend bool operator==(const ResumeOrganization&, const ResumeOrganization&) = default;
};

/// An organization tells of itself anew. Its name, its room and whether it is resident are the hub's to say.
struct ChangeOrganization {
  OrganizationId organization;
  OrganizationDetails details;
  friend bool operator==(const ChangeOrganization&, const ChangeOrganization&) = default;
};
/// A moderator says that a post serves a campaign, or does not (electoral.h).
struct MarkElectoral {
  RecordId post;
  bool electoral = true;
  friend bool operator==(const MarkElectoral&, const MarkElectoral&) = default;
};
/// A visitor would join the group that an offer of kind idea wants to start (idea.h).
struct JoinIdea {
  OfferId offer;
  std::string first_name;
  ContactKind contact = ContactKind::none;
  AgeClass age = AgeClass::unknown;
  std::string language;  ///< BCP 47, of the screen
  Bytes sealed_ticket;
  Bytes sealed_contact;  ///< empty with ContactKind::none
  friend bool operator==(const JoinIdea&, const JoinIdea&) = default;
};
/// The hub proposes when and where the group meets: at this event.
struct SetIdeaDate {
  OfferId offer;
  EventId event;
  friend bool operator==(const SetIdeaDate&, const SetIdeaDate&) = default;
};
/// A letter reached the organization: that `reply` waits for it; with no reply, which offers fit its needs.
struct NoteOrganizationTold {
  OrganizationId organization;
  std::optional<ReplyId> reply;
  friend bool operator==(const NoteOrganizationTold&, const NoteOrganizationTold&) = default;
};

/// The organization accepts what it may do with contacts: this use only, deleted after.
struct AcceptCharter {
  OrganizationId organization;
  friend bool operator==(const AcceptCharter&, const AcceptCharter&) = default;
};

/// The order is on the wire: append only.
using Command =
    std::variant<PutHub, AddOrganization, SetTrust, AddKey, RevokeKey, PutEvent, CancelEvent, PutNeed, CloseNeed,
                 PutOffer, WithdrawByTicket, RestoreByTicket, Approve, Refuse, Hide, Unhide, PutNotice, Expire, AddFeed,
                 ConfirmFeed, RemoveFeed, NoteFetch, MissEvent, MergeEvents, UnmergeEvent, KeepApart, AnswerNeed,
                 ComeNow, DecideReply, TellByTicket, AnswerOffer, DecideByTicket, NoteTold, CountTally, ProposeEvent,
                 RenewByTicket, TellStory, TakeStoryBack, BlockContact, UnblockContact, EraseContact, WrongPerson,
                 AddReport, KeepPost, AddStaffNote, AppealByTicket, AddBan, EndBan, NotePace, ResumeOrganization,
                 ChangeOrganization, MarkElectoral, JoinIdea, SetIdeaDate, NoteOrganizationTold, AcceptCharter>;

/// A command as it is decided: named, dated, and with what only the broker knows of it.
struct Order {
  CommandId id;
  TimePoint made_at{};
  Command command;
  std::optional<TicketHashes> ticket;  ///< opened from sealed_ticket, hashed with the hub's ticket key
  std::optional<Digest256> contact;    ///< opened from sealed_contact, hashed with the hub's key
  /// Of ConfirmFeed: the broker still holds what was shown of it, so that this is what goes up.
  bool is_held = true;
};

}  // namespace mur
