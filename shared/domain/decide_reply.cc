// Replies to needs: the table stands at ReplyStatus.
#include <fmt/format.h>

#include <algorithm>

#include "shared/domain/check.h"
#include "shared/domain/idea.h"
#include "shared/domain/limits.h"
#include "shared/domain/places.h"
#include "shared/domain/rules.h"
#include "shared/domain/span.h"

namespace mur::rules {
namespace {

Places places_of(const Ask& ask, const Need& need) { return {ask.wall, need, zone_of(ask.wall.hub()), ask.now}; }

void add(Places& places, Changes& changes) {
  places.settle();
  std::ranges::move(places.changed(), std::back_inserter(changes.records));
}

/// Who touched it themselves knows how it stands.
void know(Places& places, ReplyId id, TimePoint now) {
  Reply reply = *places.find(id);
  set_told(reply, now);
  places.put(std::move(reply));
}

/// A need that takes people now.
Result<const Need*> open_need(const Ask& ask, NeedId id) {
  const Need* need = ask.wall.find(id);
  if (need == nullptr || (need->moderation.status != PostStatus::published && !need->moderation.seen_by_wall))
    return fail(Errc::not_found, "need", "no such need; see `murctl need list`");
  if (need->moderation.status != PostStatus::published)
    return fail(Errc::closed, "need", "this need takes nobody any more; look at what else is looked for");
  if (const Organization* organization = ask.wall.find(need->organization);
      organization != nullptr && organization->pace.paused_at)
    return fail(Errc::closed, "need", "its organization takes no answers for now; look at what else is looked for");
  if (need->details.closes_at && *need->details.closes_at <= ask.now)
    return fail(Errc::closed, "need", "the last day to answer is over; look at what else is looked for");
  return need;
}

/// Is there such a slot, with such a date, and is it not over?
Status check_slot(const Slot* slot, const AnswerNeed& command, const Ask& ask) {
  if (slot == nullptr) return fail(Errc::not_found, "slot", "this need has no such slot (any more); look again");
  const bool repeats = slot->when && calendar::repeats(*slot->when);
  if (command.date && !repeats) return fail(Errc::invalid, "date", "this slot has one date only; leave the date out");
  if (!slot->when) return {};
  const auto span = next_span(*slot, command.date, zone_of(ask.wall.hub()), ask.now);
  if (!span && command.date) return fail(Errc::not_found, "date", "this slot has no date that begins then");
  if (!span || span->ends_at <= ask.now) return fail(Errc::closed, "slot", "this slot is over; choose another");
  return {};
}

Status check_places(const Need& need, const Slot& slot, int places) {
  if (places < 1 || places > slot.wanted)
    return fail(Errc::invalid, "places", fmt::format("places: 1 to {}", std::max(slot.wanted, 1)));
  if (places > 1 && need.details.kind != NeedKind::material)
    return fail(Errc::invalid, "places", "each person answers for themselves; one place");
  return {};
}

bool has_begun(const Reply& reply, TimePoint now) { return reply.begins_at <= now; }

/// May `reply` become `wanted` by the organization's word? The sentence says what else to do.
Status check_decision(const Reply& reply, ReplyStatus wanted, int free, TimePoint now) {
  const ReplyStatus is = reply.status;
  const bool waits = is == ReplyStatus::held || is == ReplyStatus::listed;
  const bool came = is == ReplyStatus::accepted || is == ReplyStatus::met || is == ReplyStatus::no_show ||
                    is == ReplyStatus::nobody_there;
  const auto refused = [&](std::string_view remedy) {
    return fail(Errc::closed, "reply", fmt::format("this reply is {}; {}", to_string(is), remedy));
  };
  switch (wanted) {
    case ReplyStatus::accepted:
      if (!waits) return refused("only one that waits can be accepted");
      if (is == ReplyStatus::listed && free < reply.places)
        return fail(Errc::closed, "reply", "every place is taken; raise how many are wanted, or decline another first");
      return {};
    case ReplyStatus::declined:
      return waits ? Status{} : refused("only one that waits can be declined; who was accepted: `murctl reply cancel`");
    case ReplyStatus::fell_through:
      return is == ReplyStatus::accepted ? Status{} : refused("only one that was accepted can fall through");
    case ReplyStatus::met:
    case ReplyStatus::no_show:
      if (!came) return refused("only who was accepted can have come");
      if (!has_begun(reply, now)) return fail(Errc::closed, "reply", "it has not begun yet; say afterwards who came");
      return {};
    default: return fail(Errc::invalid, "status", "say accepted, declined, fell-through, met or no-show");
  }
}

Status check_reason(const DecideReply& command) {
  const bool turned_down = command.status == ReplyStatus::declined || command.status == ReplyStatus::fell_through;
  if (turned_down == (command.reason == ReplyReason::none))
    return fail(Errc::invalid, "reason",
                turned_down ? "say why; the person will read it" : "a reason belongs to a refusal only");
  return check::text("note", command.note, limits::kReason);
}

/// `change(pace)` of the organization whose need `reply` answers. Of a proposed need there is none.
void change_pace(const Ask& ask, const Reply& reply, auto&& change, Changes& changes) {
  const Organization* present = ask.wall.find(reply.organization);
  if (present == nullptr) return;
  Organization next = *present;
  change(next.pace);
  if (next != *present) changes.records.emplace_back(std::move(next));
}

void end_with_its_event(const Ask& ask, const Need& need, Changes& changes) {
  Need next = need;
  set_status(next.moderation, PostStatus::closed, ask.now);
  next.updated_at = ask.now;
  Places places = places_of(ask, next);
  ask.wall.each<Reply>([&](const Reply& reply) {
    if (reply.need != need.id || !is_open(reply.status) || reply.over_at <= ask.now) return;
    Reply told = reply;
    told.status = reply.status == ReplyStatus::accepted ? ReplyStatus::fell_through : ReplyStatus::declined;
    told.reason = ReplyReason::cancelled;
    told.decided_at = ask.now;
    places.put(std::move(told));
  });
  add(places, changes);
}

void move_with_its_event(const Ask& ask, const Need& need, Seconds by, Changes& changes) {
  Need next = need;
  for (Slot& slot : next.details.slots) {
    if (!slot.when) continue;
    slot.when->start.local += by;
    if (slot.when->end) slot.when->end->local += by;
  }
  next.over_at = over_at(next.details, zone_of(ask.wall.hub()), ask.now);
  next.updated_at = ask.now;
  if (next.moderation.status == PostStatus::expired && next.over_at > ask.now)
    set_status(next.moderation, PostStatus::published, ask.now);
  Places places = places_of(ask, next);
  add(places, changes);
}

Result<const Reply*> told_by_ticket(const Ask& ask) {
  const Reply* reply = reply_by_ticket(ask);
  if (reply == nullptr)
    return fail(Errc::not_found, "code", "no reply has this code (any more); look at the ticket again");
  return reply;
}

}  // namespace

Status check_answerer(const Ask& ask, const Answerer& who) {
  const Hub* hub = ask.wall.hub();
  if (hub == nullptr) return fail(Errc::closed, "hub", "the hub is not set up yet; run `murctl hub init`");
  if (Status status = check::text("first_name", who.first_name, limits::kFirstName); !status) return status;
  if (Status status = check::required_text("language", who.language, limits::kWord); !status) return status;
  if (Status status = check_sealed_contact(ask, *hub, who.contact, who.sealed_contact); !status) return status;
  if (who.contact != ContactKind::none && who.age == AgeClass::under_15)
    return fail(Errc::forbidden, "contact", "of people under 15 no contact is taken; leave it out");
  return check_new_ticket(ask, "an answer");
}

/// Who gives a contact to a *sensitive* organization says so on a screen of its own: who answers it, and with what, may
/// show what they believe or how they are (RGPD art. 9).
Status check_consent(const Ask& ask, OrganizationId id, bool has_contact, bool consent) {
  const Organization* organization = ask.wall.find(id);
  const bool is_sensitive = organization != nullptr && organization->details.sensitivity != Sensitivity::none;
  if (!has_contact || !is_sensitive || consent) return {};
  return fail(Errc::invalid, "consent",
              "this organization is a sensitive one: the person consents to its having their contact, or leaves none");
}

const Reply* reply_by_ticket(const Ask& ask) {
  const Ticket* ticket = ask.order.ticket ? ask.wall.ticket_of(ask.order.ticket->code) : nullptr;
  if (ticket == nullptr || ticket->post.kind != RecordKind::reply) return nullptr;
  return ask.wall.find(ReplyId{ticket->post.uuid});
}

void settle_replies(const Ask& ask, const Need& next, Changes& changes) {
  Places places = places_of(ask, next);
  add(places, changes);
}

void follow_event(const Ask& ask, const Event& before, const Event& next, Changes& changes) {
  const auto is_cancelled = [](const Event& event) { return event.details.status == calendar::EventStatus::cancelled; };
  const bool cancelled = is_cancelled(next) && !is_cancelled(before);
  const calendar::When& from = before.details.timing.start;
  const calendar::When& to = next.details.timing.start;
  const bool moved = from.local != to.local && from.kind == to.kind && from.zone == to.zone;
  if (!cancelled && !moved) return;
  move_ideas(ask, next, changes);
  ask.wall.each<Need>([&](const Need& need) {
    if (need.details.event != next.id || need.moderation.status == PostStatus::closed) return;
    if (cancelled)
      end_with_its_event(ask, need, changes);
    else
      move_with_its_event(ask, need, to.local - from.local, changes);
  });
}

Result<Changes> put(const Ask& ask, const AnswerNeed& command) {
  const auto found = open_need(ask, command.need);
  if (!found) return fail(found.error());
  const Need& need = **found;
  Places places = places_of(ask, need);
  const Slot* slot = places.slot(command.slot);
  if (Status status = check_slot(slot, command, ask); !status) return fail(status.error());
  const Answerer who{.first_name = command.first_name,
                     .contact = command.contact,
                     .age = command.age,
                     .language = command.language,
                     .sealed_contact = command.sealed_contact};
  if (Status status = check_answerer(ask, who); !status) return fail(status.error());
  const bool has_contact = command.contact != ContactKind::none;
  if (Status status = check_consent(ask, need.organization, has_contact, command.consent); !status)
    return fail(status.error());
  if (Status status = check_places(need, *slot, command.places); !status) return fail(status.error());
  if (places.open() >= limits::kReplies)
    return fail(Errc::closed, "need", "so many people have answered that no more can be noted; ask at the desk");

  const ReplyId id = reply_made_by(ask.order.id);
  Reply reply{.id = id,
              .organization = need.organization,
              .need = need.id,
              .slot = slot->id,
              .offer = {},
              .status = places.free(slot->id, command.date) >= command.places ? ReplyStatus::held : ReplyStatus::listed,
              .first_name = command.first_name,
              .contact = command.contact,
              .created_at = ask.now,
              .decided_at = ask.now,
              .date = command.date,
              .places = command.places,
              .number = places.next_number(slot->id),
              .language = command.language,
              .age = has_contact ? command.age : AgeClass::unknown,
              .consented_at = has_contact && command.consent ? ask.now : TimePoint{}};
  places.put(std::move(reply));
  know(places, id, ask.now);
  Changes changes = about(ask, record_id(id));
  add(places, changes);
  keep_contact(ask, record_id(id), command.contact, command.sealed_contact, places.find(id)->over_at, changes);
  changes.records.emplace_back(new_ticket(ask, record_id(id)));
  return changes;
}

Result<Changes> put(const Ask& ask, const ComeNow& command) {
  const auto found = open_need(ask, command.need);
  if (!found) return fail(found.error());
  const Need& need = **found;
  Places places = places_of(ask, need);
  const Slot* slot = places.slot(command.slot);
  if (slot == nullptr) return fail(Errc::not_found, "slot", "this need has no such slot (any more); look again");
  const auto span = next_span(*slot, {}, zone_of(ask.wall.hub()), ask.now);
  if (!span || span->ends_at <= ask.now || span->begins_at > ask.now + limits::kComeNowAhead || need.details.remote)
    return fail(Errc::closed, "slot", "nothing of this begins here within two hours; answer the need instead");
  const bool repeats = calendar::repeats(*slot->when);
  const std::optional<TimePoint> date = repeats ? std::optional{span->begins_at} : std::nullopt;
  if (places.free(slot->id, date) < 1)
    return fail(Errc::closed, "slot", "every place is taken; look at what else is looked for");
  const ReplyId id = reply_made_by(ask.order.id);
  places.put(Reply{.id = id,
                   .organization = need.organization,
                   .need = need.id,
                   .slot = slot->id,
                   .offer = {},
                   .status = ReplyStatus::accepted,
                   .created_at = ask.now,
                   .decided_at = ask.now,
                   .date = date,
                   .number = places.next_number(slot->id),
                   .walked_in = true});
  Changes changes = about(ask, record_id(id));
  add(places, changes);
  return changes;
}

Result<Changes> put(const Ask& ask, const DecideReply& command) {
  const Reply* reply = ask.wall.find(command.reply);
  if (reply == nullptr || (ask.own && reply->organization != ask.actor.organization))
    return fail(Errc::not_found, "reply", "no such reply; see `murctl reply list`");
  // Of a proposed need nobody is the organization: the hub's team answers.
  if (!reply->organization.is_nil())
    if (const auto organization = posting_for(ask, reply->organization); !organization)
      return fail(organization.error());
  if (is_of_idea(*reply))
    return fail(Errc::closed, "reply", "who joins an idea needs no answer; propose a date (`murctl idea date`)");
  if (reply->offer) return decide_offer_answer(ask, *reply, command);
  if (Status status = check_reason(command); !status) return fail(status.error());
  if (reply->status == command.status) return unchanged(record_id(reply->id));
  const Need* need = reply->need ? ask.wall.find(*reply->need) : nullptr;
  if (need == nullptr) return fail(Errc::closed, "reply", "its need is gone; there is nothing to decide any more");
  Places places = places_of(ask, *need);
  if (Status status = check_decision(*reply, command.status, places.free(*reply->slot, reply->date), ask.now); !status)
    return fail(status.error());
  Reply next = *reply;
  next.status = command.status;
  next.decided_at = ask.now;
  next.reason = command.reason;
  next.note = command.note;
  next.told_by_organization = command.status == ReplyStatus::met || command.status == ReplyStatus::no_show;
  places.put(std::move(next));
  Changes changes = about(ask, record_id(reply->id), to_string(command.status));
  add(places, changes);
  const bool held = reply->status == ReplyStatus::held;
  const auto waited = held ? std::optional{ask.now - reply->decided_at} : std::nullopt;
  if (held || reply->status == ReplyStatus::listed)
    change_pace(ask, *reply, [&](Pace& pace) { note_decision(pace, waited); }, changes);
  return changes;
}

Result<Changes> put(const Ask& ask, const TellByTicket& command) {
  const auto found = told_by_ticket(ask);
  if (!found) return fail(found.error());
  const Reply& reply = **found;
  const bool came = reply.status == ReplyStatus::accepted || reply.status == ReplyStatus::met ||
                    reply.status == ReplyStatus::nobody_there || reply.status == ReplyStatus::no_show;
  if (!came) return fail(Errc::closed, "code", "nobody was expected, so there is nothing to tell");
  if (!has_begun(reply, ask.now)) return fail(Errc::closed, "code", "it has not begun yet; tell afterwards");
  const ReplyStatus told = command.met ? ReplyStatus::met : ReplyStatus::nobody_there;
  if (reply.status == told) return unchanged(record_id(reply.id));
  Changes changes = about(ask, record_id(reply.id), to_string(told));
  // The two sides may differ; the organization's word stands, and the audit trail keeps that the other was said.
  if (reply.told_by_organization) return changes;
  Reply next = reply;
  next.status = told;
  next.decided_at = ask.now;
  changes.records.emplace_back(std::move(next));
  return changes;
}

Result<Changes> withdraw(const Ask& ask, const Reply& reply) {
  const RecordId id = record_id(reply.id);
  if (reply.status == ReplyStatus::withdrawn) return unchanged(id);
  if (!is_open(reply.status) || (reply.begins_at != TimePoint{} && reply.over_at <= ask.now))
    return fail(Errc::closed, "code",
                fmt::format("this answer is {} already; there is nothing to withdraw", to_string(reply.status)));
  Reply next = reply;
  next.status = ReplyStatus::withdrawn;
  next.decided_at = ask.now;
  next.contact = ContactKind::none;
  next.first_name.clear();
  Changes changes = about(ask, id);
  if (reply.contact != ContactKind::none) forget_contact(ask, id, changes);
  if (is_of_idea(reply)) {
    put_joining(ask, std::move(next), changes);
  } else if (const Need* need = ask.wall.find(*reply.need)) {
    Places places = places_of(ask, *need);
    places.put(std::move(next));
    know(places, reply.id, ask.now);
    add(places, changes);
  } else {
    changes.records.emplace_back(std::move(next));
  }
  return changes;
}

Result<Changes> undo_withdrawal(const Ask& ask, const Reply& reply) {
  const RecordId id = record_id(reply.id);
  if (reply.status != ReplyStatus::withdrawn) return unchanged(id);
  if (ask.now >= reply.decided_at + limits::kUndoWithdrawal)
    return fail(Errc::closed, "code", "a withdrawal can be undone for 24 hours; answer again");
  if (is_of_idea(reply)) return return_to_idea(ask, reply);
  const auto need = open_need(ask, *reply.need);
  if (!need) return fail(need.error());
  Places places = places_of(ask, **need);
  if (places.slot(*reply.slot) == nullptr || reply.over_at <= ask.now)
    return fail(Errc::closed, "code", "this slot is over; answer another");
  Reply next = reply;
  next.status = places.free(*reply.slot, reply.date) >= reply.places ? ReplyStatus::held : ReplyStatus::listed;
  next.number = places.next_number(*reply.slot);
  next.decided_at = ask.now;
  next.decide_by = {};
  places.put(std::move(next));
  know(places, reply.id, ask.now);
  Changes changes = about(ask, id);
  add(places, changes);
  return changes;
}

Changes expire(const Ask& ask, const Reply& reply) {
  Reply next = reply;
  next.status = ReplyStatus::expired;
  next.decided_at = ask.now;
  Changes changes = about(ask, record_id(reply.id));
  const Need* need = reply.need ? ask.wall.find(*reply.need) : nullptr;
  if (need == nullptr) {
    changes.records.emplace_back(std::move(next));
    return changes;
  }
  Places places = places_of(ask, *need);
  places.put(std::move(next));
  add(places, changes);
  if (reply.status == ReplyStatus::held)
    change_pace(ask, reply, [&](Pace& pace) { note_expiry(pace, ask.now); }, changes);
  return changes;
}

}  // namespace mur::rules
