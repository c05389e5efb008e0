#include "tests/kiosk/ui/gallery.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/kiosk/ui/test_wall.h"

namespace mur::test {
namespace {

using namespace kiosk;

struct Wall {
  const char* name;
  Theme theme;
};

void PrintTo(const Wall& wall, std::ostream* out) { *out << wall.name; }

class Gallery : public testing::TestWithParam<Wall> {};

/// To look at the toolkit: MUR_GALLERY_DIR=folder keeps every picture there.
void keep_if_asked(TestWall& wall, const std::string& name) {
  if (const char* folder = std::getenv("MUR_GALLERY_DIR")) wall.save(std::string(folder) + "/" + name + ".png");
}

TEST_P(Gallery, EveryTargetKeepsTheRulesOfTouch) {
  for (const GalleryScene& scene : gallery()) {
    TestWall wall(GetParam().theme, scene.draw);
    EXPECT_EQ(wall.faults(), "") << scene.name;
    EXPECT_GE(wall.ui().targets().all().size(), 8U) << scene.name;
    keep_if_asked(wall, std::string(scene.name) + "-" + GetParam().name);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Walls, Gallery,
    testing::Values(Wall{"landscape", {}}, Wall{"portrait", {.width_px = 1080, .height_px = 1920}},
                    Wall{"landscape_4k", {.width_px = 3840, .height_px = 2160, .mm_per_px = 0.248F}},
                    Wall{"small_4_3", {.width_px = 1024, .height_px = 768, .mm_per_px = 0.5F}},
                    Wall{"larger_text", {.text_scale = 1.5F}},
                    Wall{"larger_text_portrait", {.width_px = 1080, .height_px = 1920, .text_scale = 1.5F}},
                    Wall{"light", {.scheme = Scheme::light}}, Wall{"high_contrast", {.scheme = Scheme::high_contrast}}),
    [](const auto& wall) { return wall.param.name; });

TEST(GalleryPicture, IsTheSameEachTime) {
  for (const GalleryScene& scene : gallery()) {
    TestWall one({}, scene.draw);
    TestWall other({}, scene.draw);
    EXPECT_TRUE(one.picture() == other.picture()) << scene.name;
  }
}

}  // namespace
}  // namespace mur::test
