#pragma once

#include "shared/domain/event.h"
#include "shared/protocol/fields/calendar.h"
#include "shared/protocol/fields/moderation.h"
#include "shared/protocol/fields/place.h"

namespace mur::protocol {

template <>
struct Fields<Position> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& position) { archive(position.latitude_e6, position.longitude_e6); }
};

template <>
struct Fields<EventDetails> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& details) {
    archive(Text{"uid", details.uid, limits::kUid}, details.recurrence_id, details.this_and_future, details.sequence,
            details.status, details.timing, Text{"title", details.title, limits::kTitle},
            Text{"summary", details.summary, limits::kSummary},
            Text{"description", details.description, limits::kDescription}, details.place, details.access,
            details.price, details.full, Text{"url", details.url, limits::kUrl},
            Texts{"categories", details.categories, limits::kCategories, limits::kWord}, details.source);
    if (archive.since(2))
      archive(details.kind, details.position, Text{"organizer", details.organizer, limits::kName},
              Text{"image_url", details.image_url, limits::kLink},
              Text{"conference_url", details.conference_url, limits::kLink},
              Texts{"links", details.links, limits::kLinks, limits::kLink});
  }
};

template <>
struct Fields<Event> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& event) {
    archive(event.id, event.organization, event.details, event.moved_from, event.moved_at, event.over_at,
            event.updated_at, event.moderation);
    if (archive.since(2))
      archive(event.feed, event.absent_since, event.merged_into,
              List{"distinct_from", event.distinct_from, limits::kDistinctFrom}, event.refused);
  }
};

}  // namespace mur::protocol
