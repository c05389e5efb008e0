#include "kiosk/app/agenda.h"

#include <algorithm>
#include <set>

#include "shared/calendar/overrides.h"
#include "shared/domain/limits.h"

namespace mur::app {

namespace {

using calendar::Occurrence;

bool earlier(const AgendaEntry& a, const AgendaEntry& b) {
  return std::tie(a.start_at, a.end_at, a.event) < std::tie(b.start_at, b.end_at, b.event);
}

/// From midnight of today on: what is over leaves with its day.
calendar::Window window_of(const calendar::Zone& zone, TimePoint now) {
  const auto instant = std::chrono::floor<std::chrono::seconds>(now);
  const auto today = std::chrono::floor<std::chrono::days>(zone.to_local(instant));
  return {.from = zone.to_sys(today), .to = instant + limits::kHorizonAhead};
}

/// The occurrences in the window. An event with too many shows the next ones; one whose rule can't be followed shows
/// its first date: nothing vanishes silently.
std::vector<Occurrence> occurrences(const calendar::Timing& timing, const calendar::Zone& zone,
                                    const calendar::Window& window) {
  auto expanded = calendar::expand(timing, zone, window, limits::kOccurrences, limits::kExpansionSteps);
  if (!expanded) {
    calendar::Timing once{.start = timing.start, .end = timing.end};
    expanded = calendar::expand(once, zone, window, 1, limits::kExpansionSteps);
    if (!expanded) return {};
  }
  if (expanded->cut && expanded->occurrences.size() > limits::kOccurrencesBeyond)
    expanded->occurrences.resize(limits::kOccurrencesBeyond);
  return std::move(expanded->occurrences);
}

AgendaEntry entry_of(EventId event, EventId series, const Occurrence& occurrence) {
  return {.event = event,
          .series = series,
          .start = occurrence.start,
          .end = occurrence.end,
          .start_at = occurrence.start_at,
          .end_at = occurrence.end_at,
          .all_day = occurrence.all_day};
}

}  // namespace

void Agenda::expand_series(const Wall& wall, const calendar::Zone& zone, TimePoint now, const std::vector<EventId>& ids,
                           std::vector<AgendaEntry>& out) const {
  const Event* master = nullptr;
  std::vector<const Event*> changed;
  for (const EventId id : ids) {
    const Event* event = wall.find(id);
    if (event == nullptr || !is_on_wall(event->moderation)) continue;
    if (event->details.recurrence_id)
      changed.push_back(event);
    else
      master = event;
  }
  const calendar::Window window = window_of(zone, now);
  if (master == nullptr) {  // a file may hold changed instances only: each stands for itself
    for (const Event* event : changed)
      for (const Occurrence& occurrence : occurrences(event->details.timing, zone, window))
        out.push_back(entry_of(event->id, event->id, occurrence));
    return;
  }
  const std::vector<Occurrence> own = occurrences(master->details.timing, zone, window);
  if (changed.empty()) {
    for (const Occurrence& occurrence : own) out.push_back(entry_of(master->id, master->id, occurrence));
    return;
  }
  std::vector<calendar::Override> overrides;
  overrides.reserve(changed.size());
  for (const Event* event : changed)
    overrides.push_back({.instance = *event->details.recurrence_id,
                         .this_and_future = event->details.this_and_future,
                         .timing = event->details.timing});
  for (const calendar::Instance& instance : calendar::merge(own, overrides, zone, window)) {
    const EventId speaker = instance.changed_by ? changed[*instance.changed_by]->id : master->id;
    out.push_back(entry_of(speaker, master->id, instance.occurrence));
  }
}

void Agenda::rebuild(const Wall& wall, const calendar::Zone& zone, TimePoint now) {
  series_.clear();
  series_of_.clear();
  entries_.clear();
  wall.each<Event>([&](const Event& event) {
    const SeriesKey key{event.organization, event.details.uid};
    series_[key].push_back(event.id);
    series_of_.emplace(record_id(event.id), key);
  });
  for (const auto& [key, ids] : series_) expand_series(wall, zone, now, ids, entries_);
  std::sort(entries_.begin(), entries_.end(), earlier);
}

void Agenda::refresh(const Wall& wall, const calendar::Zone& zone, TimePoint now, std::span<const RecordId> changed) {
  std::set<SeriesKey> touched;
  for (const RecordId& id : changed) {
    if (id.kind != RecordKind::event) continue;
    const auto known = series_of_.find(id);
    if (known != series_of_.end()) touched.insert(known->second);
    const EventId event_id{id.uuid};
    const Event* event = wall.find(event_id);
    if (event == nullptr || known != series_of_.end()) continue;
    const SeriesKey key{event->organization, event->details.uid};
    series_[key].push_back(event_id);
    series_of_.emplace(id, key);
    touched.insert(key);
  }
  if (touched.empty()) return;
  std::erase_if(entries_, [&](const AgendaEntry& entry) {
    const auto key = series_of_.find(record_id(entry.event));
    return key == series_of_.end() || touched.contains(key->second);
  });
  const auto kept = static_cast<std::ptrdiff_t>(entries_.size());
  for (const SeriesKey& key : touched) expand_series(wall, zone, now, series_[key], entries_);
  std::sort(entries_.begin() + kept, entries_.end(), earlier);
  std::inplace_merge(entries_.begin(), entries_.begin() + kept, entries_.end(), earlier);
}

const AgendaEntry* Agenda::find(EventId event, std::chrono::local_seconds start) const {
  const auto at = std::find_if(entries_.begin(), entries_.end(),
                               [&](const AgendaEntry& entry) { return entry.event == event && entry.start == start; });
  return at == entries_.end() ? nullptr : &*at;
}

const AgendaEntry* Agenda::next_of(EventId event, std::chrono::sys_seconds now) const {
  const auto at = std::find_if(entries_.begin(), entries_.end(), [&](const AgendaEntry& entry) {
    return (entry.event == event || entry.series == event) && entry.end_at > now;
  });
  return at == entries_.end() ? nullptr : &*at;
}

}  // namespace mur::app
