#pragma once

#include "shared/base/clock.h"

namespace mur::app {

/// When something happened: on the broker's calendar, and on a clock that nobody sets.
struct Moment {
  TimePoint now{};         ///< dates and times that people read
  Milliseconds running{};  ///< since the program started: sessions and rotation count on it
};

}  // namespace mur::app
