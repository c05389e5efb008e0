#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "shared/calendar/timing.h"
#include "shared/calendar/zone.h"

namespace mur::calendar {

/// A day of the week, and which one of its month: 1 = first, 2 = second, -1 = last; 0 = every one.
struct NthWeekday {
  std::chrono::weekday weekday;
  int nth = 0;

  friend bool operator==(const NthWeekday&, const NthWeekday&) = default;
};

/// What can be said of a recurrence in a short sentence ("every 2nd Tuesday of the month"); the viewer's language makes
/// the sentence. All days are the hub's.
struct RuleWords {
  enum class Pattern : unsigned char {
    none = 0,             ///< it happens once
    daily = 1,            ///< every `interval` days
    weekly = 2,           ///< every `interval` weeks, on `days`
    monthly_nth = 3,      ///< every `interval` months, on `days`
    monthly_day = 4,      ///< every `interval` months, on `month_days`
    yearly = 5,           ///< every `interval` years, on `month_days` of `month`
    yearly_nth = 6,       ///< every `interval` years, on `days` of `month`
    monthly_working = 7,  ///< every `interval` months, on the `month_days`-th of its days from Monday to Friday
    other = 8             ///< repeats in a way that no short sentence says
  };

  Pattern pattern = Pattern::none;
  int interval = 1;
  std::vector<NthWeekday> days;                     ///< by nth (the last ones last), then Monday first
  std::vector<int> month_days;                      ///< 1 … 31, then -1 = last
  std::chrono::month month{1};                      ///< yearly only
  std::optional<std::chrono::local_days> until;     ///< the last day it may fall on, where the rule says one
  std::optional<int> count;                         ///< how many times in all, where the rule says so
  std::vector<std::chrono::local_days> exceptions;  ///< days on which it does not take place (EXDATE), in order

  friend bool operator==(const RuleWords&, const RuleWords&) = default;
};

/// What is true of `timing` on the hub's clock. Where a rule is finer than a short sentence, or its days are others
/// here than where it was written (20:00 in New York is a night's sleep later in Paris), nothing but Pattern::other is
/// said.
[[nodiscard]] RuleWords rule_words(const Timing& timing, const Zone& hub);

}  // namespace mur::calendar
