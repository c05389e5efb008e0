#pragma once

#include "shared/domain/offer.h"
#include "shared/protocol/fields/moderation.h"

namespace mur::protocol {

template <>
struct Fields<Availability> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& availability) {
    archive(availability.now, availability.evenings, availability.weekends, availability.days, availability.to_agree);
    if (archive.since(2)) archive(availability.holidays);
  }
};

template <>
struct Fields<EmployerBacked> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& backed) {
    archive(Text{"employer", backed.employer, limits::kName}, backed.time, backed.seniority, backed.agreement);
  }
};

template <>
struct Fields<OfferDetails> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& details) {
    archive(List{"tiles", details.tiles, limits::kTiles}, Text{"text", details.text, limits::kSummary},
            details.availability, Text{"first_name", details.first_name, limits::kFirstName},
            Text{"language", details.language, limits::kWord}, details.contact, details.may_be_called, details.age);
    if (archive.since(2))
      archive(details.level, details.may_train, details.origin,
              Count{"hours_a_week", details.hours_a_week, limits::kHoursAWeek}, details.remote,
              Count{"within_km", details.within_km, limits::kWithinKm}, details.from, details.until, details.employer);
  }
};

template <>
struct Fields<Offer> {
  static constexpr std::uint16_t kVersion = 3;
  static void visit(auto& archive, auto& offer) {
    archive(offer.id, offer.details, offer.kind, offer.created_at, offer.expires_at, offer.moderation);
    if (archive.since(2)) archive(offer.stage);
    if (archive.since(3)) archive(Count{"joined", offer.joined, limits::kJoined}, offer.event);
  }
};

}  // namespace mur::protocol
