#include "shared/calendar/zone.h"

#include <date/tz.h>
#include <fmt/format.h>
#include <unicode/basictz.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cctype>
#include <exception>
#include <vector>

namespace mur::calendar {
namespace {

using std::chrono::local_seconds;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

// date-tz 3.0.1 reads the system's compiled tables, which list no change after 2037; from here on ICU's rules speak.
constexpr sys_seconds kIcuFrom = sys_days{std::chrono::year{2037} / 1 / 1};

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::string nearest_name(std::string_view name) {
  constexpr std::size_t kLongestWorthGuessing = 64;
  const std::string wanted = lower(name.substr(0, kLongestWorthGuessing));
  std::string best;
  std::size_t best_distance = std::string::npos;
  for (const date::time_zone& zone : date::get_tzdb().zones) {
    const std::string candidate = lower(zone.name());
    const std::string city = candidate.substr(candidate.rfind('/') + 1);
    const std::size_t distance = std::min(edit_distance(wanted, candidate), edit_distance(wanted, city));
    if (distance < best_distance) {
      best_distance = distance;
      best = zone.name();
    }
  }
  return best;
}

std::unique_ptr<icu::BasicTimeZone> find_icu(const std::string& name) {
  std::unique_ptr<icu::TimeZone> found(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
  if (found == nullptr || *found == icu::TimeZone::getUnknown()) return nullptr;
  auto* basic = dynamic_cast<icu::BasicTimeZone*>(found.get());
  if (basic == nullptr) return nullptr;
  found.release();  // ownership moves to the same object's other type
  return std::unique_ptr<icu::BasicTimeZone>(basic);
}

UDate to_icu(seconds since_epoch) { return static_cast<UDate>(since_epoch.count()) * 1000.0; }

seconds total(std::int32_t raw_ms, std::int32_t saving_ms) { return seconds{(raw_ms + saving_ms) / 1000}; }

}  // namespace

struct Zone::Rules {
  std::string name;
  const date::time_zone* until_2037 = nullptr;
  std::unique_ptr<icu::BasicTimeZone> from_2037;  // null where ICU's tables lack the name

  [[nodiscard]] seconds offset_at(sys_seconds time) const {
    if (time < kIcuFrom || from_2037 == nullptr) return until_2037->get_info(time).offset;
    std::int32_t raw = 0;
    std::int32_t saving = 0;
    UErrorCode error = U_ZERO_ERROR;
    from_2037->getOffset(to_icu(time.time_since_epoch()), /*local=*/false, raw, saving, error);
    return total(raw, saving);
  }

  [[nodiscard]] seconds offset_at(local_seconds local) const {
    if (local.time_since_epoch() < kIcuFrom.time_since_epoch() || from_2037 == nullptr)
      return until_2037->get_info(date::local_seconds{local.time_since_epoch()}).first.offset;
    std::int32_t raw = 0;
    std::int32_t saving = 0;
    UErrorCode error = U_ZERO_ERROR;
    from_2037->getOffsetFromLocal(to_icu(local.time_since_epoch()), UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw,
                                  saving, error);
    return total(raw, saving);
  }
};

bool Zone::is_known(std::string_view name) {
  // "localtime" is a link to whatever the machine is set to: the one zone that must never be used.
  if (name.empty() || name == "localtime") return false;
  const auto& zones = date::get_tzdb().zones;  // sorted by name
  const auto found = std::ranges::lower_bound(
      zones, name, {}, [](const date::time_zone& zone) -> std::string_view { return zone.name(); });
  return found != zones.end() && found->name() == name;
}

std::string Zone::in_any_case(std::string_view name) {
  if (is_known(name)) return std::string(name);
  const std::string wanted = lower(name);
  for (const date::time_zone& zone : date::get_tzdb().zones)
    if (zone.name().size() == wanted.size() && lower(zone.name()) == wanted && is_known(zone.name()))
      return zone.name();
  return {};
}

Result<Zone> Zone::find(std::string_view name) {
  try {
    if (is_known(name)) {
      auto rules = std::make_shared<Rules>();
      rules->name = name;
      rules->until_2037 = date::locate_zone(rules->name);
      (void)rules->until_2037->get_info(kIcuFrom);  // reads the zone's file here, where a failure can be reported
      rules->from_2037 = find_icu(rules->name);
      return Zone{std::move(rules)};
    }
  } catch (const std::exception&) {  // a table that cannot be read: as if it were not there
  }
  return fail(Errc::not_found, "time_zone",
              fmt::format("time zone \"{}\" is unknown; did you mean \"{}\"?", name, nearest_name(name)));
}

Zone Zone::utc() {
  Result<Zone> utc = find("UTC");
  if (utc) return *std::move(utc);
  std::terminate();  // a machine without tzdata: nothing about time can be right on it
}

const std::string& Zone::name() const { return rules_->name; }

local_seconds Zone::to_local(sys_seconds time) const {
  return local_seconds{time.time_since_epoch() + rules_->offset_at(time)};
}

sys_seconds Zone::to_sys(local_seconds local) const {
  return sys_seconds{local.time_since_epoch() - rules_->offset_at(local)};
}

}  // namespace mur::calendar
