// Events: published by organizations, proposed from outside, changed, moved, cancelled.
#include <fmt/format.h>

#include <algorithm>

#include "shared/domain/check.h"
#include "shared/domain/feed_rules.h"
#include "shared/domain/limits.h"
#include "shared/domain/moved.h"
#include "shared/domain/repeats.h"
#include "shared/domain/rules.h"
#include "shared/domain/span.h"

namespace mur::rules {
namespace {

/// Says it more than was said before? What is only taken away need not be read.
bool is_news(const std::string& before, const std::string& after) { return !after.empty() && after != before; }

bool is_news(const Place& before, const Place& after) {
  return is_news(before.name, after.name) || is_news(before.address, after.address) || is_news(before.room, after.room);
}

bool is_news(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  return std::ranges::any_of(after,
                             [&](const std::string& one) { return std::ranges::find(before, one) == before.end(); });
}

/// Does screening mark something in what changed, of the fields that go up unread otherwise?
bool is_marked_anew(const EventDetails& before, const EventDetails& after) {
  return std::ranges::any_of(check::marks(after), [&](const screening::Mark& mark) {
    return (mark.field == "price" && before.price.text != after.price.text) ||
           (mark.field == "categories" && before.categories != after.categories);
  });
}

/// What a moderator has read: a change of it is read again (DESIGN.md § 8). A cancellation, a room's access or a price
/// go up at once, unless screening marks something in them.
bool needs_reading_again(const EventDetails& before, const EventDetails& after) {
  return before.title != after.title || before.summary != after.summary || before.description != after.description ||
         before.timing != after.timing || before.url != after.url || is_news(before.place, after.place) ||
         is_news(before.organizer, after.organizer) || is_news(before.conference_url, after.conference_url) ||
         is_news(before.image_url, after.image_url) || is_news(before.links, after.links) ||
         is_marked_anew(before, after);
}

Event next_version(const Ask& ask, const Event& present, const EventDetails& details) {
  Event next = present;
  next.details = details;
  note_move(next, present, zone_of(ask.wall.hub()), ask.now);
  next.updated_at = ask.now;
  next.over_at = over_at(details, zone_of(ask.wall.hub()), ask.now);
  next.moderation.marks = check::marks(details);
  return next;
}

/// A cancellation need not say what it cancels (RFC 5546 § 3.2.5): what stands on the wall is struck, and stays to be
/// read.
void keep_words(EventDetails& details, const Event* present) {
  if (present == nullptr || details.status != calendar::EventStatus::cancelled || !details.title.empty()) return;
  EventDetails kept = present->details;
  kept.status = details.status;
  kept.sequence = details.sequence;
  kept.source = details.source;
  details = std::move(kept);
}

/// The event with who brings it; the words stay.
Event brought_by(const Event& present, const std::optional<FeedId>& feed) {
  Event next = present;
  next.feed = feed;
  next.absent_since.reset();
  return next;
}

/// Who may say where an event comes from.
Status check_source(const Ask& ask, const PutEvent& command) {
  const bool is_broker = ask.actor.role == Role::clock;
  if (!command.feed && !is_broker) return {};
  if (!is_broker)
    return fail(Errc::forbidden, "feed", "the broker alone says which feed brings an event; leave it out");
  const Feed* feed = command.feed ? ask.wall.find(*command.feed) : nullptr;
  if (feed == nullptr || feed->organization != command.organization)
    return fail(Errc::not_found, "feed", "this feed is gone, or another organization's");
  if (feed->state == FeedState::proposed || feed->removing_since)
    return fail(Errc::closed, "feed", "this feed publishes nothing");
  return {};
}

/// The feed says what is on the wall: a change that waits is taken back, an absence ends.
Changes confirm_as_it_is(const Ask& ask, const Event& present, const PutEvent& command) {
  const RecordId id = record_id(present.id);
  const Revision* waiting = ask.wall.find(revision_id(id));
  const Event next = brought_by(present, command.feed);
  if (waiting == nullptr && next == present) return unchanged(id);
  Changes changes = about(ask, id);
  if (waiting != nullptr) changes.records.emplace_back(tombstone_of(ask, *waiting));
  if (next != present) changes.records.emplace_back(next);
  return changes;
}

Changes propose_revision(const Ask& ask, const Event& present, const EventDetails& details) {
  const RecordId post = record_id(present.id);
  const RevisionId id = revision_id(post);
  if (const Revision* waiting = ask.wall.find(id))
    if (const auto* same = std::get_if<EventDetails>(&waiting->proposed); same != nullptr && *same == details)
      return unchanged(post);
  Changes changes = about(ask, post, "change waits for review");
  changes.records.emplace_back(Revision{.id = id,
                                        .organization = present.organization,
                                        .post = post,
                                        .proposed = details,
                                        .submitted_at = ask.now,
                                        .marks = check::marks(details)});
  return changes;
}

Result<Changes> create(const Ask& ask, EventId id, const PutEvent& command, const EventDetails& details, bool at_once) {
  const auto over = over_at(details, zone_of(ask.wall.hub()), ask.now);
  if (over && *over < ask.now - limits::kEndedEventKept)
    return fail(Errc::closed, "end", "this event ended more than 31 days ago; the wall shows what is coming");
  Event event{.id = id,
              .organization = command.organization,
              .details = details,
              .moved_from = {},
              .moved_at = {},
              .over_at = over,
              .updated_at = ask.now,
              .moderation = {},
              .feed = command.feed};
  event.moderation.submitted_at = ask.now;
  event.moderation.marks = check::marks(details);
  mark_beside_others(ask.wall, event, ask.now);
  note_moved_instance(event, ask.wall, zone_of(ask.wall.hub()), ask.now);
  if (at_once) set_status(event.moderation, PostStatus::published, ask.now);
  Changes changes = about(ask, record_id(id));
  // Dates that came before their series were merged as events of their own; now they go with it.
  if (!details.recurrence_id)
    for (const Event* date : ask.wall.changed_dates_of(id)) {
      if (!date->merged_into) continue;
      Event parted = *date;
      parted.merged_into.reset();
      changes.records.emplace_back(std::move(parted));
    }
  changes.records.emplace_back(std::move(event));
  return changes;
}

}  // namespace

Result<Changes> put(const Ask& ask, const PutEvent& command) {
  if (Status source = check_source(ask, command); !source) return fail(source.error());
  const auto organization = posting_for(ask, command.organization);
  if (!organization) return fail(organization.error());
  EventDetails details = command.details;
  // A proposal can't choose its identity: nobody's UID is safe from a stranger's otherwise.
  if (ask.actor.role == Role::proposer) details.uid = "proposal-" + to_string(ask.order.id);
  if (command.feed) details = as_brought(std::move(details));
  const EventId id = event_id(command.organization, details);
  const Event* present = ask.wall.find(id);
  keep_words(details, present);
  if (Status status = check::event(details); !status) return fail(status.error());
  // Nobody looks at what a feed brings before it is up: what screening marks waits, trusted or not.
  const bool at_once = is_published_at_once(ask, *organization, check::marks(details)) &&
                       (!command.feed || check::marks(details).empty());
  if (present == nullptr) return create(ask, id, command, details, at_once);

  if (command.feed) {
    if (const Feed* holder = holder_of(ask.wall, *present); holder != nullptr && holder->id != *command.feed)
      return unchanged(record_id(id));
    details = as_taken(present->details, std::move(details));
    if (says_the_same(*present, details)) return confirm_as_it_is(ask, *present, command);
  } else {
    if (const Feed* feed = feed_of(ask.wall, *present))
      return fail(Errc::closed, "event",
                  fmt::format("this event comes from the feed \"{}\"; change it in that calendar, or remove the feed",
                              feed->details.name));
    if (details == present->details || details.sequence < present->details.sequence) return unchanged(record_id(id));
  }
  const bool was_read = present->moderation.status == PostStatus::published;
  if (was_read && !at_once && needs_reading_again(present->details, details)) {
    Changes changes = propose_revision(ask, *present, details);
    if (Event kept = brought_by(*present, command.feed); kept != *present)
      changes.records.emplace_back(std::move(kept));
    return changes;
  }
  Event next = next_version(ask, brought_by(*present, command.feed), details);
  next.refused.reset();
  if (next.moderation.status == PostStatus::refused) {
    next.moderation.submitted_at = ask.now;
    set_status(next.moderation, at_once ? PostStatus::published : PostStatus::pending, ask.now);
  } else if (at_once && next.moderation.status == PostStatus::pending) {
    set_status(next.moderation, PostStatus::published, ask.now);
  } else if (is_hidden_by_broker(next.moderation) && !at_once && needs_reading_again(present->details, details)) {
    read_again(next.moderation, ask.now);
  }
  Changes changes = about(ask, record_id(id));
  follow_event(ask, *present, next, changes);
  changes.records.emplace_back(std::move(next));
  return changes;
}

Result<Changes> put(const Ask& ask, const CancelEvent& command) {
  const Event* present = ask.wall.find(command.event);
  if (present == nullptr || (ask.own && present->organization != ask.actor.organization))
    return fail(Errc::not_found, "event", "no such event; see `murctl event list`");
  EventDetails details = present->details;
  details.status = calendar::EventStatus::cancelled;
  if (!command.instance) {
    if (details == present->details) return unchanged(record_id(present->id));
    ++details.sequence;
    Changes changes = about(ask, record_id(present->id));
    Event next = next_version(ask, *present, details);
    follow_event(ask, *present, next, changes);
    changes.records.emplace_back(std::move(next));
    return changes;
  }
  if (!repeats(present->details.timing))
    return fail(Errc::invalid, "instance", "this event happens once; cancel it without naming a date");
  details.recurrence_id = command.instance;
  details.timing = instance_timing(present->details.timing, *command.instance);
  if (Status status = check::event(details); !status) return fail(status.error());
  const EventId id = event_id(present->organization, details);
  // Only what is said of the series as a whole is the instance's too: not that it moved, was merged, or that a feed
  // could miss it (which does not hold it, and would take the cancellation back). It goes with its series (purge).
  Event instance{.id = id, .organization = present->organization, .moderation = present->moderation};
  if (const Event* changed = ask.wall.find(id)) {
    if (changed->details.status == calendar::EventStatus::cancelled) return unchanged(record_id(id));
    instance = *changed;
    details = changed->details;
    details.status = calendar::EventStatus::cancelled;
  }
  ++details.sequence;
  instance.details = std::move(details);
  instance.over_at = over_at(instance.details, zone_of(ask.wall.hub()), ask.now);
  instance.updated_at = ask.now;
  Changes changes = about(ask, record_id(id));
  changes.records.emplace_back(std::move(instance));
  return changes;
}

}  // namespace mur::rules
