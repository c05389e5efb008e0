#pragma once

#include <chrono>
#include <optional>
#include <utility>

#include "shared/base/result.h"
#include "shared/calendar/occurrence.h"

namespace mur::calendar {

/// Turns wall times of any kind into instants, for a reader in the hub's zone: dates and floating times are the hub's.
class Placing {
 public:
  explicit Placing(const Zone& hub) : hub_{hub} {}
  /// `often`: a zone that will be asked for more than once, kept at hand.
  Placing(const Zone& hub, Zone often) : hub_{hub}, often_{std::move(often)} {}

  /// The zone that `when` is written in. Errc::not_found for a name without a zone.
  [[nodiscard]] Result<Zone> zone_of(const When& when) const;
  [[nodiscard]] Result<std::chrono::sys_seconds> instant(const When& when) const;
  [[nodiscard]] const Zone& hub() const { return hub_; }

  /// The occurrence that starts at `key` and ends at `end`; without one, a date lasts its day and a time has no length.
  [[nodiscard]] Result<Occurrence> occurrence(const When& key, const std::optional<When>& end) const;

 private:
  const Zone& hub_;
  std::optional<Zone> often_;
};

/// True if the span, or a moment without length, lies at least partly in the window.
[[nodiscard]] inline bool touches(const Occurrence& occurrence, const Window& window) {
  return occurrence.start_at < window.to && (occurrence.end_at > window.from || occurrence.start_at >= window.from);
}

}  // namespace mur::calendar
