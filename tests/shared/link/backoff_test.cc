#include "shared/link/backoff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace mur::test {
namespace {

using namespace std::chrono_literals;
using link::Backoff;

/// Always the same byte: 0 for the shortest wait, 255 for one near the longest.
class SameRandom final : public RandomSource {
 public:
  explicit SameRandom(std::uint8_t byte) : byte_{byte} {}
  void fill(std::span<std::uint8_t> out) override { std::ranges::fill(out, byte_); }

 private:
  std::uint8_t byte_;
};

TEST(Backoff, NeverWaitsLessThanTheLeast) {
  SameRandom low{0};
  Backoff backoff{low};
  for (int i = 0; i < 20; ++i) EXPECT_EQ(backoff.next(), 500ms);
}

TEST(Backoff, ItsCeilingDoublesUpToTheMost) {
  std::vector<Milliseconds> longest(8, 0ms);
  for (std::uint8_t byte = 1; byte < 255; ++byte) {
    SameRandom random{byte};
    Backoff backoff{random, 500ms, 30s};
    for (Milliseconds& most : longest) {
      const Milliseconds wait = backoff.next();
      EXPECT_GE(wait, 500ms);
      most = std::max(most, wait);
    }
  }
  EXPECT_LE(longest[0], 1000ms);
  EXPECT_LE(longest[1], 2000ms);
  EXPECT_LE(longest[2], 4000ms);
  EXPECT_LE(longest[7], 30s);
  EXPECT_GT(longest[7], 25s);
}

TEST(Backoff, AfterASuccessItWaitsLittleAgain) {
  SameRandom random{77};
  Backoff backoff{random};
  const Milliseconds first = backoff.next();
  for (int i = 0; i < 10; ++i) (void)backoff.next();

  backoff.reset();

  EXPECT_EQ(backoff.next(), first);
}

}  // namespace
}  // namespace mur::test
