#include "kiosk/platform/screenshot.h"

#include <SDL_image.h>
#include <fmt/format.h>

#include <memory>

namespace mur::kiosk {
namespace {

struct SurfaceCloser {
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};

}  // namespace

Result<Picture> read_picture(SDL_Renderer* renderer) {
  Picture picture;
  SDL_GetRendererOutputSize(renderer, &picture.size.width, &picture.size.height);
  const int row = picture.size.width * 3;
  picture.rgb.resize(static_cast<std::size_t>(row) * static_cast<std::size_t>(picture.size.height));
  if (SDL_RenderReadPixels(renderer, nullptr, SDL_PIXELFORMAT_RGB24, picture.rgb.data(), row) != 0)
    return fail(Errc::io, "screenshot", fmt::format("the display's pixels cannot be read: {}", SDL_GetError()));
  return picture;
}

Status save_png(const Picture& picture, const std::filesystem::path& file) {
  // SDL takes the pixels as mutable, and only reads them here.
  auto* pixels = const_cast<void*>(static_cast<const void*>(picture.rgb.data()));
  const std::unique_ptr<SDL_Surface, SurfaceCloser> surface(SDL_CreateRGBSurfaceWithFormatFrom(
      pixels, picture.size.width, picture.size.height, 24, picture.size.width * 3, SDL_PIXELFORMAT_RGB24));
  if (surface == nullptr || IMG_SavePNG(surface.get(), file.c_str()) != 0)
    return fail(Errc::io, file.string(),
                fmt::format("{} cannot be written ({}); name a file in a folder that exists and is yours",
                            file.string(), SDL_GetError()));
  return {};
}

}  // namespace mur::kiosk
