#pragma once

#include "shared/calendar/placing.h"
#include "shared/calendar/when.h"

namespace mur::calendar {

/// `date`, which names an instance of a series (RECURRENCE-ID, EXDATE, RDATE), in the kind and zone of the series'
/// DTSTART, as RFC 5545 asks (§ 3.8.4.4, § 3.8.5.1) and few programs do: a time becomes its day; a day that day's time;
/// a time in UTC or another zone the same moment; a floating time that wall time. As it is where its zone is unknown.
[[nodiscard]] When in_manner_of(const When& start, const When& date, const Placing& placing);

}  // namespace mur::calendar
