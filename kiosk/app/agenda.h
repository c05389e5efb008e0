#pragma once

#include <chrono>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "shared/calendar/occurrence.h"
#include "shared/domain/wall.h"

namespace mur::app {

/// One line of the calendar: a concrete time span, and the event whose title, place and status speak for it.
struct AgendaEntry {
  EventId event;
  EventId series;  ///< the master; the event itself where it stands alone
  std::chrono::local_seconds start{};
  std::chrono::local_seconds end{};  ///< exclusive
  std::chrono::sys_seconds start_at{};
  std::chrono::sys_seconds end_at{};
  bool all_day = false;

  friend bool operator==(const AgendaEntry&, const AgendaEntry&) = default;
};

/// What is coming up at the hub, from the start of today to the horizon, ordered by start. Derived from the wall;
/// a change of one event costs that series and a pass over the rest.
class Agenda {
 public:
  /// Everything anew: at the start, on a new day, after a snapshot.
  void rebuild(const Wall& wall, const calendar::Zone& zone, TimePoint now);
  /// After the wall took these records.
  void refresh(const Wall& wall, const calendar::Zone& zone, TimePoint now, std::span<const RecordId> changed);

  [[nodiscard]] const std::vector<AgendaEntry>& entries() const { return entries_; }
  [[nodiscard]] const AgendaEntry* find(EventId event, std::chrono::local_seconds start) const;
  /// The next one that has not ended, or null.
  [[nodiscard]] const AgendaEntry* next_of(EventId event, std::chrono::sys_seconds now) const;

 private:
  using SeriesKey = std::pair<OrganizationId, std::string>;  // organization and UID

  void expand_series(const Wall& wall, const calendar::Zone& zone, TimePoint now, const std::vector<EventId>& ids,
                     std::vector<AgendaEntry>& out) const;

  std::map<SeriesKey, std::vector<EventId>> series_;
  std::unordered_map<RecordId, SeriesKey> series_of_;
  std::vector<AgendaEntry> entries_;
};

}  // namespace mur::app
