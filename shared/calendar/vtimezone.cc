#include "shared/calendar/vtimezone.h"

#include <algorithm>
#include <array>
#include <utility>

#include "shared/calendar/ical_values.h"
#include "shared/calendar/rule_stream.h"
#include "shared/calendar/value_list.h"
#include "shared/calendar/zone.h"

namespace mur::calendar {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::local_seconds;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

constexpr local_seconds kDescribedFrom = local_days{std::chrono::year{1960} / 1 / 1};
constexpr local_seconds kDescribedUntil = local_days{std::chrono::year{2100} / 1 / 1};
// A yearly rule takes some 30 a year; an honest description has few.
constexpr std::size_t kSteps = 100'000;
constexpr std::size_t kMostOnsets = 4'000;

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

/// A STANDARD or DAYLIGHT part: its offsets, and when it begins to hold, in the wall time before.
struct Observance {
  seconds before{};  ///< TZOFFSETFROM
  seconds after{};   ///< TZOFFSETTO
  std::vector<local_seconds> onsets;
};

void add_rule_onsets(const Rule& rule, local_seconds start, Observance& observance, StepBudget& budget) {
  RuleStream stream(rule, start, kDescribedUntil);
  stream.skip_to(kDescribedFrom);
  const bool utc = rule.until && rule.until->kind == When::Kind::utc;
  while (const auto onset = stream.next(budget)) {
    if (observance.onsets.size() >= kMostOnsets) break;
    if (rule.until && *onset - (utc ? observance.before : seconds{0}) > rule.until->local) break;
    observance.onsets.push_back(*onset);
  }
}

std::optional<Observance> read_observance(const Component& part, StepBudget& budget) {
  const ContentLine* start = part.find("DTSTART");
  const ContentLine* from = part.find("TZOFFSETFROM");
  const ContentLine* to = part.find("TZOFFSETTO");
  if (start == nullptr || from == nullptr || to == nullptr) return std::nullopt;
  const auto when = parse_when(trimmed(start->value));
  const auto before = parse_offset(trimmed(from->value));
  const auto after = parse_offset(trimmed(to->value));
  if (!when || !before || !after) return std::nullopt;
  Observance made{.before = *before, .after = *after, .onsets = {when->local}};
  for (const ContentLine& line : part.lines) {
    if (line.is("RRULE"))
      if (const Result<Rule> rule = parse_rule(line.value)) add_rule_onsets(*rule, when->local, made, budget);
    if (line.is("RDATE"))
      for (const std::string_view value : split_list(line.value))
        if (const auto extra = parse_when(trimmed(value))) made.onsets.push_back(extra->local);
  }
  return made;
}

}  // namespace

DescribedZone::DescribedZone(const Component& vtimezone) {
  StepBudget budget(kSteps);
  std::optional<std::pair<local_seconds, seconds>> earliest;  // what held before the first onset
  for (const Component& part : vtimezone.children) {
    const auto observance = read_observance(part, budget);
    if (!observance) continue;
    if (spans_.size() + observance->onsets.size() > kMostOnsets) break;
    for (const local_seconds onset : observance->onsets) {
      if (!earliest || onset < earliest->first) earliest = {onset, observance->before};
      spans_.push_back(
          {.from = sys_seconds{onset.time_since_epoch() - observance->before}, .offset = observance->after});
    }
  }
  if (earliest) spans_.push_back({.from = sys_seconds::min(), .offset = earliest->second});
  std::ranges::stable_sort(spans_, {}, &Span::from);
}

seconds DescribedZone::offset_at(sys_seconds time) const {
  return std::prev(std::ranges::upper_bound(spans_, time, {}, &Span::from))->offset;
}

sys_seconds DescribedZone::to_sys(local_seconds local) const {
  const auto with = [&](const Span& span) { return sys_seconds{local.time_since_epoch() - span.offset}; };
  // The span some day earlier, or one soon after it.
  auto span =
      std::prev(std::ranges::upper_bound(spans_, sys_seconds{local.time_since_epoch()} - days{1}, {}, &Span::from));
  while (std::next(span) != spans_.end() && with(*span) >= std::next(span)->from) {
    const auto next = std::next(span);
    if (with(*next) < next->from) break;  // in the gap between the two
    span = next;
  }
  return with(*span);
}

std::optional<std::string> DescribedZone::find_alike(std::chrono::year year) const {
  constexpr std::size_t kMostWeeksApart = 6;
  std::vector<std::pair<sys_seconds, seconds>> weeks;
  for (sys_days day{year / 1 / 1}; day < sys_days{(year + std::chrono::years{1}) / 1 / 1}; day += days{7})
    weeks.emplace_back(day, offset_at(day));
  const char* best = nullptr;
  std::size_t least = kMostWeeksApart + 1;
  for (const char* name : kWideSpread) {
    const Result<Zone> zone = Zone::find(name);
    if (!zone) continue;
    const auto apart = static_cast<std::size_t>(std::ranges::count_if(weeks, [&](const auto& week) {
      return zone->to_local(week.first).time_since_epoch() != week.first.time_since_epoch() + week.second;
    }));
    if (apart >= least) continue;
    best = name;
    least = apart;
  }
  if (best == nullptr) return std::nullopt;
  return best;
}

}  // namespace mur::calendar
