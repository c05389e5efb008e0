#include "shared/calendar/compact.h"

#include <fmt/format.h>

#include <string_view>

#include "shared/calendar/written_line.h"
#include "shared/calendar/zone.h"

namespace mur::calendar {
namespace {

using std::chrono::local_seconds;

/// "DTSTART:20260314T173000Z", or with a DATE, or without "Z" for a floating time.
std::string time_line(std::string_view property, const When& when) {
  switch (when.kind) {
    case When::Kind::date: return fmt::format("{};VALUE=DATE:{}", property, date_text(when.local));
    case When::Kind::floating: return fmt::format("{}:{}", property, date_time_text(when.local));
    case When::Kind::utc: return fmt::format("{}:{}Z", property, date_time_text(when.local));
    case When::Kind::zoned: break;
  }
  const auto zone = Zone::find(when.zone);
  if (!zone) return fmt::format("{}:{}", property, date_time_text(when.local));
  return fmt::format("{}:{}Z", property, date_time_text(local_seconds{zone->to_sys(when.local).time_since_epoch()}));
}

}  // namespace

std::string compact_event(const CompactEvent& event) {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n";
  add_line(out, "UID:" + escaped(event.uid));
  add_line(out, time_line("DTSTART", event.start));
  if (event.end) add_line(out, time_line("DTEND", *event.end));
  add_line(out, "SUMMARY:" + escaped(event.summary));
  if (!event.location.empty()) add_line(out, "LOCATION:" + escaped(event.location));
  if (!event.url.empty()) add_line(out, "URL:" + without_controls(event.url));
  out += "END:VEVENT\r\nEND:VCALENDAR\r\n";
  return out;
}

}  // namespace mur::calendar
