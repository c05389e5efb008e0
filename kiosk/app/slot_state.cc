#include "kiosk/app/slot_state.h"

#include <algorithm>

#include "shared/domain/limits.h"

namespace mur::app {

namespace {

int waiting_on(const Slot& slot, TimePoint begins_at) {
  int count = slot.listed;
  for (const SlotDate& date : slot.dates)
    if (date.begins_at == begins_at) count += date.listed;
  return count;
}

}  // namespace

std::vector<AgendaEntry> next_dates(const Slot& slot, const calendar::Zone& zone, TimePoint now, std::size_t most) {
  std::vector<AgendaEntry> dates;
  if (!slot.when) return dates;
  const auto instant = std::chrono::floor<std::chrono::seconds>(now);
  const auto spans = calendar::expand(*slot.when, zone, {.from = instant, .to = instant + limits::kHorizonAhead}, most,
                                      limits::kExpansionSteps);
  if (!spans) return dates;
  for (const calendar::Occurrence& one : spans->occurrences)
    dates.push_back({.event = {},
                     .series = {},
                     .start = one.start,
                     .end = one.end,
                     .start_at = one.start_at,
                     .end_at = one.end_at,
                     .all_day = one.all_day});
  return dates;
}

SlotState slot_state(const Slot& slot, const calendar::Zone& zone, TimePoint now) {
  SlotState state{.next = {}, .missing = missing(slot), .waiting = slot.listed};
  if (!slot.when) return state;
  state.repeats = calendar::repeats(*slot.when);
  const std::vector<AgendaEntry> dates = next_dates(slot, zone, now, 1);
  if (dates.empty()) return {.next = {}, .over = true, .repeats = state.repeats};
  state.next = dates.front();
  state.missing = missing(slot, state.next->start_at);
  state.waiting = waiting_on(slot, state.next->start_at);
  return state;
}

int missing_each_time(const Slot& slot, TimePoint now) {
  int least = missing(slot);
  for (const SlotDate& date : slot.dates)
    if (date.begins_at >= now) least = std::min(least, missing(slot, date.begins_at));
  return least;
}

bool may_come_now(const Need& need, const SlotState& slot, TimePoint now) {
  return !need.details.remote && slot.next && slot.missing > 0 && slot.next->start_at <= now + limits::kComeNowAhead;
}

}  // namespace mur::app
