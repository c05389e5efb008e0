#include "broker/ctl/dates.h"

#include <fmt/format.h>

#include <array>

#include "shared/calendar/instant.h"

namespace mur::ctl {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::local_days;
using std::chrono::local_seconds;

std::string date_text(local_seconds local) {
  const std::chrono::year_month_day date{floor<days>(local)};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string time_text(local_seconds local) {
  const std::chrono::hh_mm_ss time{local - floor<days>(local)};
  return fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
}

}  // namespace

std::string day_text(local_seconds local) {
  constexpr std::array<const char*, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  const std::chrono::weekday day{floor<days>(local)};
  return fmt::format("{} {}", kDays.at(day.c_encoding()), date_text(local));
}

std::string moment_text(local_seconds local) { return day_text(local) + " " + time_text(local); }

std::string moment_text(TimePoint at, const calendar::Zone& zone) {
  return moment_text(zone.to_local(floor<Seconds>(at)));
}

std::string span_text(const calendar::Occurrence& occurrence) {
  if (occurrence.all_day) {
    const local_seconds last = occurrence.end - days{1};
    if (last <= occurrence.start) return day_text(occurrence.start);
    return day_text(occurrence.start) + " – " + day_text(last);
  }
  if (occurrence.end <= occurrence.start) return moment_text(occurrence.start);
  if (floor<days>(occurrence.start) == floor<days>(occurrence.end - Seconds{1}))
    return moment_text(occurrence.start) + "–" + time_text(occurrence.end);
  return moment_text(occurrence.start) + " – " + moment_text(occurrence.end);
}

std::string when_text(const calendar::When& when, const calendar::Zone& hub) {
  switch (when.kind) {
    case calendar::When::Kind::date: return day_text(when.local);
    case calendar::When::Kind::floating: return moment_text(when.local);
    case calendar::When::Kind::utc:
      return moment_text(TimePoint{std::chrono::sys_seconds{when.local.time_since_epoch()}}, hub);
    case calendar::When::Kind::zoned: break;
  }
  return when.zone == hub.name() ? moment_text(when.local) : moment_text(when.local) + " " + when.zone;
}

std::string iso(TimePoint at) {
  const local_seconds local{floor<Seconds>(at).time_since_epoch()};
  const std::chrono::hh_mm_ss time{local - floor<days>(local)};
  return fmt::format("{}T{}:{:02}Z", date_text(local), time_text(local), time.seconds().count());
}

Result<TimePoint> parse_moment(std::string_view option, std::string_view text, const calendar::Zone& hub) {
  const Result<TimePoint> parsed = calendar::parse_instant(text, hub);
  if (!parsed) return fail(Errc::invalid, std::string(option), parsed.error().message);
  return *parsed;
}

Result<calendar::When> parse_when(std::string_view option, std::string_view text, const calendar::Zone& hub) {
  const Result<TimePoint> parsed = parse_moment(option, text, hub);
  if (!parsed) return fail(parsed.error());
  constexpr std::string_view kDate = "2026-03-21";
  calendar::When when{.kind = calendar::When::Kind::date, .local = hub.to_local(floor<Seconds>(*parsed)), .zone = {}};
  if (text.size() == kDate.size()) {
    when.local = floor<days>(when.local);  // where a day begins at 01:00
    return when;
  }
  when.kind = calendar::When::Kind::zoned;
  when.zone = hub.name();
  return when;
}

}  // namespace mur::ctl
