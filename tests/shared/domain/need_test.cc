#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;

TEST(PutNeed, NamesItsSlotsAndTakesNoWordForWhatIsHeld) {
  House house;
  NeedDetails details = House::servers();
  details.slots[0].held = 3;
  const NeedId id{house.must(PutNeed{.organization = house.resident, .details = details}, house.cook()).uuid};
  const Slot& slot = house.the(id).details.slots.at(0);
  EXPECT_FALSE(slot.id.is_nil());
  EXPECT_EQ(slot.held, 0);
  EXPECT_EQ(missing(house.the(id)), 4);
}

TEST(PutNeed, NeedsAtLeastOneSlotWithARole) {
  House house;
  NeedDetails details = House::servers();
  details.slots[0].role = "";
  EXPECT_EQ(house.ask(PutNeed{.organization = house.resident, .details = details}, house.cook()).error().field, "role");
  details.slots.clear();
  EXPECT_EQ(house.ask(PutNeed{.organization = house.resident, .details = details}, house.cook()).error().field,
            "slots");
}

TEST(PutNeed, HangsOnAnEventOfTheSameOrganizationOnly) {
  House house;
  const EventId theirs{
      house.must(PutEvent{.organization = house.newcomer, .details = House::soup()}, house.mechanic()).uuid};
  NeedDetails details = House::servers();
  details.event = theirs;
  EXPECT_EQ(house.ask(PutNeed{.organization = house.resident, .details = details}, house.cook()).error().field,
            "event");
}

TEST(PutNeed, AChangeKeepsTheSlotsItNames) {
  House house;
  const NeedId id{house.must(PutNeed{.organization = house.resident, .details = House::servers()}, house.cook()).uuid};
  NeedDetails changed = house.the(id).details;
  const SlotId kept = changed.slots[0].id;
  changed.slots[0].wanted = 6;
  changed.slots.push_back(Slot{.role = "Vaisselle", .wanted = 2});
  house.must(PutNeed{.need = id, .organization = house.resident, .details = changed}, house.cook());
  EXPECT_EQ(house.the(id).details.slots.at(0).id, kept);
  EXPECT_EQ(missing(house.the(id)), 8);
  changed.slots[1].id = SlotId{derive_uuid(Uuid{}, "someone else's")};
  EXPECT_EQ(
      house.ask(PutNeed{.need = id, .organization = house.resident, .details = changed}, house.cook()).error().field,
      "slots");
}

TEST(PutNeed, OverAlreadyIsNotTaken) {
  House house;
  house.now += std::chrono::days{30};
  EXPECT_EQ(house.ask(PutNeed{.organization = house.resident, .details = House::servers()}, house.cook()).error().code,
            Errc::closed);
}

TEST(CloseNeed, IsTheOwnersOrStaffs) {
  House house;
  const NeedId id{house.must(PutNeed{.organization = house.resident, .details = House::servers()}, house.cook()).uuid};
  EXPECT_EQ(house.ask(CloseNeed{.need = id}, house.mechanic()).error().code, Errc::not_found);
  house.must(CloseNeed{.need = id}, house.cook());
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::closed);
}

TEST(Time, ClosesANeedWhenItsLastSlotIsOverAndPurgesItLater) {
  House house;
  const NeedId id{house.must(PutNeed{.organization = house.resident, .details = House::servers()}, house.cook()).uuid};
  house.wait(std::chrono::days{10});
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::expired);
  house.wait(std::chrono::days{31});
  EXPECT_EQ(house.wall.find(id), nullptr);
}

}  // namespace
}  // namespace mur
