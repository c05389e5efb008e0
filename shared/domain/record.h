#pragma once

#include <variant>

#include "shared/domain/ban.h"
#include "shared/domain/contact.h"
#include "shared/domain/event.h"
#include "shared/domain/feed.h"
#include "shared/domain/hub.h"
#include "shared/domain/ids.h"
#include "shared/domain/key.h"
#include "shared/domain/need.h"
#include "shared/domain/notice.h"
#include "shared/domain/offer.h"
#include "shared/domain/organization.h"
#include "shared/domain/reply.h"
#include "shared/domain/report.h"
#include "shared/domain/review_pace.h"
#include "shared/domain/revision.h"
#include "shared/domain/staff_notes.h"
#include "shared/domain/story.h"
#include "shared/domain/ticket.h"

namespace mur {

/// What is left of an entity that is gone: enough to tell whoever could see it, nothing of what it said.
struct Tombstone {
  RecordId of;
  bool seen_by_wall = false;
  bool seen_by_staff = false;
  OrganizationId organization;  ///< nil: no organization could see it beyond the wall
  TimePoint at{};

  friend bool operator==(const Tombstone&, const Tombstone&) = default;
};

/// The current version of one entity in the log, or its tombstone.
using Record =
    std::variant<Hub, Organization, Event, Need, Offer, Reply, Notice, Story, Key, Ticket, Revision, Tombstone, Feed,
                 FeedHealth, ContactTrace, ContactBlock, Report, StaffNotes, Ban, ReviewPace>;

/// A record and the batch that wrote it.
struct StampedRecord {
  Seq seq = 0;
  Record record;

  friend bool operator==(const StampedRecord&, const StampedRecord&) = default;
};

/// The entity a record (or tombstone) is about.
[[nodiscard]] RecordId id_of(const Record& record);
[[nodiscard]] inline bool is_tombstone(const Record& record) { return std::holds_alternative<Tombstone>(record); }
/// The moderation of a post; null for what is not moderated.
[[nodiscard]] const Moderation* moderation_of(const Record& record);
[[nodiscard]] Moderation* moderation_of(Record& record);

template <class Noun>
[[nodiscard]] constexpr RecordKind kind_of_noun() {
  if constexpr (std::is_same_v<Noun, Hub>)
    return RecordKind::hub;
  else if constexpr (std::is_same_v<Noun, Organization>)
    return RecordKind::organization;
  else if constexpr (std::is_same_v<Noun, Event>)
    return RecordKind::event;
  else if constexpr (std::is_same_v<Noun, Need>)
    return RecordKind::need;
  else if constexpr (std::is_same_v<Noun, Offer>)
    return RecordKind::offer;
  else if constexpr (std::is_same_v<Noun, Reply>)
    return RecordKind::reply;
  else if constexpr (std::is_same_v<Noun, Notice>)
    return RecordKind::notice;
  else if constexpr (std::is_same_v<Noun, Story>)
    return RecordKind::story;
  else if constexpr (std::is_same_v<Noun, Key>)
    return RecordKind::key;
  else if constexpr (std::is_same_v<Noun, Ticket>)
    return RecordKind::ticket;
  else if constexpr (std::is_same_v<Noun, Feed>)
    return RecordKind::feed;
  else if constexpr (std::is_same_v<Noun, FeedHealth>)
    return RecordKind::feed_health;
  else if constexpr (std::is_same_v<Noun, ContactTrace>)
    return RecordKind::contact_trace;
  else if constexpr (std::is_same_v<Noun, ContactBlock>)
    return RecordKind::contact_block;
  else if constexpr (std::is_same_v<Noun, Report>)
    return RecordKind::report;
  else if constexpr (std::is_same_v<Noun, StaffNotes>)
    return RecordKind::staff_notes;
  else if constexpr (std::is_same_v<Noun, Ban>)
    return RecordKind::ban;
  else if constexpr (std::is_same_v<Noun, ReviewPace>)
    return RecordKind::review_pace;
  else
    return RecordKind::revision;
}

template <class Noun>
[[nodiscard]] RecordId record_id(const Id<Noun>& id) {
  return RecordId{kind_of_noun<Noun>(), id.uuid};
}

}  // namespace mur
