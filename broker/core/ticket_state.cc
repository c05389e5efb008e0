#include "broker/core/ticket_state.h"

#include <algorithm>

#include "shared/base/text.h"
#include "shared/domain/decide.h"
#include "shared/domain/idea.h"
#include "shared/domain/limits.h"
#include "shared/domain/public_texts.h"
#include "shared/domain/scope.h"

namespace mur::broker {

bool reaches(const Wall& wall, OrganizationId id) {
  const Organization* organization = wall.find(id);
  return organization != nullptr && organization->trust == Trust::trusted;
}

namespace {

/// What its author may see of an offer on any screen: neither first name nor how to reach them.
OfferDetails shown_to_holder(const OfferDetails& full) {
  OfferDetails shown = full;
  shown.first_name.clear();
  shown.contact = ContactKind::none;
  shown.may_be_called = false;
  shown.age = AgeClass::unknown;
  return shown;
}

void tell_idea(ReplyTold& told, const Wall& wall, const Reply& reply) {
  told.to_idea = true;
  told.decide_by = {};
  if (const Hub* hub = wall.hub()) told.organization = hub->name;
  const Offer* idea = wall.find(*reply.offer);
  if (idea == nullptr) return;
  told.need = shorten(idea->details.text, limits::kTitle);
  if (is_agreed(reply.status)) told.where = meeting_place(wall, *idea);
}

/// What the holder of a reply's ticket may know.
ReplyTold told_of(const Wall& wall, const Reply& reply, TimePoint now) {
  ReplyTold told{.status = reply.status, .reason = reply.reason, .note = reply.note};
  if (const Organization* organization = wall.find(reply.organization)) told.organization = organization->details.name;
  if (reply.begins_at != TimePoint{}) {
    told.begins = reply.begins_at;
    told.ends = reply.over_at;
  }
  told.decide_by = reply.status == ReplyStatus::held ? reply.decide_by : TimePoint{};
  told.may_tell = is_agreed(reply.status) && !reply.told_by_organization && reply.begins_at != TimePoint{} &&
                  reply.begins_at <= now;
  if (is_of_idea(reply)) tell_idea(told, wall, reply);
  const Need* need = reply.need ? wall.find(*reply.need) : nullptr;
  if (need == nullptr) return told;
  told.need = need->details.title;
  if (is_on_wall(need->moderation)) told.need_id = need->id;
  const Slot* slot = reply.slot ? find_slot(need->details, *reply.slot) : nullptr;
  if (slot == nullptr) return told;
  told.role = slot->role;
  told.each_time = !reply.date && slot->when && calendar::repeats(*slot->when);
  if (is_agreed(reply.status)) {
    told.welcomed_by = slot->welcomed_by;
    told.where = slot->where;
    told.bring = slot->bring;
  }
  if (reply.status == ReplyStatus::listed)
    wall.each<Reply>([&](const Reply& other) {
      const bool is_for_the_same = !other.date || !reply.date || other.date == reply.date;
      if (other.need == reply.need && other.slot == reply.slot && other.status == ReplyStatus::listed &&
          is_for_the_same && other.number <= reply.number)
        ++told.waiting;
    });
  return told;
}

/// What the holder of an offer's ticket may know of who answered: what waits for a decision first, then the newest.
std::vector<OfferAnswer> answers_to(const Wall& wall, const Offer& offer) {
  std::vector<OfferAnswer> answers;
  const bool has_contact = offer.details.contact != ContactKind::none;
  wall.each<Reply>([&](const Reply& reply) {
    if (reply.offer != offer.id || is_of_idea(reply)) return;
    const Organization* organization = wall.find(reply.organization);
    answers.push_back({.reply = reply.id,
                       .organization = organization == nullptr ? "" : organization->details.name,
                       .status = reply.status,
                       .reason = reply.reason,
                       .note = reply.note,
                       .answered_at = reply.created_at,
                       .decide_by = reply.status == ReplyStatus::held ? reply.decide_by : TimePoint{},
                       .reaches = has_contact && reaches(wall, reply.organization),
                       .sensitivity = organization == nullptr ? Sensitivity::none : organization->details.sensitivity});
  });
  std::ranges::sort(answers, [](const OfferAnswer& a, const OfferAnswer& b) {
    const auto order = [](const OfferAnswer& answer) {
      return answer.status == ReplyStatus::held ? 0 : answer.status == ReplyStatus::accepted ? 1 : 2;
    };
    return std::tuple{order(a), b.answered_at, a.reply} < std::tuple{order(b), a.answered_at, b.reply};
  });
  if (answers.size() > limits::kOfferAnswers) answers.resize(limits::kOfferAnswers);
  return answers;
}

bool may_undo(PostStatus status, TimePoint decided_at, TimePoint now) {
  return status == PostStatus::withdrawn && now < decided_at + limits::kUndoWithdrawal;
}

/// What whoever reported a post may know of it.
ReportTold told_of(const Wall& wall, const Report& report) {
  ReportTold told{.reason = report.reason, .status = report.status, .note = report.note};
  const StampedRecord* post = wall.find(report.post);
  if (post == nullptr || is_tombstone(post->record)) return told;
  told.on_wall = is_on_wall(*moderation_of(post->record));
  for (const PublicText& text : public_texts(post->record)) {
    if (text.field != "title" && text.field != "text") continue;  // no first name
    told.post = shorten(text.text, limits::kTitle);
    break;
  }
  return told;
}

TicketState state_of(const Wall& wall, const Reply& reply, TimePoint now) {
  return {.post = record_id(reply.id),
          .status = PostStatus::published,  // a reply has none; older programs read one
          .expires_at = reply.over_at,
          .can_undo = reply.status == ReplyStatus::withdrawn && now < reply.decided_at + limits::kUndoWithdrawal,
          .reply = told_of(wall, reply, now)};
}

TicketState state_of(const Wall&, const Event& proposal, TimePoint now) {
  const Moderation& moderation = proposal.moderation;
  return {.post = record_id(proposal.id),
          .status = moderation.status,
          .reason = moderation.reason,
          .note = moderation.note,
          .expires_at = proposal.over_at.value_or(TimePoint{}),
          .can_undo = may_undo(moderation.status, moderation.decided_at, now),
          .title = proposal.details.title};
}

TicketState state_of(const Wall& wall, const Offer& offer, TimePoint now) {
  const Moderation& moderation = offer.moderation;
  TicketState state{.post = record_id(offer.id),
                    .status = moderation.status,
                    .reason = moderation.reason,
                    .note = moderation.note,
                    .details = shown_to_holder(offer.details),
                    .expires_at = offer.expires_at,
                    .can_undo = may_undo(moderation.status, moderation.decided_at, now),
                    .reply = {},
                    .answers = answers_to(wall, offer),
                    .stage = offer.stage,
                    .joined = offer.joined};
  const Reply* own = offer.event ? wall.find(idea_author_reply_id(offer.id)) : nullptr;
  if (own == nullptr) return state;
  state.meeting_at = own->begins_at;
  state.meeting_place = meeting_place(wall, offer);
  return state;
}

/// What whoever reported a post may know of it.
TicketState state_of(const Wall& wall, const Report& report, TimePoint) {
  return {.post = record_id(report.id),
          .status = PostStatus::published,  // a report has none; older programs read one
          .report = told_of(wall, report)};
}

/// Only the story is left of what the ticket led to.
TicketState state_of(const Wall&, const Story& story, TimePoint) {
  return {.post = record_id(story.id), .status = PostStatus::closed, .expires_at = story.expires_at};
}

/// When it came; whether its author may answer a refusal or a hiding, and what they answered.
void tell_appeal(TicketState& state, const Wall& wall) {
  const StampedRecord* stamped = wall.find(state.post);
  const Moderation* moderation = stamped == nullptr ? nullptr : moderation_of(stamped->record);
  if (moderation == nullptr) return;
  state.submitted_at = moderation->submitted_at;
  state.may_appeal = may_appeal(*moderation);
  state.appeal = moderation->appeal;
  state.appeal_waits = moderation->appeal_waits;
}

/// What the holder told of a meeting, and whether they may.
void tell_story(TicketState& state, const Wall& wall) {
  const std::optional<Meeting> meeting = meeting_of(wall, state.post);
  state.may_tell_story = meeting.has_value();
  const Story* story = wall.find(story_id(meeting ? meeting->of : state.post));
  if (story == nullptr) return;
  state.story = StoryTold{.status = story->moderation.status,
                          .reason = story->moderation.reason,
                          .note = story->moderation.note,
                          .text = story->text,
                          .first_name = story->first_name,
                          .expires_at = story->expires_at};
}

}  // namespace

std::optional<TicketState> ticket_state(const Wall& wall, const RecordId& post, TimePoint now) {
  const StampedRecord* stamped = wall.find(post);
  if (stamped == nullptr) return std::nullopt;
  std::optional<TicketState> state = std::visit(
      [&](const auto& noun) -> std::optional<TicketState> {
        if constexpr (requires { state_of(wall, noun, now); }) return state_of(wall, noun, now);
        return std::nullopt;
      },
      stamped->record);
  if (!state) return std::nullopt;
  tell_story(*state, wall);
  tell_appeal(*state, wall);
  return state;
}

Status tell_known(TicketState& state, std::uint16_t version) {
  if (version >= 4) return {};
  tell_version_3(state.details);
  if (state.reason == Reason::electoral) state.reason = Reason::canvassing;
  if (state.reason == Reason::silence) state.reason = Reason::suspended;
  if (version >= 3) return {};
  if (state.report)
    return fail(Errc::not_found, "code", "this code is of a report, which this program does not know; ask at the desk");
  if (state.reason == Reason::reported) state.reason = Reason::other;
  if (state.reason == Reason::paused) state.reason = Reason::suspended;
  return {};
}

}  // namespace mur::broker
