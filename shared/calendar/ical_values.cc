#include "shared/calendar/ical_values.h"

#include <libical/ical.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>

#include "shared/calendar/value_list.h"

namespace mur::calendar {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::seconds;

struct FreeValue {
  void operator()(icalvalue* value) const { icalvalue_free(value); }
};
using Value = std::unique_ptr<icalvalue, FreeValue>;

// Longer than any date, time or duration that means something; libical need not see the rest.
constexpr std::size_t kLongestValue = 40;

/// Degrees as millionths of them; nothing that is no number within `most` either way.
std::optional<std::int32_t> millionths(std::string_view text, double most) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double degrees = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), degrees);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || !(degrees >= -most && degrees <= most)) return std::nullopt;  // NaN is neither
  constexpr double kMillion = 1'000'000;
  return static_cast<std::int32_t>(std::lround(degrees * kMillion));
}

}  // namespace

std::optional<When> parse_when(std::string_view written) {
  if (written.size() > kLongestValue) return std::nullopt;
  std::string text(written);
  std::ranges::replace(text, 't', 'T');
  std::ranges::replace(text, 'z', 'Z');
  // libical scans with sscanf, which also takes blanks and signs inside a number.
  const bool plain = std::ranges::all_of(
      text, [](char c) { return (c >= '0' && c <= '9') || c == 'T' || c == 'Z' || c == '-' || c == ':'; });
  if (!plain) return std::nullopt;
  // Midnight at the end of a day (ISO 8601) is none in iCalendar, but a few programs end a day with it.
  constexpr std::string_view kEndOfDay = "T240000";
  const auto end_of_day = text.find(kEndOfDay);
  if (end_of_day != std::string::npos) text.replace(end_of_day, kEndOfDay.size(), "T000000");
  const icaltimetype read = icaltime_from_string(text.c_str());
  if (icaltime_is_null_time(read) != 0 || read.year < 1 || read.year > 9999 || read.month < 1 || read.day < 1)
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{read.year},
                                         std::chrono::month{static_cast<unsigned>(read.month)},
                                         std::chrono::day{static_cast<unsigned>(read.day)}};
  if (!date.ok()) return std::nullopt;
  When when{.kind = When::Kind::date, .local = local_days{date}, .zone = {}};
  if (read.is_date != 0) return when;
  if (end_of_day != std::string::npos) {
    when.local += days{1};
    if (when.local >= local_days{std::chrono::year{10'000} / 1 / 1}) return std::nullopt;
  }
  if (read.hour < 0 || read.hour > 23 || read.minute < 0 || read.minute > 59 || read.second < 0 || read.second > 60)
    return std::nullopt;
  when.kind = icaltime_is_utc(read) != 0 ? When::Kind::utc : When::Kind::floating;
  when.local += hours{read.hour} + minutes{read.minute} + seconds{std::min(read.second, 59)};
  return when;
}

std::optional<Duration> parse_duration(std::string_view text) {
  if (text.empty() || text.size() > kLongestValue) return std::nullopt;
  const icaldurationtype read = icaldurationtype_from_string(std::string(text).c_str());
  if (icaldurationtype_is_bad_duration(read) != 0 || read.is_neg != 0) return std::nullopt;
  constexpr unsigned kMost = 100U * 366U;  // days; libical hands on whatever number stood there
  if (read.weeks > kMost / 7 || read.days > kMost || read.hours > kMost * 24 || read.minutes > kMost * 24 * 60 ||
      read.seconds > kMost * 86'400)
    return std::nullopt;
  return Duration{.days = days{read.weeks * 7 + read.days},
                  .exact = hours{read.hours} + minutes{read.minutes} + seconds{read.seconds}};
}

std::optional<seconds> parse_offset(std::string_view text) {
  if (text.size() < 5 || text.size() > 7) return std::nullopt;
  const Value value(icalvalue_new_from_string(ICAL_UTCOFFSET_VALUE, std::string(text).c_str()));
  if (value == nullptr) return std::nullopt;
  return seconds{icalvalue_get_utcoffset(value.get())};
}

std::optional<Coordinates> parse_coordinates(std::string_view text) {
  const auto split = text.find_first_of(";,");
  if (split == std::string_view::npos) return std::nullopt;
  std::string_view first = text.substr(0, split);
  if (first.ends_with('\\')) first.remove_suffix(1);
  constexpr double kPole = 90;
  constexpr double kHalfTurn = 180;
  const auto latitude = millionths(first, kPole);
  const auto longitude = millionths(text.substr(split + 1), kHalfTurn);
  if (!latitude || !longitude) return std::nullopt;
  return Coordinates{.latitude_e6 = *latitude, .longitude_e6 = *longitude};
}

std::string decode_parameter(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = text[i] == '^' && i + 1 < text.size() ? text[i + 1] : '\0';
    if (next == 'n' || next == '^' || next == '\'') {
      decoded += next == 'n' ? '\n' : next == '^' ? '^' : '"';
      ++i;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

std::string unescape(std::string_view text) {
  if (text.find('\\') == std::string_view::npos) return std::string(text);
  const Value value(icalvalue_new_from_string(ICAL_TEXT_VALUE, std::string(text).c_str()));
  const char* plain = value == nullptr ? nullptr : icalvalue_get_text(value.get());
  return plain == nullptr ? std::string(text) : std::string(plain);
}

}  // namespace mur::calendar
