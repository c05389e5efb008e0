#include "shared/base/uuid.h"

#include <gtest/gtest.h>

#include "tests/support/counted_random.h"

namespace mur {
namespace {

TEST(Uuid, WritesAndReadsItsText) {
  test::CountedRandom random;
  const Uuid uuid = make_uuid(TimePoint{Milliseconds{0x0190A6E00000}}, random);
  const std::string text = to_string(uuid);
  EXPECT_EQ(text.substr(0, 15), "0190a6e0-0000-7");
  EXPECT_EQ(parse_uuid(text), uuid);
}

TEST(Uuid, SortsByTimeOfMaking) {
  test::CountedRandom random(200);
  const Uuid first = make_uuid(TimePoint{Milliseconds{1}}, random);
  const Uuid second = make_uuid(TimePoint{Milliseconds{2}}, random);
  EXPECT_LT(first, second);
}

TEST(Uuid, DerivesTheSameFromTheSame) {
  const Uuid parent = *parse_uuid("0190a6e0-0000-7000-8000-000000000001");
  EXPECT_EQ(derive_uuid(parent, "offer"), derive_uuid(parent, "offer"));
  EXPECT_NE(derive_uuid(parent, "offer"), derive_uuid(parent, "ticket"));
  EXPECT_EQ(to_string(derive_uuid(parent, "offer")).at(14), '8');
}

TEST(Uuid, RefusesWhatIsNotOne) {
  EXPECT_EQ(parse_uuid(""), std::nullopt);
  EXPECT_EQ(parse_uuid("0190a6e000007000800000000000000100000"), std::nullopt);
  EXPECT_EQ(parse_uuid("0190a6e0-0000-7000-8000-00000000000g"), std::nullopt);
}

}  // namespace
}  // namespace mur
