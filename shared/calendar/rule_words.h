#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "shared/calendar/timing.h"

namespace mur::calendar {

/// What can be said of a recurrence in a short sentence ("every 2nd Tuesday of the month"); the viewer's language makes
/// the sentence.
struct RuleWords {
  enum class Pattern : unsigned char {
    none = 0,         ///< it happens once
    daily = 1,        ///< every `interval` days
    weekly = 2,       ///< every `interval` weeks, on `weekdays`
    monthly_nth = 3,  ///< every `interval` months, on the `nth` of `weekdays`
    monthly_day = 4,  ///< every `interval` months, on day `nth`
    yearly = 5,       ///< every `interval` years, on the start's day and month
    other = 6         ///< repeats in a way that no short sentence says
  };

  Pattern pattern = Pattern::none;
  int interval = 1;
  std::vector<std::chrono::weekday> weekdays;    ///< Monday first
  int nth = 0;                                   ///< 1 = first, -1 = last
  std::optional<std::chrono::local_days> until;  ///< the last day it may fall on, where the rule says one
  std::optional<int> count;                      ///< how many times in all, where the rule says so

  friend bool operator==(const RuleWords&, const RuleWords&) = default;
};

[[nodiscard]] RuleWords rule_words(const Timing& timing);

}  // namespace mur::calendar
