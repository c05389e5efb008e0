#include "shared/calendar/event_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "shared/base/text.h"
#include "shared/calendar/entry_texts.h"
#include "shared/calendar/ical_values.h"
#include "shared/calendar/occurrence.h"
#include "shared/calendar/rule_stream.h"
#include "shared/calendar/value_list.h"
#include "shared/calendar/zone.h"

namespace mur::calendar {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::local_seconds;
using std::chrono::sys_seconds;

// Enough to see whether a rule's first period holds DTSTART, whatever the rule.
constexpr std::size_t kFirstInstanceSteps = 2'000;
/// An RDATE or EXDATE without a zone where DTSTART has one: its writer forgot it (RFC 5545 § 3.8.5.1 wants the same
/// kind).
When in_start_zone(const When& start, When date) {
  const bool forgot = date.kind == When::Kind::floating && start.kind != When::Kind::date;
  return forgot ? When{.kind = start.kind, .local = date.local, .zone = start.zone} : std::move(date);
}

bool holds_start(const std::vector<std::string>& rules, const When& start) {
  return std::ranges::any_of(rules, [&](const std::string& text) {
    Result<Rule> rule = parse_rule(text);
    if (!rule) return false;
    StepBudget budget(kFirstInstanceSteps);
    RuleStream stream(*std::move(rule), start.local, start.local);
    return stream.next(budget) == start.local || budget.exhausted();
  });
}

}  // namespace

Classification classification_of(const Component& component) {
  Classification strictest = Classification::public_event;
  for (const ContentLine& line : component.lines) {
    if (!line.is("CLASS") || same_name(normalize(line.value), "PUBLIC")) continue;
    const bool confidential = same_name(normalize(line.value), "CONFIDENTIAL");
    strictest = std::max(strictest, confidential ? Classification::confidential_event : Classification::private_event);
  }
  return strictest;
}

EventReader::EventReader(ZoneNames& zones, bool cancels, std::vector<Warning>& warnings)
    : zones_{zones}, cancels_{cancels}, warnings_{warnings}, utc_{Zone::utc()}, placing_{utc_} {}

std::optional<sys_seconds> EventReader::instant(const When& when) const {
  const Result<sys_seconds> time = placing_.instant(when);
  return time ? std::optional(*time) : std::nullopt;
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
  if (!read_start(vevent, entry.timing)) return std::nullopt;
  read_end(vevent, entry.timing);
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
  read_standing(vevent, entry);
  read_texts(vevent, entry, warnings_);
  return entry;
}

std::optional<When> EventReader::when(const ContentLine& line) {
  std::optional<When> read = when(line, line.value);
  if (read && !is_date(*read) && same_name(line.parameter("VALUE").value_or(""), "DATE"))
    warn(line, fmt::format("\"{}\" is a time, but VALUE=DATE calls it a date", excerpt(line.value)), "read as a time");
  return read;
}

std::optional<When> EventReader::when(const ContentLine& line, std::string_view value) {
  constexpr std::size_t kDateDigits = 8;
  std::string tzid(line.parameter("TZID").value_or(""));
  std::optional<When> read = parse_when(trimmed(value));
  // TZID=(UTC+01:00) Paris:20260314T183000, whose writer should have quoted it.
  if (const auto colon = value.rfind(':'); !read && colon != std::string_view::npos) {
    read = parse_when(trimmed(value.substr(colon + 1)));
    tzid.append(":").append(value.substr(0, colon));
    std::erase(tzid, '"');
  }
  if (!read) return std::nullopt;
  if (same_name(line.parameter("VALUE").value_or(""), "DATE") && trimmed(value).size() > kDateDigits) {
    // VALUE=DATE:20110804T120000: midnight is the date that was meant; any other time was written for its own sake.
    const auto day = floor<days>(read->local);
    if (read->local == day) return When{.kind = When::Kind::date, .local = day, .zone = {}};
  }
  if (read->kind != When::Kind::floating || tzid.empty()) return read;
  ZoneNames::Found found = zones_.place(read->local, tzid);
  if (!found.problem.empty()) warn(line, std::move(found.problem), std::move(found.remedy));
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
  const When end = after(timing.start, *duration);
  if (end.local != timing.start.local || !is_date(end)) timing.end = end;
}

void EventReader::read_rules(const Component& vevent, Timing& timing) {
  const ContentLine* first = nullptr;
  for (const ContentLine& line : vevent.lines) {
    const bool excludes = line.is("EXRULE");
    if (!excludes && !line.is("RRULE")) continue;
    const std::string rule(trimmed(line.value));
    if (rule.empty()) continue;
    if (const Status checked = check_rule(rule); !checked) {
      const bool frequency = checked.error().field == "FREQ";  // the quoted rule shows which
      warn(line, fmt::format("\"{}\": {}", excerpt(rule), frequency ? "unknown frequency" : checked.error().message),
           excludes ? "what it takes out is shown" : "the event's first date is shown");
      continue;
    }
    if (!excludes && first == nullptr) first = &line;
    (excludes ? timing.exception_rules : timing.rules).push_back(rule);
  }
  if (first != nullptr && !holds_start(timing.rules, timing.start))
    warn(*first, "the rule does not give DTSTART", "DTSTART is not shown as an instance; start on a day of the rule");
}

void EventReader::read_dates(const Component& vevent, Timing& timing) {
  for (const ContentLine& line : vevent.lines) {
    const bool excludes = line.is("EXDATE");
    if (!excludes && !line.is("RDATE")) continue;
    std::string_view wrong;
    for (const std::string_view value : split_list(line.value)) {
      if (trimmed(value).empty()) continue;
      if (!excludes) {
        if (!read_extra_date(line, value, timing)) wrong = value;
      } else if (const auto date = when(line, value)) {
        timing.exception_dates.push_back(in_start_zone(timing.start, *date));
      } else {
        wrong = value;
      }
    }
    // Once a line: a list may be long.
    if (!wrong.empty())
      warn(line, fmt::format("\"{}\" is not a date{}", excerpt(wrong), excludes ? " or time" : ", time or period"),
           excludes ? "passed over; the instance is shown" : "passed over");
  }
}

bool EventReader::read_extra_date(const ContentLine& line, std::string_view value, Timing& timing) {
  const auto slash = value.find('/');
  auto start = when(line, value.substr(0, slash));
  if (start) start = in_start_zone(timing.start, *start);
  ExtraDate extra{.start = start.value_or(When{}), .end = std::nullopt};
  bool good = start.has_value();
  if (good && slash != std::string_view::npos) {  // a PERIOD: start/end or start/duration
    const std::string_view end = value.substr(slash + 1);
    if (const auto duration = parse_duration(trimmed(end))) {
      extra.end = after(*start, *duration);
    } else if (const auto until = when(line, end)) {
      extra.end = like(*start, in_start_zone(timing.start, *until));
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
