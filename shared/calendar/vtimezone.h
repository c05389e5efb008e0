#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "shared/calendar/component.h"

namespace mur::calendar {

/// A VTIMEZONE as its file describes it (RFC 5545 § 3.6.5), from 1960 to 2100. Serves times whose zone's name nobody
/// knows.
class DescribedZone {
 public:
  explicit DescribedZone(const Component& vtimezone);

  /// False where the description has no readable STANDARD or DAYLIGHT: then nothing below may be asked.
  [[nodiscard]] bool is_usable() const { return !spans_.empty(); }
  [[nodiscard]] std::chrono::seconds offset_at(std::chrono::sys_seconds time) const;
  /// As Zone::to_sys: the first of two, and before a gap.
  [[nodiscard]] std::chrono::sys_seconds to_sys(std::chrono::local_seconds local) const;
  /// The IANA zone whose offsets are the same in nearly all weeks of that year, if there is one: a described zone may
  /// have rules that its place has since given up.
  [[nodiscard]] std::optional<std::string> find_alike(std::chrono::year year) const;

 private:
  struct Span {
    std::chrono::sys_seconds from;  ///< until the next one's
    std::chrono::seconds offset;
  };
  std::vector<Span> spans_;  ///< the first has no beginning
};

}  // namespace mur::calendar
