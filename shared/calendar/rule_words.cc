#include "shared/calendar/rule_words.h"

#include <algorithm>

#include "shared/calendar/rule.h"

namespace mur::calendar {
namespace {

using Pattern = RuleWords::Pattern;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::weekday;

/// Parts that make a rule finer than a short sentence.
bool has_fine_parts(const Rule& rule) {
  return !rule.seconds.empty() || !rule.minutes.empty() || !rule.hours.empty() || !rule.year_days.empty() ||
         !rule.week_numbers.empty();
}

void sort_from_monday(std::vector<weekday>& weekdays) {
  std::ranges::sort(weekdays, {}, [](weekday day) { return day.iso_encoding(); });
}

/// "The first weekday in Tuesdays" is the first Tuesday: BYDAY=TU;BYSETPOS=1 says 1TU.
int nth_of(const Rule& rule) {
  const int nth = rule.days.front().nth;
  const bool all_same = std::ranges::all_of(rule.days, [&](const RuleDay& day) { return day.nth == nth; });
  if (!all_same || rule.positions.size() > 1) return 0;
  if (rule.positions.empty()) return nth;
  return nth == 0 && rule.days.size() == 1 ? rule.positions.front() : 0;
}

Pattern weekly(const Rule& rule, weekday start, RuleWords& words) {
  if (!rule.months.empty() || !rule.month_days.empty() || !rule.positions.empty()) return Pattern::other;
  for (const RuleDay& day : rule.days) words.weekdays.push_back(day.weekday);
  if (words.weekdays.empty()) words.weekdays.push_back(start);
  sort_from_monday(words.weekdays);
  return Pattern::weekly;
}

Pattern monthly(const Rule& rule, int start_day, RuleWords& words) {
  if (!rule.months.empty()) return Pattern::other;
  if (!rule.days.empty()) {
    words.nth = nth_of(rule);
    if (words.nth == 0 || !rule.month_days.empty()) return Pattern::other;
    for (const RuleDay& day : rule.days) words.weekdays.push_back(day.weekday);
    sort_from_monday(words.weekdays);
    return Pattern::monthly_nth;
  }
  if (rule.month_days.size() > 1 || !rule.positions.empty()) return Pattern::other;
  words.nth = rule.month_days.empty() ? start_day : rule.month_days.front();
  return Pattern::monthly_day;
}

Pattern yearly(const Rule& rule, const std::chrono::year_month_day& start) {
  const auto is_only = [](const std::vector<int>& list, unsigned value) {
    return list.empty() || (list.size() == 1 && list.front() == static_cast<int>(value));
  };
  const bool on_start =
      rule.days.empty() && rule.positions.empty() && is_only(rule.months, static_cast<unsigned>(start.month())) &&
      is_only(rule.month_days, static_cast<unsigned>(start.day())) && (rule.month_days.empty() || !rule.months.empty());
  return on_start ? Pattern::yearly : Pattern::other;
}

Pattern pattern_of(const Rule& rule, const When& start, RuleWords& words) {
  if (has_fine_parts(rule)) return Pattern::other;
  const auto day = floor<days>(start.local);
  const std::chrono::year_month_day date{day};
  switch (rule.frequency) {
    case Frequency::daily: {
      const bool plain = rule.months.empty() && rule.month_days.empty() && rule.positions.empty();
      if (!plain || (!rule.days.empty() && rule.interval != 1)) return Pattern::other;
      return rule.days.empty() ? Pattern::daily : weekly(rule, weekday{day}, words);
    }
    case Frequency::weekly: return weekly(rule, weekday{day}, words);
    case Frequency::monthly: return monthly(rule, static_cast<int>(static_cast<unsigned>(date.day())), words);
    case Frequency::yearly: return yearly(rule, date);
    default: return Pattern::other;
  }
}

}  // namespace

RuleWords rule_words(const Timing& timing) {
  RuleWords words;
  if (!repeats(timing)) return words;
  words.pattern = Pattern::other;
  if (timing.rules.size() != 1) return words;
  const Result<Rule> rule = parse_rule(timing.rules.front());
  if (!rule) return words;
  RuleWords told;
  told.interval = static_cast<int>(rule->interval);
  told.pattern = timing.extra_dates.empty() && timing.exception_rules.empty() ? pattern_of(*rule, timing.start, told)
                                                                              : Pattern::other;
  if (told.pattern == Pattern::other) return words;
  if (rule->until) told.until = floor<days>(rule->until->local);
  if (rule->count) told.count = static_cast<int>(*rule->count);
  return told;
}

}  // namespace mur::calendar
