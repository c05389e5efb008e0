#include "shared/calendar/manner.h"

namespace mur::calendar {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;

When in_manner_of(const When& start, const When& date, const Placing& placing) {
  if (start.kind == date.kind && start.zone == date.zone) return date;
  When aligned{.kind = start.kind, .local = date.local, .zone = start.zone};
  if (is_date(start)) {
    // UTC of a day is midnight somewhere: the nearest midnight is meant.
    if (date.kind == When::Kind::utc) aligned.local += hours{12};
    aligned.local = floor<days>(aligned.local);
  } else if (is_date(date)) {
    aligned.local += start.local - floor<days>(start.local);
  } else if (start.kind != When::Kind::floating && date.kind != When::Kind::floating) {
    const auto time = placing.instant(date);
    const auto zone = placing.zone_of(start);
    if (!time || !zone) return date;
    aligned.local = zone->to_local(*time);
  }
  return aligned;
}

}  // namespace mur::calendar
