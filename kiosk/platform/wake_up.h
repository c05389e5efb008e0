#pragma once

#include <SDL.h>

#include <atomic>

namespace mur::kiosk {

/// One SDL user event by which other threads end the loop's sleep. `wake` may be called from any thread, `accepts` from
/// the main thread. However often it is woken before the loop looks, one event is queued.
class WakeUp {
 public:
  WakeUp();
  WakeUp(const WakeUp&) = delete;
  WakeUp& operator=(const WakeUp&) = delete;

  void wake();

  /// True if `event` is this object's own; the next `wake` queues again.
  [[nodiscard]] bool accepts(const SDL_Event& event);

 private:
  Uint32 type_;
  std::atomic<bool> queued_ = false;
};

}  // namespace mur::kiosk
