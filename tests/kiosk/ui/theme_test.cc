#include "kiosk/ui/theme.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace mur::kiosk {
namespace {

constexpr double kText = 7;
constexpr double kEdge = 3;

class Schemes : public testing::TestWithParam<Scheme> {
 protected:
  const Palette& colors = palette_of(GetParam());
  std::vector<Color> grounds{colors.background, colors.bar, colors.column, colors.card};
  std::vector<Color> accents{colors.need, colors.offer, colors.attention, colors.good, colors.bad};
};

TEST_P(Schemes, TextStandsOutSevenTimes) {
  for (const Color ground : grounds) {
    EXPECT_GE(contrast_ratio(colors.text, ground), kText);
    EXPECT_GE(contrast_ratio(colors.muted, ground), kText);
    EXPECT_GE(contrast_ratio(colors.past, ground), kText);
    for (const Color accent : accents) EXPECT_GE(contrast_ratio(accent, ground), kText);
  }
  EXPECT_GE(contrast_ratio(colors.text, colors.raised), kText);
  for (const Color accent : accents) EXPECT_GE(contrast_ratio(colors.on_fill, accent), kText);
}

TEST_P(Schemes, EdgesOfWhatCanBeTouchedStandOutThreeTimes) {
  for (const Color ground : grounds) {
    EXPECT_GE(contrast_ratio(colors.edge, ground), kEdge);
    EXPECT_GE(contrast_ratio(colors.text, ground), kEdge) << "the ring";
  }
}

INSTANTIATE_TEST_SUITE_P(All, Schemes, testing::Values(Scheme::dark, Scheme::light, Scheme::high_contrast));

TEST(ContrastRatio, IsThatOfWcag) {
  EXPECT_NEAR(contrast_ratio(rgb(0x000000), rgb(0xFFFFFF)), 21, 0.001);
  EXPECT_NEAR(contrast_ratio(rgb(0x777777), rgb(0xFFFFFF)), 4.48, 0.01);
  EXPECT_NEAR(contrast_ratio(rgb(0x123456), rgb(0x123456)), 1, 0.001);
}

TEST(Theme, AUnitGrowsWithTheScreen) {
  EXPECT_FLOAT_EQ((Theme{.width_px = 1920, .height_px = 1080}.px_per_u()), 1);
  EXPECT_FLOAT_EQ((Theme{.width_px = 3840, .height_px = 2160}.px_per_u()), 2);
  EXPECT_FLOAT_EQ((Theme{.width_px = 1080, .height_px = 1920}.px_per_u()), 1);
  EXPECT_FLOAT_EQ((Theme{.width_px = 960, .height_px = 1080}.px_per_u()), 0.5625F);
}

TEST(Theme, TargetsAreNeverUnder72UnitsNor25Millimetres) {
  const Theme wall;
  EXPECT_FLOAT_EQ(wall.target(), 72);
  const Theme tablet{.width_px = 1920, .height_px = 1080, .mm_per_px = 0.2F};
  EXPECT_FLOAT_EQ(tablet.target(), 125);
  EXPECT_FLOAT_EQ(tablet.key_target(), 100);
}

TEST(Theme, LargerTextGrowsByHalfButNeverPastAHeadline) {
  Theme larger;
  larger.text_scale = 1.5F;
  EXPECT_FLOAT_EQ(larger.text_size(TextStyle::body), 45);
  EXPECT_FLOAT_EQ(larger.text_size(TextStyle::title), 96);
  EXPECT_FLOAT_EQ(larger.text_size(TextStyle::headline), 101);
}

TEST(Theme, NoTextIsSmallerThanThatOfAnArmsLength) {
  for (int i = 0; i < kTextStyleCount; ++i)
    EXPECT_GE(Theme{}.text_size(static_cast<TextStyle>(i)), size::kSmallestText);
}

}  // namespace
}  // namespace mur::kiosk
