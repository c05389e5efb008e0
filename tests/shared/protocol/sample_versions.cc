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

void strip_to_2(NeedDetails& details) {
  details.who = {};
  details.tally.reset();
}

void strip(Moderation& moderation) {
  const Moderation none;
  moderation.kept_at = none.kept_at;
  moderation.decided_by = none.decided_by;
  moderation.reviewed_at = none.reviewed_at;
  moderation.appeal.clear();
  moderation.appealed_at = none.appealed_at;
  moderation.appeal_waits = false;
}

void strip_to_3(OfferDetails& details) {
  const OfferDetails none;
  details.availability.holidays = false;
  details.level = none.level;
  details.may_train = none.may_train;
  details.origin = none.origin;
  details.hours_a_week = none.hours_a_week;
  details.remote = none.remote;
  details.within_km = none.within_km;
  details.from.reset();
  details.until.reset();
  details.employer.reset();
}

void strip_to_3(OrganizationDetails& details) {
  details.sensitivity = Sensitivity::none;
  details.email.clear();
}

/// One overload a structure that has grown since version 3.
struct StripTo3 {
  void operator()(Hub& hub) const {
    const Hub none;
    hub.policy.publish_electoral = none.policy.publish_electoral;
    hub.policy.silences.clear();
    hub.privacy.dpo.clear();
    hub.privacy.publication_director.clear();
    hub.privacy.host.clear();
    hub.skills.clear();
  }
  void operator()(PutHub& command) const { (*this)(command.hub); }
  void operator()(Organization& organization) const {
    strip_to_3(organization.details);
    organization.charter_at = {};
    organization.matches_told_at = {};
  }
  void operator()(AddOrganization& command) const { strip_to_3(command.details); }
  void operator()(Need& need) const {
    need.details.electoral = false;
    need.moderation.electoral = false;
  }
  void operator()(Revision& revision) const {
    if (auto* need = std::get_if<NeedDetails>(&revision.proposed)) need->electoral = false;
  }
  void operator()(PutNeed& command) const { command.details.electoral = false; }
  void operator()(Offer& offer) const {
    strip_to_3(offer.details);
    offer.joined = 0;
    offer.event.reset();
    offer.moderation.electoral = false;
  }
  void operator()(PutOffer& command) const { strip_to_3(command.details); }
  void operator()(Reply& reply) const {
    reply.consented_at = {};
    reply.reminded_at = {};
  }
  void operator()(AnswerNeed& command) const { command.consent = false; }
  void operator()(DecideByTicket& command) const { command.consent = false; }
  void operator()(TicketState& state) const {
    strip_to_3(state.details);
    if (state.reply) state.reply->to_idea = false;
    for (OfferAnswer& answer : state.answers) answer.sensitivity = Sensitivity::none;
    state.submitted_at = {};
    state.joined = 0;
    state.meeting_at.reset();
    state.meeting_place.clear();
  }
  void operator()(auto& structure) const {
    if constexpr (requires { structure.moderation; }) structure.moderation.electoral = false;
  }
};

/// One overload a structure that has grown since version 2.
struct StripTo2 {
  void operator()(Organization& organization) const {
    organization.vouched_by.clear();
    organization.pace = {};
  }
  void operator()(Need& need) const {
    strip_to_2(need.details);
    need.so_far = {};
    strip(need.moderation);
  }
  void operator()(Revision& revision) const {
    if (auto* need = std::get_if<NeedDetails>(&revision.proposed)) strip_to_2(*need);
  }
  void operator()(PutNeed& command) const { strip_to_2(command.details); }
  void operator()(TicketState& state) const {
    state.title.clear();
    state.may_tell_story = false;
    state.story.reset();
    state.report.reset();
    state.may_appeal = false;
    state.appeal.clear();
    state.appeal_waits = false;
  }
  void operator()(Story& story) const {
    story.of = {};
    story.consented_at = {};
    story.language.clear();
    strip(story.moderation);
  }
  void operator()(BrokerStatus& status) const {
    status.reported = 0;
    status.late = 0;
    status.paused = 0;
  }
  void operator()(auto& structure) const {
    if constexpr (requires { structure.moderation; }) strip(structure.moderation);
  }
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
  if (version <= 3) std::visit(StripTo3{}, alternatives);
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
