#include "shared/base/clock.h"

#include <gtest/gtest.h>

namespace mur {
namespace {

TEST(ShiftedClock, StartsWhereItWasSetAndRunsOn) {
  const TimePoint start{Milliseconds{1'000'000}};
  const auto clock = make_clock_starting_at(start);
  const TimePoint first = clock->now();
  EXPECT_GE(first, start);
  EXPECT_LT(first, start + std::chrono::hours{1});
  while (clock->now() == first) {
  }
  EXPECT_GT(clock->now(), first);
}

}  // namespace
}  // namespace mur
