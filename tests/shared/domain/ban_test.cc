#include "shared/domain/ban.h"

#include <gtest/gtest.h>

#include "shared/domain/feed_schedule.h"
#include "shared/domain/scope.h"
#include "tests/support/house.h"

namespace mur {
namespace {

using std::chrono::days;
using test::House;

Result<Changes> post(House& house, const Actor& actor, OrganizationId organization) {
  return house.ask(PutEvent{.organization = organization, .details = House::soup()}, actor);
}

TEST(Bans, KeepAnOrganizationFromPostingUntilTheirEnd) {
  House house;
  house.must(AddBan{.organization = house.resident, .reason = "Trois fausses annonces", .until = house.now + days{7}},
             House::admin());
  const auto refused = post(house, house.cook(), house.resident);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::closed);
  EXPECT_EQ(refused.error().field, "ban");
  EXPECT_EQ(refused.error().message,
            "nothing can be posted here before 2026-03-19 18:24: Trois fausses annonces. Ask the hub's team");
  EXPECT_EQ(house.ask(PutNeed{.organization = house.resident, .details = House::servers()}, house.cook()).error().field,
            "ban");
  EXPECT_EQ(post(house, House::admin(), house.resident).error().field, "ban") << "also in its name";
  EXPECT_TRUE(post(house, house.mechanic(), house.newcomer)) << "others post";
  house.wait(days{7});
  EXPECT_TRUE(post(house, house.cook(), house.resident));
}

TEST(Bans, WhatWasPostedBeforeStays) {
  House house;
  const RecordId before = house.must(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook());
  house.must(AddBan{.organization = house.resident, .reason = "x", .until = house.now + days{7}}, House::admin());
  house.wait(Seconds{1});
  EXPECT_EQ(house.the(EventId{before.uuid}).moderation.status, PostStatus::published);
  EXPECT_TRUE(house.ask(CancelEvent{.event = EventId{before.uuid}}, house.cook())) << "and can be taken back";
}

TEST(Bans, NoCalendarIsFetchedForABannedOrganization) {
  House house;
  const FeedId id{
      house.must(AddFeed{.organization = house.resident, .details = {.url = "https://exemple.org/a.ics"}}, house.cook())
          .uuid};
  EXPECT_TRUE(fetch_due_at(house.wall, house.the(id), house.now, house.now));
  house.must(AddBan{.organization = house.resident, .reason = "x", .until = house.now + days{7}}, House::admin());
  EXPECT_FALSE(fetch_due_at(house.wall, house.the(id), house.now, house.now));
  EXPECT_TRUE(fetch_due_at(house.wall, house.the(id), house.now, house.now + days{7}));
}

TEST(Bans, OfOneKeyLeaveTheOthers) {
  House house;
  const KeyId id{
      house
          .must(AddKey{.public_key = {1}, .role = Role::member, .organization = house.resident, .label = "stagiaire"},
                House::admin())
          .uuid};
  Actor trainee = House::someone(Role::member, house.resident);
  trainee.principal = house.the(id).principal;
  house.must(AddBan{.key = id, .reason = "x", .until = house.now + days{7}}, House::admin());
  EXPECT_EQ(post(house, trainee, house.resident).error().field, "ban");
  EXPECT_TRUE(post(house, house.cook(), house.resident));
}

TEST(Bans, AreNotForWallsNorForStaff) {
  House house;
  for (const Role role : {Role::kiosk, Role::moderator}) {
    const KeyId id{
        house.must(AddKey{.public_key = {static_cast<std::uint8_t>(role)}, .role = role, .label = "x"}, House::admin())
            .uuid};
    const auto refused = house.ask(AddBan{.key = id, .reason = "x", .until = house.now + days{7}}, House::admin());
    ASSERT_FALSE(refused) << to_string(role);
    EXPECT_EQ(refused.error().field, "key");
  }
}

TEST(Bans, AreEndedEarlyAndForgottenAMonthAfter) {
  House house;
  const BanId id{
      house.must(AddBan{.organization = house.resident, .reason = "x", .until = house.now + days{7}}, House::admin())
          .uuid};
  const auto twice =
      house.ask(AddBan{.organization = house.resident, .reason = "y", .until = house.now + days{8}}, House::admin());
  EXPECT_EQ(twice.error().code, Errc::conflict);
  house.must(EndBan{id}, House::admin());
  EXPECT_TRUE(house.ask(EndBan{id}, House::admin())->records.empty());
  EXPECT_TRUE(post(house, house.cook(), house.resident));
  house.wait(limits::kBanKept);
  EXPECT_EQ(house.wall.find(id), nullptr);
}

TEST(Bans, AreAnAdminsToGiveAndForTheirOrganizationToRead) {
  House house;
  const AddBan ban{.organization = house.resident, .reason = "x", .until = house.now + days{7}};
  for (const Role role : {Role::moderator, Role::on_duty, Role::owner, Role::member, Role::proposer, Role::visitor,
                          Role::kiosk, Role::clock}) {
    EXPECT_EQ(house.ask(ban, House::someone(role)).error().code, Errc::forbidden) << to_string(role);
    EXPECT_EQ(house.ask(EndBan{}, House::someone(role)).error().code, Errc::forbidden) << to_string(role);
  }
  const BanId id{house.must(ban, House::admin()).uuid};
  const auto seen_by = [&](OrganizationId organization) {
    return project(house.the(id), Scope{.kind = Scope::Kind::organization, .organization = organization});
  };
  EXPECT_EQ(project(house.the(id), Scope{}), std::nullopt);
  EXPECT_TRUE(seen_by(house.resident));
  EXPECT_FALSE(seen_by(house.newcomer));
}

TEST(Bans, NeedAReasonAnEndAndExactlyOneToBan) {
  House house;
  const auto field = [&](AddBan ban) { return house.ask(std::move(ban), House::admin()).error().field; };
  EXPECT_EQ(field({.reason = "x", .until = house.now + days{7}}), "organization");
  EXPECT_EQ(field({.organization = house.resident, .key = KeyId{}, .reason = "x", .until = house.now + days{7}}),
            "organization");
  EXPECT_EQ(field({.organization = house.resident, .reason = "", .until = house.now + days{7}}), "reason");
  EXPECT_EQ(field({.organization = house.resident, .reason = "x", .until = house.now}), "until");
  EXPECT_EQ(field({.organization = house.resident, .reason = "x", .until = house.now + limits::kBanMost + days{1}}),
            "until");
  EXPECT_EQ(field({.key = KeyId{}, .reason = "x", .until = house.now + days{7}}), "key");
}

}  // namespace
}  // namespace mur
