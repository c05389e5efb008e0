#pragma once

#include <SDL.h>
#include <imgui.h>

#include <deque>
#include <optional>
#include <string>

#include "kiosk/platform/window.h"

namespace mur::kiosk {

/// What one frame gets of the person in front of the wall: one pointer, which is the owning finger or the mouse, and
/// what was typed on a physical keyboard.
struct InputFrame {
  float x = 0;           ///< px; meaningless unless `present`
  float y = 0;           ///< px
  bool present = false;  ///< false the frame after a release: nothing hovers on a touch screen
  bool down = false;
  std::string text;  ///< UTF-8 as typed; '\b' erases, '\n' is Enter, '\t' is Tab, '\x1b' is Escape
};

/// Turns SDL events into frames. The first finger down owns the wall until it lifts; other fingers and palms are
/// ignored. A frame holds at most one button change, so that a tap faster than a frame is neither lost nor moved.
/// Main thread only.
class Input {
 public:
  /// Takes one event of the queue. `size` turns a finger's 0…1 into pixels.
  void handle(const SDL_Event& event, PixelSize size);

  /// True while another frame must be drawn before the loop may sleep.
  [[nodiscard]] bool pending() const { return !steps_.empty() || !text_.empty(); }

  /// True once per touch, click or key since the last call: a sign of life for the session's timer.
  bool take_sign_of_life();

  /// True once the window system or a signal asked to end.
  [[nodiscard]] bool quit_asked() const { return quit_; }

  /// The next frame's input.
  InputFrame next();

 private:
  enum class Step { move, press, release, cancel, leave };
  struct Pointer {
    SDL_TouchID device = 0;
    SDL_FingerID finger = 0;
    bool mouse = false;
    Uint32 last_seen = 0;  ///< SDL milliseconds
    friend bool same(const Pointer& a, const Pointer& b) {
      return a.mouse == b.mouse && a.device == b.device && a.finger == b.finger;
    }
  };
  struct Queued {
    Step step;
    float x;
    float y;
  };

  void press(const Pointer& pointer, float x, float y);
  void move(const Pointer& pointer, float x, float y);
  void release(const Pointer& pointer, float x, float y);
  void cancel();
  void type(const SDL_KeyboardEvent& key);

  std::optional<Pointer> owner_;
  std::deque<Queued> steps_;
  InputFrame now_;
  std::string text_;
  bool alive_ = false;
  bool quit_ = false;
};

/// Hands a frame to Dear ImGui. Call just before NewFrame.
void apply(const InputFrame& frame, ImGuiIO& io);

}  // namespace mur::kiosk
