// Ideas that others join: the table stands in idea.h.
#include <algorithm>

#include "shared/domain/check.h"
#include "shared/domain/idea.h"
#include "shared/domain/limits.h"
#include "shared/domain/places.h"
#include "shared/domain/rules.h"
#include "shared/domain/span.h"

namespace mur::rules {
namespace {

/// When the group meets: the next time of the event. Nothing once it is over.
std::optional<SlotSpan> meeting_at(const Ask& ask, const Event& event) {
  return next_span(Slot{.when = event.details.timing}, {}, zone_of(ask.wall.hub()), ask.now);
}

void learn_date(Reply& reply, const Offer& idea, const std::optional<SlotSpan>& meeting) {
  reply.begins_at = meeting ? meeting->begins_at : TimePoint{};
  reply.over_at = meeting ? meeting->ends_at : idea.expires_at;
  reply.decide_by = idea.expires_at;
}

/// `next` with these times, and its contact kept that long.
void put_with_date(Reply next, const Offer& idea, const std::optional<SlotSpan>& meeting, Changes& changes) {
  learn_date(next, idea, meeting);
  prolong_contact(record_id(next.id), next.contact, next.over_at, changes);
  changes.records.emplace_back(std::move(next));
}

/// `idea` stays on the wall at least that long, and its author's contact with it.
void prolong(Offer& idea, TimePoint until, Changes& changes) {
  if (until <= idea.expires_at) return;
  idea.expires_at = until;
  prolong_contact(record_id(idea.id), idea.details.contact, until, changes);
}

Result<const Offer*> open_idea(const Ask& ask, OfferId id) {
  const Offer* idea = ask.wall.find(id);
  if (idea == nullptr) return fail(Errc::not_found, "offer", "no such idea; see `murctl idea list`");
  if (idea->kind != OfferKind::idea)
    return fail(Errc::invalid, "offer",
                "this offer starts no group; an organization answers it (`murctl offer answer`)");
  if (idea->moderation.status != PostStatus::published || idea->expires_at <= ask.now)
    return fail(Errc::closed, "offer", "this idea is not on the wall any more; look at the others");
  return idea;
}

/// When the group meets next; nothing while no date is set. Errc::closed once it has met for the last time.
Result<std::optional<SlotSpan>> next_meeting(const Ask& ask, const Offer& idea) {
  if (!idea.event) return std::optional<SlotSpan>{};
  const Event* event = ask.wall.find(*idea.event);
  const auto meeting = event == nullptr ? std::nullopt : meeting_at(ask, *event);
  if (!meeting) return fail(Errc::closed, "offer", "the group has met already; look at other ideas");
  return meeting;
}

/// The author's own reply: they are told like the others, by the contact of the idea.
Reply of_author(const Ask& ask, const Offer& idea) {
  return {.id = idea_author_reply_id(idea.id),
          .offer = idea.id,
          .status = ReplyStatus::accepted,
          .created_at = ask.now,
          .decided_at = ask.now,
          .language = idea.details.language};
}

}  // namespace

Offer counted(const Wall& wall, Offer idea, const Changes& changes) {
  if (idea.kind != OfferKind::idea) return idea;
  idea.joined = 0;
  each_reply(wall, changes, [&](const Reply& reply) {
    const bool of_another = reply.offer == idea.id && is_of_idea(reply) && !is_of_its_author(reply);
    if (of_another && takes_place(reply.status)) ++idea.joined;
  });
  return idea;
}

void recount_idea(const Ask& ask, OfferId id, Changes& changes) {
  const Offer* idea = ask.wall.find(id);
  const auto is_idea = [&](const Record& record) { return id_of(record) == record_id(id); };
  if (idea == nullptr || std::ranges::any_of(changes.records, is_idea)) return;
  if (Offer next = counted(ask.wall, *idea, changes); next != *idea) changes.records.emplace_back(std::move(next));
}

Result<Changes> put(const Ask& ask, const JoinIdea& command) {
  const auto idea = open_idea(ask, command.offer);
  if (!idea) return fail(idea.error());
  const auto meeting = next_meeting(ask, **idea);
  if (!meeting) return fail(meeting.error());
  const Answerer who{.first_name = command.first_name,
                     .contact = command.contact,
                     .age = command.age,
                     .language = command.language,
                     .sealed_contact = command.sealed_contact};
  if (Status status = check_answerer(ask, who); !status) return fail(status.error());
  std::size_t replies = 0;
  std::uint32_t last = 0;
  ask.wall.each<Reply>([&](const Reply& reply) {
    if (reply.offer != command.offer || !is_of_idea(reply)) return;
    ++replies;
    last = std::max(last, reply.number);
  });
  if (replies >= limits::kJoined)
    return fail(Errc::closed, "offer", "so many people have joined that no more can be noted; ask at the desk");
  const ReplyId id = reply_made_by(ask.order.id);
  Reply reply{.id = id,
              .offer = command.offer,
              .status = *meeting ? ReplyStatus::accepted : ReplyStatus::held,
              .first_name = command.first_name,
              .contact = command.contact,
              .created_at = ask.now,
              .decided_at = ask.now,
              .number = last + 1,
              .language = command.language,
              .age = command.contact == ContactKind::none ? AgeClass::unknown : command.age};
  Changes changes = about(ask, record_id(id));
  learn_date(reply, **idea, *meeting);
  set_told(reply, ask.now);
  keep_contact(ask, record_id(id), command.contact, command.sealed_contact, reply.over_at, changes);
  changes.records.emplace_back(std::move(reply));
  changes.records.emplace_back(counted(ask.wall, **idea, changes));
  changes.records.emplace_back(new_ticket(ask, record_id(id)));
  return changes;
}

Result<Changes> put(const Ask& ask, const SetIdeaDate& command) {
  const auto idea = open_idea(ask, command.offer);
  if (!idea) return fail(idea.error());
  const Event* event = ask.wall.find(command.event);
  if (event == nullptr || event->moderation.status != PostStatus::published ||
      event->details.status == calendar::EventStatus::cancelled)
    return fail(Errc::not_found, "event", "the group meets at an event that is on the wall; see `murctl event list`");
  const auto meeting = meeting_at(ask, *event);
  if (!meeting) return fail(Errc::closed, "event", "this event is over; give one that is to come");
  if ((*idea)->event == command.event) return unchanged(record_id(command.offer));
  Changes changes = about(ask, record_id(command.offer));
  Offer next = **idea;
  next.event = command.event;
  next.stage = OfferStage::promised;
  prolong(next, meeting->ends_at, changes);
  const auto come = [&](Reply reply) {
    if (reply.status == ReplyStatus::held) reply.decided_at = ask.now;
    reply.status = ReplyStatus::accepted;
    put_with_date(std::move(reply), next, meeting, changes);
  };
  bool has_author = false;  // with a reply that stands: one that fell through with an earlier date is made anew
  ask.wall.each<Reply>([&](const Reply& reply) {
    if (reply.offer != next.id || !is_of_idea(reply)) return;
    if (reply.status != ReplyStatus::held && reply.status != ReplyStatus::accepted) return;
    has_author = has_author || is_of_its_author(reply);
    come(reply);
  });
  if (!has_author) come(of_author(ask, next));
  changes.records.emplace_back(std::move(next));
  return changes;
}

void put_joining(const Ask& ask, Reply next, Changes& changes) {
  const OfferId idea = *next.offer;
  set_told(next, ask.now);
  changes.records.emplace_back(std::move(next));
  recount_idea(ask, idea, changes);
}

Result<Changes> return_to_idea(const Ask& ask, const Reply& reply) {
  const auto idea = open_idea(ask, *reply.offer);
  if (!idea) return fail(idea.error());
  const auto meeting = next_meeting(ask, **idea);
  if (!meeting) return fail(meeting.error());
  Reply next = reply;
  next.status = *meeting ? ReplyStatus::accepted : ReplyStatus::held;
  next.decided_at = ask.now;
  Changes changes = about(ask, record_id(next.id));
  learn_date(next, **idea, *meeting);
  prolong_contact(record_id(next.id), next.contact, next.over_at, changes);
  put_joining(ask, std::move(next), changes);
  return changes;
}

void end_joining(const Ask& ask, const Offer& idea, ReplyStatus status, Changes& changes) {
  ask.wall.each<Reply>([&](const Reply& reply) {
    if (reply.offer != idea.id || !is_of_idea(reply)) return;
    const bool is_set =
        reply.status == ReplyStatus::accepted && status == ReplyStatus::withdrawn && reply.over_at > ask.now;
    if (reply.status != ReplyStatus::held && !is_set) return;
    Reply next = reply;
    // Its author knows; the others are told that it will not be.
    next.status = is_of_its_author(reply)            ? ReplyStatus::withdrawn
                  : status == ReplyStatus::withdrawn ? ReplyStatus::fell_through
                                                     : ReplyStatus::expired;
    next.reason = next.status == ReplyStatus::fell_through ? ReplyReason::cancelled : ReplyReason::none;
    next.decided_at = ask.now;
    changes.records.emplace_back(std::move(next));
  });
}

void prolong_joining(const Ask& ask, const Offer& idea, Changes& changes) {
  ask.wall.each<Reply>([&](const Reply& reply) {
    if (reply.offer != idea.id || !is_of_idea(reply) || reply.status != ReplyStatus::held) return;
    put_with_date(reply, idea, std::nullopt, changes);
  });
}

void move_ideas(const Ask& ask, const Event& event, Changes& changes) {
  const bool cancelled = event.details.status == calendar::EventStatus::cancelled;
  const auto meeting = cancelled ? std::nullopt : meeting_at(ask, event);
  ask.wall.each<Offer>([&](const Offer& idea) {
    if (idea.event != event.id) return;
    Offer told = idea;
    if (meeting && idea.moderation.status != PostStatus::expired) prolong(told, meeting->ends_at, changes);
    ask.wall.each<Reply>([&](const Reply& reply) {
      if (reply.offer != idea.id || !is_of_idea(reply) || reply.status != ReplyStatus::accepted) return;
      Reply next = reply;
      if (cancelled) {
        if (reply.over_at <= ask.now) return;  // it took place
        next.status = ReplyStatus::fell_through;
        next.reason = ReplyReason::cancelled;
        next.decided_at = ask.now;
      } else {
        learn_date(next, told, meeting);
        if (next != reply) prolong_contact(record_id(next.id), next.contact, next.over_at, changes);
      }
      if (next != reply) changes.records.emplace_back(std::move(next));
    });
    if (cancelled) {  // others may join, and another date be set
      told.event.reset();
      told.stage = stage_with(ask.wall, idea.id, changes);
      told = counted(ask.wall, std::move(told), changes);
    }
    if (told != idea) changes.records.emplace_back(std::move(told));
  });
}

}  // namespace mur::rules

namespace mur {

ReplyId idea_author_reply_id(OfferId idea) { return ReplyId{derive_uuid(idea.uuid, "author")}; }

std::string meeting_place(const Wall& wall, const Offer& idea) {
  const Event* event = idea.event ? wall.find(*idea.event) : nullptr;
  if (event == nullptr) return {};
  const Place& place = event->details.place;
  return !place.name.empty() ? place.name : !place.room.empty() ? place.room : place.address;
}

bool wants_date(const Offer& offer) {
  return offer.kind == OfferKind::idea && offer.moderation.status == PostStatus::published && !offer.event &&
         offer.joined >= limits::kIdeaStarts;
}

}  // namespace mur
