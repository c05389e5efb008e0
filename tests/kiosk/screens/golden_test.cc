// A few pictures that people looked at, compared with what is drawn now. After a wanted change:
// MUR_GOLDEN_WRITE=1 kiosk_screens_test --gtest_filter='Golden*', and look at them before they are committed.
#include <SDL_image.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "tests/kiosk/screens/all_screens.h"

namespace mur::test {

namespace {

struct Golden {
  const char* screen;
  int width;
  int height;
};

std::filesystem::path file_of(const Golden& golden) {
  return std::filesystem::path(MUR_SOURCE_DIR) / "tests/kiosk/golden" /
         (std::string(golden.screen) + "-" + std::to_string(golden.width) + "x" + std::to_string(golden.height) +
          ".png");
}

/// Pixels of the PNG as Picture has them; empty if there is none.
Bytes read_png(const std::filesystem::path& file) {
  SDL_Surface* loaded = IMG_Load(file.c_str());
  if (loaded == nullptr) return {};
  SDL_Surface* rgb = SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_RGB24, 0);
  SDL_FreeSurface(loaded);
  Bytes pixels;
  for (int y = 0; y < rgb->h; ++y) {
    const auto* row = static_cast<const std::uint8_t*>(rgb->pixels) + static_cast<std::ptrdiff_t>(y) * rgb->pitch;
    pixels.insert(pixels.end(), row, row + static_cast<std::ptrdiff_t>(rgb->w) * 3);
  }
  SDL_FreeSurface(rgb);
  return pixels;
}

/// Share of bytes that differ enough to be seen: compilers may round a blended edge one step apart.
double visible_difference(const Bytes& a, const Bytes& b) {
  constexpr int kSeen = 8;
  if (a.size() != b.size()) return 1;
  std::size_t differ = 0;
  for (std::size_t i = 0; i < a.size(); ++i) differ += std::abs(int{a[i]} - int{b[i]}) > kSeen ? 1U : 0U;
  return static_cast<double>(differ) / static_cast<double>(a.size());
}

}  // namespace

class GoldenPicture : public testing::TestWithParam<Golden> {};

TEST_P(GoldenPicture, LooksAsItDidWhenSomeoneLooked) {
  constexpr double kTolerated = 0.001;
  const Golden golden = GetParam();
  const Wall wall = SampleWall::full();
  Stage stage({.width = golden.width, .height = golden.height, .wall = wall});
  for (const ScreenWay& way : all_screens(wall))
    if (way.name == golden.screen) stage.walk(way.actions);
  if (std::getenv("MUR_GOLDEN_WRITE") != nullptr) stage.wall().save(file_of(golden));
  EXPECT_LE(visible_difference(stage.wall().picture().rgb, read_png(file_of(golden))), kTolerated);
}

INSTANTIATE_TEST_SUITE_P(Screens, GoldenPicture,
                         testing::Values(Golden{"attract", 640, 360}, Golden{"home", 640, 360},
                                         Golden{"home", 360, 640}, Golden{"event", 640, 360},
                                         Golden{"calendar", 640, 360}, Golden{"calendar-week", 640, 360},
                                         Golden{"calendar-month", 640, 360}, Golden{"calendar-month", 360, 640},
                                         Golden{"calendar-filters", 640, 360}, Golden{"here-today", 640, 360},
                                         Golden{"keyboard", 640, 360}, Golden{"ticket", 640, 360}),
                         [](const auto& info) {
                           std::string name =
                               fmt::format("{}_{}x{}", info.param.screen, info.param.width, info.param.height);
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

}  // namespace mur::test
