#pragma once

#include <SDL.h>

#include <memory>
#include <string>

#include "shared/base/result.h"

namespace mur::kiosk {

/// Width and height of a drawing surface in its own pixels.
struct PixelSize {
  int width = 1920;
  int height = 1080;
  friend bool operator==(const PixelSize&, const PixelSize&) = default;
};

/// How the wall is put on the machine.
enum class WindowMode {
  windowed,    ///< a window of the given size, resizable
  fullscreen,  ///< the whole screen in its own resolution, pointer hidden; the size is ignored
  headless     ///< no screen at all: SDL's dummy driver and software drawing, the same pixels on every machine
};

enum class Rendering { accelerated_if_possible, software };

struct WindowOptions {
  std::string title;  ///< for window lists; visitors never see it
  PixelSize size;
  WindowMode mode = WindowMode::windowed;
  Rendering rendering = Rendering::accelerated_if_possible;
};

/// One SDL window with its renderer, and the video subsystem while it lives. Main thread only.
class Window {
 public:
  /// Sets the touch hints that KIOSK_UX.md section 7 measured, then opens. Errc::unsupported, with the remedy, where
  /// there is no display or no renderer.
  static Result<Window> open(const WindowOptions& options);

  [[nodiscard]] SDL_Renderer* renderer() const { return renderer_.get(); }

  /// Size of what is drawn on, now; it changes with the window.
  [[nodiscard]] PixelSize size() const;

  /// Longest side a texture may have here.
  [[nodiscard]] int largest_texture() const;

  /// Puts what was drawn on the screen.
  void present();

 private:
  struct VideoQuitter {
    void operator()(const bool* video) const;
  };
  struct WindowCloser {
    void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
  };
  struct RendererCloser {
    void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
  };

  Window() = default;

  // Destroyed from the last to the first: renderer, window, video.
  std::unique_ptr<const bool, VideoQuitter> video_;
  std::unique_ptr<SDL_Window, WindowCloser> window_;
  std::unique_ptr<SDL_Renderer, RendererCloser> renderer_;
};

}  // namespace mur::kiosk
