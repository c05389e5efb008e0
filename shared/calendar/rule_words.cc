#include "shared/calendar/rule_words.h"

#include <algorithm>

#include "shared/calendar/placing.h"
#include "shared/calendar/rule.h"

namespace mur::calendar {
namespace {

using Pattern = RuleWords::Pattern;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::local_days;
using std::chrono::local_seconds;
using std::chrono::weekday;

constexpr int kWeek = 7;
constexpr int kWorkingDays = 5;

bool is_only(const std::vector<int>& list, std::int64_t value) {
  return list.empty() || (list.size() == 1 && list.front() == value);
}

/// Parts that make a rule finer than a short sentence. An hour or a minute that only repeats the start's says nothing.
bool has_fine_parts(const Rule& rule, const When& start) {
  if (!rule.year_days.empty() || !rule.week_numbers.empty()) return true;
  const std::chrono::hh_mm_ss time{start.local - floor<days>(start.local)};
  return !is_only(rule.hours, time.hours().count()) || !is_only(rule.minutes, time.minutes().count()) ||
         !is_only(rule.seconds, time.seconds().count());
}

/// 1, 2, 3 … and then what counts from the end.
int rank(int nth) { return nth < 0 ? 1000 + nth : nth; }

void sort(std::vector<NthWeekday>& list) {
  std::ranges::sort(list, {},
                    [](const NthWeekday& day) { return std::pair{rank(day.nth), day.weekday.iso_encoding()}; });
}

std::vector<int> sorted(std::vector<int> list) {
  std::ranges::sort(list, {}, rank);
  return list;
}

bool is_said(int nth) { return nth >= -2 && nth <= kWorkingDays && nth != 0; }

/// "Tuesdays between the 8th and the 14th" is the second Tuesday.
int nth_of_week(const std::vector<int>& month_days) {
  if (month_days.size() != kWeek) return 0;
  const auto [least, most] = std::ranges::minmax(month_days);
  if (most - least != kWeek - 1 || (least - 1) % kWeek != 0 || least < 1) return 0;
  return (least - 1) / kWeek + 1;
}

/// Which weekdays of a month the parts BYDAY, BYMONTHDAY and BYSETPOS mean together; empty if it takes more words.
std::vector<NthWeekday> weekdays_of_month(const Rule& rule) {
  std::vector<NthWeekday> told;
  const bool plain = std::ranges::all_of(rule.days, [](const RuleDay& day) { return day.nth == 0; });
  if (!rule.positions.empty()) {  // "the first of the Tuesdays": BYDAY=TU;BYSETPOS=1 says 1TU
    if (!plain || rule.days.size() != 1 || !rule.month_days.empty()) return {};
    for (const int nth : rule.positions) told.push_back({rule.days.front().weekday, nth});
  } else if (!rule.month_days.empty()) {
    const int nth = nth_of_week(rule.month_days);
    if (!plain || rule.days.size() != 1 || nth == 0) return {};
    told.push_back({rule.days.front().weekday, nth});
  } else {
    for (const RuleDay& day : rule.days) told.push_back({day.weekday, day.nth});
  }
  if (!std::ranges::all_of(told, is_said, &NthWeekday::nth)) return {};
  sort(told);
  return told;
}

bool is_monday_to_friday(const std::vector<RuleDay>& list) {
  return list.size() == kWorkingDays && std::ranges::all_of(list, [](const RuleDay& day) {
           return day.nth == 0 && day.weekday.iso_encoding() <= kWorkingDays;
         });
}

Pattern weekly(const Rule& rule, weekday start, RuleWords& words) {
  if (!rule.months.empty() || !rule.month_days.empty() || !rule.positions.empty()) return Pattern::other;
  for (const RuleDay& day : rule.days) words.days.push_back({day.weekday, 0});
  if (words.days.empty()) words.days.push_back({start, 0});
  sort(words.days);
  // "Every other week" is counted in weeks that begin on WKST; people's begin on Monday.
  const bool other_weeks = rule.week_start != std::chrono::Monday && words.interval > 1 && words.days.size() > 1;
  return other_weeks ? Pattern::other : Pattern::weekly;
}

Pattern monthly(const Rule& rule, const When& start, RuleWords& words) {
  if (!rule.months.empty()) return Pattern::other;
  const local_days day = floor<days>(start.local);
  if (!rule.days.empty()) {
    const bool plain = std::ranges::all_of(rule.days, [](const RuleDay& each) { return each.nth == 0; });
    if (plain && rule.positions.empty() && rule.month_days.empty())  // every Tuesday of every month
      return words.interval == 1 ? weekly(rule, weekday{day}, words) : Pattern::other;
    if (is_monday_to_friday(rule.days) && rule.month_days.empty() && rule.positions.size() == 1 &&
        is_said(rule.positions.front())) {
      words.month_days = rule.positions;
      return Pattern::monthly_working;
    }
    words.days = weekdays_of_month(rule);
    return words.days.empty() ? Pattern::other : Pattern::monthly_nth;
  }
  if (!rule.positions.empty()) return Pattern::other;
  words.month_days = sorted(rule.month_days);
  if (words.month_days.empty())
    words.month_days = {static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day{day}.day()))};
  const bool said = std::ranges::all_of(words.month_days, [](int each) { return each >= -1; });
  return said ? Pattern::monthly_day : Pattern::other;
}

Pattern yearly(const Rule& rule, const When& start, RuleWords& words) {
  const std::chrono::year_month_day date{floor<days>(start.local)};
  if (rule.months.size() > 1) return Pattern::other;
  words.month = rule.months.empty() ? date.month() : std::chrono::month{static_cast<unsigned>(rule.months.front())};
  if (!rule.days.empty()) {
    if (rule.months.empty()) return Pattern::other;  // the 20th Monday of the year
    words.days = weekdays_of_month(rule);
    return words.days.empty() ? Pattern::other : Pattern::yearly_nth;
  }
  // BYMONTHDAY alone is every month's by RFC 5545 § 3.3.10 (the table of BYxxx parts), and DTSTART's month's by
  // DayFilter and other programs: no words for what is read so differently.
  if (!rule.positions.empty() || rule.month_days.size() > 1) return Pattern::other;
  if (!rule.month_days.empty() && (rule.months.empty() || rule.month_days.front() < 1)) return Pattern::other;
  words.month_days = rule.month_days;
  if (words.month_days.empty()) words.month_days = {static_cast<int>(static_cast<unsigned>(date.day()))};
  return Pattern::yearly;
}

Pattern pattern_of(const Rule& rule, const When& start, RuleWords& words) {
  if (has_fine_parts(rule, start)) return Pattern::other;
  const weekday day{floor<days>(start.local)};
  switch (rule.frequency) {
    case Frequency::daily: {
      const bool plain = rule.months.empty() && rule.month_days.empty() && rule.positions.empty();
      if (!plain || (!rule.days.empty() && rule.interval != 1)) return Pattern::other;
      return rule.days.empty() ? Pattern::daily : weekly(rule, day, words);
    }
    case Frequency::weekly: return weekly(rule, day, words);
    case Frequency::monthly: return monthly(rule, start, words);
    case Frequency::yearly: return yearly(rule, start, words);
    default: return Pattern::other;
  }
}

/// The hub's day of something written elsewhere; its own where its zone is unknown.
local_days day_at_hub(const When& when, const Placing& placing) {
  if (when.kind == When::Kind::zoned && when.zone == placing.hub().name()) return floor<days>(when.local);
  const auto at = placing.instant(when);
  return floor<days>(at ? placing.hub().to_local(*at) : when.local);
}

/// True if what starts at this wall time falls on the same day here, all the year round.
bool has_same_days(const When& start, const Placing& placing) {
  if (start.kind == When::Kind::date || start.kind == When::Kind::floating) return true;
  if (start.kind == When::Kind::zoned && start.zone == placing.hub().name()) return true;
  constexpr int kWeeks = 53;
  When at = start;
  for (int week = 0; week < kWeeks; ++week, at.local += days{kWeek})
    if (day_at_hub(at, placing) != floor<days>(at.local)) return false;
  return true;
}

/// The last day on which it can still begin: UNTIL bounds the start, and may lie earlier on its day than that.
local_days last_day(const When& until, const When& start, const Placing& placing) {
  if (is_date(start)) return floor<days>(until.local);
  local_seconds bound = until.local;
  if (until.kind == When::Kind::utc)
    if (const auto zone = placing.zone_of(start))
      bound = zone->to_local(std::chrono::sys_seconds{until.local.time_since_epoch()});
  return floor<days>(bound - (start.local - floor<days>(start.local)));
}

/// True if the rule ends before it could come a second time: many programs write such for what happens once.
bool is_once(const Rule& rule, const RuleWords& words, local_days first) {
  if (words.count) return *words.count <= 1;
  if (!words.until) return false;
  const auto step = [&]() -> std::int64_t {
    switch (words.pattern) {
      case Pattern::daily: return rule.interval;
      case Pattern::weekly: return words.days.size() == 1 ? kWeek * rule.interval : 1;
      case Pattern::monthly_day: return words.month_days.size() == 1 ? 28 * rule.interval : 1;
      case Pattern::yearly: return 365 * rule.interval;
      default: return 1;
    }
  }();
  return *words.until < first + days{step};
}

}  // namespace

RuleWords rule_words(const Timing& timing, const Zone& hub) {
  if (!repeats(timing)) return {};
  const RuleWords unsaid{.pattern = Pattern::other};
  if (timing.rules.size() != 1 || !timing.extra_dates.empty() || !timing.exception_rules.empty()) return unsaid;
  const Result<Rule> rule = parse_rule(timing.rules.front());
  const Placing placing{hub};
  if (!rule || !has_same_days(timing.start, placing)) return unsaid;
  RuleWords words{.interval = static_cast<int>(rule->interval)};
  words.pattern = pattern_of(*rule, timing.start, words);
  if (rule->until) words.until = last_day(*rule->until, timing.start, placing);
  if (rule->count) words.count = static_cast<int>(*rule->count);
  if (is_once(*rule, words, floor<days>(timing.start.local))) return {};
  if (words.pattern == Pattern::other) return unsaid;
  for (const When& exception : timing.exception_dates) words.exceptions.push_back(day_at_hub(exception, placing));
  std::ranges::sort(words.exceptions);
  return words;
}

}  // namespace mur::calendar
