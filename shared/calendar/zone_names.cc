#include "shared/calendar/zone_names.h"

#include <fmt/format.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdlib>
#include <ranges>
#include <utility>

#include "shared/base/text.h"
#include "shared/calendar/ical_values.h"
#include "shared/calendar/value_list.h"
#include "shared/calendar/zone.h"

namespace mur::calendar {
namespace {

using std::chrono::local_seconds;

constexpr std::size_t kLongestName = 128;
// Distinct names of one calendar that are searched for, and descriptions (with years) that are compared; honest
// calendars have a handful.
constexpr std::size_t kMostSearches = 256;
constexpr std::size_t kMostDescribed = 32;

std::string known_as_written(std::string_view name) { return Zone::is_known(name) ? std::string(name) : std::string{}; }

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
  if (std::string found = Zone::in_any_case(name); !found.empty()) return found;
  if (same_name(name, "Z") || same_name(name.substr(name.rfind('/') + 1), "UTC")) return "UTC";
  // "/freeassociation.sourceforge.net/Tzfile/Europe/Paris": what follows one of the slashes.
  for (auto slash = name.find('/'); slash != std::string_view::npos; slash = name.find('/', slash + 1)) {
    const std::string_view tail = name.substr(slash + 1);
    if (tail.find('/') == std::string_view::npos && slash != 0) break;  // a city alone is not a zone
    if (std::string found = Zone::in_any_case(tail); !found.empty()) return found;
  }
  return {};
}

std::string unknown_zone(std::string_view tzid) {
  return fmt::format("time zone \"{}\" is not in the tables",
                     shorten(normalize(tzid.substr(0, 4 * kLongestName)), kLongestName));
}

ZoneNames::ZoneNames(const Component& calendar) {
  for (const Component& child : calendar.children) {
    const ContentLine* tzid = child.is("VTIMEZONE") ? child.find("TZID") : nullptr;
    if (tzid != nullptr) vtimezones_.insert_or_assign(unescape(trimmed(tzid->value)), &child);
  }
  if (const ContentLine* zone = calendar.find("X-WR-TIMEZONE")) default_zone_ = iana_name(trimmed(zone->value));
}

ZoneNames::Found ZoneNames::place(local_seconds local, std::string_view tzid) {
  const When floating{.kind = When::Kind::floating, .local = local, .zone = {}};
  const auto in_zone = [&](std::string iana) {
    const bool utc = iana == "UTC" || iana == "Etc/UTC";
    if (utc) return When{.kind = When::Kind::utc, .local = local, .zone = {}};
    return When{.kind = When::Kind::zoned, .local = local, .zone = std::move(iana)};
  };
  if (std::string iana = named(tzid); !iana.empty()) return {.when = in_zone(std::move(iana)), .remedy = {}};

  Found found{.when = floating, .remedy = {}};
  if (const DescribedZone* zone = described(tzid)) {
    const auto year = std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(local)}.year();
    const std::string iana = alike(tzid, *zone, year);
    const auto time = zone->to_sys(local);
    const Result<Zone> real = iana.empty() ? Zone::utc() : Zone::find(iana);
    if (!iana.empty() && real && real->to_sys(local) == time) {
      found = {.when = in_zone(iana), .remedy = fmt::format("read as {}, which the file's VTIMEZONE describes", iana)};
    } else {
      found.when = {.kind = When::Kind::utc, .local = local_seconds{time.time_since_epoch()}, .zone = {}};
      found.remedy = "turned into UTC as the file's VTIMEZONE says";
    }
  } else if (!default_zone_.empty()) {
    found = {.when = in_zone(default_zone_),
             .remedy = fmt::format("read as {}, the calendar's X-WR-TIMEZONE", default_zone_)};
  } else {
    found.remedy = "read as the reader's own time; write an IANA name such as \"Europe/Paris\"";
  }
  return found;
}

std::string ZoneNames::named(std::string_view tzid) {
  if (const auto known = named_.find(tzid); known != named_.end()) return known->second;
  if (named_.size() >= kMostSearches) return {};
  std::string iana = iana_name(tzid);
  const auto vtimezone = vtimezones_.find(tzid);
  if (iana.empty() && vtimezone != vtimezones_.end())
    if (const ContentLine* location = vtimezone->second->find("X-LIC-LOCATION"))
      iana = iana_name(trimmed(location->value));
  return named_.emplace(tzid, std::move(iana)).first->second;
}

const DescribedZone* ZoneNames::described(std::string_view tzid) {
  const auto vtimezone = vtimezones_.find(tzid);
  if (vtimezone == vtimezones_.end()) return nullptr;
  auto zone = described_.find(tzid);
  if (zone == described_.end()) {
    if (described_.size() >= kMostDescribed) return nullptr;
    zone = described_.emplace(tzid, DescribedZone(*vtimezone->second)).first;
  }
  return zone->second.is_usable() ? &zone->second : nullptr;
}

std::string ZoneNames::alike(std::string_view tzid, const DescribedZone& zone, std::chrono::year year) {
  const auto key = std::pair(std::string(tzid), static_cast<int>(year));
  if (const auto known = alike_.find(key); known != alike_.end()) return known->second;
  if (alike_.size() >= kMostDescribed) {
    // What the zone is like in the nearest year that was compared.
    const auto is_same = [&](const auto& one) { return one.first.first == tzid; };
    const auto distance = [&](const auto& one) { return std::abs(one.first.second - key.second); };
    auto known = alike_ | std::views::filter(is_same);
    const auto nearest = std::ranges::min_element(known, {}, distance);
    return nearest == known.end() ? std::string{} : nearest->second;
  }
  return alike_.emplace(key, zone.find_alike(year).value_or("")).first->second;
}

}  // namespace mur::calendar
