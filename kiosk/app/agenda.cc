#include "kiosk/app/agenda.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>

#include "shared/calendar/overrides.h"
#include "shared/domain/limits.h"
#include "shared/domain/merged.h"

namespace mur::app {

namespace {

using calendar::Occurrence;
using std::chrono::days;
using std::chrono::local_days;

// Who leaves at three in the morning was there one evening.
constexpr std::chrono::hours kSmallHours{6};

bool earlier(const AgendaEntry& a, const AgendaEntry& b) {
  return std::tie(a.start_at, a.end_at, a.event) < std::tie(b.start_at, b.end_at, b.event);
}

/// The days that the calendar holds, on the hub's clock.
struct Horizon {
  local_days first;
  local_days today;
  local_days last;
};

Horizon horizon_of(const calendar::Zone& zone, TimePoint now) {
  const auto today = std::chrono::floor<days>(zone.to_local(std::chrono::floor<std::chrono::seconds>(now)));
  return {.first = today - limits::kHorizonBack, .today = today, .last = today + limits::kHorizonAhead};
}

calendar::Window window_from(local_days day, const Horizon& horizon, const calendar::Zone& zone) {
  return {.from = zone.to_sys(day), .to = zone.to_sys(horizon.last + days{1})};
}

/// The occurrences in the horizon. An event with too many shows the next ones; one whose rule can't be followed shows
/// its first date: nothing vanishes silently.
std::vector<Occurrence> occurrences(const calendar::Timing& timing, const calendar::Zone& zone, TimePoint now) {
  const Horizon horizon = horizon_of(zone, now);
  const calendar::Window window = window_from(horizon.first, horizon, zone);
  auto expanded = calendar::expand(timing, zone, window, limits::kOccurrences, limits::kExpansionSteps);
  if (expanded && expanded->cut) {  // the next ones are those from today on
    expanded = calendar::expand(timing, zone, window_from(horizon.today, horizon, zone), limits::kOccurrencesBeyond,
                                limits::kExpansionSteps);
  }
  if (!expanded) {
    calendar::Timing once{.start = timing.start, .end = timing.end};
    expanded = calendar::expand(once, zone, window, 1, limits::kExpansionSteps);
    if (!expanded) return {};
  }
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

local_days first_day_of(const AgendaEntry& entry) { return std::chrono::floor<days>(entry.start); }

local_days last_day_of(const AgendaEntry& entry) {
  const local_days first = first_day_of(entry);
  if (entry.end <= entry.start) return first;
  const local_days last = std::chrono::floor<days>(entry.end - std::chrono::seconds{1});
  const bool one_evening = !entry.all_day && last == first + days{1} && entry.end - last <= kSmallHours;
  return one_evening ? first : last;
}

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
  // A file may hold changed instances only: each stands for itself. So do those of a series that is told with another,
  // where the two do not say the same of a date.
  const bool is_away = master != nullptr && is_merged_away(wall, *master);
  if (master == nullptr || is_away) {
    for (const Event* event : changed)
      if (!is_merged_away(wall, *event))
        for (const Occurrence& occurrence : occurrences(event->details.timing, zone, now))
          out.push_back(entry_of(event->id, event->id, occurrence));
  }
  if (master == nullptr) return;
  const std::vector<calendar::When> apart = is_away ? dates_apart(wall, *master) : std::vector<calendar::When>{};
  if (is_away && apart.empty()) return;
  const std::vector<Occurrence> own = occurrences(master->details.timing, zone, now);
  if (is_away) {
    for (const Occurrence& occurrence : own)
      if (std::ranges::find(apart, occurrence.key) != apart.end())
        out.push_back(entry_of(master->id, master->id, occurrence));
    return;
  }
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
  const Horizon horizon = horizon_of(zone, now);
  const calendar::Window window = window_from(horizon.first, horizon, zone);
  for (const calendar::Instance& instance : calendar::merge(own, overrides, zone, window))
    out.push_back(entry_of(instance.changed_by ? changed[*instance.changed_by]->id : master->id, master->id,
                           instance.occurrence));
}

void Agenda::rebuild(const Wall& wall, const calendar::Zone& zone, TimePoint now) {
  series_.clear();
  series_of_.clear();
  entries_.clear();
  coming_.clear();
  const Horizon horizon = horizon_of(zone, now);
  first_day_ = horizon.first;
  last_day_ = horizon.last;
  today_at_ = zone.to_sys(horizon.today);
  wall.each<Event>([&](const Event& event) {
    const SeriesKey key{event.organization, event.details.uid};
    series_[key].push_back(event.id);
    series_of_.emplace(record_id(event.id), key);
  });
  for (const auto& [key, ids] : series_) expand_series(wall, zone, now, ids, entries_);
  std::ranges::sort(entries_, earlier);
  const auto coming = std::ranges::stable_partition(entries_, [&](const AgendaEntry& entry) { return is_over(entry); });
  past_ = entries_.size() - coming.size();
  for (const AgendaEntry& entry : coming) ++coming_[entry.event];
  index_days();
}

void Agenda::refresh(const Wall& wall, const calendar::Zone& zone, TimePoint now, std::span<const RecordId> changed) {
  std::set<SeriesKey> touched;
  const auto touch = [&](const RecordId& id) {
    const auto known = series_of_.find(id);
    if (known != series_of_.end()) touched.insert(known->second);
  };
  for (const RecordId& id : changed) {
    if (id.kind != RecordKind::event) continue;
    const EventId event_id{id.uuid};
    touch(id);
    const Event* event = wall.find(event_id);
    // What is the same as this one, or as its series, shows or hides with it; also when this one has gone.
    for (const Event* merged : wall.merged_into(event_id)) touch(record_id(merged->id));
    if (const auto known = series_of_.find(id); event != nullptr || known != series_of_.end()) {
      EventDetails series;
      series.uid = event != nullptr ? event->details.uid : known->second.second;
      const OrganizationId organization = event != nullptr ? event->organization : known->second.first;
      for (const Event* merged : wall.merged_into(mur::event_id(organization, series))) touch(record_id(merged->id));
    }
    if (event == nullptr || series_of_.contains(id)) continue;
    const SeriesKey key{event->organization, event->details.uid};
    series_[key].push_back(event_id);
    series_of_.emplace(id, key);
    touched.insert(key);
  }
  if (touched.empty()) return;
  std::vector<EventId> leaving;
  for (const SeriesKey& key : touched) leaving.insert(leaving.end(), series_[key].begin(), series_[key].end());
  std::ranges::sort(leaving);
  const auto leaves = [&](const AgendaEntry& entry) { return std::ranges::binary_search(leaving, entry.event); };
  const auto split = entries_.begin() + static_cast<std::ptrdiff_t>(past_);
  std::vector<AgendaEntry> past(entries_.begin(), std::remove_if(entries_.begin(), split, leaves));
  std::vector<AgendaEntry> coming(split, std::remove_if(split, entries_.end(), leaves));
  for (const EventId& event : leaving) coming_.erase(event);

  std::vector<AgendaEntry> fresh;
  for (const SeriesKey& key : touched) expand_series(wall, zone, now, series_[key], fresh);
  std::ranges::sort(fresh, earlier);
  const auto fresh_coming =
      std::ranges::stable_partition(fresh, [&](const AgendaEntry& entry) { return is_over(entry); });
  for (const AgendaEntry& entry : fresh_coming) ++coming_[entry.event];
  entries_.clear();
  std::merge(past.begin(), past.end(), fresh.begin(), fresh_coming.begin(), std::back_inserter(entries_), earlier);
  past_ = entries_.size();
  std::merge(coming.begin(), coming.end(), fresh_coming.begin(), fresh_coming.end(), std::back_inserter(entries_),
             earlier);
  index_days();
}

/// Two passes: how many are on each day, then which.
void Agenda::index_days() {
  const auto count = static_cast<std::size_t>((last_day_ - first_day_).count()) + 1;
  const auto each_day = [&](const AgendaEntry& entry, auto&& visit) {
    const local_days last = std::min(last_day_of(entry), last_day_);
    for (local_days day = std::max(first_day_of(entry), first_day_); day <= last; day += days{1})
      visit(static_cast<std::size_t>((day - first_day_).count()));
  };
  day_offsets_.assign(count + 1, 0);
  for (const AgendaEntry& entry : entries_) each_day(entry, [&](std::size_t day) { ++day_offsets_[day + 1]; });
  std::partial_sum(day_offsets_.begin(), day_offsets_.end(), day_offsets_.begin());
  on_day_.resize(day_offsets_.back());
  std::vector<std::uint32_t> next(day_offsets_.begin(), day_offsets_.end() - 1);
  for (std::uint32_t number = 0; number < entries_.size(); ++number)
    each_day(entries_[number], [&](std::size_t day) { on_day_[next[day]++] = number; });
  // Only on days that are over do both parts meet: what has ended, and what goes on until today.
  for (std::size_t day = 0; day < count; ++day)
    std::inplace_merge(
        on_day_.begin() + day_offsets_[day],
        std::lower_bound(on_day_.begin() + day_offsets_[day], on_day_.begin() + day_offsets_[day + 1], past_),
        on_day_.begin() + day_offsets_[day + 1],
        [&](std::uint32_t a, std::uint32_t b) { return earlier(entries_[a], entries_[b]); });
}

std::span<const std::uint32_t> Agenda::on(std::chrono::local_days day) const {
  if (day_offsets_.empty() || day < first_day_ || day > last_day_) return {};
  const auto at = static_cast<std::size_t>((day - first_day_).count());
  return std::span(on_day_).subspan(day_offsets_[at], day_offsets_[at + 1] - day_offsets_[at]);
}

const AgendaEntry* Agenda::find(EventId event, std::chrono::local_seconds start) const {
  const auto numbers = on(std::max(std::chrono::floor<days>(start), first_day_));
  const auto number = std::ranges::find_if(
      numbers, [&](std::uint32_t i) { return entries_[i].event == event && entries_[i].start == start; });
  return number == numbers.end() ? nullptr : &entries_[*number];
}

const AgendaEntry* Agenda::next_of(EventId event, std::chrono::sys_seconds now) const {
  const auto coming = entries();
  const auto at = std::ranges::find_if(coming, [&](const AgendaEntry& entry) {
    return (entry.event == event || entry.series == event) && entry.end_at > now;
  });
  return at == coming.end() ? nullptr : &*at;
}

}  // namespace mur::app
