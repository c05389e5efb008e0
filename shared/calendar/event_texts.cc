#include "shared/calendar/event_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "shared/base/text.h"
#include "shared/calendar/html_text.h"
#include "shared/calendar/ical_values.h"
#include "shared/calendar/value_list.h"

namespace mur::calendar {
namespace {

constexpr std::size_t kQuotedInWarning = 80;

bool is_web_address(std::string_view uri) { return uri.starts_with("http://") || uri.starts_with("https://"); }

/// A parameter's value without the carets of RFC 6868.
std::string without_carets(std::string_view value) {
  std::string out;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const char next = value[at] == '^' && at + 1 < value.size() ? value[at + 1] : '\0';
    const char meant = next == 'n' ? '\n' : next == '\'' ? '"' : next == '^' ? '^' : '\0';
    out += meant == '\0' ? value[at] : meant;
    if (meant != '\0') ++at;
  }
  return out;
}

/// One number of a GEO in millionths of a degree.
std::optional<std::int32_t> degrees_e6(std::string_view text, int most) {
  constexpr double kMillion = 1e6;
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double degrees = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), degrees);
  if (error != std::errc{} || end != text.data() + text.size() || !(std::abs(degrees) <= most)) return std::nullopt;
  return static_cast<std::int32_t>(std::lround(degrees * kMillion));
}

/// "48.8566;2.3522" (RFC 5545 § 3.8.1.6); also with a comma, or a backslash before the semicolon, as some write it.
std::optional<GeoPoint> parse_geo(std::string_view text) {
  constexpr int kPole = 90;
  constexpr int kDateLine = 180;
  const std::string plain = unescape(text);
  const auto between = plain.find_first_of(";,");
  if (between == std::string::npos) return std::nullopt;
  const auto latitude = degrees_e6(std::string_view(plain).substr(0, between), kPole);
  const auto longitude = degrees_e6(std::string_view(plain).substr(between + 1), kDateLine);
  if (!latitude || !longitude) return std::nullopt;
  return GeoPoint{.latitude_e6 = *latitude, .longitude_e6 = *longitude};
}

class TextReader {
 public:
  TextReader(const Component& vevent, Entry& entry, std::vector<Warning>& warnings)
      : vevent_{vevent}, entry_{entry}, warnings_{warnings} {}

  void read() {
    if (const ContentLine* line = vevent_.find("UID")) entry_.uid = normalize(unescape(line->value));
    entry_.summary = text("SUMMARY");
    std::ranges::replace(entry_.summary, '\n', ' ');
    entry_.description = text("DESCRIPTION");
    if (entry_.description.empty()) entry_.description = text("X-ALT-DESC");
    entry_.location = text("LOCATION");
    if (const ContentLine* line = vevent_.find("URL")) entry_.url = address(*line);
    read_geo();
    read_organizer();
    for (const ContentLine& line : vevent_.lines) read_listed(line);
    if (entry_.summary.empty())
      warnings_.push_back({.line = vevent_.line,
                           .property = "SUMMARY",
                           .problem = "the event has no SUMMARY",
                           .remedy = "kept without a title; give it one"});
  }

 private:
  void warn(const ContentLine& line, std::string problem) {
    warnings_.push_back({.line = line.number,
                         .property = normalize(line.name),
                         .problem = std::move(problem),
                         .remedy = "passed over"});
  }

  [[nodiscard]] std::string text(std::string_view property) const {
    const ContentLine* line = vevent_.find(property);
    return line == nullptr ? std::string{} : plain_text(unescape(line->value));
  }

  /// A URI that a phone opens; empty, with a warning, for any other.
  std::string address(const ContentLine& line) {
    std::string uri = normalize(line.value);
    if (uri.empty() || is_web_address(uri)) return uri;
    warn(line, fmt::format("\"{}\" is not a web address", quoted(uri)));
    return {};
  }

  void read_geo() {
    const ContentLine* line = vevent_.find("GEO");
    if (line == nullptr || trimmed(line->value).empty()) return;
    entry_.geo = parse_geo(line->value);
    if (!entry_.geo) warn(*line, fmt::format("\"{}\" is not a latitude;longitude", quoted(line->value)));
  }

  /// Only the name; and none that is an address itself. Nothing is said of it: the warning would repeat the address.
  void read_organizer() {
    const ContentLine* line = vevent_.find("ORGANIZER");
    if (line == nullptr) return;
    std::string name = normalize(without_carets(line->parameter("CN").value_or("")));
    if (!is_email_address(name)) entry_.organizer = std::move(name);
  }

  void read_listed(const ContentLine& line) {
    constexpr std::string_view kOurs = "X-MUR-";
    if (line.is("CATEGORIES")) {
      read_categories(line);
    } else if (line.is("IMAGE") || line.is("CONFERENCE") || line.is("ATTACH")) {
      read_link(line);
    } else if (line.name.size() > kOurs.size() && same_name(line.name.substr(0, kOurs.size()), kOurs)) {
      std::string name(line.name.substr(kOurs.size()));
      std::ranges::transform(name, name.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
      entry_.extras.push_back({.name = std::move(name), .value = normalize(unescape(line.value))});
    }
  }

  void read_categories(const ContentLine& line) {
    for (const std::string_view value : split_list(line.value)) {
      std::string category = normalize(unescape(value));
      if (!category.empty() && std::ranges::find(entry_.categories, category) == entry_.categories.end())
        entry_.categories.push_back(std::move(category));
    }
  }

  void read_link(const ContentLine& line) {
    if (same_name(line.parameter("VALUE").value_or(""), "BINARY")) {
      warn(line, "a file inside the calendar; give its web address");
      return;
    }
    std::string uri = address(line);
    if (uri.empty()) return;
    if (line.is("ATTACH")) {
      entry_.attachments.push_back(std::move(uri));
    } else if (std::string& first = line.is("IMAGE") ? entry_.image : entry_.conference; first.empty()) {
      first = std::move(uri);
    }
  }

  const Component& vevent_;
  Entry& entry_;
  std::vector<Warning>& warnings_;
};

}  // namespace

void read_texts(const Component& vevent, Entry& entry, std::vector<Warning>& warnings) {
  TextReader(vevent, entry, warnings).read();
}

std::string plain_text(std::string_view text) {
  return normalize(looks_like_html(text) ? html_to_text(text) : std::string(text));
}

bool is_email_address(std::string_view name) {
  const auto at = name.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < name.size() && name[at - 1] != ' ' && name[at + 1] != ' ';
}

std::string quoted(std::string_view value) { return shorten(normalize(value), kQuotedInWarning); }

}  // namespace mur::calendar
