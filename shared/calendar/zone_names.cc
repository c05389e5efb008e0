#include "shared/calendar/zone_names.h"

#include <fmt/format.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <limits>
#include <utility>

#include "shared/base/text.h"
#include "shared/calendar/zone.h"

namespace mur::calendar {
namespace {

constexpr std::size_t kLongestName = 128;
// Distinct names and years of one calendar that are searched for; honest calendars have a handful.
constexpr std::size_t kMostSearches = 256;

std::string known_as_written(std::string_view name) { return Zone::is_known(name) ? std::string(name) : std::string{}; }

/// "europe/PARIS" -> "Europe/Paris".
std::string in_usual_case(std::string_view name) {
  std::string usual(name);
  bool first = true;
  for (char& c : usual) {
    const auto lower = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    c = first && lower >= 'a' && lower <= 'z' ? static_cast<char>(lower - 'a' + 'A') : lower;
    first = c == '/' || c == '_' || c == '-';
  }
  return usual;
}

std::string from_windows(std::string_view name) {
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString iana;
  const icu::StringPiece piece(name.data(), static_cast<std::int32_t>(name.size()));
  icu::TimeZone::getIDForWindowsID(icu::UnicodeString::fromUTF8(piece), nullptr, iana, error);
  std::string utf8;
  if (U_SUCCESS(error)) iana.toUTF8String(utf8);
  return utf8;
}

}  // namespace

std::string iana_name(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return {};
  if (std::string found = known_as_written(name); !found.empty()) return found;
  if (std::string found = from_windows(name); !found.empty()) return found;
  // "/freeassociation.sourceforge.net/Tzfile/Europe/Paris": what follows one of the slashes.
  for (auto slash = name.find('/'); slash != std::string_view::npos; slash = name.find('/', slash + 1)) {
    const std::string_view tail = name.substr(slash + 1);
    if (tail.find('/') == std::string_view::npos && slash != 0) break;  // a city alone is not a zone
    if (std::string found = known_as_written(tail); !found.empty()) return found;
  }
  return known_as_written(in_usual_case(name));
}

ZoneNames::ZoneNames(const Component& calendar) {
  for (const Component& child : calendar.children) {
    if (!child.is("VTIMEZONE")) continue;
    const ContentLine* tzid = child.find("TZID");
    if (tzid == nullptr) continue;
    described_.insert_or_assign(std::string(tzid->value), DescribedZone(child));
    if (const ContentLine* location = child.find("X-LIC-LOCATION"))
      locations_.insert_or_assign(std::string(tzid->value), iana_name(location->value));
  }
  if (const ContentLine* zone = calendar.find("X-WR-TIMEZONE")) default_zone_ = iana_name(normalize(zone->value));
}

ZoneNames::Found ZoneNames::find(std::string_view tzid, std::chrono::year year) {
  const auto key = std::pair(std::string(tzid), static_cast<int>(year));
  if (const auto known = known_.find(key); known != known_.end())
    return {.iana = known->second, .problem = {}, .remedy = {}};
  if (known_.size() >= kMostSearches) return {.iana = default_zone_, .problem = {}, .remedy = {}};
  Found found = search(tzid, year);
  const auto earlier = known_.lower_bound({key.first, std::numeric_limits<int>::min()});
  const bool said = earlier != known_.end() && earlier->first.first == key.first && earlier->second == found.iana;
  known_.emplace(key, found.iana);
  if (said) found.problem.clear();
  return found;
}

ZoneNames::Found ZoneNames::search(std::string_view tzid, std::chrono::year year) const {
  if (std::string iana = iana_name(tzid); !iana.empty()) return {.iana = std::move(iana), .problem = {}, .remedy = {}};
  if (const auto location = locations_.find(tzid); location != locations_.end() && !location->second.empty())
    return {.iana = location->second, .problem = {}, .remedy = {}};
  Found found{.iana = {},
              .problem = fmt::format("time zone \"{}\" is not in the tables", normalize(tzid.substr(0, kLongestName))),
              .remedy = {}};
  if (const auto described = described_.find(tzid); described != described_.end())
    if (auto alike = described->second.find_alike(year)) {
      found.iana = *std::move(alike);
      found.remedy = fmt::format("read as {}, which the file's VTIMEZONE describes", found.iana);
      return found;
    }
  found.iana = default_zone_;
  found.remedy = default_zone_.empty() ? "read as the reader's own time; write an IANA name such as \"Europe/Paris\""
                                       : fmt::format("read as {}, the calendar's X-WR-TIMEZONE", default_zone_);
  return found;
}

}  // namespace mur::calendar
