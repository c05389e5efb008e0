#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "shared/domain/feed_preview.h"
#include "shared/domain/hub.h"
#include "shared/domain/record.h"

namespace mur {

/// What someone asks without changing the log. Opening a contact is audited, durably, before it is answered.

struct ShowTicket {
  std::string code;  ///< as parse_ticket_code gives it
  friend bool operator==(const ShowTicket&, const ShowTicket&) = default;
};
struct OpenContact {
  RecordId post;
  std::string reason;  ///< written, kept in the audit trail
  friend bool operator==(const OpenContact&, const OpenContact&) = default;
};
struct ListAudit {
  std::size_t most = 100;
  friend bool operator==(const ListAudit&, const ListAudit&) = default;
};
struct GetStatus {
  friend bool operator==(const GetStatus&, const GetStatus&) = default;
};
struct AcceptClock {
  friend bool operator==(const AcceptClock&, const AcceptClock&) = default;
};
struct Reload {
  friend bool operator==(const Reload&, const Reload&) = default;
};
struct BackUp {
  std::string name;  ///< file name within the broker's backup folder; empty: made from the time
  friend bool operator==(const BackUp&, const BackUp&) = default;
};

/// What a proposed or quarantined feed would bring. Errc::try_again while it is being fetched.
struct PreviewFeed {
  FeedId feed;
  friend bool operator==(const PreviewFeed&, const PreviewFeed&) = default;
};
/// Fetch it now, whenever it is due. At most once in limits::kFetchNowEvery.
struct RefreshFeed {
  FeedId feed;
  friend bool operator==(const RefreshFeed&, const RefreshFeed&) = default;
};

/// What was left with a contact. Audited durably before it is answered.
struct FindContact {
  Bytes sealed_contact;
  std::string reason;  ///< written, kept in the audit trail
  friend bool operator==(const FindContact&, const FindContact&) = default;
};

/// What a ticket's holder left, at the desk: audited durably before it is answered.
struct ExportTicket {
  std::string code;  ///< as parse_ticket_code gives it
  friend bool operator==(const ExportTicket&, const ExportTicket&) = default;
};

/// The order is on the wire: append only.
using Query = std::variant<ShowTicket, OpenContact, ListAudit, GetStatus, AcceptClock, Reload, BackUp, PreviewFeed,
                           RefreshFeed, FindContact, ExportTicket>;

/// Where an answer to a need stands, for who holds its ticket.
struct ReplyTold {
  ReplyStatus status{};
  ReplyReason reason{};
  std::string note;  ///< of the organization
  std::string need;  ///< its title
  std::string role;
  std::string organization;         ///< its name
  std::optional<NeedId> need_id;    ///< while it is on the wall
  std::optional<TimePoint> begins;  ///< of the slot or date; absent: no time is set
  std::optional<TimePoint> ends;
  bool each_time = false;     ///< every date of a repeating slot
  std::uint32_t waiting = 0;  ///< while listed: how many stand in line up to this one, it included
  TimePoint decide_by{};      ///< while held
  std::string welcomed_by;    ///< once accepted
  std::string where;          ///< likewise
  std::string bring;          ///< likewise
  bool may_tell = false;      ///< it has begun: « Vous êtes-vous rencontrés ? »
  bool to_idea = false;       ///< `need` is what someone's idea says
  friend bool operator==(const ReplyTold&, const ReplyTold&) = default;
};

/// How an organization answered an offer, for who holds its ticket.
struct OfferAnswer {
  ReplyId reply;
  std::string organization;  ///< its name
  ReplyStatus status{};
  ReplyReason reason{};
  std::string note;  ///< of the organization: what for, or why not after all
  TimePoint answered_at{};
  TimePoint decide_by{};  ///< while it waits for the person
  bool reaches = false;   ///< it may open the contact, or may once the person says yes; else the desk passes a word on
  Sensitivity sensitivity = Sensitivity::none;  ///< of the organization: a yes that gives the contact asks for consent
  friend bool operator==(const OfferAnswer&, const OfferAnswer&) = default;
};

/// The story that a ticket told, for who holds it.
struct StoryTold {
  PostStatus status{};
  Reason reason{};
  std::string note;
  std::string text;
  std::string first_name;
  TimePoint expires_at{};
  friend bool operator==(const StoryTold&, const StoryTold&) = default;
};

/// What became of a report, for who holds its ticket.
struct ReportTold {
  ReportReason reason{};
  ReportStatus status{};
  std::string note;  ///< of the hub, with the decision
  std::string post;  ///< the title of what was reported
  bool on_wall = false;
  friend bool operator==(const ReportTold&, const ReportTold&) = default;
};

struct TicketState {
  RecordId post;
  PostStatus status{};
  Reason reason{};
  std::string note;
  OfferDetails details;  ///< without first name and contact data
  TimePoint expires_at{};
  bool can_undo = false;
  std::optional<ReplyTold> reply;    ///< where `post` is a reply: then `details` are empty
  std::vector<OfferAnswer> answers;  ///< to an offer, those that wait for the person first
  OfferStage stage = OfferStage::open;
  std::string title;  ///< where `post` is an event that was proposed
  bool may_tell_story = false;
  std::optional<StoryTold> story;
  std::optional<ReportTold> report;  ///< where `post` is a report: then `details` are empty
  bool may_appeal = false;           ///< its author may answer the refusal or the hiding, once
  std::string appeal;                ///< what they answered
  bool appeal_waits = false;
  TimePoint submitted_at{};             ///< of a post that waits: when it came
  int joined = 0;                       ///< of an idea: how many others would come
  std::optional<TimePoint> meeting_at;  ///< of an idea: when the hub proposes to meet …
  std::string meeting_place;            ///< … and where
  friend bool operator==(const TicketState&, const TicketState&) = default;
};
struct ContactOpened {
  ContactKind kind{};
  std::string contact;
  friend bool operator==(const ContactOpened&, const ContactOpened&) = default;
};
/// Who did what to which entity, when and why; no post bodies.
struct AuditRow {
  TimePoint at{};
  PrincipalId principal;
  Role role{};
  std::string actor;   ///< the key's label
  std::string action;  ///< "approve", "open_contact" … (to_string(Act))
  std::optional<RecordId> entity;
  std::string reason;
  friend bool operator==(const AuditRow&, const AuditRow&) = default;
};
struct AuditRows {
  std::vector<AuditRow> rows;
  friend bool operator==(const AuditRows&, const AuditRows&) = default;
};
struct SessionStatus {
  std::string label;
  Role role{};
  Seq applied = 0;
  std::int64_t idle_milliseconds = 0;  ///< since its last message
  bool behind = false;
  friend bool operator==(const SessionStatus&, const SessionStatus&) = default;
};
struct BrokerStatus {
  std::string version;
  Epoch epoch;
  Seq head = 0;
  TimePoint now{};
  TimePoint started_at{};
  bool clock_suspect = false;  ///< expiry and purges wait for `murctl clock accept`
  std::size_t records = 0;
  std::size_t pending = 0;
  std::int64_t log_bytes = 0;
  std::string data_folder;
  std::string listening;
  std::vector<SessionStatus> sessions;
  std::size_t feeds = 0;              ///< that are on the wall
  std::size_t quarantined_feeds = 0;  ///< … of these
  std::size_t reported = 0;           ///< posts with open reports, and posts hidden for now
  std::size_t late = 0;               ///< of the pending: the promise is broken
  std::size_t paused = 0;             ///< organizations whose needs are (pace.h)
  friend bool operator==(const BrokerStatus&, const BrokerStatus&) = default;
};
struct Done {
  std::string detail;  ///< the backup's path; what a reload changed
  friend bool operator==(const Done&, const Done&) = default;
};

struct ContactFound {
  std::vector<RecordId> posts;
  bool blocked = false;
  friend bool operator==(const ContactFound&, const ContactFound&) = default;
};

/// To ExportTicket: what the ticket leads to, and the contact with all but its ends masked, « 06 •• •• •• 42 ».
struct TicketExport {
  RecordId post;
  TimePoint created_at{};  ///< of the ticket
  ContactKind kind = ContactKind::none;
  std::string masked;  ///< empty where there is no contact (any more)
  friend bool operator==(const TicketExport&, const TicketExport&) = default;
};

using Answer =
    std::variant<TicketState, ContactOpened, AuditRows, BrokerStatus, Done, FeedPreview, ContactFound, TicketExport>;

}  // namespace mur
