#include "shared/exchange/export.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "shared/domain/merged.h"
#include "shared/domain/span.h"
#include "shared/exchange/category.h"
#include "shared/exchange/event_entry.h"

namespace mur::exchange {
namespace {

/// One UID of one organization: the series, or the single event, and what changes its dates.
struct Series {
  const Event* master = nullptr;  ///< null: the wall shows only some dates of it
  std::vector<const Event*> changes;
  const Event* away = nullptr;        ///< the master that is told with another series …
  std::vector<calendar::When> apart;  ///< … and which of its plain dates are not
};
using SeriesKey = std::pair<OrganizationId, std::string_view>;

SeriesKey key_of(const Event& event) { return {event.organization, event.details.uid}; }

/// What the wall shows by itself.
std::map<SeriesKey, Series> series_on(const Wall& wall) {
  std::map<SeriesKey, Series> all;
  wall.each<Event>([&](const Event& event) {
    if (!is_on_wall(event.moderation)) return;
    Series& series = all[key_of(event)];
    if (event.details.recurrence_id)
      series.changes.push_back(&event);
    else
      series.master = &event;
  });
  // A series that is told with another takes along the dates of which both say the same.
  for (auto& [key, series] : all) {
    if (series.master != nullptr && is_merged_away(wall, *series.master)) {
      series.away = std::exchange(series.master, nullptr);
      series.apart = dates_apart(wall, *series.away);
    }
    std::erase_if(series.changes, [&wall](const Event* event) { return is_merged_away(wall, *event); });
  }
  return all;
}

/// A series' plain date as an event of its own.
Event as_instance(const Event& series, const calendar::When& date) {
  Event one = series;
  one.details.recurrence_id = date;
  one.details.timing = instance_timing(series.details.timing, date);
  return one;
}

/// By start; a series before its changed dates.
bool comes_before(const calendar::Entry& a, const calendar::Entry& b) {
  const auto key = [](const calendar::Entry& entry) {
    const auto change = entry.recurrence_id ? std::optional(entry.recurrence_id->local) : std::nullopt;
    return std::tuple(entry.timing.start.local, std::string_view(entry.uid), change);
  };
  return key(a) < key(b);
}

class Exporting {
 public:
  Exporting(const Wall& wall, const ExportFilter& filter)
      : wall_{wall}, filter_{filter}, category_{filter.category}, hub_{wall.hub() == nullptr ? Hub{} : *wall.hub()} {}

  [[nodiscard]] std::vector<calendar::Entry> entries() const {
    const Event* wanted = filter_.event ? wall_.find(*filter_.event) : nullptr;
    if (filter_.event && wanted == nullptr) return {};
    std::vector<calendar::Entry> entries;
    for (const auto& [key, series] : series_on(wall_)) {
      if (wanted != nullptr && key != key_of(*wanted)) continue;
      const bool whole = series.master != nullptr && fits(*series.master);
      if (whole) entries.push_back(entry(*series.master));
      for (const Event* change : series.changes)
        if (whole || fits(*change)) entries.push_back(entry(*change));
      if (series.away == nullptr || !fits(*series.away)) continue;
      for (const calendar::When& date : series.apart) entries.push_back(entry(as_instance(*series.away, date)));
    }
    std::ranges::sort(entries, comes_before);
    return entries;
  }

  [[nodiscard]] std::string name() const {
    const Organization* organization = filter_.organization ? wall_.find(*filter_.organization) : nullptr;
    return organization == nullptr ? hub_.name : organization->details.name;
  }

 private:
  [[nodiscard]] bool fits(const Event& event) const {
    if (filter_.organization && event.organization != *filter_.organization) return false;
    if (filter_.kind && event.details.kind != *filter_.kind) return false;
    return category_.is_in(event.details.categories, event.details.title, event.details.description);
  }

  [[nodiscard]] calendar::Entry entry(const Event& event) const {
    const Organization* organization = wall_.find(event.organization);
    calendar::Entry made = entry_of(richest(event, merged_with(wall_, event)), hub_,
                                    organization == nullptr ? std::string{} : organization->details.name);
    made.last_modified = std::chrono::floor<Seconds>(event.updated_at);
    return made;
  }

  const Wall& wall_;
  const ExportFilter& filter_;
  WantedCategory category_;
  Hub hub_;
};

}  // namespace

calendar::Calendar export_calendar(const Wall& wall, const ExportFilter& filter, TimePoint now) {
  const Exporting exporting(wall, filter);
  return {.name = exporting.name(),
          .stamp = std::chrono::floor<Seconds>(now),
          .refresh = {},
          .entries = exporting.entries()};
}

}  // namespace mur::exchange
