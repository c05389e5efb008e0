#include "shared/calendar/overrides.h"

#include <algorithm>
#include <map>

#include "shared/calendar/placing.h"

namespace mur::calendar {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

/// A later instance as a THISANDFUTURE override leaves it: moved in wall time, as long as the override's own.
Occurrence moved(const Occurrence& occurrence, const Override& by, const Occurrence& own, const Placing& placing) {
  When start = by.timing.start;
  // The distance between instances is the master's; where it starts from is the override's.
  start.local += occurrence.key.local - by.instance.local;
  Result<Occurrence> made = placing.occurrence(start, std::nullopt);
  if (!made) return occurrence;
  if (made->all_day) {
    made->end = made->start + (own.end - own.start);
    made->end_at = placing.hub().to_sys(made->end);
  } else {
    made->end_at = made->start_at + (own.end_at - own.start_at);
    made->end = placing.hub().to_local(made->end_at);
  }
  made->key = occurrence.key;
  return *made;
}

}  // namespace

std::vector<Instance> merge(std::span<const Occurrence> master, std::span<const Override> overrides, const Zone& hub,
                            const Window& window) {
  const Placing placing(hub);
  std::map<sys_seconds, std::size_t> single;   // instance -> the override that speaks for it
  std::map<sys_seconds, std::size_t> onwards;  // the same, from that instance on
  std::vector<std::optional<Occurrence>> own(overrides.size());
  for (std::size_t i = 0; i < overrides.size(); ++i) {
    const Override& change = overrides[i];
    const Result<sys_seconds> instance = placing.instant(change.instance);
    Result<Occurrence> made = placing.occurrence(change.timing.start, change.timing.end);
    if (!instance || !made) continue;  // a zone that is gone from the tables: the master's word stays
    made->key = change.instance;
    own[i] = *std::move(made);
    (change.this_and_future ? onwards : single)[*instance] = i;
  }

  std::vector<Instance> merged;
  const auto show = [&](Occurrence occurrence, std::optional<std::size_t> by) {
    if (touches(occurrence, window)) merged.push_back({.occurrence = std::move(occurrence), .changed_by = by});
  };
  for (const Occurrence& occurrence : master) {
    const sys_seconds instance = occurrence.start_at;
    if (single.contains(instance) || onwards.contains(instance)) continue;
    const auto later = onwards.upper_bound(instance);
    if (later == onwards.begin()) {
      show(occurrence, std::nullopt);
      continue;
    }
    const std::size_t by = std::prev(later)->second;
    show(moved(occurrence, overrides[by], *own[by], placing), by);
  }
  for (const auto& [instance, by] : single) show(*own[by], by);
  for (const auto& [instance, by] : onwards)
    if (!single.contains(instance)) show(*own[by], by);
  std::ranges::stable_sort(merged, {}, [](const Instance& one) { return one.occurrence.start_at; });
  return merged;
}

}  // namespace mur::calendar
