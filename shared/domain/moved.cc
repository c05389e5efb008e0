#include "shared/domain/moved.h"

#include "shared/calendar/occurrence.h"
#include "shared/calendar/placing.h"
#include "shared/domain/limits.h"
#include "shared/domain/merged.h"
#include "shared/domain/same_time.h"

namespace mur {
namespace {

using calendar::Timing;
using calendar::When;

/// The day a reader in the hub's zone has it on.
std::optional<std::chrono::local_days> day_of(const When& when, const calendar::Zone& hub) {
  if (is_date(when)) return std::chrono::floor<std::chrono::days>(when.local);
  const auto at = calendar::Placing(hub).instant(when);
  if (!at) return std::nullopt;
  return std::chrono::floor<std::chrono::days>(hub.to_local(*at));
}

/// Is `start` one of the dates of `series`, at its time of day?
bool is_date_of(const When& start, const Timing& series, const calendar::Zone& hub) {
  const auto at = calendar::Placing(hub).instant(start);
  if (!at || !repeats(series)) return false;
  const auto found = calendar::expand(series, hub, {.from = *at, .to = *at + Seconds{1}}, limits::kOccurrencesBeyond,
                                      limits::kExpansionSteps);
  if (!found) return false;
  for (const calendar::Occurrence& one : found->occurrences)
    if (one.start_at == *at && one.all_day == is_date(start)) return true;
  return false;
}

}  // namespace

bool moves(const Timing& before, const Timing& after, const calendar::Zone& hub) {
  if (same_instant(before.start, after.start, hub)) return false;
  if (is_date(before.start) != is_date(after.start)) return day_of(before.start, hub) != day_of(after.start, hub);
  // Some programs let a series begin with its next date each time they write it.
  if (repeats(before) && repeats(after))
    return !is_date_of(after.start, before, hub) && !is_date_of(before.start, after, hub);
  return true;
}

void note_move(Event& next, const Event& before, const calendar::Zone& hub, TimePoint now) {
  if (!before.moderation.seen_by_wall || !moves(before.details.timing, next.details.timing, hub)) return;
  next.moved_from = before.details.timing.start;
  next.moved_at = now;
}

void note_moved_instance(Event& instance, const Wall& wall, const calendar::Zone& hub, TimePoint now) {
  if (!instance.details.recurrence_id) return;
  const When& stood_at = *instance.details.recurrence_id;
  const Event& series = series_of(wall, instance);
  if (&series == &instance || !is_on_wall(series.moderation)) return;
  if (now - series.moderation.decided_at < limits::kSeenOnWall) return;
  if (!moves({.start = stood_at}, {.start = instance.details.timing.start}, hub)) return;
  instance.moved_from = stood_at;
  instance.moved_at = now;
}

bool is_shown_as_moved(const Event& event, TimePoint now) {
  return event.moved_from && now - event.moved_at < limits::kMovedShown;
}

}  // namespace mur
