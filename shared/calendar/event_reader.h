#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/calendar/component.h"
#include "shared/calendar/ical_values.h"
#include "shared/calendar/placing.h"
#include "shared/calendar/reader.h"
#include "shared/calendar/rule.h"
#include "shared/calendar/zone_names.h"

namespace mur::calendar {

/// Makes Entries of the VEVENTs of one VCALENDAR.
class EventReader {
 public:
  /// Warnings are added to `warnings`; `cancels`: METHOD:CANCEL.
  EventReader(ZoneNames& zones, bool cancels, std::vector<Warning>& warnings);
  EventReader(const EventReader&) = delete;
  EventReader& operator=(const EventReader&) = delete;

  /// Nothing where the event cannot be shown; a warning then says why.
  [[nodiscard]] std::optional<Entry> read(const Component& vevent);

 private:
  [[nodiscard]] std::optional<When> when(const ContentLine& line);
  [[nodiscard]] std::optional<When> when(const ContentLine& line, std::string_view tzid, std::string_view value);
  [[nodiscard]] std::optional<std::chrono::sys_seconds> instant(const When& when) const;
  [[nodiscard]] When instance(const When& start, When date) const;
  [[nodiscard]] When like(const When& start, const When& end) const;
  [[nodiscard]] bool is_before(const When& end, const When& start) const;
  [[nodiscard]] When after(const When& start, const Duration& duration) const;
  [[nodiscard]] bool read_start(const Component& vevent, Timing& timing);
  void read_end(const Component& vevent, Timing& timing);
  void read_rules(const Component& vevent, Timing& timing);
  void read_dates(const Component& vevent, Timing& timing);
  [[nodiscard]] bool read_extra_date(const ContentLine& line, std::string_view tzid, std::string_view value,
                                     Timing& timing);
  void check_class(const Component& vevent);
  void check_until(const ContentLine& line, const Rule& rule, const When& start);
  void read_standing(const Component& vevent, Entry& entry);
  void warn(const ContentLine& line, std::string problem, std::string remedy);

  ZoneNames& zones_;
  std::set<std::string, std::less<>> said_zones_;  ///< unknown ones that a warning named
  bool cancels_;
  std::vector<Warning>& warnings_;
  Zone utc_;
  Placing placing_;  ///< refers to `utc_`
};

/// What CLASS says, the strictest where there are several, also in the components within: a BEGIN without its END may
/// have taken it in. PRIVATE for a word that nobody knows (RFC 5545 § 3.8.1.3), PUBLIC for none.
[[nodiscard]] Classification classification_of(const Component& component);

}  // namespace mur::calendar
