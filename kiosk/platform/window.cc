#include "kiosk/platform/window.h"

#include <fmt/format.h>

namespace mur::kiosk {
namespace {

// Owned by every Window's `video_` as a token: what counts is the pointer, not what it points to.
constexpr bool kVideoIsUp = true;

constexpr int kTextureLimitUnknown = 8192;  // what every desktop renderer of the last ten years takes

void set_hints(WindowMode mode) {
  // One finger must arrive once: as a finger, never also as a mouse, nor a mouse as a finger.
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint("SDL_MOUSE_AUTO_CAPTURE", "0");
  SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "linear");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  if (mode == WindowMode::headless) SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
}

Uint32 window_flags(WindowMode mode) {
  switch (mode) {
    case WindowMode::windowed: return SDL_WINDOW_RESIZABLE;
    case WindowMode::fullscreen: return SDL_WINDOW_FULLSCREEN_DESKTOP;
    case WindowMode::headless: return SDL_WINDOW_HIDDEN;
  }
  return 0;
}

SDL_Renderer* make_renderer(SDL_Window* window, const WindowOptions& options) {
  if (options.mode != WindowMode::headless && options.rendering == Rendering::accelerated_if_possible) {
    const Uint32 accelerated = SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC;
    if (SDL_Renderer* renderer = SDL_CreateRenderer(window, -1, accelerated)) return renderer;
  }
  return SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
}

}  // namespace

void Window::VideoQuitter::operator()(const bool*) const { SDL_QuitSubSystem(SDL_INIT_VIDEO); }

Result<Window> Window::open(const WindowOptions& options) {
  set_hints(options.mode);
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
    return fail(Errc::unsupported, "display",
                fmt::format("no display can be opened ({}); start it in a graphical session, or draw a picture with "
                            "--screenshot FILE.png",
                            SDL_GetError()));
  Window opened;
  opened.video_.reset(&kVideoIsUp);
  opened.window_.reset(SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                        options.size.width, options.size.height, window_flags(options.mode)));
  if (opened.window_ == nullptr)
    return fail(Errc::unsupported, "display", fmt::format("no window can be opened: {}", SDL_GetError()));
  opened.renderer_.reset(make_renderer(opened.window_.get(), options));
  if (opened.renderer_ == nullptr)
    return fail(Errc::unsupported, "display", fmt::format("nothing can be drawn on this display: {}", SDL_GetError()));
  SDL_SetRenderDrawBlendMode(opened.renderer_.get(), SDL_BLENDMODE_BLEND);
  if (options.mode == WindowMode::fullscreen) SDL_ShowCursor(SDL_DISABLE);
  return opened;
}

PixelSize Window::size() const {
  PixelSize size;
  SDL_GetRendererOutputSize(renderer_.get(), &size.width, &size.height);
  return size;
}

int Window::largest_texture() const {
  SDL_RendererInfo info{};
  SDL_GetRendererInfo(renderer_.get(), &info);
  const int largest =
      info.max_texture_width < info.max_texture_height ? info.max_texture_width : info.max_texture_height;
  return largest > 0 ? largest : kTextureLimitUnknown;
}

void Window::present() { SDL_RenderPresent(renderer_.get()); }

}  // namespace mur::kiosk
