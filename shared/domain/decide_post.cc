// What moderators and time do with any post.
#include <fmt/format.h>

#include "shared/domain/check.h"
#include "shared/domain/electoral.h"
#include "shared/domain/event_digest.h"
#include "shared/domain/limits.h"
#include "shared/domain/moved.h"
#include "shared/domain/rules.h"
#include "shared/domain/scope.h"
#include "shared/domain/span.h"

namespace mur::rules {

Result<Record> live_post(const Ask& ask, const RecordId& id) {
  const StampedRecord* found = ask.wall.find(id);
  if (found == nullptr || moderation_of(found->record) == nullptr)
    return fail(Errc::not_found, "post", fmt::format("{} is not a post; see `murctl queue`", to_string(id)));
  return found->record;
}

namespace {

/// A revision that waits for this post; null if there is none.
const Revision* revision_of(const Ask& ask, const RecordId& post) { return ask.wall.find(revision_id(post)); }

/// The post as the revision wants it.
Record revised(const Ask& ask, const Record& post, const Revision& revision) {
  if (const auto* event = std::get_if<Event>(&post)) {
    Event next = *event;
    const auto& details = std::get<EventDetails>(revision.proposed);
    next.details = details;
    note_move(next, *event, zone_of(ask.wall.hub()), ask.now);
    next.over_at = over_at(details, zone_of(ask.wall.hub()), ask.now);
    next.updated_at = ask.now;
    next.moderation.marks = revision.marks;
    next.refused.reset();
    return next;
  }
  Need next = std::get<Need>(post);
  NeedDetails details = std::get<NeedDetails>(revision.proposed);
  // Places taken while the change waited stay taken, also of a slot that it leaves out.
  for (Slot& slot : details.slots)
    if (const Slot* present = find_slot(next.details, slot.id)) keep_counts(slot, *present);
  for (const Slot& present : next.details.slots)
    if (has_people(present) && find_slot(details, present.id) == nullptr) details.slots.push_back(present);
  const NeedDetails before = std::exchange(next.details, std::move(details));
  keep_so_far(next, before);
  next.over_at = over_at(next.details, zone_of(ask.wall.hub()), ask.now);
  next.updated_at = ask.now;
  next.moderation.marks = revision.marks;
  return next;
}

Status check_reason(const Ask& ask, Reason reason, const std::string& note) {
  const bool is_brokers = reason == Reason::suspended || reason == Reason::reported || reason == Reason::paused ||
                          reason == Reason::silence;
  if (reason == Reason::none || (is_brokers && ask.actor.role != Role::clock))
    return fail(Errc::invalid, "reason", "give one of the charter's reasons; its author will read it");
  return check::text("note", note, limits::kReason);
}

std::string why(Reason reason, const std::string& note) {
  return note.empty() ? to_string(reason) : fmt::format("{}: {}", to_string(reason), note);
}

/// Staff has looked at it, and this is what they say.
void note_decision(const Ask& ask, Moderation& moderation) {
  if (ask.actor.role == Role::clock) return;
  const bool was_waiting = moderation.before == PostStatus::pending;
  if (was_waiting && moderation.reviewed_at == TimePoint{}) moderation.reviewed_at = ask.now;
  moderation.decided_by = ask.actor.role;
  moderation.appeal_waits = false;
}

/// An admin or moderator, whose word ends what was for now.
bool is_final(const Ask& ask) { return ask.actor.role == Role::admin || ask.actor.role == Role::moderator; }

}  // namespace

Tombstone tombstone_of(const Ask& ask, const Record& record) {
  const Moderation* moderation = moderation_of(record);
  return Tombstone{
      .of = id_of(record),
      .seen_by_wall = moderation != nullptr && moderation->seen_by_wall,
      .seen_by_staff = !std::holds_alternative<Ticket>(record) && !std::holds_alternative<ContactTrace>(record),
      .organization = owner_of(record),
      .at = ask.now};
}

void purge(const Ask& ask, const Record& post, Changes& changes) {
  const RecordId id = id_of(post);
  changes.records.emplace_back(tombstone_of(ask, post));
  if (const Ticket* ticket = ask.wall.ticket_for(id)) {
    Ticket next = *ticket;
    if (const Story* story = ask.wall.find(story_id(id))) {
      next.post = record_id(story->id);
      changes.records.emplace_back(std::move(next));
    } else {
      changes.records.emplace_back(tombstone_of(ask, next));
    }
  }
  if (const Revision* revision = revision_of(ask, id)) changes.records.emplace_back(tombstone_of(ask, *revision));
  if (const StaffNotes* notes = ask.wall.find(staff_notes_id(id)))
    changes.records.emplace_back(tombstone_of(ask, *notes));
  ask.wall.each<Report>([&](const Report& report) {
    if (report.post == id) purge(ask, report, changes);
  });
  if (const auto* event = std::get_if<Event>(&post); event != nullptr && event->feed && !event->details.recurrence_id)
    for (const Event* date : ask.wall.changed_dates_of(event->id))
      if (!date->feed && date->details.status == calendar::EventStatus::cancelled) purge(ask, *date, changes);
  drop_trace(ask, id, changes);
  const auto* proposal = std::get_if<Event>(&post);
  if (std::holds_alternative<Offer>(post) || std::holds_alternative<Reply>(post) ||
      std::holds_alternative<Story>(post) || (proposal != nullptr && proposal->organization.is_nil())) {
    changes.contacts.push_back(ContactChange{.post = id, .kind = ContactKind::none, .sealed = {}, .delete_at = {}});
    changes.forgotten.push_back(id);
  }
}

Result<Changes> put(const Ask& ask, const Approve& command) {
  auto post = live_post(ask, command.post);
  if (!post) return fail(post.error());
  const Revision* revision = revision_of(ask, command.post);
  Moderation* moderation = moderation_of(*post);
  const PostStatus status = moderation->status;
  if (status == PostStatus::published && revision == nullptr) return unchanged(command.post);
  if (status != PostStatus::pending && status != PostStatus::refused && status != PostStatus::published)
    return fail(Errc::closed, "post", fmt::format("this post is {}; it can't be approved", to_string(status)));
  if (is_electoral(*post) && !shows_electoral(ask))
    return fail(Errc::closed, "post",
                "this hub shows nothing of campaigns ([policy] publish_electoral in hub.toml); if it serves none, say "
                "so first: "
                "`murctl electoral clear`");
  Changes changes = about(ask, command.post);
  if (revision != nullptr) {
    const Record before = *post;
    *post = revised(ask, before, *revision);
    if (const auto* event = std::get_if<Event>(&before)) follow_event(ask, *event, std::get<Event>(*post), changes);
    changes.records.emplace_back(tombstone_of(ask, *revision));
    moderation = moderation_of(*post);
  }
  moderation->reason = Reason::none;
  moderation->note.clear();
  // A date of a series that was put elsewhere is moved from when people can read it.
  if (auto* event = std::get_if<Event>(&*post); event != nullptr && !moderation->seen_by_wall && event->moved_from)
    event->moved_at = ask.now;
  set_status(*moderation, PostStatus::published, ask.now);
  note_decision(ask, *moderation);
  if (const auto* need = std::get_if<Need>(&*post))
    settle_replies(ask, *need, changes);
  else
    changes.records.emplace_back(std::move(*post));
  return changes;
}

Result<Changes> put(const Ask& ask, const Refuse& command) {
  auto post = live_post(ask, command.post);
  if (!post) return fail(post.error());
  if (Status status = check_reason(ask, command.reason, command.note); !status) return fail(status.error());
  const Revision* revision = revision_of(ask, command.post);
  Moderation* moderation = moderation_of(*post);
  if (moderation->status == PostStatus::refused && !moderation->appeal_waits) return unchanged(command.post);
  if (moderation->status == PostStatus::published && revision == nullptr)
    return fail(Errc::closed, "post", "this post is on the wall already; use `murctl hide`");
  if (moderation->status != PostStatus::pending && moderation->status != PostStatus::published &&
      moderation->status != PostStatus::refused)
    return fail(Errc::closed, "post",
                fmt::format("this post is {}; there is nothing to refuse", to_string(moderation->status)));
  Changes changes = about(ask, command.post, why(command.reason, command.note));
  moderation->reason = command.reason;
  moderation->note = command.note;
  if (revision != nullptr) {
    changes.records.emplace_back(tombstone_of(ask, *revision));
    if (auto* event = std::get_if<Event>(&*post))
      event->refused = event_digest(std::get<EventDetails>(revision->proposed));
  }
  // Refusing a change leaves the version that was read before.
  if (moderation->status == PostStatus::pending) set_status(*moderation, PostStatus::refused, ask.now);
  if (moderation->status == PostStatus::refused) {
    moderation->decided_at = ask.now;
    note_decision(ask, *moderation);
  }
  changes.records.emplace_back(std::move(*post));
  return changes;
}

Result<Changes> put(const Ask& ask, const Hide& command) {
  auto post = live_post(ask, command.post);
  if (!post) return fail(post.error());
  if (Status status = check_reason(ask, command.reason, command.note); !status) return fail(status.error());
  Moderation* moderation = moderation_of(*post);
  const bool to_confirm = is_final(ask) && (is_hidden_for_now(*moderation) || moderation->appeal_waits);
  if (moderation->status == PostStatus::hidden && !to_confirm) return unchanged(command.post);
  if (moderation->status != PostStatus::published && moderation->status != PostStatus::hidden)
    return fail(Errc::closed, "post", fmt::format("this post is {}, not on the wall", to_string(moderation->status)));
  moderation->reason = command.reason;
  moderation->note = command.note;
  if (moderation->status == PostStatus::published) set_status(*moderation, PostStatus::hidden, ask.now);
  moderation->decided_at = ask.now;
  note_decision(ask, *moderation);
  Changes changes = about(ask, command.post, why(command.reason, command.note));
  if (is_final(ask)) settle_reports(ask, command.post, ReportStatus::hidden, {}, changes);
  changes.records.emplace_back(std::move(*post));
  return changes;
}

Result<Changes> put(const Ask& ask, const Unhide& command) {
  auto post = live_post(ask, command.post);
  if (!post) return fail(post.error());
  Moderation* moderation = moderation_of(*post);
  if (moderation->status == PostStatus::published) return unchanged(command.post);
  if (moderation->status != PostStatus::hidden)
    return fail(Errc::closed, "post", fmt::format("this post is {}, not hidden", to_string(moderation->status)));
  moderation->reason = Reason::none;
  moderation->note.clear();
  set_status(*moderation, PostStatus::published, ask.now);
  note_decision(ask, *moderation);
  Changes changes = about(ask, command.post);
  if (is_final(ask)) {
    moderation->kept_at = ask.now;
    settle_reports(ask, command.post, ReportStatus::kept, {}, changes);
  }
  changes.records.emplace_back(std::move(*post));
  return changes;
}

Result<Changes> put(const Ask& ask, const PutNotice& command) {
  if (Status status = check::required_text("text", command.text, limits::kSummary); !status)
    return fail(status.error());
  if (command.shown_until <= command.shown_from || command.shown_until <= ask.now)
    return fail(Errc::invalid, "shown_until", "a notice must end after it begins, and not in the past");
  const NoticeId id{derive_uuid(ask.order.id.uuid, "notice")};
  Notice notice{.id = id,
                .text = command.text,
                .shown_from = command.shown_from,
                .shown_until = command.shown_until,
                .moderation = {}};
  notice.moderation.submitted_at = ask.now;
  set_status(notice.moderation, PostStatus::published, ask.now);
  Changes changes = about(ask, record_id(id));
  changes.records.emplace_back(std::move(notice));
  return changes;
}

}  // namespace mur::rules
