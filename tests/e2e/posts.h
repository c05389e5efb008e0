#pragma once

#include <string>

#include "shared/base/seal.h"
#include "shared/domain/command.h"
#include "shared/domain/ticket.h"
#include "shared/protocol/codec.h"
#include "tests/support/test_broker.h"

namespace mur::test {

/// What people of a TestBroker's hub say, without the detail that no test looks at.

[[nodiscard]] inline Command a_notice(const std::string& text, TimePoint now) {
  return PutNotice{.text = text, .shown_from = now, .shown_until = now + std::chrono::days{30}};
}

[[nodiscard]] inline Command an_offer(const TestBroker& hub, const std::string& text, const TicketSecret& ticket) {
  OfferDetails details;
  details.tiles = {Tile::other};
  details.text = text;
  details.availability.evenings = true;
  details.language = "fr";
  return PutOffer{
      .details = details, .sealed_ticket = seal(hub.hub_key(), protocol::encode_ticket(ticket)), .sealed_contact = {}};
}

/// What the holder of a ticket sends along.
[[nodiscard]] inline Bytes sealed_code(const TestBroker& hub, const TicketSecret& ticket) {
  return seal(hub.hub_key(), protocol::encode_ticket(TicketSecret{.code = ticket.code}));
}

[[nodiscard]] inline EventDetails an_event(const std::string& uid, std::chrono::local_days day) {
  EventDetails details;
  details.uid = uid;
  details.title = "Atelier " + uid;
  details.timing.start = {
      .kind = calendar::When::Kind::zoned, .local = day + std::chrono::hours{18}, .zone = "Europe/Paris"};
  return details;
}

[[nodiscard]] inline NeedDetails a_need(const std::string& title) {
  NeedDetails details;
  details.title = title;
  details.slots = {Slot{.role = "Accueil", .wanted = 2}};
  details.tally = Tally{.unit = "cafés"};
  return details;
}

}  // namespace mur::test
