#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "shared/calendar/component.h"
#include "shared/calendar/vtimezone.h"
#include "shared/calendar/when.h"

namespace mur::calendar {

/// Finds the IANA zone behind the TZIDs of one VCALENDAR: IANA names in any case, names with a vendor's path before
/// them, Windows' names (CLDR's table, through ICU), and else the VTIMEZONE that the file brings.
class ZoneNames {
 public:
  /// Keeps views of `calendar`. Its X-WR-TIMEZONE serves times whose TZID cannot be found.
  explicit ZoneNames(const Component& calendar);

  struct Found {
    When when;           ///< floating where nothing is known of the zone
    std::string remedy;  ///< what was done where the name is not in the tables; empty: it is
  };
  /// The wall time `local` in the zone that the file calls `tzid`.
  [[nodiscard]] Found place(std::chrono::local_seconds local, std::string_view tzid);

 private:
  /// The zone in an ordinary calendar, empty if there is none: by its name, or by being like what the file describes.
  [[nodiscard]] std::string named(std::string_view tzid);
  [[nodiscard]] const DescribedZone* described(std::string_view tzid);
  [[nodiscard]] std::string alike(std::string_view tzid, const DescribedZone& zone, std::chrono::year year);

  std::map<std::string, const Component*, std::less<>> vtimezones_;
  std::string default_zone_;
  std::map<std::string, std::string, std::less<>> named_;        ///< answers given
  std::map<std::string, DescribedZone, std::less<>> described_;  ///< those that were needed
  std::map<std::pair<std::string, int>, std::string> alike_;     ///< answers given, by TZID and year
};

/// What a warning says of a name that is not in the tables.
[[nodiscard]] std::string unknown_zone(std::string_view tzid);

/// The IANA name for one written in another case, with a path before it, or in Windows' manner; "UTC" also for "Z".
/// Empty if there is none.
[[nodiscard]] std::string iana_name(std::string_view name);

}  // namespace mur::calendar
