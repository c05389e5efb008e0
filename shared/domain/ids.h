#pragma once

#include <compare>
#include <cstdint>

#include "shared/base/digest.h"
#include "shared/base/uuid.h"

namespace mur {

struct Organization;
struct Event;
struct Need;
struct Slot;
struct Offer;
struct Reply;
struct Notice;
struct Story;
struct Key;
struct Ticket;
struct Revision;
struct Feed;
struct FeedHealth;
struct ContactTrace;
struct ContactBlock;
struct Report;
struct StaffNotes;
struct Ban;
struct ReviewPace;
struct Hub;

using HubId = Id<Hub>;
using OrganizationId = Id<Organization>;
using EventId = Id<Event>;
using NeedId = Id<Need>;
using SlotId = Id<Slot>;
using OfferId = Id<Offer>;
using ReplyId = Id<Reply>;
using NoticeId = Id<Notice>;
using StoryId = Id<Story>;
using KeyId = Id<Key>;
using TicketId = Id<Ticket>;
using RevisionId = Id<Revision>;
using FeedId = Id<Feed>;
using FeedHealthId = Id<FeedHealth>;
using ContactTraceId = Id<ContactTrace>;
using ContactBlockId = Id<ContactBlock>;
using ReportId = Id<Report>;
using StaffNotesId = Id<StaffNotes>;
using BanId = Id<Ban>;
using ReviewPaceId = Id<ReviewPace>;

/// Who sends: stays the same when a kiosk or an account gets a new key.
struct PrincipalTag;
using PrincipalId = Id<PrincipalTag>;
/// Made before a command's first sending (UUID v7); with the principal it names the command for ever.
struct CommandTag;
using CommandId = Id<CommandTag>;
/// Names one log; a restore makes a new one.
struct EpochTag;
using Epoch = Id<EpochTag>;
/// Number of a batch in its epoch: 1, 2, 3 … without gaps. 0 = before the first.
using Seq = std::uint64_t;

/// What a record is about. The numbers are on disk and on the wire: append only.
enum class RecordKind : std::uint8_t {
  hub = 1,
  organization = 2,
  event = 3,
  need = 4,
  offer = 5,
  reply = 6,
  notice = 7,
  story = 8,
  key = 9,
  ticket = 10,
  revision = 11,
  feed = 12,
  feed_health = 13,
  contact_trace = 14,
  contact_block = 15,
  report = 16,
  staff_notes = 17,
  ban = 18,
  review_pace = 19
};

/// Names one entity in the log.
struct RecordId {
  RecordKind kind{};
  Uuid uuid;

  friend auto operator<=>(const RecordId&, const RecordId&) = default;
};

/// "offer", "event", … as murctl and the audit trail write them.
[[nodiscard]] const char* to_string(RecordKind kind);
/// "offer/0190a6e0-…".
[[nodiscard]] std::string to_string(const RecordId& id);

}  // namespace mur

template <>
struct std::hash<mur::RecordId> {
  std::size_t operator()(const mur::RecordId& id) const noexcept {
    return std::hash<mur::Uuid>{}(id.uuid) ^ (static_cast<std::size_t>(id.kind) << 1U);
  }
};
