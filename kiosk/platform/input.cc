#include "kiosk/platform/input.h"

#include <cfloat>
#include <utility>

namespace mur::kiosk {
namespace {

// A touch screen that was unplugged never lifts its finger. An owner silent for this long loses the wall to the next
// finger; nobody holds still that long on purpose.
constexpr Uint32 kOwnerSilenceMs = 10'000;

}  // namespace

void Input::handle(const SDL_Event& event, PixelSize size) {
  const auto finger = [&] {
    return Pointer{event.tfinger.touchId, event.tfinger.fingerId, /*mouse=*/false, event.tfinger.timestamp};
  };
  const auto width = static_cast<float>(size.width);
  const auto height = static_cast<float>(size.height);
  switch (event.type) {
    case SDL_FINGERDOWN: press(finger(), event.tfinger.x * width, event.tfinger.y * height); break;
    case SDL_FINGERMOTION: move(finger(), event.tfinger.x * width, event.tfinger.y * height); break;
    case SDL_FINGERUP: release(finger(), event.tfinger.x * width, event.tfinger.y * height); break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: {
      if (event.button.which == SDL_TOUCH_MOUSEID || event.button.button != SDL_BUTTON_LEFT) break;
      const Pointer mouse{0, 0, /*mouse=*/true, event.button.timestamp};
      const auto x = static_cast<float>(event.button.x);
      const auto y = static_cast<float>(event.button.y);
      event.type == SDL_MOUSEBUTTONDOWN ? press(mouse, x, y) : release(mouse, x, y);
      break;
    }
    case SDL_MOUSEMOTION:
      if (event.motion.which != SDL_TOUCH_MOUSEID)
        move({0, 0, /*mouse=*/true, event.motion.timestamp}, static_cast<float>(event.motion.x),
             static_cast<float>(event.motion.y));
      break;
    case SDL_TEXTINPUT:
      text_ += static_cast<const char*>(event.text.text);
      alive_ = true;
      break;
    case SDL_KEYDOWN: type(event.key); break;
    case SDL_WINDOWEVENT:
      if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST) cancel();
      break;
    case SDL_QUIT: quit_ = true; break;
    default: break;
  }
}

bool Input::take_sign_of_life() { return std::exchange(alive_, false); }

InputFrame Input::next() {
  now_.text = std::exchange(text_, {});
  while (!steps_.empty()) {
    const Queued queued = steps_.front();
    steps_.pop_front();
    if (queued.step != Step::leave && queued.step != Step::cancel) {
      now_.x = queued.x;
      now_.y = queued.y;
      now_.present = true;
    }
    if (queued.step == Step::move) continue;  // only where the finger is now matters
    now_.down = queued.step == Step::press;
    if (queued.step == Step::leave || queued.step == Step::cancel) now_.present = false;
    break;
  }
  return now_;
}

void Input::press(const Pointer& pointer, float x, float y) {
  alive_ = true;
  if (owner_) {
    if (pointer.last_seen - owner_->last_seen < kOwnerSilenceMs) return;
    cancel();
  }
  owner_ = pointer;
  steps_.push_back({Step::press, x, y});
}

void Input::move(const Pointer& pointer, float x, float y) {
  if (!owner_ || !same(*owner_, pointer)) return;
  owner_->last_seen = pointer.last_seen;
  alive_ = true;
  steps_.push_back({Step::move, x, y});
}

void Input::release(const Pointer& pointer, float x, float y) {
  if (!owner_ || !same(*owner_, pointer)) return;
  owner_.reset();
  steps_.push_back({Step::release, x, y});
  steps_.push_back({Step::leave, 0, 0});
}

void Input::cancel() {
  if (!owner_) return;
  owner_.reset();
  steps_.push_back({Step::cancel, 0, 0});
}

void Input::type(const SDL_KeyboardEvent& key) {
  alive_ = true;
  switch (key.keysym.sym) {
    case SDLK_BACKSPACE: text_ += '\b'; break;
    case SDLK_RETURN:
    case SDLK_KP_ENTER: text_ += '\n'; break;
    case SDLK_TAB: text_ += '\t'; break;
    case SDLK_ESCAPE: text_ += '\x1b'; break;
    default: break;  // letters come as SDL_TEXTINPUT
  }
}

void apply(const InputFrame& frame, ImGuiIO& io) {
  io.MousePos = frame.present ? ImVec2(frame.x, frame.y) : ImVec2(-FLT_MAX, -FLT_MAX);
  io.MouseDown[0] = frame.down;
  io.AddInputCharactersUTF8(frame.text.c_str());
}

}  // namespace mur::kiosk
