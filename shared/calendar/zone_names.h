#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <set>
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
    When when;            ///< floating where nothing is known of the zone
    std::string problem;  ///< what was wrong with the name; empty where there is nothing to say, or it was said already
    std::string remedy;
  };
  /// The wall time `local` in the zone that the file calls `tzid`.
  [[nodiscard]] Found place(std::chrono::local_seconds local, std::string_view tzid);

 private:
  /// The zone in an ordinary calendar, empty if there is none: by its name, or by being like what the file describes.
  [[nodiscard]] std::string named(std::string_view tzid);
  [[nodiscard]] const DescribedZone* described(std::string_view tzid);
  [[nodiscard]] std::string alike(std::string_view tzid, const DescribedZone& zone, std::chrono::year year);
  [[nodiscard]] bool is_said(std::string_view tzid);

  std::map<std::string, const Component*, std::less<>> vtimezones_;
  std::string default_zone_;
  std::map<std::string, std::string, std::less<>> named_;        ///< answers given
  std::map<std::string, DescribedZone, std::less<>> described_;  ///< those that were needed
  std::map<std::pair<std::string, int>, std::string> alike_;     ///< answers given, by TZID and year
  std::set<std::string, std::less<>> said_;
};

/// The IANA name for one written in another case, with a path before it, or in Windows' manner; empty if there is none.
[[nodiscard]] std::string iana_name(std::string_view name);

}  // namespace mur::calendar
