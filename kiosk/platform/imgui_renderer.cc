#include "kiosk/platform/imgui_renderer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mur::kiosk {
namespace {

SDL_Rect pixels_of(const ImVec4& clip) {
  const int left = static_cast<int>(std::floor(clip.x));
  const int top = static_cast<int>(std::floor(clip.y));
  const int right = static_cast<int>(std::ceil(clip.z));
  const int bottom = static_cast<int>(std::ceil(clip.w));
  return {left, top, std::max(0, right - left), std::max(0, bottom - top)};
}

}  // namespace

Status ImGuiRenderer::upload(ImFontAtlas& atlas) {
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  atlas.GetTexDataAsRGBA32(&pixels, &width, &height);
  atlas_.reset(SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_STATIC, width, height));
  if (atlas_ == nullptr || SDL_UpdateTexture(atlas_.get(), nullptr, pixels, width * 4) != 0)
    return fail(Errc::unsupported, "fonts",
                fmt::format("the fonts' texture of {} x {} pixels does not fit this display: {}", width, height,
                            SDL_GetError()));
  SDL_SetTextureBlendMode(atlas_.get(), SDL_BLENDMODE_BLEND);
  SDL_SetTextureScaleMode(atlas_.get(), SDL_ScaleModeLinear);
  atlas.SetTexID(atlas_.get());
  atlas.ClearTexData();
  return {};
}

void ImGuiRenderer::draw(const ImDrawData& data, SDL_Color background) {
  SDL_RenderSetClipRect(renderer_, nullptr);
  SDL_SetRenderDrawColor(renderer_, background.r, background.g, background.b, background.a);
  SDL_RenderClear(renderer_);
  for (int i = 0; i < data.CmdListsCount; ++i) draw_list(*data.CmdLists[i]);
  SDL_RenderSetClipRect(renderer_, nullptr);
}

void ImGuiRenderer::draw_list(const ImDrawList& list) {
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const SDL_Rect clip = pixels_of(command.ClipRect);
    if (command.ElemCount == 0 || clip.w == 0 || clip.h == 0) continue;
    SDL_RenderSetClipRect(renderer_, &clip);
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    const int vertex_count = list.VtxBuffer.Size - static_cast<int>(command.VtxOffset);
    constexpr int kStride = sizeof(ImDrawVert);
    // ImDrawVert keeps its colour as four bytes R, G, B, A: the layout of SDL_Color.
    SDL_RenderGeometryRaw(renderer_, static_cast<SDL_Texture*>(command.GetTexID()), &vertices->pos.x, kStride,
                          reinterpret_cast<const SDL_Color*>(&vertices->col), kStride, &vertices->uv.x, kStride,
                          vertex_count, list.IdxBuffer.Data + command.IdxOffset, static_cast<int>(command.ElemCount),
                          sizeof(ImDrawIdx));
  }
}

}  // namespace mur::kiosk
