#pragma once

#include <SDL.h>

#include <functional>
#include <optional>

#include "shared/base/clock.h"

namespace mur::kiosk {

/// The loop's sleep. After each event (and each deadline) it asks for three frames, enough for every layout to settle,
/// then sleeps: an idle wall draws nothing. Main thread only.
class Waiter {
 public:
  using Handler = std::function<void(const SDL_Event&)>;

  /// `longest` bounds every sleep, so that a watchdog can be fed from the loop.
  explicit Waiter(Milliseconds longest) : longest_(longest) {}

  /// Hands all waiting events to `handle`; if there is none and nothing is left to draw, sleeps until one comes or
  /// `deadline` (from now) has passed. True: draw a frame.
  bool wait(std::optional<Milliseconds> deadline, const Handler& handle);

  /// Something changed without an event: draw.
  void ask_for_frames() { frames_ = kFramesAfterEvent; }

 private:
  static constexpr int kFramesAfterEvent = 3;

  Milliseconds longest_;
  int frames_ = kFramesAfterEvent;  // the first picture is owed without any event
};

}  // namespace mur::kiosk
