#pragma once

#include <SDL.h>

#include <functional>
#include <string_view>

#include "kiosk/platform/imgui_renderer.h"
#include "kiosk/platform/input.h"
#include "kiosk/platform/screenshot.h"
#include "kiosk/platform/window.h"
#include "kiosk/ui/ui.h"

namespace mur::test {

/// A wall without a screen: SDL's dummy driver, software pixels, a clock that moves by frames, and a finger. Real
/// frames go through the real input layer: events are pushed to SDL and polled, as the loop does.
class TestWall {
 public:
  using Draw = std::function<void(kiosk::Ui&)>;

  explicit TestWall(kiosk::Theme theme, Draw draw);

  /// Handles what was pushed, then draws frames until the input is used up; at least one.
  void frame();
  /// Enough frames for every layout to settle.
  void settle();
  /// Time passes, with frames drawn all along.
  void pass(Milliseconds span);

  void finger_down(kiosk::Point at, SDL_FingerID finger = 1);
  void finger_move(kiosk::Point at, SDL_FingerID finger = 1);
  void finger_up(kiosk::Point at, SDL_FingerID finger = 1);
  void push(SDL_Event event);
  void type(std::string_view text);

  /// A tap in the middle of what is visible of the target; false, and nothing is touched, if it can't be.
  [[nodiscard]] bool tap(std::string_view id);
  /// Press and lift before the next frame.
  void push_fast_tap(kiosk::Point at, SDL_FingerID finger = 1);
  /// Middle of a target's visible part, in u.
  [[nodiscard]] kiosk::Point middle(std::string_view id) const;

  [[nodiscard]] kiosk::Picture picture();
  void save(const std::string& file);
  /// Broken rules of touch in the last frame, one a line.
  [[nodiscard]] std::string faults() const;

  kiosk::Ui& ui() { return ui_; }
  void set_theme(const kiosk::Theme& theme) { theme_ = theme; }

 private:
  void push_finger(Uint32 type, kiosk::Point at, SDL_FingerID finger);
  void draw_one();

  kiosk::Theme theme_;
  Draw draw_;
  kiosk::Window window_;
  kiosk::ImGuiRenderer renderer_;
  kiosk::Input input_;
  kiosk::Ui ui_;
  Milliseconds now_{1000};
};

}  // namespace mur::test
