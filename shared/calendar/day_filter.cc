#include "shared/calendar/day_filter.h"

#include <algorithm>

namespace mur::calendar {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::month;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month_day;

bool holds(const std::vector<int>& sorted, int value) { return std::ranges::binary_search(sorted, value); }

/// True if the list names position `at` of `total`, counted from the front (1 …) or from the end (-1 …).
bool holds_position(const std::vector<int>& sorted, int at, int total) {
  return holds(sorted, at) || holds(sorted, at - total - 1);
}

int length_of(year y) { return y.is_leap() ? 366 : 365; }

local_days first_day(year y) { return local_days{y / std::chrono::January / 1}; }

int length_of(year y, month m) { return static_cast<int>(static_cast<unsigned>((y / m / std::chrono::last).day())); }

/// The day week 1 starts on: the first week with at least four days in the year (ISO 8601 where `start` is Monday).
local_days first_week(year y, weekday start) {
  const local_days fourth = first_day(y) + days{3};
  return fourth - (weekday{fourth} - start);
}

int count(days d) { return static_cast<int>(d.count()); }

}  // namespace

DayFilter::DayFilter(const Rule& rule, local_days start)
    : months_{rule.months},
      month_days_{rule.month_days},
      year_days_{rule.year_days},
      week_numbers_{rule.week_numbers},
      days_{rule.days},
      week_start_{rule.week_start} {
  if (rule.frequency == Frequency::monthly || (rule.frequency == Frequency::yearly && !months_.empty())) {
    within_ = Within::month;
  } else if (rule.frequency == Frequency::yearly && week_numbers_.empty()) {
    within_ = Within::year;
  }
  complete_from(year_month_day{start}, weekday{start}, rule.frequency);
}

void DayFilter::complete_from(const year_month_day& start, weekday start_weekday, Frequency frequency) {
  if (!year_days_.empty() || !days_.empty()) return;
  const bool yearly = frequency == Frequency::yearly;
  if (month_days_.empty() && (frequency == Frequency::weekly || (yearly && !week_numbers_.empty()))) {
    days_ = {RuleDay{.weekday = start_weekday, .nth = 0}};
    return;
  }
  if (!yearly && frequency != Frequency::monthly) return;
  if (month_days_.empty()) month_days_ = {static_cast<int>(static_cast<unsigned>(start.day()))};
  if (yearly && months_.empty() && week_numbers_.empty())
    months_ = {static_cast<int>(static_cast<unsigned>(start.month()))};
}

bool DayFilter::allows_month(month m) const {
  return months_.empty() || holds(months_, static_cast<int>(static_cast<unsigned>(m)));
}

bool DayFilter::allows(local_days day) const {
  const year_month_day date{day};
  return allows_month(date.month()) && allows_month_day(date) && allows_year_day(day, date.year()) &&
         allows_week(day) && allows_weekday(day, date);
}

bool DayFilter::allows_month_day(const year_month_day& date) const {
  if (month_days_.empty()) return true;
  return holds_position(month_days_, static_cast<int>(static_cast<unsigned>(date.day())),
                        length_of(date.year(), date.month()));
}

bool DayFilter::allows_year_day(local_days day, year y) const {
  return year_days_.empty() || holds_position(year_days_, count(day - first_day(y)) + 1, length_of(y));
}

bool DayFilter::allows_week(local_days day) const {
  if (week_numbers_.empty()) return true;
  // A day's week may belong to the year before or after: the week's fourth day decides.
  const local_days week = day - (weekday{day} - week_start_);
  const year y = year_month_day{week + days{3}}.year();
  const local_days first = first_week(y, week_start_);
  const int total = count(first_week(y + std::chrono::years{1}, week_start_) - first) / 7;
  return holds_position(week_numbers_, count(week - first) / 7 + 1, total);
}

bool DayFilter::allows_weekday(local_days day, const year_month_day& date) const {
  if (days_.empty()) return true;
  const bool in_year = within_ == Within::year;
  const int at =
      in_year ? count(day - first_day(date.year())) : static_cast<int>(static_cast<unsigned>(date.day())) - 1;
  const int total = in_year ? length_of(date.year()) : length_of(date.year(), date.month());
  return std::ranges::any_of(days_, [&](const RuleDay& wanted) {
    if (wanted.weekday != weekday{day}) return false;
    if (wanted.nth == 0 || within_ == Within::nothing) return true;
    return wanted.nth == at / 7 + 1 || wanted.nth == -((total - 1 - at) / 7 + 1);
  });
}

}  // namespace mur::calendar
