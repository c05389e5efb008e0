#include "shared/calendar/written_zone.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "shared/calendar/written_line.h"
#include "shared/calendar/zone.h"

namespace mur::calendar {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::local_seconds;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::year_month_day;

/// One time that the clocks are changed.
struct Change {
  sys_seconds at;
  seconds before;  ///< UTC offsets
  seconds after;

  /// What the clocks showed, as VTIMEZONE wants it (RFC 5545 § 3.6.5).
  [[nodiscard]] local_seconds onset() const { return local_seconds{at.time_since_epoch() + before}; }
  [[nodiscard]] year_month_day date() const { return year_month_day{floor<days>(onset())}; }
};

seconds offset_at(const Zone& zone, sys_seconds time) {
  return zone.to_local(time).time_since_epoch() - time.time_since_epoch();
}

/// Between `from` and `to` the offset changes once: when.
Change change_between(const Zone& zone, sys_seconds from, sys_seconds to) {
  const seconds before = offset_at(zone, from);
  while (to - from > seconds{1}) {
    const sys_seconds middle = from + (to - from) / 2;
    (offset_at(zone, middle) == before ? from : to) = middle;
  }
  return {.at = to, .before = before, .after = offset_at(zone, to)};
}

std::vector<Change> changes_of(const Zone& zone, sys_seconds from, sys_seconds end) {
  constexpr days kStep{7};  // Morocco changes for the five weeks around Ramadan; nobody for less
  std::vector<Change> changes;
  for (sys_seconds at = from; at < end; at += kStep)
    if (offset_at(zone, at) != offset_at(zone, at + kStep)) changes.push_back(change_between(zone, at, at + kStep));
  return changes;
}

/// "last Sunday in March": the day of a change as a yearly rule can say it.
struct YearlyDay {
  std::chrono::month month;
  std::chrono::weekday weekday;
  int nth = 0;  ///< -1: the last one
};

int nth_in_month(const Change& change) {
  return (static_cast<int>(static_cast<unsigned>(change.date().day())) - 1) / 7 + 1;
}

bool is_last_in_month(const Change& change) {
  return year_month_day{floor<days>(change.onset()) + days{7}}.month() != change.date().month();
}

/// The day that all of them fall on, if they do, each in the year after the one before.
std::optional<YearlyDay> yearly_day(const std::vector<Change>& changes) {
  const Change& first = changes.front();
  for (std::size_t i = 1; i < changes.size(); ++i)
    if (changes[i].date().year() != changes[i - 1].date().year() + std::chrono::years{1}) return std::nullopt;
  YearlyDay day{.month = first.date().month(), .weekday = std::chrono::weekday{floor<days>(first.onset())}};
  if (std::ranges::all_of(changes, is_last_in_month)) {
    day.nth = -1;
    return day;
  }
  day.nth = nth_in_month(first);
  const bool same = std::ranges::all_of(changes, [&day](const Change& one) { return nth_in_month(one) == day.nth; });
  return same ? std::optional(day) : std::nullopt;
}

std::string rule_text(const YearlyDay& day) {
  constexpr std::array<const char*, 7> kDays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
  return fmt::format("RRULE:FREQ=YEARLY;BYMONTH={};BYDAY={}{}", static_cast<unsigned>(day.month), day.nth,
                     kDays.at(day.weekday.c_encoding()));
}

std::string offset_text(seconds offset) {
  const std::chrono::hh_mm_ss parts{std::chrono::abs(offset)};
  std::string text =
      fmt::format("{}{:02}{:02}", offset < seconds{0} ? '-' : '+', parts.hours().count(), parts.minutes().count());
  if (parts.seconds().count() != 0) text += fmt::format("{:02}", parts.seconds().count());
  return text;
}

/// The observances of a zone (STANDARD, DAYLIGHT), in the order they begin.
class Observances {
 public:
  void add(const Change& first, const std::vector<std::string>& more) {
    const char* name = first.after > first.before ? "DAYLIGHT" : "STANDARD";
    std::string text = fmt::format("BEGIN:{}\r\nDTSTART:{}\r\n", name, date_time_text(first.onset()));
    text += fmt::format("TZOFFSETFROM:{}\r\nTZOFFSETTO:{}\r\n", offset_text(first.before), offset_text(first.after));
    for (const std::string& line : more) add_line(text, line);
    text_.emplace(first.at, text + fmt::format("END:{}\r\n", name));
  }

  /// What goes on every year by a rule; the rest date by date. Where the last year has a change that no rule gives,
  /// there is no rule for its counterpart either: summer would never end.
  void add_all(const std::vector<Change>& changes, std::chrono::year last) {
    using Day = std::tuple<seconds, seconds, std::chrono::month, unsigned, seconds>;
    std::map<Day, std::vector<Change>> alike;
    for (const Change& change : changes)
      alike[{change.before, change.after, change.date().month(),
             std::chrono::weekday{floor<days>(change.onset())}.c_encoding(),
             change.onset() - floor<days>(change.onset())}]
          .push_back(change);
    const auto goes_on = [last](const auto& one) { return one.second.back().date().year() == last; };
    const bool by_rules = std::ranges::all_of(
        alike, [&](const auto& one) { return !goes_on(one) || (one.second.size() > 2 && yearly_day(one.second)); });
    std::map<std::pair<seconds, seconds>, std::vector<Change>> single;
    for (const auto& one : alike) {
      const std::vector<Change>& same = one.second;
      if (by_rules && goes_on(one)) {
        add(same.front(), {rule_text(*yearly_day(same))});
      } else {
        for (const Change& change : same) single[{change.before, change.after}].push_back(change);
      }
    }
    for (auto& [offsets, dates] : single) add_dates(dates);
  }

  [[nodiscard]] std::string text() const {
    std::string all;
    for (const auto& [at, one] : text_) all += one;
    return all;
  }

 private:
  void add_dates(std::vector<Change>& changes) {
    std::ranges::sort(changes, {}, &Change::at);
    std::vector<std::string> lines;
    for (std::size_t i = 1; i < changes.size(); ++i) lines.push_back("RDATE:" + date_time_text(changes[i].onset()));
    add(changes.front(), lines);
  }

  std::multimap<sys_seconds, std::string> text_;
};

}  // namespace

std::optional<std::string> written_zone(std::string_view name, std::chrono::year from, std::chrono::year until) {
  const Result<Zone> zone = Zone::find(name);
  if (!zone) return std::nullopt;
  const sys_seconds start = sys_days{from / 1 / 1};
  const std::vector<Change> changes = changes_of(*zone, start, sys_days{(until + std::chrono::years{1}) / 1 / 1});
  Observances observances;
  observances.add_all(changes, until);
  // What holds until the first change, where that is not in the first year, which is there to show it.
  const seconds offset = offset_at(*zone, start);
  if (changes.empty() || changes.front().date().year() != from)
    observances.add({.at = start - offset, .before = offset, .after = offset}, {});
  std::string text = "BEGIN:VTIMEZONE\r\n";
  add_line(text, fmt::format("TZID:{}", name));
  return text + observances.text() + "END:VTIMEZONE\r\n";
}

}  // namespace mur::calendar
