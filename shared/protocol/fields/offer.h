#pragma once

#include "shared/domain/offer.h"
#include "shared/protocol/fields/moderation.h"

namespace mur::protocol {

template <>
struct Fields<Availability> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& availability) {
    archive(availability.now, availability.evenings, availability.weekends, availability.days, availability.to_agree);
  }
};

template <>
struct Fields<OfferDetails> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& details) {
    archive(List{"tiles", details.tiles, limits::kTiles}, Text{"text", details.text, limits::kSummary},
            details.availability, Text{"first_name", details.first_name, limits::kFirstName},
            Text{"language", details.language, limits::kWord}, details.contact, details.may_be_called, details.age);
  }
};

template <>
struct Fields<Offer> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& offer) {
    archive(offer.id, offer.details, offer.kind, offer.created_at, offer.expires_at, offer.moderation);
    if (archive.since(2)) archive(offer.stage);
  }
};

}  // namespace mur::protocol
