#pragma once

#include <chrono>

#include "shared/calendar/rule.h"

namespace mur::calendar {

/// Which days a rule allows: its BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY and BYDAY parts, completed by what the rule
/// leaves to DTSTART (RFC 5545 § 3.3.10). Expanding a year, month or week is then trying each of its days.
class DayFilter {
 public:
  DayFilter(const Rule& rule, std::chrono::local_days start);

  [[nodiscard]] bool allows_month(std::chrono::month month) const;
  [[nodiscard]] bool allows(std::chrono::local_days day) const;

 private:
  /// Adds what a rule without these parts takes from DTSTART: its weekday, its day of the month, its month.
  void complete_from(const std::chrono::year_month_day& start, std::chrono::weekday start_weekday, Frequency frequency);
  [[nodiscard]] bool allows_month_day(const std::chrono::year_month_day& date) const;
  [[nodiscard]] bool allows_year_day(std::chrono::local_days day, std::chrono::year year) const;
  [[nodiscard]] bool allows_week(std::chrono::local_days day) const;
  [[nodiscard]] bool allows_weekday(std::chrono::local_days day, const std::chrono::year_month_day& date) const;

  /// What "2TU" counts in.
  enum class Within : unsigned char { nothing, month, year };

  std::vector<int> months_;
  std::vector<int> month_days_;
  std::vector<int> year_days_;
  std::vector<int> week_numbers_;
  std::vector<RuleDay> days_;
  std::chrono::weekday week_start_;
  Within within_ = Within::nothing;
};

}  // namespace mur::calendar
