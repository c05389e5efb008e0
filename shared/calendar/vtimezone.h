#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "shared/calendar/component.h"
#include "shared/calendar/rule.h"

namespace mur::calendar {

/// A VTIMEZONE as its file describes it (RFC 5545 § 3.6.5). Used to recognize a zone whose name nobody knows.
class DescribedZone {
 public:
  explicit DescribedZone(const Component& vtimezone);

  /// What is to be added to UTC then; nothing where the description has no readable STANDARD or DAYLIGHT.
  [[nodiscard]] std::optional<std::chrono::seconds> offset_at(std::chrono::sys_seconds time) const;
  /// The IANA zone that has the same offsets all through that year; a zone of fixed offset ("Etc/GMT-2") where none of
  /// the wide-spread ones has, but the offset holds all year; nothing otherwise.
  [[nodiscard]] std::optional<std::string> find_alike(std::chrono::year year) const;

 private:
  struct Observance {
    std::chrono::local_seconds start;
    std::chrono::seconds before{};  ///< TZOFFSETFROM
    std::chrono::seconds after{};   ///< TZOFFSETTO
    std::vector<Rule> rules;
    std::vector<std::chrono::local_seconds> extra;  ///< RDATE
  };

  /// When the observance last began at or before `time`.
  [[nodiscard]] static std::optional<std::chrono::sys_seconds> last_onset(const Observance& observance,
                                                                          std::chrono::sys_seconds time);
  std::vector<Observance> observances_;
};

}  // namespace mur::calendar
