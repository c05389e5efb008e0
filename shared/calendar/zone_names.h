#pragma once

#include <map>
#include <string>
#include <string_view>

#include "shared/calendar/component.h"
#include "shared/calendar/vtimezone.h"
#include "shared/calendar/when.h"

namespace mur::calendar {

/// Finds the IANA zone behind the TZIDs of one VCALENDAR: IANA names in any case, names with a vendor's path before
/// them, Windows' names (CLDR's table, through ICU), and else the VTIMEZONE that the file brings.
class ZoneNames {
 public:
  /// `calendar`'s X-WR-TIMEZONE serves times whose TZID cannot be found.
  explicit ZoneNames(const Component& calendar);

  struct Found {
    std::string iana;     ///< empty: the time is to be read as floating
    std::string problem;  ///< what was wrong with the name; empty where there is nothing to say, or it was said already
    std::string remedy;
  };
  /// The zone of a wall time in that year.
  [[nodiscard]] Found find(std::string_view tzid, std::chrono::year year);

 private:
  [[nodiscard]] Found search(std::string_view tzid, std::chrono::year year) const;

  std::map<std::string, DescribedZone, std::less<>> described_;
  std::map<std::string, std::string, std::less<>> locations_;  ///< X-LIC-LOCATION of a TZID
  std::string default_zone_;
  std::map<std::pair<std::string, int>, std::string> known_;  ///< answers given, by TZID and year
};

/// The IANA name for one written in another case, with a path before it, or in Windows' manner; empty if there is none.
[[nodiscard]] std::string iana_name(std::string_view name);

}  // namespace mur::calendar
