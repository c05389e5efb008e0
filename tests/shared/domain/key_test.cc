#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;

CurvePublicKey curve(std::uint8_t n) {
  CurvePublicKey key{};
  key[0] = n;
  return key;
}

TEST(Keys, ANewKeyForTheSameKioskKeepsItsPrincipal) {
  House house;
  const KeyId first{
      house.must(AddKey{.public_key = curve(1), .role = Role::kiosk, .label = "entrée"}, House::admin()).uuid};
  const KeyId second{house
                         .must(AddKey{.public_key = curve(2),
                                      .role = Role::kiosk,
                                      .label = "entrée",
                                      .replaces = house.the(first).principal},
                               House::admin())
                         .uuid};
  EXPECT_EQ(house.the(second).principal, house.the(first).principal);
  EXPECT_NE(first, second);
}

TEST(Keys, ARevokedKeyIsRememberedForGood) {
  House house;
  const KeyId key{
      house.must(AddKey{.public_key = curve(1), .role = Role::kiosk, .label = "entrée"}, House::admin()).uuid};
  const auto revoked = house.ask(RevokeKey{.key = key}, House::admin());
  ASSERT_TRUE(revoked);
  EXPECT_EQ(revoked->forgotten, std::vector{record_id(key)});
  EXPECT_TRUE(is_revoked(house.the(key)));
}

TEST(Keys, TheLastAdminKeyStays) {
  House house;
  const KeyId only{
      house.must(AddKey{.public_key = curve(1), .role = Role::admin, .label = "Samira"}, House::admin()).uuid};
  EXPECT_EQ(house.ask(RevokeKey{.key = only}, House::admin()).error().code, Errc::closed);
  house.must(AddKey{.public_key = curve(2), .role = Role::admin, .label = "Luc"}, House::admin());
  house.must(RevokeKey{.key = only}, House::admin());
}

TEST(Keys, AnOwnerGivesKeysOfItsOwnOrganizationOnly) {
  House house;
  EXPECT_TRUE(
      house.ask(AddKey{.public_key = curve(1), .role = Role::member, .organization = house.resident, .label = "Ana"},
                house.cook()));
  EXPECT_EQ(
      house
          .ask(AddKey{.public_key = curve(2), .role = Role::member, .organization = house.newcomer, .label = "Ana"},
               house.cook())
          .error()
          .code,
      Errc::forbidden);
  EXPECT_EQ(house.ask(AddKey{.public_key = curve(3), .role = Role::admin, .label = "Ana"}, house.cook()).error().code,
            Errc::forbidden);
}

TEST(Keys, NobodyHoldsTheClocksKey) {
  House house;
  EXPECT_EQ(house.ask(AddKey{.public_key = curve(1), .role = Role::clock, .label = "x"}, House::admin()).error().field,
            "role");
}

}  // namespace
}  // namespace mur
