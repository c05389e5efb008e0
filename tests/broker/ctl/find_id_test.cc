#include "broker/ctl/find_id.h"

#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur::ctl {
namespace {

OfferId offer_id(std::string_view digits) {
  std::string text{digits};
  constexpr std::string_view kRest = "00000000-0000-4000-8000-000000000000";
  return OfferId{*parse_uuid(text + std::string(kRest.substr(digits.size())))};
}

class FindId : public ::testing::Test {
 protected:
  void have(const OfferId& id, const std::string& text) {
    Offer offer;
    offer.id = id;
    offer.details.tiles = {Tile::other};
    offer.details.text = text;
    house.wall.apply({.seq = ++house.head, .record = offer});
  }

  test::House house;
};

TEST_F(FindId, FourDigitsAreEnoughWhereTheyAreAlone) {
  have(offer_id("0190a6e0"), "Couture");
  const auto found = find_id(house.wall, "0190", kPosts);
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(*found, record_id(offer_id("0190a6e0")));
  EXPECT_EQ(find_id(house.wall, "offer/0190A6", kPosts).value(), *found);
  EXPECT_EQ(find_id(house.wall, to_string(*found), kPosts).value(), *found);
}

TEST_F(FindId, FewerThanFourOrOtherKindsFindNothing) {
  have(offer_id("0190a6e0"), "Couture");
  EXPECT_EQ(find_id(house.wall, "019", kPosts).error().code, Errc::not_found);
  EXPECT_EQ(find_id(house.wall, "need/0190", kPosts).error().code, Errc::not_found);
  EXPECT_EQ(find_id(house.wall, "0190", {RecordKind::event}).error().code, Errc::not_found);
  EXPECT_EQ(find_id(house.wall, "Couture", kPosts).error().code, Errc::not_found);
}

TEST_F(FindId, SeveralThatBeginSoAreListed) {
  have(offer_id("0190a6e0"), "Couture");
  have(offer_id("0190ffff"), "Piano");
  const auto found = find_id(house.wall, "0190", kPosts);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, Errc::conflict);
  EXPECT_TRUE(found.error().message.contains("\"Couture\"")) << found.error().message;
  EXPECT_TRUE(found.error().message.contains("offer/0190ffff-")) << found.error().message;
}

TEST_F(FindId, WhatIsGoneIsNotFound) {
  have(offer_id("0190a6e0"), "Couture");
  house.wall.apply({.seq = ++house.head, .record = Tombstone{.of = record_id(offer_id("0190a6e0"))}});
  EXPECT_EQ(find_id(house.wall, "0190a6e0", kPosts).error().code, Errc::not_found);
}

TEST_F(FindId, AnOrganizationIsFoundByNameWhateverItsCaseAndAccents) {
  EXPECT_EQ(find_organization(house.wall, "cantine des recollets").value(), house.resident);
  EXPECT_EQ(find_organization(house.wall, to_string(house.resident).substr(0, 8)).value(), house.resident);
}

TEST_F(FindId, AnOrganizationThatIsCalledAlmostSoIsProposed) {
  const auto found = find_organization(house.wall, "cantine");
  ASSERT_FALSE(found);
  EXPECT_TRUE(found.error().message.contains("Cantine des Récollets")) << found.error().message;
}

}  // namespace
}  // namespace mur::ctl
