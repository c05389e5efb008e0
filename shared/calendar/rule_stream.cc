#include "shared/calendar/rule_stream.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace mur::calendar {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::local_seconds;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::months;
using std::chrono::seconds;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

constexpr std::int64_t kMonths = 12;
constexpr local_seconds kEndOfTime = local_days{year{9999} / 12 / 31};

bool allows(const std::vector<int>& list, std::int64_t value) {
  return list.empty() || std::ranges::binary_search(list, static_cast<int>(value));
}

/// The list, or what DTSTART says where the rule is silent. Second 60 is 59 where leap seconds are not kept (§ 3.3.12).
std::vector<int> or_start(std::vector<int> list, std::int64_t from_start) {
  if (list.empty()) return {static_cast<int>(from_start)};
  std::erase_if(list, [&](int value) { return value == 60 && std::ranges::binary_search(list, 59); });
  for (int& value : list) value = std::min(value, 59);
  return list;
}

/// How long a period of an HOURLY, MINUTELY or SECONDLY rule is; zero for those that are made of days.
seconds unit_of(Frequency frequency) {
  switch (frequency) {
    case Frequency::secondly: return seconds{1};
    case Frequency::minutely: return minutes{1};
    case Frequency::hourly: return hours{1};
    default: return seconds{0};
  }
}

/// The period of an HOURLY, MINUTELY or SECONDLY rule that DTSTART lies in.
local_seconds first_period(local_seconds start, seconds unit) {
  const local_days day = floor<days>(start);
  return day + (start - day) / unit * unit;
}

std::vector<seconds> offsets_of(const Rule& rule, local_seconds start) {
  const std::chrono::hh_mm_ss time{start - floor<days>(start)};
  std::vector<int> hour_list{0};
  std::vector<int> minute_list{0};
  std::vector<int> second_list{0};
  if (rule.frequency >= Frequency::daily) hour_list = or_start(rule.hours, time.hours().count());
  if (rule.frequency >= Frequency::hourly) minute_list = or_start(rule.minutes, time.minutes().count());
  if (rule.frequency >= Frequency::minutely) second_list = or_start(rule.seconds, time.seconds().count());
  std::vector<seconds> offsets;
  for (const int h : hour_list)
    for (const int m : minute_list)
      for (const int s : second_list) offsets.push_back(hours{h} + minutes{m} + seconds{s});
  return offsets;
}

local_days week_of(local_days day, weekday week_start) { return day - (weekday{day} - week_start); }

std::int64_t months_since_zero(const year_month_day& date) {
  return static_cast<int>(date.year()) * kMonths + static_cast<unsigned>(date.month()) - 1;
}

year_month to_month(std::int64_t months_since_zero) {
  return year{static_cast<int>(months_since_zero / kMonths)} /
         month{static_cast<unsigned>(months_since_zero % kMonths + 1)};
}

}  // namespace

RuleStream::RuleStream(Rule rule, local_seconds start, local_seconds last)
    : rule_{std::move(rule)},
      filter_{rule_, floor<days>(start)},
      start_{start},
      last_{std::min(last, kEndOfTime)},
      from_{start},
      offsets_{offsets_of(rule_, start)} {}

void RuleStream::skip_to(local_seconds from) {
  if (rule_.count || from <= start_) return;
  from_ = from;
  const seconds unit = unit_of(rule_.frequency);
  if (unit != seconds{0}) {
    jump_to(from - unit);  // the period that `from` lies in starts at most a unit earlier
    return;
  }
  const local_days first = floor<days>(start_);
  const local_days wanted = floor<days>(from);
  const year_month_day first_date{first};
  const year_month_day wanted_date{wanted};
  std::int64_t passed = 0;
  switch (rule_.frequency) {
    case Frequency::yearly: passed = (wanted_date.year() - first_date.year()).count(); break;
    case Frequency::monthly: passed = months_since_zero(wanted_date) - months_since_zero(first_date); break;
    case Frequency::weekly:
      passed = (week_of(wanted, rule_.week_start) - week_of(first, rule_.week_start)).count() / 7;
      break;
    default: passed = (wanted - first).count(); break;
  }
  period_ = passed / rule_.interval;
}

void RuleStream::jump_to(local_seconds time) {
  const seconds unit = unit_of(rule_.frequency);
  const std::int64_t stride = rule_.interval * unit.count();
  const std::int64_t distance = (time - first_period(start_, unit)).count();
  period_ = std::max(period_, (distance + stride - 1) / stride);
}

std::optional<local_seconds> RuleStream::next(StepBudget& budget) {
  if (rule_.count && given_ >= *rule_.count) return std::nullopt;
  while (cursor_ == size_)
    if (!open_period(budget)) return std::nullopt;
  if (!budget.spend()) return std::nullopt;
  const local_seconds instance = at(picked_.empty() ? cursor_ : picked_[cursor_]);
  ++cursor_;
  ++given_;
  return instance;
}

local_seconds RuleStream::at(std::size_t index) const {
  return bases_[index / offsets_.size()] + offsets_[index % offsets_.size()];
}

bool RuleStream::open_period(StepBudget& budget) {
  if (!budget.spend()) return false;
  bases_.clear();
  const bool opened = unit_of(rule_.frequency) == seconds{0} ? open_days(budget) : open_time(budget);
  if (opened) pick(from_);
  return opened;
}

/// Finds where the instances that are wanted begin in the new period, and which BYSETPOS takes.
void RuleStream::pick(local_seconds from) {
  const std::size_t product = bases_.size() * offsets_.size();
  const auto too_early = [&](std::size_t index) { return at(index) < from; };
  cursor_ = 0;
  picked_.clear();
  if (rule_.positions.empty()) {
    const auto indexes = std::views::iota(std::size_t{0}, product);
    cursor_ = static_cast<std::size_t>(std::ranges::partition_point(indexes, too_early) - indexes.begin());
    size_ = product;
    return;
  }
  for (const int position : rule_.positions) {
    const auto distance = static_cast<std::size_t>(position > 0 ? position : -position);
    if (distance > product) continue;
    const std::size_t index = position > 0 ? distance - 1 : product - distance;
    if (!too_early(index)) picked_.push_back(index);
  }
  std::ranges::sort(picked_);
  picked_.erase(std::unique(picked_.begin(), picked_.end()), picked_.end());
  size_ = picked_.size();
}

bool RuleStream::add_days(local_days first, local_days end, StepBudget& budget) {
  for (local_days day = first; day < end; day += days{1}) {
    if (!budget.spend()) return false;
    if (filter_.allows(day)) bases_.emplace_back(day);
  }
  return true;
}

bool RuleStream::open_days(StepBudget& budget) {
  const std::int64_t step = period_++ * rule_.interval;
  const local_days start_day = floor<days>(start_);
  const year_month_day start_date{start_day};
  const local_days last_day = floor<days>(last_);
  if (rule_.frequency == Frequency::daily || rule_.frequency == Frequency::weekly) {
    constexpr std::int64_t kMostDays = 10'000 * 366;
    const bool weekly = rule_.frequency == Frequency::weekly;
    if (step > kMostDays) return false;
    const local_days first = weekly ? week_of(start_day, rule_.week_start) + days{7 * step} : start_day + days{step};
    return first <= last_day && add_days(first, first + days{weekly ? 7 : 1}, budget);
  }
  const bool yearly = rule_.frequency == Frequency::yearly;
  const std::int64_t first_month =
      yearly ? (static_cast<int>(start_date.year()) + step) * kMonths : months_since_zero(start_date) + step;
  const std::int64_t last_month = months_since_zero(year_month_day{last_day});
  if (first_month > last_month) return false;
  for (std::int64_t m = first_month; m < first_month + (yearly ? kMonths : 1); ++m) {
    const year_month month_of_year = to_month(m);
    if (!filter_.allows_month(month_of_year.month())) continue;
    const local_days first{month_of_year / 1};
    if (!add_days(first, first + days{static_cast<unsigned>((month_of_year / std::chrono::last).day())}, budget))
      return false;
  }
  return true;
}

/// One hour, minute or second. Days, hours and minutes that the rule does not allow are jumped over whole, so that
/// FREQ=SECONDLY;BYMONTH=1 costs no more than its Januaries.
bool RuleStream::open_time(StepBudget& budget) {
  const seconds unit = unit_of(rule_.frequency);
  while (true) {
    constexpr std::int64_t kMostPeriods = 400'000'000'000;  // seconds in 10,000 years, with room
    if (period_ > kMostPeriods / (rule_.interval * unit.count()) + 1) return false;
    const local_seconds time = first_period(start_, unit) + period_ * rule_.interval * unit;
    if (time > last_) return false;
    const local_days day = floor<days>(time);
    const std::chrono::hh_mm_ss clock{time - day};
    const year_month_day date{day};
    ++period_;
    if (!filter_.allows_month(date.month())) {
      jump_to(local_days{date.year() / date.month() / 1 + months{1}});
    } else if (!filter_.allows(day)) {
      jump_to(day + days{1});
    } else if (!allows(rule_.hours, clock.hours().count())) {
      jump_to(day + clock.hours() + hours{1});
    } else if (unit < hours{1} && !allows(rule_.minutes, clock.minutes().count())) {
      jump_to(day + clock.hours() + clock.minutes() + minutes{1});
    } else if (unit == seconds{1} && !allows(rule_.seconds, clock.seconds().count())) {
      // the next second is tried
    } else {
      bases_.push_back(time);
      return true;
    }
    if (!budget.spend()) return false;
  }
}

}  // namespace mur::calendar
