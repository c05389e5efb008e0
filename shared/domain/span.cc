#include "shared/domain/span.h"

#include <algorithm>

#include "shared/calendar/occurrence.h"
#include "shared/domain/limits.h"

namespace mur {
namespace {

/// No COUNT and no UNTIL in some rule: the series goes on for ever.
bool is_endless(const calendar::Timing& timing) {
  return std::ranges::any_of(timing.rules, [](const std::string& rule) {
    return rule.find("COUNT=") == std::string::npos && rule.find("UNTIL=") == std::string::npos;
  });
}

std::chrono::sys_seconds instant(const calendar::When& when, const calendar::Zone& hub) {
  if (when.kind == calendar::When::Kind::utc) return std::chrono::sys_seconds{when.local.time_since_epoch()};
  if (when.kind == calendar::When::Kind::zoned)
    if (const auto zone = calendar::Zone::find(when.zone)) return zone->to_sys(when.local);
  return hub.to_sys(when.local);
}

TimePoint first_end(const calendar::Timing& timing, const calendar::Zone& hub) {
  if (timing.end) return instant(*timing.end, hub);
  calendar::When end = timing.start;
  if (is_date(end)) end.local += std::chrono::days{1};
  return instant(end, hub);
}

}  // namespace

calendar::Timing instance_timing(const calendar::Timing& series, const calendar::When& date) {
  calendar::Timing once;
  once.start = date;
  if (series.end) {
    once.end = date;
    once.end->local += series.end->local - series.start.local;
  }
  return once;
}

std::optional<TimePoint> over_at(const calendar::Timing& timing, const calendar::Zone& hub, TimePoint now) {
  if (!repeats(timing)) return first_end(timing, hub);
  if (is_endless(timing)) return std::nullopt;
  const auto today = std::chrono::floor<Seconds>(now);
  const calendar::Window horizon{.from = today - limits::kHorizonBack, .to = today + limits::kHorizonAhead};
  const auto expansion = calendar::expand(timing, hub, horizon, limits::kOccurrences, limits::kExpansionSteps);
  if (!expansion) return std::nullopt;
  TimePoint last = first_end(timing, hub);
  for (const calendar::Occurrence& occurrence : expansion->occurrences)
    last = std::max<TimePoint>(last, occurrence.end_at);
  return last;
}

std::optional<TimePoint> over_at(const EventDetails& details, const calendar::Zone& hub, TimePoint now) {
  auto end = over_at(details.timing, hub, now);
  // An override stays as long as the instance it replaces would have.
  if (end && details.recurrence_id) end = std::max<TimePoint>(*end, instant(*details.recurrence_id, hub));
  return end;
}

std::optional<TimePoint> over_at(const NeedDetails& details, const calendar::Zone& hub, TimePoint now) {
  std::optional<TimePoint> last;
  for (const Slot& slot : details.slots) {
    const auto end = slot.when ? over_at(*slot.when, hub, now) : std::nullopt;
    if (!end) {
      last.reset();
      break;
    }
    last = last ? std::max(*last, *end) : *end;
  }
  if (details.closes_at) last = last ? std::min(*last, *details.closes_at) : *details.closes_at;
  return last;
}

calendar::Zone zone_of(const Hub* hub) {
  if (hub != nullptr)
    if (const auto zone = calendar::Zone::find(hub->time_zone)) return *zone;
  return calendar::Zone::utc();
}

}  // namespace mur
