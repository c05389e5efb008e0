#include "tests/shared/protocol/samples.h"

namespace mur::samples {
namespace {

void strip(Place& place) { place.room.clear(); }

void strip(EventDetails& details) {
  const EventDetails none;
  strip(details.place);
  details.kind = none.kind;
  details.position.reset();
  details.organizer.clear();
  details.image_url.clear();
  details.conference_url.clear();
  details.links.clear();
}

void strip(NeedDetails& details) {
  strip(details.place);
  for (Slot& slot : details.slots) {
    slot.listed = 0;
    slot.dates.clear();
  }
}

/// One overload a structure that has grown since version 2.
struct StripTo2 {
  void operator()(Organization& organization) const { organization.pace = {}; }
  void operator()(BrokerStatus& status) const { status.paused = 0; }
  void operator()(auto&) const {}
};

/// One overload a structure that grew between 1 and 2.
struct StripTo1 {
  void operator()(Hub& hub) const { hub.rooms.clear(); }
  void operator()(Event& event) const {
    strip(event.details);
    event.feed.reset();
    event.absent_since.reset();
    event.merged_into.reset();
    event.distinct_from.clear();
    event.refused.reset();
  }
  void operator()(Need& need) const { strip(need.details); }
  void operator()(Offer& offer) const { offer.stage = OfferStage::open; }
  void operator()(TicketState& state) const {
    state.answers.clear();
    state.stage = OfferStage::open;
  }
  void operator()(Reply& reply) const {
    const Reply full = reply;
    reply = Reply{.id = full.id,
                  .organization = full.organization,
                  .need = full.need,
                  .slot = full.slot,
                  .offer = full.offer,
                  .status = full.status,
                  .first_name = full.first_name,
                  .contact = full.contact,
                  .created_at = full.created_at,
                  .decided_at = full.decided_at};
  }
  void operator()(Revision& revision) const {
    std::visit([](auto& details) { strip(details); }, revision.proposed);
  }
  void operator()(PutHub& command) const { (*this)(command.hub); }
  void operator()(PutEvent& command) const {
    strip(command.details);
    command.feed.reset();
  }
  void operator()(PutNeed& command) const { strip(command.details); }
  void operator()(BrokerStatus& status) const {
    status.feeds = 0;
    status.quarantined_feeds = 0;
  }
  void operator()(auto&) const {}
};

void strip(int version, auto& alternatives) {
  if (version <= 2) std::visit(StripTo2{}, alternatives);
  if (version <= 1) std::visit(StripTo1{}, alternatives);
}

}  // namespace

Record as_version(int version, Record record) {
  strip(version, record);
  return record;
}

Command as_version(int version, Command command) {
  strip(version, command);
  return command;
}

protocol::Message as_version(int version, protocol::Message message) {
  if (auto* sent = std::get_if<protocol::CommandMessage>(&message)) strip(version, sent->command);
  if (auto* told = std::get_if<protocol::AnswerMessage>(&message))
    if (auto* answer = std::get_if<Answer>(&told->answer)) strip(version, *answer);
  return message;
}

}  // namespace mur::samples
