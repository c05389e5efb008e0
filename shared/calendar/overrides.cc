#include "shared/calendar/overrides.h"

#include <algorithm>
#include <utility>

namespace mur::calendar {

using std::chrono::seconds;
using std::chrono::sys_seconds;

Overriding::Overriding(std::span<const Override> overrides, const Placing& placing)
    : overrides_{overrides}, placing_{placing}, own_(overrides.size()) {
  for (std::size_t i = 0; i < overrides.size(); ++i) {
    const Override& change = overrides[i];
    const Result<sys_seconds> instance = placing.instant(change.instance);
    Result<Occurrence> made = placing.occurrence(change.timing.start, change.timing.end);
    if (!instance || !made) continue;  // a zone that is gone from the tables: the master's word stays
    made->key = change.instance;
    own_[i] = *std::move(made);
    (change.this_and_future ? onwards_ : single_)[*instance] = i;
  }
}

std::optional<Instance> Overriding::told(const Occurrence& master) const {
  const sys_seconds instance = master.start_at;
  if (single_.contains(instance) || onwards_.contains(instance)) return std::nullopt;
  const auto later = onwards_.upper_bound(instance);
  if (later == onwards_.begin()) return Instance{.occurrence = master, .changed_by = std::nullopt};
  const std::size_t by = std::prev(later)->second;
  return Instance{.occurrence = moved(master, by), .changed_by = by};
}

std::vector<Instance> Overriding::own() const {
  std::vector<Instance> all;
  for (const auto& [instance, by] : single_) all.push_back({.occurrence = *own_[by], .changed_by = by});
  for (const auto& [instance, by] : onwards_)
    if (!single_.contains(instance)) all.push_back({.occurrence = *own_[by], .changed_by = by});
  return all;
}

Window Overriding::widened(const Window& window) const {
  Window wide = window;
  for (const auto& [instance, by] : onwards_) {
    // Zones change by hours between two instances; a day is more.
    constexpr auto kMargin = std::chrono::days{1};
    const seconds shift = own_[by]->start_at - instance;
    wide.from = std::min(wide.from, window.from - shift - kMargin);
    wide.to = std::max(wide.to, window.to - shift + kMargin);
  }
  return wide;
}

/// A later instance as a THISANDFUTURE override leaves it: moved in wall time, as long as the override's own.
Occurrence Overriding::moved(const Occurrence& occurrence, std::size_t by) const {
  const Override& change = overrides_[by];
  // The distance between instances is the master's, on its own clock; where it starts from is the override's.
  const Result<Zone> zone = placing_.zone_of(occurrence.key);
  const Result<sys_seconds> from = placing_.instant(change.instance);
  if (!zone || !from) return occurrence;
  When start = change.timing.start;
  start.local += occurrence.key.local - zone->to_local(*from);
  Result<Occurrence> made = placing_.repeated(start, change.timing, *own_[by]);
  if (!made) return occurrence;
  made->key = occurrence.key;
  return *made;
}

std::vector<Instance> merge(std::span<const Occurrence> master, std::span<const Override> overrides, const Zone& hub,
                            const Window& window) {
  const Placing placing(hub);
  const Overriding overriding(overrides, placing);
  std::vector<Instance> merged = overriding.own();
  for (const Occurrence& occurrence : master)
    if (auto told = overriding.told(occurrence)) merged.push_back(*std::move(told));
  std::erase_if(merged, [&](const Instance& one) { return !touches(one.occurrence, window); });
  std::ranges::stable_sort(merged, {}, [](const Instance& one) { return one.occurrence.start_at; });
  return merged;
}

}  // namespace mur::calendar
