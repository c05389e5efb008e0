#pragma once

#include <SDL.h>
#include <imgui.h>

#include <memory>

#include "shared/base/result.h"

namespace mur::kiosk {

/// Draws Dear ImGui's lists with SDL_RenderGeometryRaw: one code path for GPU and software. (The backend that would do
/// this is not in Debian's static library.) Borrows the SDL renderer. Main thread only.
class ImGuiRenderer {
 public:
  explicit ImGuiRenderer(SDL_Renderer* renderer) : renderer_(renderer) {}

  /// Makes the texture of a built atlas, names it in the atlas, and frees the atlas' own copy of the pixels. Call again
  /// whenever the atlas was rebuilt. Errc::unsupported if the texture is too large for this renderer.
  Status upload(ImFontAtlas& atlas);

  /// Clears to `background` and draws one frame's lists. Nothing is presented.
  void draw(const ImDrawData& data, SDL_Color background);

 private:
  struct TextureCloser {
    void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
  };

  void draw_list(const ImDrawList& list);

  SDL_Renderer* renderer_;
  std::unique_ptr<SDL_Texture, TextureCloser> atlas_;
};

}  // namespace mur::kiosk
