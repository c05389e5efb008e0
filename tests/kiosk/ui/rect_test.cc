#include "kiosk/ui/rect.h"

#include <gtest/gtest.h>

namespace mur::kiosk {
namespace {

TEST(Rect, CuttingLeavesTheRest) {
  Rect wall{0, 0, 100, 50};
  EXPECT_EQ(wall.take_top(10, 2), (Rect{0, 0, 100, 10}));
  EXPECT_EQ(wall, (Rect{0, 12, 100, 38}));
  EXPECT_EQ(wall.take_bottom(8, 2), (Rect{0, 42, 100, 8}));
  EXPECT_EQ(wall, (Rect{0, 12, 100, 28}));
  EXPECT_EQ(wall.take_left(20, 5), (Rect{0, 12, 20, 28}));
  EXPECT_EQ(wall.take_right(20, 5), (Rect{80, 12, 20, 28}));
  EXPECT_EQ(wall, (Rect{25, 12, 50, 28}));
}

TEST(Rect, CuttingMoreThanThereIsTakesAll) {
  Rect small{0, 0, 10, 10};
  EXPECT_EQ(small.take_top(30, 5), (Rect{0, 0, 10, 10}));
  EXPECT_TRUE(small.empty());
}

TEST(Rect, ColumnsShareWhatTheGapsLeave) {
  const std::vector<Rect> equal = columns({0, 0, 100, 10}, 3, 5);
  ASSERT_EQ(equal.size(), 3U);
  EXPECT_FLOAT_EQ(equal[0].w, 30);
  EXPECT_FLOAT_EQ(equal[2].right(), 100);
  const std::vector<Rect> shared = columns({0, 0, 110, 10}, {1, 4}, 10);
  EXPECT_FLOAT_EQ(shared[0].w, 20);
  EXPECT_FLOAT_EQ(shared[1].x, 30);
  EXPECT_FLOAT_EQ(shared[1].w, 80);
}

TEST(Rect, AGridGoesRowByRow) {
  const std::vector<Rect> cells = grid({0, 0, 21, 11}, 2, 2, 1);
  ASSERT_EQ(cells.size(), 4U);
  EXPECT_EQ(cells[1], (Rect{11, 0, 10, 5}));
  EXPECT_EQ(cells[2], (Rect{0, 6, 10, 5}));
}

TEST(Rect, WithinIsTheCommonPart) {
  EXPECT_EQ((Rect{0, 0, 10, 10}.within({5, 5, 10, 10})), (Rect{5, 5, 5, 5}));
  EXPECT_TRUE((Rect{0, 0, 10, 10}.within({20, 0, 5, 5}).empty()));
}

}  // namespace
}  // namespace mur::kiosk
