#include "shared/base/seal.h"

#include <gtest/gtest.h>

namespace mur {
namespace {

TEST(Seal, OpensWithTheSecretKeyOnly) {
  const SealKeyPair hub = make_seal_key_pair();
  const SealKeyPair other = make_seal_key_pair();
  const Bytes box = seal(hub.public_key, as_bytes("06 12 34 56 78"));

  const auto opened = open_sealed(hub, box);
  ASSERT_TRUE(opened);
  EXPECT_EQ(as_text(*opened), "06 12 34 56 78");
  EXPECT_EQ(open_sealed(other, box).error().code, Errc::corrupt);
}

TEST(Seal, DiffersEachTimeSoThatEqualContactsDoNotShow) {
  const SealKeyPair hub = make_seal_key_pair();
  EXPECT_NE(seal(hub.public_key, as_bytes("a@b.fr")), seal(hub.public_key, as_bytes("a@b.fr")));
}

TEST(Seal, RefusesAnAlteredOrShortBox) {
  const SealKeyPair hub = make_seal_key_pair();
  Bytes box = seal(hub.public_key, as_bytes("a@b.fr"));
  box.back() ^= 1U;
  EXPECT_EQ(open_sealed(hub, box).error().code, Errc::corrupt);
  EXPECT_EQ(open_sealed(hub, Bytes(10)).error().code, Errc::corrupt);
}

}  // namespace
}  // namespace mur
