#include "shared/domain/wall.h"

#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;

TEST(Wall, ApplyReturnsWhatItReplacedSoThatItCanBeUndone) {
  House house;
  Organization changed = house.the(house.resident);
  changed.details.name = "La Cantine";
  const auto before = house.wall.apply({.seq = 9, .record = changed});
  ASSERT_TRUE(before);
  EXPECT_EQ(house.wall.organization_named("la cantine")->id, house.resident);
  EXPECT_EQ(house.wall.organization_named("Cantine des Récollets"), nullptr);
  house.wall.apply(*before);
  EXPECT_EQ(house.wall.organization_named("cantine des recollets")->id, house.resident);
}

TEST(Wall, DroppingUndoesAFirstApply) {
  House house;
  const std::size_t size = house.wall.size();
  const OfferId id = house.leave(House::two_hours());
  house.wall.drop(record_id(id));
  house.wall.drop(record_id(house.wall.ticket_of(house.ticket.code)->id));
  EXPECT_EQ(house.wall.size(), size);
  EXPECT_EQ(house.wall.ticket_of(house.ticket.code), nullptr);
  EXPECT_EQ(house.wall.ticket_for(record_id(id)), nullptr);
}

TEST(Wall, ATombstoneIsKeptButNotFoundAsANoun) {
  House house;
  const OfferId id = house.leave(House::two_hours());
  house.wall.apply({.seq = 9, .record = Tombstone{.of = record_id(id)}});
  EXPECT_EQ(house.wall.find(id), nullptr);
  ASSERT_NE(house.wall.find(record_id(id)), nullptr);
  int offers = 0;
  house.wall.each<Offer>([&offers](const Offer&) { ++offers; });
  EXPECT_EQ(offers, 0);
}

TEST(Wall, FindsTheChangedDatesOfASeriesWithOrWithoutIt) {
  House house;
  EventDetails date = House::soup();
  date.recurrence_id = date.timing.start;
  const EventId changed{house.must(PutEvent{.organization = house.resident, .details = date}, house.cook()).uuid};
  const EventId series = event_id(house.resident, House::soup());
  ASSERT_EQ(house.wall.changed_dates_of(series).size(), 1U);
  EXPECT_EQ(house.wall.changed_dates_of(series).front()->id, changed);
  EXPECT_TRUE(house.wall.changed_dates_of(event_id(house.newcomer, House::soup())).empty());
  house.wall.apply({.seq = 99, .record = Tombstone{.of = record_id(changed)}});
  EXPECT_TRUE(house.wall.changed_dates_of(series).empty());
}

TEST(Wall, FindsKeysByWhatTheyProve) {
  House house;
  const KeyId key{house.must(AddKey{.public_key = {7}, .role = Role::kiosk, .label = "entrée"}, House::admin()).uuid};
  ASSERT_NE(house.wall.key_of({7}), nullptr);
  EXPECT_EQ(house.wall.key_of({7})->id, key);
  EXPECT_EQ(house.wall.key_of({8}), nullptr);
}

}  // namespace
}  // namespace mur
