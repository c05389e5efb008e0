#include "kiosk/platform/waiter.h"

#include <algorithm>

namespace mur::kiosk {

bool Waiter::wait(std::optional<Milliseconds> deadline, const Handler& handle) {
  SDL_Event event;
  bool any = false;
  const auto drain = [&] {
    while (SDL_PollEvent(&event) != 0) {
      handle(event);
      any = true;
    }
  };
  drain();
  if (!any && frames_ == 0) {
    const bool due_first = deadline && *deadline <= longest_;
    const Milliseconds sleep = std::max(Milliseconds{0}, due_first ? *deadline : longest_);
    if (SDL_WaitEventTimeout(&event, static_cast<int>(sleep.count())) != 0) {
      handle(event);
      any = true;
      drain();
    } else if (due_first) {
      any = true;
    }
  }
  if (any) frames_ = kFramesAfterEvent;
  if (frames_ == 0) return false;
  --frames_;
  return true;
}

}  // namespace mur::kiosk
