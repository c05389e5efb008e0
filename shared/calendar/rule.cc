#include "shared/calendar/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "shared/calendar/ical_values.h"
#include "shared/calendar/occurrence.h"
#include "shared/calendar/value_list.h"

namespace mur::calendar {
namespace {

using std::chrono::weekday;

struct NumberPart {
  std::string_view name;
  std::vector<int> Rule::* list;
  int least;
  int most;
  bool from_end;  ///< negative numbers count from the end; zero is nothing then
};

constexpr std::array kNumberParts{
    NumberPart{"BYSECOND", &Rule::seconds, 0, 60, false},    NumberPart{"BYMINUTE", &Rule::minutes, 0, 59, false},
    NumberPart{"BYHOUR", &Rule::hours, 0, 23, false},        NumberPart{"BYMONTHDAY", &Rule::month_days, 1, 31, true},
    NumberPart{"BYYEARDAY", &Rule::year_days, 1, 366, true}, NumberPart{"BYWEEKNO", &Rule::week_numbers, 1, 53, true},
    NumberPart{"BYMONTH", &Rule::months, 1, 12, false},      NumberPart{"BYSETPOS", &Rule::positions, 1, 366, true},
};

constexpr std::array kFrequencies{
    std::pair{std::string_view{"SECONDLY"}, Frequency::secondly},
    std::pair{std::string_view{"MINUTELY"}, Frequency::minutely},
    std::pair{std::string_view{"HOURLY"}, Frequency::hourly},
    std::pair{std::string_view{"DAILY"}, Frequency::daily},
    std::pair{std::string_view{"WEEKLY"}, Frequency::weekly},
    std::pair{std::string_view{"MONTHLY"}, Frequency::monthly},
    std::pair{std::string_view{"YEARLY"}, Frequency::yearly},
};

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

std::optional<std::int64_t> number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

std::optional<weekday> parse_weekday(std::string_view text) {
  constexpr std::array<std::string_view, 7> kNames{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
  const auto found = std::ranges::find(kNames, text);
  if (found == kNames.end()) return std::nullopt;
  return weekday{static_cast<unsigned>(found - kNames.begin())};
}

std::unexpected<Error> refused(std::string_view part, std::string_view value, std::string_view why) {
  return fail(Errc::invalid, "rule", fmt::format("{} \"{}\" {}", part, value, why));
}

/// Calls `take(item)` for each item between commas until one is refused.
template <class Take>
Status for_each_item(std::string_view list, Take take) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    if (Status taken = take(trimmed(list.substr(0, comma))); !taken) return taken;
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
  }
  return {};
}

Status read_numbers(const NumberPart& part, std::string_view value, Rule& rule) {
  std::vector<int>& list = rule.*part.list;
  Status read = for_each_item(value, [&](std::string_view item) -> Status {
    const auto n = number(item);
    const bool fits =
        n && ((*n >= part.least && *n <= part.most) || (part.from_end && -*n >= part.least && -*n <= part.most));
    if (!fits) return refused(part.name, item, fmt::format("is not a number from {} to {}", part.least, part.most));
    list.push_back(static_cast<int>(*n));
    return {};
  });
  std::ranges::sort(list);
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return read;
}

Status read_days(std::string_view value, Rule& rule) {
  Status read = for_each_item(value, [&](std::string_view item) -> Status {
    constexpr std::size_t kNameLength = 2;
    constexpr int kWeeks = 53;
    const std::size_t split = item.size() < kNameLength ? 0 : item.size() - kNameLength;
    const auto day = parse_weekday(item.substr(split));
    const auto nth = split == 0 ? std::optional<std::int64_t>{0} : number(item.substr(0, split));
    if (!day || !nth || *nth < -kWeeks || *nth > kWeeks || (split != 0 && *nth == 0))
      return refused("BYDAY", item, "is not a weekday such as MO, 2TU or -1FR");
    rule.days.push_back({.weekday = *day, .nth = static_cast<int>(*nth)});
    return {};
  });
  const auto order = [](const RuleDay& day) { return std::pair(day.nth, day.weekday.iso_encoding()); };
  std::ranges::sort(rule.days, {}, order);
  const auto repeats = std::ranges::unique(rule.days, {}, order);
  rule.days.erase(repeats.begin(), repeats.end());
  return read;
}

Status read_frequency(std::string_view value, Rule& rule) {
  const auto* found = std::ranges::find(kFrequencies, value, &decltype(kFrequencies)::value_type::first);
  if (found == kFrequencies.end())
    return fail(Errc::invalid, "FREQ",
                fmt::format("FREQ \"{}\" is an unknown frequency; DAILY, WEEKLY, MONTHLY and YEARLY are usual", value));
  rule.frequency = found->second;
  return {};
}

Status read_part(std::string_view name, std::string_view value, Rule& rule) {
  constexpr std::int64_t kMost = 1'000'000'000;  // what 32-bit writers can mean; keeps sums within 64 bits
  for (const NumberPart& part : kNumberParts)
    if (name == part.name) return read_numbers(part, value, rule);
  if (name == "FREQ") return read_frequency(value, rule);
  if (name == "BYDAY") return read_days(value, rule);
  if (name == "INTERVAL" || name == "COUNT") {
    const auto n = number(value);
    if (!n || *n < 1 || *n > kMost) return refused(name, value, "is not a number from 1 up");
    if (name == "COUNT") {
      rule.count = n;
    } else {
      rule.interval = *n;
    }
    return {};
  }
  if (name == "UNTIL") {
    rule.until = parse_when(value);
    if (!rule.until) return refused(name, value, "is not a date such as 20260314 or 20260314T183000Z");
    return {};
  }
  if (name == "WKST") {
    const auto day = parse_weekday(value);
    if (!day) return refused(name, value, "is not a weekday such as MO");
    rule.week_start = *day;
    return {};
  }
  if (name == "RSCALE" || name == "SKIP")
    return fail(Errc::unsupported, "rule",
                fmt::format("{} (RFC 7529) is not supported; only Gregorian rules are", name));
  if (name.starts_with("X-")) return {};
  return refused(name, value, "is an unknown part");
}

}  // namespace

Result<Rule> parse_rule(std::string_view text) {
  const std::string whole = upper(trimmed(text));
  std::string_view rest = whole;
  Rule rule;
  std::vector<std::string_view> seen;
  while (!rest.empty()) {
    const auto semicolon = rest.find(';');
    const std::string_view part = trimmed(rest.substr(0, semicolon));
    rest = semicolon == std::string_view::npos ? std::string_view{} : rest.substr(semicolon + 1);
    if (part.empty()) continue;
    const auto equals = part.find('=');
    if (equals == std::string_view::npos) return refused("part", part, "has no \"=\"");
    const std::string_view name = trimmed(part.substr(0, equals));
    if (std::ranges::find(seen, name) != seen.end())
      return refused(name, part.substr(equals + 1), "comes a second time");
    seen.push_back(name);
    if (Status read = read_part(name, trimmed(part.substr(equals + 1)), rule); !read) return fail(read.error());
  }
  if (std::ranges::find(seen, "FREQ") == seen.end())
    return fail(Errc::invalid, "rule", "FREQ is missing; a rule starts like FREQ=WEEKLY");
  return rule;
}

Status check_rule(std::string_view rule) {
  if (Result<Rule> parsed = parse_rule(rule); !parsed) return fail(parsed.error());
  return {};
}

}  // namespace mur::calendar
