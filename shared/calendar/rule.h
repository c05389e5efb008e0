#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/calendar/when.h"

namespace mur::calendar {

enum class Frequency : unsigned char { secondly, minutely, hourly, daily, weekly, monthly, yearly };

/// "2TU": the second Tuesday; "TU": every Tuesday (nth 0); "-1FR": the last Friday.
struct RuleDay {
  std::chrono::weekday weekday;
  int nth = 0;
};

/// A recurrence rule, RFC 5545 § 3.3.10. The lists are sorted and free of repeats.
struct Rule {
  Frequency frequency = Frequency::daily;
  std::int64_t interval = 1;
  std::optional<std::int64_t> count;
  std::optional<When> until;  ///< date, floating or utc; inclusive
  std::chrono::weekday week_start = std::chrono::Monday;
  std::vector<int> seconds;
  std::vector<int> minutes;
  std::vector<int> hours;
  std::vector<RuleDay> days;
  std::vector<int> month_days;
  std::vector<int> year_days;
  std::vector<int> week_numbers;
  std::vector<int> months;
  std::vector<int> positions;
};

/// Errc::invalid that says which part is wrong; Errc::unsupported for RSCALE (RFC 7529). Case, blanks around it and a
/// last ";" don't matter, an empty list is as if it were absent, X- parts are passed over.
[[nodiscard]] Result<Rule> parse_rule(std::string_view text);

}  // namespace mur::calendar
