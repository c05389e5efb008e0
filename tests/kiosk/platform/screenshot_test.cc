#include "kiosk/platform/screenshot.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace mur::kiosk {
namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Picture two_halves(SDL_Renderer* renderer) {
  SDL_SetRenderDrawColor(renderer, 0x10, 0x14, 0x1A, 0xFF);
  SDL_RenderClear(renderer);
  SDL_SetRenderDrawColor(renderer, 0xF0, 0xAE, 0x2B, 0xFF);
  const SDL_Rect right{20, 0, 20, 10};
  SDL_RenderFillRect(renderer, &right);
  return read_picture(renderer).value();
}

TEST(Screenshot, HoldsWhatWasDrawn) {
  Result<Window> window = Window::open({.title = "test", .size = {40, 10}, .mode = WindowMode::headless});
  ASSERT_TRUE(window) << window.error().message;
  const Picture picture = two_halves(window->renderer());
  EXPECT_EQ(picture.size, (PixelSize{40, 10}));
  ASSERT_EQ(picture.rgb.size(), 40U * 10U * 3U);
  EXPECT_EQ(Bytes(picture.rgb.begin(), picture.rgb.begin() + 3), (Bytes{0x10, 0x14, 0x1A}));
  EXPECT_EQ(Bytes(picture.rgb.end() - 3, picture.rgb.end()), (Bytes{0xF0, 0xAE, 0x2B}));
}

TEST(Screenshot, SamePictureSameBytes) {
  Result<Window> window = Window::open({.title = "test", .size = {40, 10}, .mode = WindowMode::headless});
  ASSERT_TRUE(window) << window.error().message;
  const std::filesystem::path folder = testing::TempDir();
  ASSERT_TRUE(save_png(two_halves(window->renderer()), folder / "mur_one.png"));
  ASSERT_TRUE(save_png(two_halves(window->renderer()), folder / "mur_other.png"));
  const std::string one = bytes_of(folder / "mur_one.png");
  EXPECT_EQ(one.substr(1, 3), "PNG");
  EXPECT_EQ(one, bytes_of(folder / "mur_other.png"));
  std::filesystem::remove(folder / "mur_one.png");
  std::filesystem::remove(folder / "mur_other.png");
}

TEST(Screenshot, AFolderThatIsNotThereIsToldWithItsName) {
  const Picture picture{{1, 1}, {1, 2, 3}};
  const Status saved = save_png(picture, "/no/such/folder/wall.png");
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().code, Errc::io);
  EXPECT_NE(saved.error().message.find("/no/such/folder/wall.png"), std::string::npos);
}

}  // namespace
}  // namespace mur::kiosk
