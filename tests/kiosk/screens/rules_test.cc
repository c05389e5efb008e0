// KIOSK_UX § 2 held against every screen: sizes, gaps, reach, words that fit.
#include <gtest/gtest.h>

#include "tests/kiosk/screens/all_screens.h"

namespace mur::test {

using namespace app;

namespace {

struct Size {
  int width;
  int height;
};

class Rules : public testing::TestWithParam<Size> {
 protected:
  /// Every screen in both languages, plain and A+, on this size.
  template <class Check>
  void each(Wall wall, Check&& check) {
    Stage stage({.width = GetParam().width, .height = GetParam().height, .wall = wall});
    // 4K is the same layout in finer pixels, and slow to draw: one language, one size of letters.
    const bool fine = GetParam().width > 1920;
    for (const char* language : {"fr", "en"})
      for (const bool large : {false, true})
        for (const ScreenWay& way : all_screens(wall)) {
          if (fine && (large || std::string_view(language) != "fr")) continue;
          SCOPED_TRACE(way.name + " " + language + (large ? " A+" : ""));
          stage.walk(way.actions, {.language = language, .large_text = large});
          check(stage, way, large);
        }
  }
};

class PortraitRules : public Rules {};

}  // namespace

TEST_P(Rules, TargetsAreLargeApartAndOnTheScreen) {
  each(SampleWall::with_every_need(),
       [](Stage& stage, const ScreenWay&, bool) { EXPECT_EQ(stage.wall().faults(), ""); });
}

TEST_P(Rules, TargetsAreLargeApartAndOnTheScreenWithLongWords) {
  each(SampleWall::wordy(), [](Stage& stage, const ScreenWay&, bool) { EXPECT_EQ(stage.wall().faults(), ""); });
}

TEST_P(PortraitRules, NothingAboveTheMiddleIsTouched) {
  each(SampleWall::with_every_need(), [](Stage& stage, const ScreenWay&, bool) {
    const float middle = stage.wall().ui().screen().h * 0.55F;
    for (const kiosk::TouchTarget& target : stage.wall().ui().targets().all()) {
      if (target.visible.empty()) continue;
      EXPECT_GE(target.visible.y, middle) << target.id;
    }
  });
}

TEST_P(Rules, OrdinaryWordsFitWhereTheyArePut) {
  // A+ trades completeness for size: lines of detail may end in "…" there, nothing may run out of its box.
  each(SampleWall::with_every_need(), [](Stage& stage, const ScreenWay&, bool) {
    for (const kiosk::Ui::TextFault& fault : stage.wall().ui().text_faults())
      EXPECT_TRUE(fault.cut) << "out of its box: " << fault.text;
  });
}

TEST_P(Rules, LongWordsAreCutNeverSpilt) {
  each(SampleWall::wordy(), [](Stage& stage, const ScreenWay&, bool) {
    for (const kiosk::Ui::TextFault& fault : stage.wall().ui().text_faults())
      EXPECT_TRUE(fault.cut) << "out of its box: " << fault.text;
  });
}

INSTANTIATE_TEST_SUITE_P(Sizes, PortraitRules, testing::Values(Size{1080, 1920}), [](const auto& of) {
  return std::to_string(of.param.width) + "x" + std::to_string(of.param.height);
});
INSTANTIATE_TEST_SUITE_P(Sizes, Rules, testing::Values(Size{1920, 1080}, Size{1080, 1920}, Size{3840, 2160}),
                         [](const auto& of) {
                           return std::to_string(of.param.width) + "x" + std::to_string(of.param.height);
                         });

TEST(EmptyWall, EveryScreenStandsWithoutAnyPost) {
  Stage stage({.wall = SampleWall::empty()});
  for (const ScreenWay& way : all_screens(SampleWall::empty())) {
    stage.walk(way.actions);
    EXPECT_EQ(stage.wall().faults(), "") << way.name;
    EXPECT_EQ(stage.text_faults(), "") << way.name;
  }
}

}  // namespace mur::test
