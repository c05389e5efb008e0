#pragma once

#include <chrono>
#include <cstdint>
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

/// The first and the last day that something is on. An evening that ends in the small hours is one evening.
[[nodiscard]] std::chrono::local_days first_day_of(const AgendaEntry& entry);
[[nodiscard]] std::chrono::local_days last_day_of(const AgendaEntry& entry);

/// What is on at the hub, from a month back to the horizon, ordered by start and indexed by day. Derived from the wall;
/// a change of one event costs that series and a pass over the rest. What is merged into another event
/// (shared/domain/merged.h) is not shown by itself.
class Agenda {
 public:
  /// Everything anew: at the start, on a new day, after a snapshot.
  void rebuild(const Wall& wall, const calendar::Zone& zone, TimePoint now);
  /// After the wall took these records.
  void refresh(const Wall& wall, const calendar::Zone& zone, TimePoint now, std::span<const RecordId> changed);

  /// What was not over when today began, ordered by start.
  [[nodiscard]] std::span<const AgendaEntry> entries() const { return std::span(entries_).subspan(past_); }
  /// Whether anything of this very record is among `entries`.
  [[nodiscard]] bool is_coming(EventId event) const { return coming_.contains(event); }

  /// The days that can be looked at; both empty before the first rebuild.
  [[nodiscard]] std::chrono::local_days first_day() const { return first_day_; }
  [[nodiscard]] std::chrono::local_days last_day() const { return last_day_; }
  /// What is on that day, ordered by start: what goes on for several days is on each of them. Numbers for `at`.
  [[nodiscard]] std::span<const std::uint32_t> on(std::chrono::local_days day) const;
  [[nodiscard]] const AgendaEntry& at(std::uint32_t number) const { return entries_[number]; }

  [[nodiscard]] const AgendaEntry* find(EventId event, std::chrono::local_seconds start) const;
  /// The next one that has not ended, or null.
  [[nodiscard]] const AgendaEntry* next_of(EventId event, std::chrono::sys_seconds now) const;

 private:
  using SeriesKey = std::pair<OrganizationId, std::string>;  // organization and UID

  void expand_series(const Wall& wall, const calendar::Zone& zone, TimePoint now, const std::vector<EventId>& ids,
                     std::vector<AgendaEntry>& out) const;
  /// Before today began.
  [[nodiscard]] bool is_over(const AgendaEntry& entry) const {
    return entry.end_at <= today_at_ && entry.start_at < today_at_;
  }
  void index_days();

  std::map<SeriesKey, std::vector<EventId>> series_;
  std::unordered_map<RecordId, SeriesKey> series_of_;
  std::vector<AgendaEntry> entries_;  // first those over before today, then the others; each part by start
  std::size_t past_ = 0;              // how many are over
  std::chrono::sys_seconds today_at_{};
  std::unordered_map<EventId, std::uint32_t> coming_;  // how many of each event are not over
  std::chrono::local_days first_day_{};
  std::chrono::local_days last_day_{};
  std::vector<std::uint32_t> on_day_;       // numbers of entries, day after day
  std::vector<std::uint32_t> day_offsets_;  // where each day's begin in it, and one more for the end
};

}  // namespace mur::app
