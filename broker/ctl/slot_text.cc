#include "broker/ctl/slot_text.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <array>
#include <charconv>

#include "broker/ctl/dates.h"
#include "shared/base/text.h"
#include "shared/domain/limits.h"

namespace mur::ctl {
namespace {

constexpr const char* kOption = "--slot";

Result<int> read_number(std::string_view name, std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  constexpr int kMost =
      7 * 24 * 60 > static_cast<int>(limits::kPeopleWanted) ? 7 * 24 * 60 : static_cast<int>(limits::kPeopleWanted);
  if (error != std::errc{} || end != text.data() + text.size() || number < 1 || number > kMost)
    return fail(Errc::invalid, kOption, fmt::format("{}={}: give a number from 1 to {}", name, text, kMost));
  return number;
}

/// What makes sense only once the start is known.
struct Span {
  int minutes = 0;
  std::string every;  ///< day, week or month
  std::string until;
};

/// One "name=value".
Status read_part(Slot& slot, Span& span, std::string_view part, const calendar::Zone& hub) {
  const auto equals = part.find('=');
  const std::string name = normalize(part.substr(0, equals));
  const std::string value = equals == std::string_view::npos ? "" : normalize(part.substr(equals + 1));
  if (name == "wanted" || name == "minutes") {
    const Result<int> number = read_number(name, value);
    if (!number) return fail(number.error());
    (name == "wanted" ? slot.wanted : span.minutes) = *number;
  } else if (name == "start") {
    const Result<calendar::When> start = parse_when(kOption, value, hub);
    if (!start) return fail(start.error());
    slot.when = calendar::Timing{.start = *start};
  } else if (name == "every") {
    span.every = value;
  } else if (name == "until") {
    span.until = value;
  } else if (name == "unit") {
    slot.unit = value;
  } else if (name == "welcomed_by") {
    slot.welcomed_by = value;
  } else if (name == "where") {
    slot.where = value;
  } else if (name == "bring") {
    slot.bring = value;
  } else {
    return fail(
        Errc::invalid, kOption,
        fmt::format(
            "\"{}\" is no part of a slot; there are wanted, start, minutes, every, until, unit, "
            "welcomed_by, where and bring, as in \"Servir à table;wanted=4;start=2026-03-21 18:30;minutes=150\"",
            name));
  }
  return {};
}

Status set_length(Slot& slot, int minutes) {
  if (!slot.when || is_date(slot.when->start))
    return fail(Errc::invalid, kOption, "minutes want a start with a time, as in start=2026-03-21 18:30");
  slot.when->end = slot.when->start;
  slot.when->end->local += std::chrono::minutes{minutes};
  return {};
}

/// How often: each day, each week, or the same weekday of each month ("chaque 2e mardi"; the fifth is the last one).
Result<std::string> frequency(std::string_view every, std::chrono::local_days first) {
  if (every == "day") return "FREQ=DAILY";
  if (every == "week") return "FREQ=WEEKLY";
  if (every != "month")
    return fail(Errc::invalid, kOption, fmt::format("every={}: there are day, week and month", every));
  constexpr std::array<const char*, 7> kDays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
  constexpr unsigned kFifth = 5;
  const unsigned nth = (static_cast<unsigned>(std::chrono::year_month_day{first}.day()) - 1) / 7 + 1;
  return fmt::format("FREQ=MONTHLY;BYDAY={}{}", nth == kFifth ? "-1" : std::to_string(nth),
                     kDays.at(std::chrono::weekday{first}.c_encoding()));
}

Status set_repetition(Slot& slot, const Span& span, const calendar::Zone& hub) {
  if (!slot.when) return fail(Errc::invalid, kOption, "every wants a start, as in start=2026-03-21 18:30");
  const calendar::When& start = slot.when->start;
  const auto first = std::chrono::floor<std::chrono::days>(start.local);
  Result<std::string> rule = frequency(span.every, first);
  if (!rule) return fail(rule.error());
  if (!span.until.empty()) {
    const Result<calendar::When> until = parse_when(kOption, span.until, hub);
    if (!until || !is_date(*until) || until->local < first)
      return fail(Errc::invalid, kOption,
                  fmt::format("until={}: give the last day, as in 2026-06-30, not before the start", span.until));
    // RFC 5545 § 3.3.10: a date beside a date, else UTC; the whole last day belongs to it.
    const auto last = hub.to_sys(until->local + std::chrono::days{1} - std::chrono::seconds{1});
    *rule += is_date(start) ? fmt::format(";UNTIL={:%Y%m%d}", fmt::gmtime(until->local.time_since_epoch().count()))
                            : fmt::format(";UNTIL={:%Y%m%dT%H%M%SZ}", fmt::gmtime(last.time_since_epoch().count()));
  }
  slot.when->rules = {*std::move(rule)};
  return {};
}

}  // namespace

Result<Slot> parse_slot(std::string_view text, const calendar::Zone& hub) {
  Slot slot;
  Span span;
  bool first = true;
  while (first || !text.empty()) {
    const auto end = text.find(';');
    const std::string_view part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (first)
      slot.role = normalize(part);
    else if (Status read = read_part(slot, span, part, hub); !read)
      return fail(read.error());
    first = false;
  }
  if (span.minutes > 0)
    if (Status set = set_length(slot, span.minutes); !set) return fail(set.error());
  if (span.every.empty() && !span.until.empty())
    return fail(Errc::invalid, kOption, "until wants every, as in every=week;until=2026-06-30");
  if (!span.every.empty())
    if (Status set = set_repetition(slot, span, hub); !set) return fail(set.error());
  return slot;
}

std::string slot_text(const Slot& slot, const calendar::Zone& zone) {
  std::string text = fmt::format("{}: {} of {}{}", slot.role, missing(slot), slot.wanted,
                                 slot.unit.empty() ? " missing" : " " + slot.unit + " missing");
  if (slot.when) text += ", " + when_text(slot.when->start, zone) + (calendar::repeats(*slot.when) ? " and on" : "");
  return text;
}

}  // namespace mur::ctl
