#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include "shared/calendar/day_filter.h"
#include "shared/calendar/rule.h"

namespace mur::calendar {

/// What a rule may cost: one step for each period opened, day tried or instance made.
class StepBudget {
 public:
  explicit StepBudget(std::size_t steps) : left_{steps} {}

  /// False, for ever, once the steps are used up.
  bool spend() {
    if (left_ == 0) {
      exhausted_ = true;
      return false;
    }
    --left_;
    return true;
  }
  [[nodiscard]] bool exhausted() const { return exhausted_; }
  [[nodiscard]] std::size_t left() const { return left_; }

 private:
  std::size_t left_;
  bool exhausted_ = false;
};

/// The instances of one rule, in order, as wall times of DTSTART's zone. UNTIL is left to the caller, who knows the
/// zone; COUNT is kept here. A rule goes period by period (a year, a month, … a second): each has base times (its
/// allowed days, or itself) and every base the same offsets (BYHOUR × BYMINUTE × BYSECOND, or what of it is left);
/// BYSETPOS picks from their product, which is never built.
class RuleStream {
 public:
  /// Nothing later than `last` is wanted.
  RuleStream(Rule rule, std::chrono::local_seconds start, std::chrono::local_seconds last);

  /// Passes over what is earlier than `from`, without trying it; a rule with COUNT has to be counted and stays.
  void skip_to(std::chrono::local_seconds from);
  /// The next instance; nothing at the end, or when the budget is exhausted.
  [[nodiscard]] std::optional<std::chrono::local_seconds> next(StepBudget& budget);

 private:
  [[nodiscard]] bool open_period(StepBudget& budget);
  [[nodiscard]] bool open_days(StepBudget& budget);
  [[nodiscard]] bool open_time(StepBudget& budget);
  [[nodiscard]] bool add_days(std::chrono::local_days first, std::chrono::local_days end, StepBudget& budget);
  void pick(std::chrono::local_seconds from);
  [[nodiscard]] std::chrono::local_seconds at(std::size_t index) const;
  /// The first period, of this rule's INTERVAL, that does not start before `time`.
  void jump_to(std::chrono::local_seconds time);

  Rule rule_;
  DayFilter filter_;
  std::chrono::local_seconds start_;
  std::chrono::local_seconds last_;
  std::chrono::local_seconds from_;            ///< nothing before this is wanted
  std::vector<std::chrono::seconds> offsets_;  ///< within a base, sorted
  std::int64_t period_ = 0;                    ///< the next one to open: INTERVAL × this from DTSTART's
  std::vector<std::chrono::local_seconds> bases_;
  std::vector<std::size_t> picked_;  ///< indexes into the product where there is BYSETPOS
  std::size_t cursor_ = 0;
  std::size_t size_ = 0;
  std::int64_t given_ = 0;
};

}  // namespace mur::calendar
