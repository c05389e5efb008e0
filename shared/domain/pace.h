#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "shared/base/clock.h"

namespace mur {

/// How an organization deals with the answers to its needs. Kept in its record by the broker, so that walls can say
/// « répond en 2 jours ».
///
///   on                                                          then
///   it accepts or declines an answer that held a place          its delay is noted; nothing in a row, no pause
///   it accepts or declines one of the waiting list              nothing in a row, no pause
///   an answer that held a place expires undecided               one more in a row; at kExpiredPause a pause begins
///   « murctl organization resume »                              nothing in a row, no pause
///
/// While it is paused its needs are off the wall (due.cc) and take no answers. A need whose own time is over takes
/// along who still waited, and that counts for nothing.
struct Pace {
  std::vector<std::uint32_t> minutes;  ///< how long the last decisions took, the newest last; at most kPaceKept
  int expired = 0;                     ///< held answers in a row that expired undecided
  std::optional<TimePoint> paused_at;

  friend bool operator==(const Pace&, const Pace&) = default;
};

/// The median of the last decisions; nothing before there are limits::kPaceShown.
[[nodiscard]] std::optional<Seconds> usual_delay(const Pace& pace);

/// An answer was decided; `waited` is how long it had held a place, nothing if it had not.
void note_decision(Pace& pace, std::optional<Milliseconds> waited);
/// An answer that held a place expired undecided.
void note_expiry(Pace& pace, TimePoint now);
/// Nothing in a row, no pause.
void resume(Pace& pace);

}  // namespace mur
