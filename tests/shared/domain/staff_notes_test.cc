#include "shared/domain/staff_notes.h"

#include <gtest/gtest.h>

#include "shared/domain/scope.h"
#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;

TEST(StaffNotes, AreForStaffAloneAndGoWithTheirPost) {
  House house;
  const RecordId post = house.must(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook());
  house.must(AddStaffNote{.post = post, .text = "J'ai appelé, c'est bon."}, House::someone(Role::on_duty));
  const StaffNotes notes = house.the(staff_notes_id(post));
  ASSERT_EQ(notes.notes.size(), 1U);
  EXPECT_EQ(notes.notes[0], (StaffNote{.at = house.now, .author = "on-duty", .text = "J'ai appelé, c'est bon."}));
  EXPECT_EQ(project(notes, Scope{}), std::nullopt);
  EXPECT_EQ(project(notes, Scope{.kind = Scope::Kind::organization, .organization = house.resident}), std::nullopt)
      << "never its author";
  EXPECT_EQ(project(notes, Scope{.kind = Scope::Kind::staff}), Record{notes});
  house.wait(std::chrono::days{60});
  EXPECT_EQ(house.wall.find(notes.id), nullptr);
}

TEST(StaffNotes, AreWrittenByStaffAlone) {
  House house;
  const RecordId post = house.must(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook());
  for (const Role role : {Role::owner, Role::member, Role::proposer, Role::visitor, Role::kiosk, Role::clock})
    EXPECT_EQ(house.ask(AddStaffNote{.post = post, .text = "x"}, House::someone(role)).error().code, Errc::forbidden)
        << to_string(role);
  for (const Role role : {Role::admin, Role::moderator, Role::on_duty})
    EXPECT_TRUE(house.ask(AddStaffNote{.post = post, .text = "x"}, House::someone(role))) << to_string(role);
}

TEST(StaffNotes, TheOldestGoesWhereThereAreTooMany) {
  House house;
  const RecordId post = house.must(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook());
  for (std::size_t i = 0; i <= limits::kStaffNotes; ++i)
    house.must(AddStaffNote{.post = post, .text = std::to_string(i)}, House::admin());
  const StaffNotes& notes = house.the(staff_notes_id(post));
  EXPECT_EQ(notes.notes.size(), limits::kStaffNotes);
  EXPECT_EQ(notes.notes.front().text, "1");
  EXPECT_EQ(house.ask(AddStaffNote{.post = post, .text = ""}, House::admin()).error().field, "text");
}

}  // namespace
}  // namespace mur
