#pragma once

#include "shared/base/clock.h"

/// How long things last in front of the wall (KIOSK_UX.md § 3 and § 4). « Slower » doubles what a visitor has.
namespace mur::app::timings {

inline constexpr Seconds kQuiet{60};         ///< without a touch, then « Encore là ? »
inline constexpr Seconds kCountDown{30};     ///< then everything is wiped
inline constexpr Seconds kPrivateQuiet{30};  ///< ticket and contact screens end after this, without asking
inline constexpr Seconds kHeadline{15};      ///< of Attract: at least 12
inline constexpr Seconds kOfflineAfter{5};   ///< a shorter absence of the broker is not worth a word
inline constexpr Seconds kFresh{120};        ///< a replica heard from this recently needs no word about its age

}  // namespace mur::app::timings
