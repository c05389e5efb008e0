// Two events that are one: merged, parted, kept apart. Only moderators say so, and only one record changes its word.
#include <fmt/format.h>

#include <algorithm>

#include "shared/domain/limits.h"
#include "shared/domain/merged.h"
#include "shared/domain/rules.h"
#include "shared/domain/same_time.h"
#include "shared/domain/span.h"

namespace mur::rules {
namespace {

std::string named(const Event& event) { return fmt::format("\"{}\" ({})", event.details.title, to_string(event.id)); }

/// May an event be named that is one date of a series?
enum class Dates : std::uint8_t { with_their_series, if_merged_themselves };

/// A live event that stands for itself: changed dates go with their series. One that was merged by itself before its
/// series came can still be parted.
Result<const Event*> whole_event(const Ask& ask, const char* field, EventId id,
                                 Dates dates = Dates::with_their_series) {
  const Event* event = ask.wall.find(id);
  if (event == nullptr) return fail(Errc::not_found, field, "no such event; see `murctl event list`");
  if (dates == Dates::if_merged_themselves && event->merged_into) return event;
  if (const Event& series = series_of(ask.wall, *event); &series != event)
    return fail(Errc::invalid, field,
                fmt::format("this is one date of {}; name that one, and its dates go with it", named(series)));
  return event;
}

/// The live event that `event` was merged into.
const Event* target_of(const Ask& ask, const Event& event) {
  return event.merged_into ? ask.wall.find(*event.merged_into) : nullptr;
}

std::string list(const std::vector<const Event*>& events) {
  constexpr std::size_t kNamed = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(events.size(), kNamed); ++i) text += (i == 0 ? "" : ", ") + named(*events[i]);
  return events.size() > kNamed ? text + fmt::format(" and {} more", events.size() - kNamed) : text;
}

const char* in_words(TimeDifference difference) {
  switch (difference) {
    case TimeDifference::start: return "they begin at different times";
    case TimeDifference::end: return "they end at different times";
    case TimeDifference::rule: break;
  }
  return "they don't have the same dates";
}

/// Would the two be shown as one? If not, merging would hide what a visitor must know.
Status check_alike(const Ask& ask, const Event& into, const Event& event) {
  if (const auto difference = time_difference(into.details.timing, event.details.timing, zone_of(ask.wall.hub())))
    return fail(Errc::conflict, "event",
                fmt::format("{}; put the wrong one right first, or leave both on the wall", in_words(*difference)));
  if ((into.details.status == calendar::EventStatus::cancelled) !=
      (event.details.status == calendar::EventStatus::cancelled))
    return fail(Errc::conflict, "event",
                "only one of them is cancelled; ask their organizations, and leave both on the wall until they agree");
  if (changes_all_later_dates(ask.wall, into) || changes_all_later_dates(ask.wall, event))
    return fail(Errc::conflict, "event",
                "one of them changes a date and all later ones at once (THISANDFUTURE); leave both on the wall");
  return {};
}

Status check_target(const Ask& ask, const Event& into, EventId event) {
  if (!is_on_wall(into.moderation))
    return fail(Errc::closed, "into",
                fmt::format("{} is {}, not on the wall; approve it first, or merge the other way round", named(into),
                            to_string(into.moderation.status)));
  const Event* further = target_of(ask, into);
  if (further != nullptr && further->id == event)
    return fail(
        Errc::conflict, "into",
        fmt::format("the two are merged already, the other way round: {} into {}; to turn them, unmerge {} first",
                    named(into), named(*further), to_string(into.id)));
  if (further != nullptr)
    return fail(Errc::conflict, "into",
                fmt::format("{} is itself merged into {}; merge into that one", named(into), named(*further)));
  return {};
}

Status check_source(const Ask& ask, const Event& event, EventId into) {
  if (const auto others = ask.wall.merged_into(event.id); !others.empty())
    return fail(
        Errc::conflict, "event",
        fmt::format("{} are merged into this one; unmerge them first, or merge the other way round", list(others)));
  if (const Event* present = target_of(ask, event); present != nullptr && present->id != into)
    return fail(Errc::conflict, "event",
                fmt::format("it is merged into {} already; unmerge it first", named(*present)));
  return {};
}

/// Forgets in `event` that it was distinct from `other`.
bool drop_distinct(Event& event, EventId other) { return std::erase(event.distinct_from, other) > 0; }

Status add_distinct(const Ask& ask, Event& event, EventId other, const char* field) {
  if (std::ranges::find(event.distinct_from, other) != event.distinct_from.end()) return {};
  std::erase_if(event.distinct_from, [&](EventId id) { return ask.wall.find(id) == nullptr; });
  if (event.distinct_from.size() >= limits::kDistinctFrom)
    return fail(Errc::too_large, field,
                fmt::format("{} is kept apart from {} others already, the most there can be; leave the suggestion",
                            named(event), limits::kDistinctFrom));
  event.distinct_from.push_back(other);
  return {};
}

/// Only what is not as it was.
void keep_changed(Changes& changes, const Event& before, Event after) {
  if (after != before) changes.records.emplace_back(std::move(after));
}

}  // namespace

Result<Changes> put(const Ask& ask, const MergeEvents& command) {
  if (command.into == command.event)
    return fail(Errc::invalid, "event", "an event can't be merged into itself; name two");
  const auto into = whole_event(ask, "into", command.into);
  if (!into) return fail(into.error());
  const auto event = whole_event(ask, "event", command.event);
  if (!event) return fail(event.error());
  if ((*event)->merged_into == command.into) return unchanged(record_id(command.event));
  if (Status status = check_target(ask, **into, command.event); !status) return fail(status.error());
  if (Status status = check_source(ask, **event, command.into); !status) return fail(status.error());
  if (Status status = check_alike(ask, **into, **event); !status) return fail(status.error());

  Changes changes = about(ask, record_id(command.event), "into " + to_string(record_id(command.into)));
  Event merged = **event;
  merged.merged_into = command.into;
  drop_distinct(merged, command.into);
  Event target = **into;
  target.merged_into.reset();  // what it was merged into is gone: no chain if that comes back
  drop_distinct(target, command.event);
  keep_changed(changes, **event, std::move(merged));
  keep_changed(changes, **into, std::move(target));
  return changes;
}

Result<Changes> put(const Ask& ask, const UnmergeEvent& command) {
  const auto event = whole_event(ask, "event", command.event, Dates::if_merged_themselves);
  if (!event) return fail(event.error());
  if (!(*event)->merged_into) {
    if (const auto others = ask.wall.merged_into(command.event); !others.empty())
      return fail(Errc::invalid, "event",
                  fmt::format("this is the one that stays; name what was merged into it: {}", list(others)));
    return unchanged(record_id(command.event));
  }
  Changes changes = about(ask, record_id(command.event),
                          "from " + to_string(RecordId{RecordKind::event, (*event)->merged_into->uuid}));
  Event next = **event;
  next.merged_into.reset();
  changes.records.emplace_back(std::move(next));
  return changes;
}

Result<Changes> put(const Ask& ask, const KeepApart& command) {
  if (command.one == command.other)
    return fail(Errc::invalid, "other", "an event can't be kept apart from itself; name two");
  const auto one = whole_event(ask, "one", command.one, Dates::if_merged_themselves);
  if (!one) return fail(one.error());
  const auto other = whole_event(ask, "other", command.other, Dates::if_merged_themselves);
  if (!other) return fail(other.error());
  Event first = **one;
  Event second = **other;
  if (Status status = add_distinct(ask, first, command.other, "one"); !status) return fail(status.error());
  if (Status status = add_distinct(ask, second, command.one, "other"); !status) return fail(status.error());
  if (first.merged_into == command.other) first.merged_into.reset();
  if (second.merged_into == command.one) second.merged_into.reset();
  if (first == **one && second == **other) return unchanged(record_id(command.one));
  Changes changes = about(ask, record_id(command.one), "from " + to_string(record_id(command.other)));
  keep_changed(changes, **one, std::move(first));
  keep_changed(changes, **other, std::move(second));
  return changes;
}

}  // namespace mur::rules
