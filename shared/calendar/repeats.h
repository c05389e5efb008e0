#pragma once

#include "shared/calendar/reader.h"

namespace mur::calendar {

/// Of several entries with one UID and RECURRENCE-ID keeps the one with the higher SEQUENCE, then the later
/// LAST-MODIFIED, then the last in the file. The others are counted as skipped and named in the warnings.
void leave_repeats(Reading& reading);

}  // namespace mur::calendar
