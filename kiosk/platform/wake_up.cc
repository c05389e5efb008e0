#include "kiosk/platform/wake_up.h"

namespace mur::kiosk {

WakeUp::WakeUp() : type_(SDL_RegisterEvents(1)) {}

void WakeUp::wake() {
  if (queued_.exchange(true)) return;
  SDL_Event event{};
  event.type = type_;
  // A full queue means that the loop is about to run anyway; then the next wake must queue again.
  if (SDL_PushEvent(&event) != 1) queued_ = false;
}

bool WakeUp::accepts(const SDL_Event& event) {
  if (event.type != type_) return false;
  queued_ = false;
  return true;
}

}  // namespace mur::kiosk
