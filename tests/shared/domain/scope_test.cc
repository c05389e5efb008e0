#include "shared/domain/scope.h"

#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;

const Scope kWall{};
const Scope kStaff{.kind = Scope::Kind::staff};

Scope of(OrganizationId organization) { return {.kind = Scope::Kind::organization, .organization = organization}; }

TEST(Scopes, AWallSeesNothingThatWaits) {
  House house;
  OfferDetails named = House::two_hours();
  named.first_name = "Ana";
  const OfferId id = house.leave(named);
  EXPECT_EQ(project(house.the(id), kWall), std::nullopt);
  EXPECT_NE(project(house.the(id), kStaff), std::nullopt);
}

TEST(Scopes, AWallNeverLearnsHowToReachSomeone) {
  House house;
  OfferDetails reachable = House::two_hours();
  reachable.contact = ContactKind::phone;
  reachable.may_be_called = true;
  reachable.age = AgeClass::from_15_to_17;
  const OfferId id = house.leave(reachable, Bytes(60));
  const auto shown = project(house.the(id), kWall);
  ASSERT_TRUE(shown);
  const Offer& offer = std::get<Offer>(*shown);
  EXPECT_EQ(offer.details.contact, ContactKind::none);
  EXPECT_FALSE(offer.details.may_be_called);
  EXPECT_EQ(offer.details.age, AgeClass::unknown);
  EXPECT_EQ(offer.moderation.decided_at, TimePoint{});
}

TEST(Scopes, WhatLeavesTheWallIsTakenAwayThere) {
  House house;
  const OfferId id = house.leave(House::two_hours());
  house.must(Hide{.post = record_id(id), .reason = Reason::hoax}, House::moderator());
  const auto gone = project(house.the(id), kWall);
  ASSERT_TRUE(gone);
  EXPECT_EQ(std::get<Tombstone>(*gone).of, record_id(id));
}

TEST(Scopes, ATombstoneGoesOnlyWhereTheRecordWasSeen) {
  House house;
  const EventId waiting{
      house.must(PutEvent{.organization = house.newcomer, .details = House::soup()}, house.mechanic()).uuid};
  house.wait(std::chrono::days{60});
  const Record& tombstone = house.wall.find(record_id(waiting))->record;
  ASSERT_TRUE(is_tombstone(tombstone));
  EXPECT_EQ(project(tombstone, kWall), std::nullopt);
  EXPECT_NE(project(tombstone, of(house.newcomer)), std::nullopt);
  EXPECT_EQ(project(tombstone, of(house.resident)), std::nullopt);
  EXPECT_NE(project(tombstone, kStaff), std::nullopt);
}

TEST(Scopes, AnOrganizationSeesItsOwnWholeAndTheRestAsTheWallDoes) {
  House house;
  const EventId id{
      house.must(PutEvent{.organization = house.newcomer, .details = House::soup()}, house.mechanic()).uuid};
  EXPECT_EQ(project(house.the(id), of(house.newcomer)), Record{house.the(id)});
  EXPECT_EQ(project(house.the(id), of(house.resident)), std::nullopt);
}

TEST(Scopes, KeysAreStaffsAndTicketsNobodys) {
  House house;
  const KeyId key{house.must(AddKey{.public_key = {1}, .role = Role::kiosk, .label = "entrée"}, House::admin()).uuid};
  EXPECT_EQ(project(house.the(key), kWall), std::nullopt);
  EXPECT_NE(project(house.the(key), kStaff), std::nullopt);
  house.leave(House::two_hours());
  const Ticket* ticket = house.wall.ticket_of(house.ticket.code);
  ASSERT_NE(ticket, nullptr);
  for (const Scope& scope : {kWall, kStaff, of(house.resident)}) EXPECT_EQ(project(*ticket, scope), std::nullopt);
}

TEST(Scopes, AProgramOfVersion1IsToldOfMarksInItsOwnWords) {
  House house;
  EventDetails details = House::soup();
  details.description = "https://zoom.us/j/123456789?pwd=abcdef";
  const EventId id{house.must(PutEvent{.organization = house.newcomer, .details = details}, house.mechanic()).uuid};
  ASSERT_FALSE(house.the(id).moderation.marks.empty());
  EXPECT_EQ(house.the(id).moderation.marks[0].kind, screening::MarkKind::meeting_link);
  Scope old = kStaff;
  old.version = 1;
  const auto shown = project(house.the(id), old);
  ASSERT_TRUE(shown);
  EXPECT_EQ(std::get<Event>(*shown).moderation.marks[0].kind, screening::MarkKind::link);
  EXPECT_EQ(project(house.the(id), kStaff), Record{house.the(id)});
}

TEST(Scopes, AnUnverifiedOrganizationIsNotOnTheWall) {
  House house;
  const OrganizationId id{
      house.must(AddOrganization{.details = {.name = "Inconnus"}, .trust = Trust::unverified}, House::admin()).uuid};
  EXPECT_EQ(project(house.the(id), kWall), std::nullopt);
  house.must(SetTrust{.organization = id, .trust = Trust::newcomer}, House::admin());
  EXPECT_NE(project(house.the(id), kWall), std::nullopt);
}

TEST(Scopes, TheGuarantorIsStaffsBusiness) {
  House house;
  EXPECT_EQ(std::get<Organization>(*project(house.the(house.resident), kWall)).guarantor, "");
}

TEST(Scopes, ProgramsOfVersion2AreToldInTheirWords) {
  House house;
  OfferDetails named = House::two_hours();
  named.first_name = "Ana";
  Offer offer = house.the(house.leave(named));
  offer.moderation.reason = Reason::reported;
  offer.moderation.marks = {{screening::MarkKind::vulnerable, "text", 0, 4},
                            {screening::MarkKind::named_person, "text", 5, 4},
                            {screening::MarkKind::flood, "", 0, 0}};
  const auto told = project(offer, Scope{.kind = Scope::Kind::staff, .organization = {}, .version = 2});
  ASSERT_TRUE(told);
  const Moderation& moderation = std::get<Offer>(*told).moderation;
  EXPECT_EQ(moderation.reason, Reason::other);
  ASSERT_EQ(moderation.marks.size(), 1U);
  EXPECT_EQ(moderation.marks[0].kind, screening::MarkKind::flood);
  EXPECT_EQ(project(offer, kStaff), Record{offer});
}

}  // namespace
}  // namespace mur
