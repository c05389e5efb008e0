#pragma once

#include <functional>

#include "shared/calendar/occurrence.h"
#include "shared/calendar/placing.h"
#include "shared/calendar/rule_stream.h"

namespace mur::calendar {

/// Takes one occurrence; false: no more of those that the rules give are wanted.
using TakeOccurrence = std::function<bool(Occurrence)>;

/// Hands on the occurrences of `timing` that touch the window, without keeping any: roughly in order, RDATEs last
/// (those that are PERIODs first), and where an RDATE is an instance too, both; the first one counts. Errors as of
/// `expand`.
[[nodiscard]] Status each_occurrence(const Timing& timing, const Placing& placing, const Window& window,
                                     StepBudget& budget, const TakeOccurrence& take);

}  // namespace mur::calendar
