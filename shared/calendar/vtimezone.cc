#include "shared/calendar/vtimezone.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "shared/calendar/ical_values.h"
#include "shared/calendar/rule_stream.h"
#include "shared/calendar/zone.h"

namespace mur::calendar {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_seconds;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

// What an honest description needs several times over.
constexpr std::size_t kSteps = 5'000;  // a yearly rule takes some 30 a year
constexpr std::size_t kMostObservances = 32;
constexpr std::size_t kMostRules = 4;

// One zone for each rule of change that people live under today; the first that is alike is taken.
constexpr std::array kWideSpread{
    "Europe/Paris",       "Europe/London",       "Europe/Athens",       "Europe/Moscow",
    "Europe/Istanbul",    "America/New_York",    "America/Chicago",     "America/Denver",
    "America/Phoenix",    "America/Los_Angeles", "America/Anchorage",   "Pacific/Honolulu",
    "America/Halifax",    "America/St_Johns",    "America/Sao_Paulo",   "America/Argentina/Buenos_Aires",
    "America/Bogota",     "America/Mexico_City", "America/Santiago",    "Atlantic/Azores",
    "Africa/Lagos",       "Africa/Cairo",        "Africa/Johannesburg", "Africa/Nairobi",
    "Africa/Casablanca",  "Asia/Jerusalem",      "Asia/Dubai",          "Asia/Tehran",
    "Asia/Karachi",       "Asia/Kolkata",        "Asia/Kathmandu",      "Asia/Dhaka",
    "Asia/Bangkok",       "Asia/Shanghai",       "Asia/Tokyo",          "Australia/Perth",
    "Australia/Adelaide", "Australia/Darwin",    "Australia/Brisbane",  "Australia/Sydney",
    "Pacific/Noumea",     "Pacific/Auckland",    "Pacific/Tahiti",      "UTC"};

template <class Take>
void for_each_value(const ContentLine& line, Take take) {
  std::string_view rest = line.value;
  while (!rest.empty()) {
    const auto comma = rest.find(',');
    take(rest.substr(0, comma));
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
  }
}

}  // namespace

DescribedZone::DescribedZone(const Component& vtimezone) {
  for (const Component& part : vtimezone.children) {
    const ContentLine* start = part.find("DTSTART");
    const ContentLine* from = part.find("TZOFFSETFROM");
    const ContentLine* to = part.find("TZOFFSETTO");
    if (observances_.size() == kMostObservances) break;
    if (start == nullptr || from == nullptr || to == nullptr) continue;
    const auto when = parse_when(start->value);
    const auto before = parse_offset(from->value);
    const auto after = parse_offset(to->value);
    if (!when || !before || !after) continue;
    Observance made{.start = when->local, .before = *before, .after = *after, .rules = {}, .extra = {}};
    for (const ContentLine& line : part.lines) {
      if (line.is("RRULE") && made.rules.size() < kMostRules)
        if (Result<Rule> rule = parse_rule(line.value)) made.rules.push_back(*std::move(rule));
      if (line.is("RDATE"))
        for_each_value(line, [&](std::string_view value) {
          if (const auto extra = parse_when(value)) made.extra.push_back(extra->local);
        });
    }
    observances_.push_back(std::move(made));
  }
}

std::optional<sys_seconds> DescribedZone::last_onset(const Observance& observance, sys_seconds time) {
  // Onsets are written in the wall time before them.
  const local_seconds local{time.time_since_epoch() + observance.before};
  std::optional<local_seconds> last;
  const auto consider = [&](local_seconds onset) {
    if (onset <= local && (!last || onset > *last)) last = onset;
  };
  consider(observance.start);
  for (const local_seconds extra : observance.extra) consider(extra);
  for (const Rule& rule : observance.rules) {
    StepBudget budget(kSteps);
    RuleStream stream(rule, observance.start, local);
    const auto until = rule.until ? rule.until->local + days{1} : local;
    stream.skip_to(std::min(local, until) - days{2 * 366});
    while (const auto onset = stream.next(budget)) {
      const bool utc = rule.until && rule.until->kind == When::Kind::utc;
      if (rule.until && *onset - (utc ? observance.before : seconds{0}) > rule.until->local) break;
      consider(*onset);
    }
  }
  if (!last) return std::nullopt;
  return sys_seconds{last->time_since_epoch() - observance.before};
}

std::optional<seconds> DescribedZone::offset_at(sys_seconds time) const {
  std::optional<sys_seconds> latest;
  std::optional<seconds> offset;
  for (const Observance& observance : observances_) {
    const auto onset = last_onset(observance, time);
    if (!onset || (latest && *onset <= *latest)) continue;
    latest = onset;
    offset = observance.after;
  }
  if (!offset && !observances_.empty()) return std::ranges::min(observances_, {}, &Observance::start).before;
  return offset;
}

std::optional<std::string> DescribedZone::find_alike(std::chrono::year year) const {
  // Zones that change do so at weeks of their own; a look at every week tells them apart.
  std::vector<std::pair<sys_seconds, seconds>> weeks;
  for (sys_days day{year / 1 / 1}; day < sys_days{(year + std::chrono::years{1}) / 1 / 1}; day += days{7}) {
    const auto offset = offset_at(day);
    if (!offset) return std::nullopt;
    weeks.emplace_back(day, *offset);
  }
  const bool fixed = std::ranges::all_of(weeks, [&](const auto& week) { return week.second == weeks[0].second; });
  for (const char* name : kWideSpread) {
    const Result<Zone> zone = Zone::find(name);
    if (zone && std::ranges::all_of(weeks, [&](const auto& week) {
          return zone->to_local(week.first).time_since_epoch() == week.first.time_since_epoch() + week.second;
        }))
      return name;
  }
  const auto whole_hours = std::chrono::duration_cast<hours>(weeks[0].second);
  if (!fixed || whole_hours != weeks[0].second || whole_hours > hours{14} || whole_hours < hours{-12})
    return std::nullopt;
  return fmt::format("Etc/GMT{:+}", -whole_hours.count());  // POSIX counts westwards
}

}  // namespace mur::calendar
