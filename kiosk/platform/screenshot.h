#pragma once

#include <SDL.h>

#include <filesystem>

#include "kiosk/platform/window.h"
#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace mur::kiosk {

/// A frame as it was drawn: rows from the top, three bytes R, G, B a pixel.
struct Picture {
  PixelSize size;
  Bytes rgb;
  friend bool operator==(const Picture&, const Picture&) = default;
};

/// Reads back what was drawn; call before `Window::present`. Errc::io if the renderer refuses.
Result<Picture> read_picture(SDL_Renderer* renderer);

/// Writes a PNG: the same picture gives the same bytes. Errc::io, naming the file, if it cannot be written.
Status save_png(const Picture& picture, const std::filesystem::path& file);

}  // namespace mur::kiosk
