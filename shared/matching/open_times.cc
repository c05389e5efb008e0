#include "shared/matching/open_times.h"

#include "shared/calendar/occurrence.h"
#include "shared/domain/limits.h"

namespace mur::matching {
namespace {

constexpr std::size_t kDatesLookedAt = 8;  // of a repeating slot: a week of a daily one, and a day
constexpr std::chrono::hours kEvening{17};
constexpr std::chrono::hours kMorning{6};

void add(OpenTimes& times, const calendar::Occurrence& one) {
  const auto day = std::chrono::floor<std::chrono::days>(one.start);
  const std::chrono::weekday weekday{day};
  const bool weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
  const bool evening = !one.all_day && (one.start - day >= kEvening || one.start - day < kMorning);
  times.open = true;
  times.weekends = times.weekends || weekend;
  times.evenings = times.evenings || evening;
  times.days = times.days || (!weekend && !evening);
  if (!times.soonest || one.start_at < *times.soonest) times.soonest = one.start_at;
}

}  // namespace

OpenTimes open_times(const Need& need, const calendar::Zone& hub, TimePoint now) {
  OpenTimes times;
  if (!is_on_wall(need.moderation)) return times;
  if (need.details.closes_at && *need.details.closes_at <= now) return times;
  if (need.over_at && *need.over_at <= now) return times;
  if (need.details.slots.empty()) return {.open = true, .any_time = true};
  const auto instant = std::chrono::floor<Seconds>(now);
  const calendar::Window window{.from = instant, .to = instant + limits::kHorizonAhead};
  for (const Slot& slot : need.details.slots) {
    if (!slot.when) {
      if (missing(slot) == 0) continue;
      times.open = times.any_time = true;
      continue;
    }
    const auto dates = calendar::expand(*slot.when, hub, window, kDatesLookedAt, limits::kExpansionSteps);
    if (!dates) continue;
    for (const calendar::Occurrence& one : dates->occurrences)
      if ((one.end_at > now || one.start_at >= now) && missing(slot, one.start_at) > 0) add(times, one);
  }
  return times;
}

}  // namespace mur::matching
