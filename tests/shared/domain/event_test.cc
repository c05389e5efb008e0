#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;

TEST(PutEvent, OfATrustedOrganizationGoesUpAtOnce) {
  House house;
  const EventId id{house.must(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook()).uuid};
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::published);
  EXPECT_TRUE(house.the(id).moderation.seen_by_wall);
}

TEST(PutEvent, OfANewOrganizationWaits) {
  House house;
  const EventId id{
      house.must(PutEvent{.organization = house.newcomer, .details = House::soup()}, house.mechanic()).uuid};
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::pending);
  EXPECT_FALSE(house.the(id).moderation.seen_by_wall);
}

TEST(PutEvent, TheSameTwiceMakesNoBatch) {
  House house;
  house.must(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook());
  const auto again = house.ask(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook());
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->records.empty());
  EXPECT_TRUE(again->audit.empty());
}

TEST(EventId, AChangedDateAndOneWithAllThatFollowAreTwoAndTheOthersStayAsTheyWere) {
  const OrganizationId ours{derive_uuid(Uuid{}, "ours")};
  EventDetails details;
  details.uid = "a@x";
  details.this_and_future = true;  // means nothing without a date
  EXPECT_EQ(event_id(ours, details).uuid, derive_uuid(ours.uuid, "event/a@x"));

  details.recurrence_id =
      calendar::When{.kind = calendar::When::Kind::utc, .local = std::chrono::local_seconds{std::chrono::seconds{60}}};
  details.this_and_future = false;
  EXPECT_EQ(event_id(ours, details).uuid, derive_uuid(ours.uuid, "event/a@x/2/60/"));
  details.this_and_future = true;
  EXPECT_NE(event_id(ours, details).uuid, derive_uuid(ours.uuid, "event/a@x/2/60/"));
}

TEST(PutEvent, TheSameUidOfAnotherOrganizationIsAnotherEvent) {
  House house;
  const RecordId ours = house.must(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook());
  const RecordId theirs =
      house.must(PutEvent{.organization = house.newcomer, .details = House::soup()}, house.mechanic());
  EXPECT_NE(ours, theirs);
}

TEST(PutEvent, ForAnotherOrganizationIsForbidden) {
  House house;
  EXPECT_EQ(
      house.ask(PutEvent{.organization = house.resident, .details = House::soup()}, house.mechanic()).error().code,
      Errc::forbidden);
}

TEST(PutEvent, AnOlderSequenceChangesNothing) {
  House house;
  EventDetails newer = House::soup();
  newer.sequence = 3;
  const EventId id{house.must(PutEvent{.organization = house.resident, .details = newer}, house.cook()).uuid};
  EventDetails older = House::soup();
  older.sequence = 2;
  older.title = "Ancien titre";
  house.must(PutEvent{.organization = house.resident, .details = older}, house.cook());
  EXPECT_EQ(house.the(id).details.title, newer.title);
}

TEST(PutEvent, MovingRemembersWhereItStood) {
  House house;
  const EventId id{house.must(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook()).uuid};
  EventDetails moved = House::soup();
  moved.timing.start = House::paris(2026, 3, 22, 18);
  moved.timing.end = House::paris(2026, 3, 22, 21);
  house.now += Seconds{60};
  house.must(PutEvent{.organization = house.resident, .details = moved}, house.cook());
  EXPECT_EQ(house.the(id).moved_from, House::paris(2026, 3, 21, 18));
  EXPECT_EQ(house.the(id).moved_at, house.now);
}

TEST(PutEvent, AChangeOfAPublishedPostWaitsWhileTheOldOneStaysUp) {
  House house;
  const EventId id{
      house.must(PutEvent{.organization = house.newcomer, .details = House::soup()}, house.mechanic()).uuid};
  house.must(Approve{.post = record_id(id)}, House::moderator());
  EventDetails changed = House::soup();
  changed.title = "Soirée de vente de matelas";
  house.must(PutEvent{.organization = house.newcomer, .details = changed}, house.mechanic());
  EXPECT_EQ(house.the(id).details.title, "Cuisine pour 80 voisins");
  ASSERT_NE(house.wall.find(revision_id(record_id(id))), nullptr);

  house.must(Approve{.post = record_id(id)}, House::moderator());
  EXPECT_EQ(house.the(id).details.title, changed.title);
  EXPECT_EQ(house.wall.find(revision_id(record_id(id))), nullptr);
}

TEST(PutEvent, RefusingAChangeKeepsTheOldVersionAndTellsWhy) {
  House house;
  const EventId id{
      house.must(PutEvent{.organization = house.newcomer, .details = House::soup()}, house.mechanic()).uuid};
  house.must(Approve{.post = record_id(id)}, House::moderator());
  EventDetails changed = House::soup();
  changed.title = "Soirée de vente de matelas";
  house.must(PutEvent{.organization = house.newcomer, .details = changed}, house.mechanic());
  house.must(Refuse{.post = record_id(id), .reason = Reason::advert, .note = "Pas de vente."}, House::moderator());
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::published);
  EXPECT_EQ(house.the(id).details.title, "Cuisine pour 80 voisins");
  EXPECT_EQ(house.the(id).moderation.note, "Pas de vente.");
}

TEST(PutEvent, ACancellationOfANewOrganizationGoesUpWithoutWaiting) {
  House house;
  const EventId id{
      house.must(PutEvent{.organization = house.newcomer, .details = House::soup()}, house.mechanic()).uuid};
  house.must(Approve{.post = record_id(id)}, House::moderator());
  house.must(CancelEvent{.event = id}, house.mechanic());
  EXPECT_EQ(house.the(id).details.status, calendar::EventStatus::cancelled);
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::published);
}

TEST(PutEvent, LongOverIsNotTaken) {
  House house;
  EventDetails past = House::soup();
  past.timing.start = House::paris(2026, 1, 2, 18);
  past.timing.end = House::paris(2026, 1, 2, 20);
  EXPECT_EQ(house.ask(PutEvent{.organization = house.resident, .details = past}, house.cook()).error().code,
            Errc::closed);
  past.timing.rules = {"FREQ=WEEKLY"};
  EXPECT_TRUE(house.ask(PutEvent{.organization = house.resident, .details = past}, house.cook()));
}

TEST(PutEvent, BadInputNamesTheFieldAndTheRemedy) {
  House house;
  const auto error = [&house](EventDetails details) {
    return house.ask(PutEvent{.organization = house.resident, .details = std::move(details)}, house.cook()).error();
  };
  EventDetails details = House::soup();
  details.title = "";
  EXPECT_EQ(error(details).message, "title is empty; give 1 to 120 characters");
  details = House::soup();
  details.title = std::string(121, 'x');
  EXPECT_EQ(error(details).code, Errc::too_large);
  details = House::soup();
  details.timing.end = House::paris(2026, 3, 20, 18);
  EXPECT_EQ(error(details).message, "the end lies before the start; change one of them");
  details = House::soup();
  details.timing.start.zone = "Europe/Pariss";
  EXPECT_EQ(error(details).field, "start");
  details = House::soup();
  details.timing.rules = {"FREQ=FORTNIGHTLY"};
  EXPECT_EQ(error(details).code, Errc::invalid);
  details = House::soup();
  details.url = "javascript:alert(1)";
  EXPECT_EQ(error(details).field, "url");
}

TEST(CancelEvent, OfOneDayLeavesTheSeriesAndAddsAnOverride) {
  House house;
  EventDetails weekly = House::soup();
  weekly.timing.rules = {"FREQ=WEEKLY;BYDAY=SA"};
  const EventId id{house.must(PutEvent{.organization = house.resident, .details = weekly}, house.cook()).uuid};
  const EventId one{house.must(CancelEvent{.event = id, .instance = House::paris(2026, 3, 28, 18)}, house.cook()).uuid};
  EXPECT_NE(one, id);
  EXPECT_EQ(house.the(id).details.status, calendar::EventStatus::confirmed);
  EXPECT_EQ(house.the(one).details.status, calendar::EventStatus::cancelled);
  EXPECT_EQ(house.the(one).details.recurrence_id, House::paris(2026, 3, 28, 18));
  EXPECT_EQ(house.the(one).details.timing.end, House::paris(2026, 3, 28, 21));
  EXPECT_FALSE(repeats(house.the(one).details.timing));
}

TEST(Proposer, ProposesUnderNoOrganizationAndNoChosenIdentity) {
  House house;
  const Actor stranger = House::someone(Role::proposer);
  const RecordId first = house.must(PutEvent{.details = House::soup()}, stranger);
  const RecordId second = house.must(PutEvent{.details = House::soup()}, stranger);
  EXPECT_NE(first, second) << "a UID that a stranger chose names nobody else's event";
  EXPECT_EQ(house.the(EventId{first.uuid}).moderation.status, PostStatus::pending);
  EXPECT_EQ(house.ask(PutEvent{.organization = house.resident, .details = House::soup()}, stranger).error().code,
            Errc::forbidden);
}

TEST(Time, PurgesAnEventAMonthAfterItsEnd) {
  House house;
  const EventId id{house.must(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook()).uuid};
  house.wait(std::chrono::days{39});
  EXPECT_NE(house.wall.find(id), nullptr);
  house.wait(std::chrono::days{2});
  EXPECT_EQ(house.wall.find(id), nullptr);
}

TEST(Time, KeepsASeriesThatGoesOnBeyondTheHorizon) {
  House house;
  EventDetails yearly = House::soup();
  yearly.timing.rules = {"FREQ=YEARLY;COUNT=4"};
  const EventId id{house.must(PutEvent{.organization = house.resident, .details = yearly}, house.cook()).uuid};
  house.wait(std::chrono::days{450});
  EXPECT_NE(house.wall.find(id), nullptr) << "its third time is still to come";
  house.wait(std::chrono::days{1200});
  EXPECT_EQ(house.wall.find(id), nullptr);
}

}  // namespace
}  // namespace mur
