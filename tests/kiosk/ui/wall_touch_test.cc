// Fingers on real frames: SDL events in, widgets drawn, what they return out.

#include <gtest/gtest.h>

#include <map>

#include "kiosk/ui/widgets.h"
#include "tests/kiosk/ui/test_wall.h"

namespace mur::test {
namespace {

using namespace kiosk;

constexpr Rect kLeft{100, 100, 300, 150};
constexpr Rect kRight{500, 100, 300, 150};

/// Two buttons, and how often each was tapped.
class TwoButtons : public testing::Test {
 protected:
  std::map<std::string, int> taps;
  TestWall wall{{}, [this](Ui& ui) {
                  taps["left"] += button(ui, "left", kLeft, {.label = "Gauche"}) ? 1 : 0;
                  taps["right"] += button(ui, "right", kRight, {.label = "Droite"}) ? 1 : 0;
                }};
};

TEST_F(TwoButtons, ATapLandsOnTheButtonUnderTheFinger) {
  ASSERT_TRUE(wall.tap("right"));
  EXPECT_EQ(taps["right"], 1);
  EXPECT_EQ(taps["left"], 0);
}

TEST_F(TwoButtons, TwoTapsFasterThanAFrameBothCountWhereTheyWere) {
  wall.push_fast_tap(kLeft.center());
  wall.push_fast_tap(kRight.center());
  wall.frame();
  EXPECT_EQ(taps["left"], 1);
  EXPECT_EQ(taps["right"], 1);
  for (int i = 0; i < 3; ++i) wall.push_fast_tap(kLeft.center());
  wall.frame();
  EXPECT_EQ(taps["left"], 4);
}

TEST_F(TwoButtons, ASecondFingerTapsNothing) {
  wall.finger_down(kLeft.center(), 1);
  wall.finger_down(kRight.center(), 2);
  wall.finger_up(kRight.center(), 2);
  wall.settle();
  EXPECT_EQ(taps["right"], 0);
  wall.finger_up(kLeft.center(), 1);
  EXPECT_EQ(taps["left"], 1);
}

TEST_F(TwoButtons, AFingerThatSlidesOffTapsNothing) {
  wall.finger_down(kLeft.center());
  wall.finger_move(kRight.center());
  wall.finger_up(kRight.center());
  wall.settle();
  EXPECT_EQ(taps["left"], 0);
  EXPECT_EQ(taps["right"], 0);
}

TEST_F(TwoButtons, ThePressShowsInTheVeryNextFrame) {
  const Picture idle = wall.picture();
  wall.finger_down(kLeft.center());
  const Picture pressed = wall.picture();
  EXPECT_FALSE(idle == pressed);
  wall.finger_up(kLeft.center());
  wall.settle();
  EXPECT_TRUE(idle == wall.picture()) << "nothing hovers once the finger has gone";
}

TEST_F(TwoButtons, AnIdleWallAsksForNoFrame) { EXPECT_FALSE(wall.ui().redraw_in()); }

TEST(DisabledButton, SaysWhyAndTakesNoTap) {
  bool tapped = false;
  TestWall wall({}, [&](Ui& ui) {
    tapped = button(ui, "go", kLeft, {.label = "Continuer", .disabled_because = "Choisissez d’abord"}) || tapped;
  });
  EXPECT_FALSE(wall.tap("go"));
  wall.push_fast_tap(kLeft.center());
  wall.settle();
  EXPECT_FALSE(tapped);
  ASSERT_NE(wall.ui().targets().find("go"), nullptr);
  EXPECT_FALSE(wall.ui().targets().find("go")->enabled);
}

/// Twenty cards, each 100 high, in a view of 500.
class LongList : public testing::Test {
 protected:
  static constexpr Rect kView{100, 100, 800, 500};
  std::map<int, int> taps;
  TestWall wall{{}, [this](Ui& ui) {
                  scroll_area(ui, "list", kView, {"Suite", "Précédent"}, [&](const Rect& content) {
                    for (int i = 0; i < 20; ++i) {
                      const Rect place{content.x, content.y + static_cast<float>(i) * 110, content.w, 100};
                      const std::string id = "card" + std::to_string(i);
                      taps[i] += card(ui, id, place, {.edge = Accent::need, .title = "Servir à table"}) ? 1 : 0;
                    }
                    return 20 * 110.F;
                  });
                }};
};

TEST_F(LongList, ATapOpensTheCard) {
  ASSERT_TRUE(wall.tap("card1"));
  EXPECT_EQ(taps[1], 1);
}

TEST_F(LongList, ADragScrollsAndTapsNothing) {
  wall.finger_down({300, 450});
  for (const float y : {420.F, 380.F, 340.F, 300.F}) wall.finger_move({300, y});
  EXPECT_FLOAT_EQ(wall.ui().targets().find("card0")->rect.y, 100 - 150);
  wall.pass(Milliseconds{200});
  wall.finger_up({300, 300});
  wall.settle();
  for (const auto& [card, count] : taps) EXPECT_EQ(count, 0) << card;
}

TEST_F(LongList, AThrownListAsksForFramesUntilItStands) {
  wall.finger_down({300, 450});
  for (const float y : {420.F, 360.F, 300.F}) wall.finger_move({300, y});
  wall.finger_up({300, 300});
  EXPECT_TRUE(wall.ui().redraw_in());
  wall.pass(Milliseconds{4000});
  EXPECT_FALSE(wall.ui().redraw_in());
  EXPECT_LT(wall.ui().targets().find("card0")->rect.y, -200);
}

TEST_F(LongList, ItsPagesTurnWithoutDragging) {
  EXPECT_EQ(wall.ui().targets().find("list.previous"), nullptr) << "there is nothing before the first page";
  ASSERT_TRUE(wall.tap("list.next"));
  wall.pass(Milliseconds{300});
  EXPECT_LT(wall.ui().targets().find("card0")->rect.y, -200);
  ASSERT_TRUE(wall.tap("list.previous"));
  wall.pass(Milliseconds{300});
  EXPECT_FLOAT_EQ(wall.ui().targets().find("card0")->rect.y, 100);
}

TEST_F(LongList, WhatIsScrolledAwayCannotBeTouched) {
  EXPECT_FALSE(wall.tap("card19"));
  wall.push_fast_tap({300, 700});  // below the view, where card 5 would be
  wall.settle();
  for (const auto& [card, count] : taps) EXPECT_EQ(count, 0) << card;
}

TEST_F(LongList, TheNextVisitorStartsAtTheTop) {
  ASSERT_TRUE(wall.tap("list.next"));
  wall.pass(Milliseconds{300});
  wall.ui().forget();
  wall.settle();
  EXPECT_FLOAT_EQ(wall.ui().targets().find("card0")->rect.y, 100);
}

TEST(Dialogue, KeepsFingersFromWhatIsBelow) {
  int below = 0;
  int above = 0;
  TestWall wall({}, [&](Ui& ui) {
    below += button(ui, "below", ui.screen().centered(800, 400), {.label = "Dessous"}) ? 1 : 0;
    dialogue(ui, "still", 400, 200,
             [&](const Rect& box) { above += button(ui, "above", box.inset(20), {.label = "Continuer"}) ? 1 : 0; });
  });
  EXPECT_FALSE(wall.tap("below"));
  wall.push_fast_tap({600, 400});  // on the button below, beside the dialogue
  wall.settle();
  ASSERT_TRUE(wall.tap("above"));
  EXPECT_EQ(below, 0);
  EXPECT_EQ(above, 1);
}

TEST(Text, ACharacterSeenForTheFirstTimeIsDrawnInTheNextFrame) {
  TestWall wall({}, [](Ui& ui) { text(ui, {40, 40, 900, 100}, "Nguyễn", {.style = TextStyle::title}); });
  const Picture settled = wall.picture();
  TestWall without({}, [](Ui& ui) { text(ui, {40, 40, 900, 100}, "Nguyn", {.style = TextStyle::title}); });
  EXPECT_FALSE(settled == without.picture());
}

}  // namespace
}  // namespace mur::test
