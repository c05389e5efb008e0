#include "shared/base/digest.h"

#include <gtest/gtest.h>

namespace mur {
namespace {

TEST(Digest, KeepsThePartsApart) {
  EXPECT_NE(digest128({as_bytes("ab"), as_bytes("c")}), digest128({as_bytes("a"), as_bytes("bc")}));
}

TEST(Digest, IsTheSameOnEveryMachine) {
  EXPECT_EQ(to_hex(digest128({as_bytes("mur")})), "ce987cc97edd65addbb32d2e845499af");
}

TEST(KeyedDigest, DependsOnTheKey) {
  SecretKey256 other{};
  other[0] = 1;
  EXPECT_NE(keyed_digest256(SecretKey256{}, {as_bytes("7K3M")}), keyed_digest256(other, {as_bytes("7K3M")}));
}

TEST(EqualSecret, ComparesContentAndLength) {
  EXPECT_TRUE(equal_secret(as_bytes("abc"), as_bytes("abc")));
  EXPECT_FALSE(equal_secret(as_bytes("abc"), as_bytes("abd")));
  EXPECT_FALSE(equal_secret(as_bytes("abc"), as_bytes("ab")));
}

}  // namespace
}  // namespace mur
