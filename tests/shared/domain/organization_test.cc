#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;

TEST(Organizations, ANameIsTakenWhateverItsCaseAndAccents) {
  House house;
  const auto again = house.ask(AddOrganization{.details = {.name = "CANTINE DES RECOLLETS"}}, House::admin());
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, Errc::conflict);
  EXPECT_EQ(again.error().message, "\"Cantine des Récollets\" is registered already");
}

TEST(Organizations, TrustNeedsAGuarantor) {
  House house;
  const auto refused = house.ask(SetTrust{.organization = house.newcomer, .trust = Trust::trusted}, House::admin());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "guarantor");
  house.must(SetTrust{.organization = house.newcomer, .trust = Trust::trusted, .guarantor = "Samira, accueil"},
             House::admin());
  EXPECT_EQ(house.the(house.newcomer).trust, Trust::trusted);
}

TEST(Organizations, SuspensionTakesEveryPostOffTheWallAndItsEndBringsThemBack) {
  House house;
  std::vector<EventId> events;
  for (int i = 0; i < 150; ++i)
    events.emplace_back(
        house
            .must(PutEvent{.organization = house.resident, .details = House::soup("soup" + std::to_string(i))},
                  house.cook())
            .uuid);
  const EventId hidden_before = events.back();
  house.must(Hide{.post = record_id(hidden_before), .reason = Reason::hoax}, House::moderator());

  house.must(SetTrust{.organization = house.resident, .trust = Trust::suspended}, House::admin());
  EXPECT_EQ(due(house.wall, house.now).size(), limits::kDuePerRound) << "in bounded rounds";
  house.wait(Seconds{1});
  for (const EventId id : events) EXPECT_EQ(house.the(id).moderation.status, PostStatus::hidden);
  const auto refused = house.ask(PutEvent{.organization = house.resident, .details = House::soup("new")}, house.cook());
  EXPECT_EQ(refused.error().code, Errc::closed);

  house.must(SetTrust{.organization = house.resident, .trust = Trust::trusted}, House::admin());
  house.wait(Seconds{1});
  EXPECT_EQ(house.the(events.front()).moderation.status, PostStatus::published);
  EXPECT_EQ(house.the(hidden_before).moderation.status, PostStatus::hidden) << "what a person hid stays hidden";
}

TEST(TheHub, ADemonstrationNeverBecomesReal) {
  House house;
  Hub hub = *house.wall.hub();
  hub.demo = true;
  const auto refused = house.ask(PutHub{hub}, House::clock());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "demo");
}

TEST(TheHub, TheSameConfigurationAgainChangesNothing) {
  House house;
  const auto again = house.ask(PutHub{*house.wall.hub()}, House::clock());
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->records.empty());
}

}  // namespace
}  // namespace mur
