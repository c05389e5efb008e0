#include "shared/domain/record.h"

#include <fmt/format.h>

#include <algorithm>

namespace mur {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};

template <class Found, class AnyRecord>
Found* moderation_in(AnyRecord& record) {
  return std::visit(
      [](auto& noun) -> Found* {
        if constexpr (requires { noun.moderation; })
          return &noun.moderation;
        else
          return nullptr;
      },
      record);
}

std::string key_text(const calendar::When& when) {
  return fmt::format("{}/{}/{}", static_cast<int>(when.kind), when.local.time_since_epoch().count(), when.zone);
}

}  // namespace

RecordId id_of(const Record& record) {
  return std::visit(Overloaded{[](const Tombstone& tombstone) { return tombstone.of; },
                               [](const auto& noun) { return record_id(noun.id); }},
                    record);
}

const Moderation* moderation_of(const Record& record) { return moderation_in<const Moderation>(record); }
Moderation* moderation_of(Record& record) { return moderation_in<Moderation>(record); }

EventId event_id(OrganizationId organization, const calendar::Identity& identity) {
  std::string name = "event/" + identity.uid;
  if (identity.recurrence_id) name += "/" + key_text(*identity.recurrence_id);
  // One date may be changed by itself, and again with all that follow.
  if (identity.recurrence_id && identity.this_and_future) name += "/onwards";
  return EventId{derive_uuid(organization.uuid, name)};
}

EventId event_id(OrganizationId organization, const EventDetails& details) {
  return event_id(organization, calendar::Identity{.uid = details.uid,
                                                   .recurrence_id = details.recurrence_id,
                                                   .this_and_future = details.this_and_future});
}

FeedHealthId feed_health_id(FeedId feed) { return FeedHealthId{derive_uuid(feed.uuid, "health")}; }

RevisionId revision_id(const RecordId& post) { return RevisionId{derive_uuid(post.uuid, "revision")}; }

int missing(const Slot& slot, TimePoint begins_at) {
  int free = missing(slot);
  for (const SlotDate& date : slot.dates)
    if (date.begins_at == begins_at) free -= date.held + date.accepted;
  return std::max(free, 0);
}

void keep_counts(Slot& next, const Slot& present) {
  next.held = present.held;
  next.accepted = present.accepted;
  next.listed = present.listed;
  next.dates = present.dates;
}

const Slot* find_slot(const NeedDetails& details, SlotId id) {
  const auto found = std::ranges::find(details.slots, id, &Slot::id);
  return found == details.slots.end() ? nullptr : &*found;
}

int missing(const Need& need) {
  int sum = 0;
  for (const Slot& slot : need.details.slots) sum += missing(slot);
  return sum;
}

OfferKind kind_of(Tile tile) {
  switch (tile) {
    case Tile::some_time:
    case Tile::unsure: return OfferKind::time;
    case Tile::material: return OfferKind::material;
    case Tile::learn: return OfferKind::learn;
    case Tile::idea: return OfferKind::idea;
    case Tile::cooking:
    case Tile::communication:
    case Tile::photo:
    case Tile::translation:
    case Tile::repair:
    case Tile::legal:
    case Tile::transport:
    case Tile::other: break;
  }
  return OfferKind::skill;
}

}  // namespace mur
