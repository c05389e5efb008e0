#include "kiosk/platform/imgui_renderer.h"

#include <gtest/gtest.h>

#include "kiosk/platform/screenshot.h"
#include "kiosk/platform/window.h"

namespace mur::kiosk {
namespace {

class Drawing : public testing::Test {
 protected:
  void SetUp() override {
    Result<Window> opened = Window::open({.title = "test", .size = {60, 40}, .mode = WindowMode::headless});
    ASSERT_TRUE(opened) << opened.error().message;
    window.emplace(std::move(*opened));
    context = ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().DisplaySize = ImVec2(60, 40);
    renderer.emplace(window->renderer());
    ASSERT_TRUE(renderer->upload(*ImGui::GetIO().Fonts));
  }
  void TearDown() override { ImGui::DestroyContext(context); }

  template <class Draw>
  Picture draw(Draw draw_on) {
    ImGui::NewFrame();
    draw_on(*ImGui::GetBackgroundDrawList());
    ImGui::Render();
    renderer->draw(*ImGui::GetDrawData(), {0, 0, 0, 255});
    return read_picture(window->renderer()).value();
  }

  static Bytes pixel(const Picture& picture, int x, int y) {
    const auto at = picture.rgb.begin() + (y * picture.size.width + x) * 3;
    return {at, at + 3};
  }

  std::optional<Window> window;
  std::optional<ImGuiRenderer> renderer;
  ImGuiContext* context = nullptr;
};

TEST_F(Drawing, ABoxCoversItsPixelsAndNoOther) {
  const Picture picture =
      draw([](ImDrawList& list) { list.AddRectFilled(ImVec2(10, 10), ImVec2(20, 20), IM_COL32(255, 128, 0, 255)); });
  EXPECT_EQ(pixel(picture, 10, 10), (Bytes{255, 128, 0}));
  EXPECT_EQ(pixel(picture, 19, 19), (Bytes{255, 128, 0}));
  EXPECT_EQ(pixel(picture, 9, 10), (Bytes{0, 0, 0}));
  EXPECT_EQ(pixel(picture, 20, 20), (Bytes{0, 0, 0}));
}

TEST_F(Drawing, WhatIsClippedIsNotDrawn) {
  const Picture picture = draw([](ImDrawList& list) {
    list.PushClipRect(ImVec2(0, 0), ImVec2(15, 40));
    list.AddRectFilled(ImVec2(0, 0), ImVec2(60, 40), IM_COL32_WHITE);
    list.PopClipRect();
  });
  EXPECT_EQ(pixel(picture, 14, 20), (Bytes{255, 255, 255}));
  EXPECT_EQ(pixel(picture, 15, 20), (Bytes{0, 0, 0}));
}

TEST_F(Drawing, TranslucentIsMixedWithWhatIsBelow) {
  const Picture picture = draw([](ImDrawList& list) {
    list.AddRectFilled(ImVec2(0, 0), ImVec2(60, 40), IM_COL32(200, 200, 200, 255));
    list.AddRectFilled(ImVec2(0, 0), ImVec2(60, 40), IM_COL32(0, 0, 0, 128));
  });
  EXPECT_NEAR(pixel(picture, 30, 20)[0], 100, 2);
}

TEST_F(Drawing, TheAtlasKeepsNoSecondCopyOfItsPixels) {
  EXPECT_EQ(ImGui::GetIO().Fonts->TexPixelsRGBA32, nullptr);
  EXPECT_NE(ImGui::GetIO().Fonts->TexID, nullptr);
}

}  // namespace
}  // namespace mur::kiosk
