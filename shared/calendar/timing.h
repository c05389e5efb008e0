#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/calendar/when.h"

namespace mur::calendar {

/// One RDATE value: a start, and an end where it was a PERIOD (RFC 5545 § 3.8.5.2).
struct ExtraDate {
  When start;
  std::optional<When> end;

  friend bool operator==(const ExtraDate&, const ExtraDate&) = default;
};

/// When an event is: its first occurrence and how it repeats. Rules are RFC 5545 RECUR texts that `check_rule` accepted
/// ("FREQ=WEEKLY;BYDAY=TU"), kept as text because that is the form every reader of a calendar knows.
struct Timing {
  When start;
  std::optional<When> end;  ///< exclusive; same kind as start. Absent: a date lasts its day, a time has no length.
  std::vector<std::string> rules;            ///< RRULE
  std::vector<std::string> exception_rules;  ///< EXRULE
  std::vector<ExtraDate> extra_dates;        ///< RDATE
  std::vector<When> exception_dates;         ///< EXDATE

  friend bool operator==(const Timing&, const Timing&) = default;
};

[[nodiscard]] inline bool repeats(const Timing& timing) { return !timing.rules.empty() || !timing.extra_dates.empty(); }

}  // namespace mur::calendar
