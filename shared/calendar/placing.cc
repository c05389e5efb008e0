#include "shared/calendar/placing.h"

#include <algorithm>

namespace mur::calendar {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::local_seconds;
using std::chrono::sys_seconds;

Result<Zone> Placing::zone_of(const When& when) const {
  if (when.kind == When::Kind::utc) return Zone::utc();
  if (when.kind != When::Kind::zoned || when.zone == hub_.name()) return hub_;
  if (const auto known = known_.find(when.zone); known != known_.end()) return known->second;
  Result<Zone> found = Zone::find(when.zone);
  if (found) known_.emplace(when.zone, *found);
  return found;
}

Result<sys_seconds> Placing::instant(const When& when) const {
  if (when.kind == When::Kind::utc) return sys_seconds{when.local.time_since_epoch()};
  const Result<Zone> zone = zone_of(when);
  if (!zone) return fail(zone.error());
  return zone->to_sys(when.local);
}

Result<Occurrence> Placing::occurrence(const When& key, const std::optional<When>& end) const {
  const Result<sys_seconds> start_at = instant(key);
  if (!start_at) return fail(start_at.error());
  Occurrence made{.key = key, .start_at = *start_at, .end_at = *start_at, .all_day = is_date(key)};
  if (made.all_day) {
    made.start = floor<days>(key.local);
    made.end = made.start + days{1};
    if (end) made.end = std::max(made.end, local_seconds{floor<days>(end->local)});
    made.end_at = hub_.to_sys(made.end);
    return made;
  }
  if (end) {
    const Result<sys_seconds> end_at = instant(*end);
    if (!end_at) return fail(end_at.error());
    made.end_at = std::max(made.start_at, *end_at);
  }
  made.start = hub_.to_local(made.start_at);
  made.end = hub_.to_local(made.end_at);
  return made;
}

Result<Occurrence> Placing::repeated(const When& start, const Timing& timing, const Occurrence& first) const {
  const bool in_one_zone = timing.end && timing.end->kind == timing.start.kind && timing.end->zone == timing.start.zone;
  if (in_one_zone && !is_date(start) && !first.all_day) {
    When end = start;
    end.local += timing.end->local - timing.start.local;
    Result<Occurrence> made = occurrence(start, end);
    // A start that the clocks skip may come after its end.
    if (!made || made->end_at > made->start_at || end.local == start.local) return made;
  }
  Result<Occurrence> made = occurrence(start, std::nullopt);
  if (!made) return made;
  if (made->all_day) {
    made->end = made->start + std::max(floor<days>(first.end - first.start), days{1});
    made->end_at = hub_.to_sys(made->end);
  } else {
    made->end_at = made->start_at + (first.end_at - first.start_at);
    made->end = hub_.to_local(made->end_at);
  }
  return made;
}

}  // namespace mur::calendar
