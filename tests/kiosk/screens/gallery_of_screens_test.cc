// Pictures of every screen for people to look at: MUR_GALLERY=FOLDER; and a few that a test compares.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>

#include "tests/kiosk/screens/all_screens.h"

namespace mur::test {

using namespace app;

TEST(Gallery, IsDrawnWhereAskedFor) {
  const char* folder = std::getenv("MUR_GALLERY");
  const char* large = std::getenv("MUR_GALLERY_LARGE");
  if (folder == nullptr) folder = "";
  const Wall wall = SampleWall::with_every_need();
  for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
    Stage stage({.width = width, .height = height, .wall = wall});
    for (const ScreenWay& way : all_screens(wall)) {
      stage.walk(way.actions, {.large_text = large != nullptr});
      const kiosk::Picture picture = stage.wall().picture();
      EXPECT_EQ(picture.size, (kiosk::PixelSize{width, height})) << way.name;
      EXPECT_NE(std::adjacent_find(picture.rgb.begin(), picture.rgb.end(), std::not_equal_to<>()), picture.rgb.end())
          << way.name << " is blank";
      if (*folder != '\0')
        stage.wall().save(
            fmt::format("{}/{}{}-{}.png", folder, width > height ? "l" : "p", large ? "A" : "", way.name));
    }
  }
}

}  // namespace mur::test
