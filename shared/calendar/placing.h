#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "shared/base/result.h"
#include "shared/calendar/occurrence.h"

namespace mur::calendar {

/// Turns wall times of any kind into instants, for a reader in the hub's zone: dates and floating times are the hub's.
/// Remembers the zones it was asked for, so one is made for a file, not for a time; not for several threads at once.
class Placing {
 public:
  /// `hub` outlives it.
  explicit Placing(const Zone& hub) : hub_{hub} {}

  /// The zone that `when` is written in. Errc::not_found for a name without a zone.
  [[nodiscard]] Result<Zone> zone_of(const When& when) const;
  [[nodiscard]] Result<std::chrono::sys_seconds> instant(const When& when) const;
  [[nodiscard]] const Zone& hub() const { return hub_; }

  /// The occurrence that starts at `key` and ends at `end`; without one, a date lasts its day and a time has no length.
  [[nodiscard]] Result<Occurrence> occurrence(const When& key, const std::optional<When>& end) const;
  /// The occurrence at `start` of the series whose first one, `first`, is as `timing` says: as long as that on the
  /// clock where it begins and ends in one zone, so that a night that ends at six does so when the clocks change, too
  /// (RFC 5545 § 3.8.5.3 has it so for a DURATION of days, and people expect it of a DTEND); else exactly as long.
  [[nodiscard]] Result<Occurrence> repeated(const When& start, const Timing& timing, const Occurrence& first) const;

 private:
  const Zone& hub_;
  mutable std::map<std::string, Zone, std::less<>> known_;  // a cache; no more than there are IANA zones
};

/// True if the span, or a moment without length, lies at least partly in the window.
[[nodiscard]] inline bool touches(const Occurrence& occurrence, const Window& window) {
  return occurrence.start_at < window.to && (occurrence.end_at > window.from || occurrence.start_at >= window.from);
}

}  // namespace mur::calendar
