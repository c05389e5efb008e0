#include "kiosk/ui/scrolling.h"

#include <gtest/gtest.h>

namespace mur::kiosk {
namespace {

constexpr Milliseconds kFrame{16};

/// A list of 2,000 u in a view of 500 u, a finger on it and frames going by.
class ScrollingList : public testing::Test {
 protected:
  ScrollingList() { list.fit(2000, 500); }

  bool down(float y) { return step({.went_down = true, .is_down = true, .y = y}); }
  bool move(float y) { return step({.is_down = true, .y = y}); }
  bool up(float y) { return step({.y = y}); }
  bool step(const Scrolling::Finger& finger) { return list.update(finger, now += kFrame, motion); }
  void wait(Milliseconds span) {
    for (const Milliseconds end = now + span; now < end;) step({});
  }

  Scrolling list;
  Milliseconds now{0};
  Motion motion = Motion::full;
};

TEST_F(ScrollingList, AFingerThatTremblesIsATap) {
  EXPECT_FALSE(down(300));
  EXPECT_FALSE(move(308));
  EXPECT_FALSE(up(296));
  EXPECT_FLOAT_EQ(list.offset(), 0);
}

TEST_F(ScrollingList, ADragMovesTheListWithTheFinger) {
  down(300);
  EXPECT_TRUE(move(250));
  EXPECT_FLOAT_EQ(list.offset(), 50);
  EXPECT_TRUE(move(100));
  EXPECT_FLOAT_EQ(list.offset(), 200);
}

TEST_F(ScrollingList, AFlickFasterThanAFrameIsADragToo) {
  down(300);
  EXPECT_TRUE(up(200)) << "or it would tap what it started on";
  EXPECT_FLOAT_EQ(list.offset(), 100);
}

TEST_F(ScrollingList, AThrownListGlidesAndStopsWhereE35Says) {
  down(400);
  for (const float y : {380.F, 360.F, 340.F, 320.F, 300.F, 280.F}) move(y);
  up(280);
  const float lifted = list.offset();
  EXPECT_TRUE(list.moving());
  wait(Milliseconds{3000});
  EXPECT_FALSE(list.moving());
  // 1,250 u/s at the end of the drag, less the first smoothing; the integral of v e^(-3.5 t) is v / 3.5.
  EXPECT_NEAR(list.offset() - lifted, 1250 / 3.5, 50);
}

TEST_F(ScrollingList, AFingerThatRestedThrowsNothing) {
  down(400);
  move(300);
  move(250);
  for (int i = 0; i < 10; ++i) move(250);
  up(250);
  EXPECT_FALSE(list.moving());
}

TEST_F(ScrollingList, TouchingAGlidingListStopsItAndTapsNothing) {
  down(400);
  for (const float y : {360.F, 320.F, 280.F}) move(y);
  up(280);
  ASSERT_TRUE(list.moving());
  EXPECT_TRUE(down(200));
  EXPECT_TRUE(up(200));
  EXPECT_FALSE(list.moving());
}

TEST_F(ScrollingList, NeverLeavesItsContent) {
  down(100);
  move(480);
  EXPECT_FLOAT_EQ(list.offset(), 0);
  for (int i = 0; i < 8; ++i) list.page(+1, now, Motion::reduced);
  EXPECT_FLOAT_EQ(list.offset(), 1500);
  list.fit(600, 500);
  EXPECT_FLOAT_EQ(list.offset(), 100);
}

TEST_F(ScrollingList, PagesMoveByMostOfAView) {
  list.page(+1, now, Motion::reduced);
  EXPECT_FLOAT_EQ(list.offset(), 425);
  EXPECT_TRUE(list.can_page(-1));
  list.page(-1, now, Motion::reduced);
  EXPECT_FLOAT_EQ(list.offset(), 0);
  EXPECT_FALSE(list.can_page(-1));
  EXPECT_TRUE(list.can_page(+1));
}

TEST_F(ScrollingList, APageGlidesWithin200Milliseconds) {
  list.page(+1, now, Motion::full);
  EXPECT_TRUE(list.moving());
  wait(Milliseconds{100});
  EXPECT_GT(list.offset(), 100);
  EXPECT_LT(list.offset(), 425);
  wait(Milliseconds{120});
  EXPECT_FLOAT_EQ(list.offset(), 425);
  EXPECT_FALSE(list.moving());
}

TEST_F(ScrollingList, ReducedMotionNeverGlides) {
  motion = Motion::reduced;
  down(400);
  for (const float y : {360.F, 320.F, 280.F}) move(y);
  up(280);
  EXPECT_FALSE(list.moving());
  EXPECT_FLOAT_EQ(list.offset(), 120);
}

}  // namespace
}  // namespace mur::kiosk
