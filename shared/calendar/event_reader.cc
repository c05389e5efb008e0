#include "shared/calendar/event_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "shared/base/text.h"
#include "shared/calendar/entry_texts.h"
#include "shared/calendar/ical_values.h"
#include "shared/calendar/manner.h"
#include "shared/calendar/rule_stream.h"
#include "shared/calendar/value_list.h"
#include "shared/calendar/zone.h"

namespace mur::calendar {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::local_seconds;
using std::chrono::sys_seconds;

// Enough to see whether the first periods of an event's rules hold DTSTART, whatever the rules.
constexpr std::size_t kFirstInstanceSteps = 20'000;
constexpr std::size_t kMostSaid = 256;  // unknown zones of a file that are remembered as said

/// A zone's name, and the times that are written in it.
struct Zoned {
  std::string tzid;
  std::string_view value;
};

/// TZID=(UTC+01:00) Paris, Madrid:20260314T183000, whose writer should have quoted it: a name with a ":" in it.
Zoned zoned(const ContentLine& line) {
  Zoned split{.tzid = std::string(line.parameter("TZID").value_or("")), .value = line.value};
  const auto colon = line.value.rfind(':');
  if (split.tzid.empty() || colon == std::string_view::npos) return split;
  // Dates, times and durations have these, and ":" in a form that other standards know.
  constexpr std::string_view kOfTimes = "0123456789TZtz:-,/+ PWDHMS";
  const std::string_view before = line.value.substr(0, colon);
  if (before.find_first_not_of(kOfTimes) == std::string_view::npos) return split;
  split.tzid.append(":").append(before);
  std::erase(split.tzid, '"');
  split.value.remove_prefix(colon + 1);
  return split;
}

/// True where a rule may give several instances on one day, or another time than DTSTART's.
bool has_times_of_its_own(const std::string& text) {
  const Result<Rule> rule = parse_rule(text);
  return rule && (rule->frequency < Frequency::daily || !rule->hours.empty() || !rule->minutes.empty() ||
                  !rule->seconds.empty());
}

bool holds_start(const std::vector<std::string>& rules, const When& start) {
  StepBudget budget(kFirstInstanceSteps);
  return std::ranges::any_of(rules, [&](const std::string& text) {
    Result<Rule> rule = parse_rule(text);
    if (!rule) return false;
    RuleStream stream(*std::move(rule), start.local, start.local);
    return stream.next(budget) == start.local || budget.exhausted();
  });
}

constexpr Classification kUnknownClass = Classification::private_event;

/// Nothing for a word that is none of the three; without a word PUBLIC, as where there is no CLASS.
std::optional<Classification> class_of(std::string_view word) {
  if (word.empty() || same_name(word, "PUBLIC")) return Classification::public_event;
  if (same_name(word, "PRIVATE")) return Classification::private_event;
  if (same_name(word, "CONFIDENTIAL")) return Classification::confidential_event;
  return std::nullopt;
}

}  // namespace

Classification classification_of(const Component& component) {
  Classification strictest = Classification::public_event;
  for (const ContentLine& line : component.lines)
    if (line.is("CLASS")) strictest = std::max(strictest, class_of(normalize(line.value)).value_or(kUnknownClass));
  for (const Component& child : component.children) strictest = std::max(strictest, classification_of(child));
  return strictest;
}

EventReader::EventReader(ZoneNames& zones, bool cancels, std::vector<Warning>& warnings)
    : zones_{zones}, cancels_{cancels}, warnings_{warnings}, utc_{Zone::utc()}, placing_{utc_} {}

std::optional<sys_seconds> EventReader::instant(const When& when) const {
  const Result<sys_seconds> time = placing_.instant(when);
  return time ? std::optional(*time) : std::nullopt;
}

/// `date`, an EXDATE or RDATE, as the instance of the series from `start` that it means. UTC beside a floating start
/// stays: only who reads the series knows which wall time that is.
When EventReader::instance(const When& start, When date) const {
  if (start.kind == When::Kind::floating && date.kind == When::Kind::utc) return date;
  return in_manner_of(start, date, placing_);
}

/// `end` in the manner of `start`: a date with a date, UTC with UTC, a wall time with a wall time.
When EventReader::like(const When& start, const When& end) const {
  if (is_date(start)) return {.kind = When::Kind::date, .local = floor<days>(end.local), .zone = {}};
  if (start.kind == end.kind) return end;
  if (end.kind == When::Kind::date || end.kind == When::Kind::floating || start.kind == When::Kind::floating)
    return {.kind = start.kind, .local = end.local, .zone = start.zone};
  const auto time = instant(end);
  const auto zone = placing_.zone_of(start);
  if (!time || !zone) return end;
  return {.kind = start.kind, .local = zone->to_local(*time), .zone = start.zone};
}

bool EventReader::is_before(const When& end, const When& start) const {
  if (end.zone == start.zone) return end.local < start.local;
  const auto a = instant(end);
  const auto b = instant(start);
  return a && b && *a < *b;
}

/// The start plus a duration: days in wall time, the rest exactly (RFC 5545 § 3.3.6).
When EventReader::after(const When& start, const Duration& duration) const {
  When end = start;
  end.local += duration.days;
  if (is_date(start)) {
    end.local += floor<days>(duration.exact);
  } else if (const auto zone = placing_.zone_of(start)) {
    end.local = zone->to_local(zone->to_sys(end.local) + duration.exact);
  }
  return end;
}

void EventReader::warn(const ContentLine& line, std::string problem, std::string remedy) {
  warnings_.push_back({.line = line.number,
                       .property = std::string(line.name),
                       .problem = std::move(problem),
                       .remedy = std::move(remedy)});
}

std::optional<Entry> EventReader::read(const Component& vevent) {
  Entry entry;
  entry.line = vevent.line;
  entry.classification = classification_of(vevent);
  check_class(vevent);
  if (!read_start(vevent, entry.timing)) return std::nullopt;
  if (const ContentLine* line = vevent.find("RECURRENCE-ID")) {
    entry.recurrence_id = when(*line);
    if (!entry.recurrence_id) {
      warn(*line, fmt::format("\"{}\" is not a date or time", excerpt(line->value)),
           "the component was left out; which instance it changes cannot be known");
      return std::nullopt;
    }
    entry.this_and_future = same_name(line->parameter("RANGE").value_or(""), "THISANDFUTURE");
  }
  read_rules(vevent, entry.timing);
  read_dates(vevent, entry.timing);
  read_end(vevent, entry.timing);
  read_standing(vevent, entry);
  read_texts(vevent, entry, warnings_);
  return entry;
}

void EventReader::check_class(const Component& vevent) {
  for (const ContentLine& line : vevent.lines)
    if (line.is("CLASS") && !class_of(normalize(line.value)))
      warn(line, fmt::format("\"{}\" is not a class", excerpt(line.value)), "read as PRIVATE");
}

std::optional<When> EventReader::when(const ContentLine& line) {
  const Zoned split = zoned(line);
  std::optional<When> read = when(line, split.tzid, split.value);
  if (read && !is_date(*read) && same_name(line.parameter("VALUE").value_or(""), "DATE"))
    warn(line, fmt::format("\"{}\" is a time, but VALUE=DATE calls it a date", excerpt(line.value)), "read as a time");
  return read;
}

std::optional<When> EventReader::when(const ContentLine& line, std::string_view tzid, std::string_view value) {
  constexpr std::size_t kDateDigits = 8;
  const std::optional<When> read = parse_when(trimmed(value));
  if (!read) return std::nullopt;
  if (same_name(line.parameter("VALUE").value_or(""), "DATE") && trimmed(value).size() > kDateDigits) {
    // VALUE=DATE:20110804T120000: midnight is the date that was meant; any other time was written for its own sake.
    const auto day = floor<days>(read->local);
    if (read->local == day) return When{.kind = When::Kind::date, .local = day, .zone = {}};
  }
  if (read->kind != When::Kind::floating || tzid.empty()) return read;
  ZoneNames::Found found = zones_.place(read->local, tzid);
  if (!found.remedy.empty() && !said_zones_.contains(tzid)) {
    if (said_zones_.size() < kMostSaid) said_zones_.emplace(tzid);
    warn(line, unknown_zone(tzid), std::move(found.remedy));
  }
  return std::move(found.when);
}

bool EventReader::read_start(const Component& vevent, Timing& timing) {
  const ContentLine* line = vevent.find("DTSTART");
  if (line == nullptr) {
    warnings_.push_back({.line = vevent.line,
                         .property = "DTSTART",
                         .problem = "the event has no DTSTART",
                         .remedy = "the event was left out; give it a start"});
    return false;
  }
  const auto start = when(*line);
  if (!start) {
    warn(*line, fmt::format("\"{}\" is not a date or time", excerpt(line->value)),
         "the event was left out; write it like 20260314T183000");
    return false;
  }
  timing.start = *start;
  return true;
}

void EventReader::read_end(const Component& vevent, Timing& timing) {
  if (const ContentLine* line = vevent.find("DTEND")) {
    const auto end = when(*line);
    if (!end) {
      warn(*line, fmt::format("\"{}\" is not a date or time", excerpt(line->value)), "read as if there were no end");
      return;
    }
    const When fitting = like(timing.start, *end);
    if (is_date(*end) != is_date(timing.start))
      warn(*line, "DTEND and DTSTART are not both dates or both times", "DTSTART's kind was taken for both");
    if (is_before(fitting, timing.start)) {
      warn(*line, "the end is before the start", "read as if there were no end");
    } else if (fitting != timing.start || !is_date(fitting)) {
      timing.end = fitting;
    }
    return;
  }
  const ContentLine* line = vevent.find("DURATION");
  if (line == nullptr) return;
  const auto duration = parse_duration(trimmed(line->value));
  if (!duration) {
    warn(*line, fmt::format("\"{}\" is not a duration", excerpt(line->value)), "read as if there were no end");
    return;
  }
  When end = after(timing.start, *duration);
  // Later instances end at the first one's time of day, so that must not be moved by a change of the clocks.
  if (repeats(timing) && !is_date(end)) end.local = timing.start.local + duration->days + duration->exact;
  if (end.local != timing.start.local || !is_date(end)) timing.end = end;
}

void EventReader::read_rules(const Component& vevent, Timing& timing) {
  const ContentLine* first = nullptr;
  std::vector<std::pair<const ContentLine*, std::string>> wrong;  // lines, and what is wrong in them
  for (const ContentLine& line : vevent.lines) {
    const bool excludes = line.is("EXRULE");
    if (!excludes && !line.is("RRULE")) continue;
    const std::string text(trimmed(line.value));
    if (text.empty()) continue;
    const Result<Rule> rule = parse_rule(text);
    if (!rule) {
      const bool frequency = rule.error().field == "FREQ";  // the quoted rule shows which
      wrong.emplace_back(
          &line, fmt::format("\"{}\": {}", excerpt(text), frequency ? "unknown frequency" : rule.error().message));
      continue;
    }
    if (!excludes && first == nullptr) first = &line;
    if (!excludes) check_until(line, *rule, timing.start);
    (excludes ? timing.exception_rules : timing.rules).push_back(text);
  }
  for (auto& [line, problem] : wrong)
    warn(*line, std::move(problem),
         line->is("EXRULE")     ? "what it takes out is shown"
         : timing.rules.empty() ? "the event's first date is shown"
                                : "passed over");
  if (first != nullptr && !holds_start(timing.rules, timing.start))
    warn(*first, "the rule does not give DTSTART", "DTSTART is not shown as an instance; start on a day of the rule");
}

/// Says where an UNTIL takes away dates that its writer expects.
void EventReader::check_until(const ContentLine& line, const Rule& rule, const When& start) {
  if (!rule.until) return;
  const When& until = *rule.until;
  const bool at_midnight = start.local == floor<days>(start.local);
  const auto exact = until.kind == When::Kind::utc && !is_date(start) ? instant(start) : std::nullopt;
  const bool is_over = is_date(start) ? floor<days>(until.local) < start.local
                       : exact        ? sys_seconds{until.local.time_since_epoch()} < *exact
                                      : until.local < start.local;
  if (is_over) {
    warn(line, "UNTIL is before DTSTART", "the rule gives no date; write a later UNTIL");
  } else if (is_date(until) && !is_date(start) && !at_midnight) {
    warn(line, "UNTIL is a date, but DTSTART is a time",
         "read as that day's midnight, so nothing of that day is shown; write it like 20260314T183000Z");
  }
}

void EventReader::read_dates(const Component& vevent, Timing& timing) {
  for (const ContentLine& line : vevent.lines) {
    const bool excludes = line.is("EXDATE");
    if (!excludes && !line.is("RDATE")) continue;
    const Zoned split = zoned(line);
    std::string_view wrong;
    for (const std::string_view value : split_list(split.value)) {
      if (trimmed(value).empty()) continue;
      if (!excludes) {
        if (!read_extra_date(line, split.tzid, value, timing)) wrong = value;
      } else if (auto date = when(line, split.tzid, value)) {
        timing.exception_dates.push_back(*std::move(date));
      } else {
        wrong = value;
      }
    }
    // Once a line: a list may be long.
    if (!wrong.empty())
      warn(line, fmt::format("\"{}\" is not a date{}", excerpt(wrong), excludes ? " or time" : ", time or period"),
           excludes ? "passed over; the instance is shown" : "passed over");
  }
  // A day without a time takes out all that is on it: one instance at DTSTART's time, or several.
  const bool days_of_times = !is_date(timing.start) && std::ranges::any_of(timing.exception_dates, is_date);
  const bool several_a_day =
      days_of_times && (!timing.extra_dates.empty() || std::ranges::any_of(timing.rules, has_times_of_its_own));
  for (When& date : timing.exception_dates)
    if (!several_a_day || !is_date(date)) date = instance(timing.start, date);
}

bool EventReader::read_extra_date(const ContentLine& line, std::string_view tzid, std::string_view value,
                                  Timing& timing) {
  const auto slash = value.find('/');
  auto start = when(line, tzid, value.substr(0, slash));
  if (start) start = instance(timing.start, *start);
  ExtraDate extra{.start = start.value_or(When{}), .end = std::nullopt};
  bool good = start.has_value();
  if (good && slash != std::string_view::npos) {  // a PERIOD: start/end or start/duration
    const std::string_view end = value.substr(slash + 1);
    if (const auto duration = parse_duration(trimmed(end))) {
      extra.end = after(*start, *duration);
    } else if (const auto until = when(line, tzid, end)) {
      extra.end = like(*start, instance(timing.start, *until));
    } else {
      good = false;
    }
  }
  if (good) timing.extra_dates.push_back(std::move(extra));
  return good;
}

void EventReader::read_standing(const Component& vevent, Entry& entry) {
  if (const ContentLine* line = vevent.find("SEQUENCE")) {
    const std::string_view digits = trimmed(line->value);
    int sequence = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), sequence);
    if (error == std::errc{} && end == digits.data() + digits.size() && sequence >= 0) entry.sequence = sequence;
  }
  if (const ContentLine* line = vevent.find("LAST-MODIFIED"))
    if (const auto modified = parse_when(trimmed(line->value)))
      entry.last_modified = sys_seconds{modified->local.time_since_epoch()};  // always UTC (§ 3.8.7.3)
  if (const ContentLine* line = vevent.find("STATUS")) {
    const std::string_view status = trimmed(line->value);
    if (same_name(status, "CANCELLED") || same_name(status, "CANCELED")) {
      entry.status = EventStatus::cancelled;
    } else if (same_name(status, "TENTATIVE")) {
      entry.status = EventStatus::tentative;
    } else if (!same_name(status, "CONFIRMED")) {
      warn(*line, fmt::format("\"{}\" is not a status of an event", excerpt(status)), "read as CONFIRMED");
    }
  }
  if (cancels_) entry.status = EventStatus::cancelled;
}

}  // namespace mur::calendar
