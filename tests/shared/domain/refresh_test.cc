// What a refresh makes of the difference between a calendar and the wall.
#include "shared/domain/refresh.h"

#include <gtest/gtest.h>

#include "tests/shared/domain/feed_house.h"

namespace mur {
namespace {

using std::chrono::days;
using test::FeedHouse;
using test::House;

TEST(Refresh, OfTheSameCalendarAsksForNothingButTheNote) {
  FeedHouse house;
  const auto events = FeedHouse::coming(5);
  const FeedId feed = house.followed(events);
  house.pass();
  const Refresh again = house.fetched(feed, events);
  EXPECT_EQ(again.orders.size(), 1U);
  EXPECT_EQ(again.added + again.changed + again.missed, 0U);
}

TEST(Refresh, BringsWhatIsNewAndWhatChangedAndTouchesNothingElse) {
  FeedHouse house;
  auto events = FeedHouse::coming(3);
  const FeedId feed = house.followed(events);
  const TimePoint before = house.now;
  house.pass();
  events[1].title = "Cuisine et chants";  // the calendar's program counts neither SEQUENCE nor LAST-MODIFIED
  events.push_back(FeedHouse::coming(4)[3]);
  const Refresh refreshed = house.fetched(feed, events);
  EXPECT_EQ(refreshed.added, 1U);
  EXPECT_EQ(refreshed.changed, 1U);
  EXPECT_EQ(house.the(FeedHouse::id_of(house.resident, events[1])).details.title, "Cuisine et chants");
  EXPECT_EQ(house.the(FeedHouse::id_of(house.resident, events[0])).updated_at, before);
  EXPECT_EQ(house.up(events), 4U);
}

TEST(Refresh, BelievesACalendarWhoseEventsWereMadeAnewWithALowerSequence) {
  FeedHouse house;
  auto events = FeedHouse::coming(2);
  events[0].sequence = 7;
  const FeedId feed = house.followed(events);
  house.pass();
  events[0].sequence = 0;
  events[0].title = "Cuisine, nouvelle recette";
  house.fetched(feed, events);
  EXPECT_EQ(house.the(FeedHouse::id_of(house.resident, events[0])).details.title, "Cuisine, nouvelle recette");
}

TEST(Refresh, TakesAnEventAwayOnlyWhenTwoInARowLackIt) {
  FeedHouse house;
  const auto events = FeedHouse::coming(4);
  const FeedId feed = house.followed(events);
  const FeedHouse::Calendar without(events.begin(), events.begin() + 3);
  house.pass();
  EXPECT_EQ(house.fetched(feed, without).missed, 1U);
  EXPECT_TRUE(house.is_up(events[3]));
  EXPECT_EQ(house.the(FeedHouse::id_of(house.resident, events[3])).absent_since, house.now);
  house.pass();
  house.fetched(feed, without);
  EXPECT_FALSE(house.is_up(events[3]));
  EXPECT_EQ(house.up(events), 3U);
}

TEST(Refresh, CountsTheSameFileAgainAsASecondOne) {
  FeedHouse house;
  const auto events = FeedHouse::coming(4);
  const FeedId feed = house.followed(events);
  house.pass();
  house.fetched(feed, {events[0], events[1], events[2]});
  house.pass();
  house.unchanged(feed);
  EXPECT_FALSE(house.is_up(events[3]));
}

TEST(Refresh, DoesNotCountWhatFailedInBetween) {
  FeedHouse house;
  const auto events = FeedHouse::coming(4);
  const FeedId feed = house.followed(events);
  house.pass();
  house.fetched(feed, {events[0], events[1], events[2]});
  for (int i = 0; i < 3; ++i) {
    house.pass();
    house.failed(feed);
  }
  EXPECT_TRUE(house.is_up(events[3]));
}

TEST(Refresh, ForgivesAnAbsenceThatEnds) {
  FeedHouse house;
  const auto events = FeedHouse::coming(4);
  const FeedId feed = house.followed(events);
  const FeedHouse::Calendar without(events.begin(), events.begin() + 3);
  for (int i = 0; i < 2; ++i) {
    house.pass();
    house.fetched(feed, without);
    house.pass();
    house.fetched(feed, events);
  }
  EXPECT_TRUE(house.is_up(events[3]));
  EXPECT_EQ(house.the(FeedHouse::id_of(house.resident, events[3])).absent_since, std::nullopt);
}

TEST(Refresh, AnAbsenceFromARefreshThatWasCutShortDoesNotCount) {
  FeedHouse house;
  const auto events = FeedHouse::coming(4);
  const FeedId feed = house.followed(events);
  const EventId id = FeedHouse::id_of(house.resident, events[3]);
  house.pass();
  house.must(MissEvent{.event = id, .feed = feed}, House::clock());  // … and the power fails
  house.pass();
  house.fetched(feed, {events[0], events[1], events[2]});
  EXPECT_TRUE(house.is_up(events[3]));
  house.pass();
  house.fetched(feed, {events[0], events[1], events[2]});
  EXPECT_FALSE(house.is_up(events[3]));
}

TEST(Refresh, LeavesThePastWhereCalendarsForgetIt) {
  FeedHouse house;
  auto events = FeedHouse::coming(2);
  events[0].timing.start = House::paris(2026, 3, 13, 9);
  events[0].timing.end = House::paris(2026, 3, 13, 10);
  const FeedId feed = house.followed(events);
  house.wait(days{2});
  for (int i = 0; i < 3; ++i) {
    house.pass();
    EXPECT_FALSE(house.fetched(feed, {events[1]}).shrunk);
  }
  EXPECT_TRUE(house.is_up(events[0]));
}

TEST(Refresh, LeavesAnEventThatAnotherFeedOfTheOrganizationBrings) {
  FeedHouse house;
  auto events = FeedHouse::coming(2);
  house.followed(events);
  const FeedId second = house.add(house.resident, house.cook(), FeedHouse::details("https://other.example.org/b.ics"));
  house.fetched(second, events);
  house.must(ConfirmFeed{second}, house.cook());
  events[0].title = "Le même, dit autrement";
  house.fetched(second, events);
  EXPECT_EQ(house.the(FeedHouse::id_of(house.resident, events[0])).details.title, "Cuisine n° 0");
}

TEST(Refresh, TheSameUidOfAnotherOrganizationNeverChangesTheFirst) {
  FeedHouse house;
  auto events = FeedHouse::coming(1);
  house.followed(events);
  const FeedId theirs = house.add(house.newcomer, house.mechanic());
  auto claimed = events;
  claimed[0].title = "Repas de Cambouis";
  claimed[0].status = calendar::EventStatus::cancelled;
  house.fetched(theirs, claimed);
  house.must(ConfirmFeed{theirs}, house.mechanic());
  house.fetched(theirs, claimed);
  EXPECT_EQ(house.the(FeedHouse::id_of(house.resident, events[0])).details, events[0]);
  EXPECT_NE(FeedHouse::id_of(house.resident, events[0]), FeedHouse::id_of(house.newcomer, events[0]));
  EXPECT_EQ(house.the(FeedHouse::id_of(house.newcomer, events[0])).details.title, "Repas de Cambouis");
}

TEST(Refresh, WhatScreeningMarksWaitsTrustedOrNot) {
  FeedHouse house;
  auto events = FeedHouse::coming(2);
  events[0].description = "Inscription auprès d'Ana au 06 11 22 33 44";
  house.followed(events);
  const Event& marked = house.the(FeedHouse::id_of(house.resident, events[0]));
  EXPECT_EQ(marked.moderation.status, PostStatus::pending);
  EXPECT_FALSE(marked.moderation.marks.empty());
  EXPECT_TRUE(house.is_up(events[1]));
}

TEST(Refresh, AChangeThatIsMarkedWaitsWhileTheOldWordsStayUp) {
  FeedHouse house;
  auto events = FeedHouse::coming(1);
  const FeedId feed = house.followed(events);
  house.pass();
  events[0].description = "Appelez le 06 11 22 33 44";
  house.fetched(feed, events);
  const EventId id = FeedHouse::id_of(house.resident, events[0]);
  EXPECT_EQ(house.the(id).details.description, "");
  EXPECT_NE(house.wall.find(revision_id(record_id(id))), nullptr);
  // It waits once, not anew each hour; and is taken back when the calendar takes it back.
  house.pass();
  EXPECT_EQ(house.fetched(feed, events).changed, 0U);
  house.pass();
  events[0].description.clear();
  house.fetched(feed, events);
  EXPECT_EQ(house.wall.find(revision_id(record_id(id))), nullptr);
}

TEST(Refresh, EventsOfAnOrganizationThatIsNotTrustedWait) {
  FeedHouse house;
  const auto events = FeedHouse::coming(1);
  const FeedId feed = house.add(house.newcomer, house.mechanic());
  house.fetched(feed, events);
  house.must(ConfirmFeed{feed}, house.mechanic());
  house.fetched(feed, events);
  EXPECT_EQ(house.the(FeedHouse::id_of(house.newcomer, events[0])).moderation.status, PostStatus::pending);
}

TEST(Refresh, CountsWhatIsToComeAlikeWhetherTheFileChangedOrNot) {
  FeedHouse house;
  const auto events = FeedHouse::coming(6);
  house.followed({events[4], events[5]});
  const FeedId feed = house.add(house.resident, house.cook(), FeedHouse::details("https://other.example.org/b.ics"));
  house.fetched(feed, events);
  house.must(ConfirmFeed{feed}, house.cook());
  house.fetched(feed, events);
  EXPECT_EQ(house.the(feed).coming, 4U);  // two are another feed's
  house.pass();
  house.unchanged(feed);
  EXPECT_EQ(house.the(feed).coming, 4U);
  house.pass();
  house.fetched(feed, {events[0], events[1], events[2]});
  EXPECT_EQ(house.the(feed).coming, 3U);
  house.pass();
  house.unchanged(feed);  // takes the fourth away
  EXPECT_EQ(house.the(feed).coming, 3U);
}

TEST(Refresh, AfterAConfirmedLossSpeaksOnlyOfWhatTheFileHolds) {
  FeedHouse house;
  const auto events = FeedHouse::coming(4);
  const FeedId feed = house.shrunk(events);
  house.must(ConfirmFeed{feed}, house.cook());
  house.fetched(feed, {events[0]});
  EXPECT_EQ(house.the(feed).coming, 1U);
  house.pass();
  house.unchanged(feed);
  EXPECT_EQ(house.the(feed).coming, 1U);
}

TEST(Refresh, ASeriesThatIsOverIsNotToCome) {
  FeedHouse house;
  auto events = FeedHouse::coming(2);
  events[0].timing.start = House::paris(2026, 3, 1, 18);
  events[0].timing.end = House::paris(2026, 3, 1, 21);
  events[0].timing.rules = {"FREQ=DAILY;COUNT=3"};
  const FeedId feed = house.followed(events);
  house.pass();
  auto changed = events;
  changed[1].title = "Autre";
  house.fetched(feed, changed);
  EXPECT_EQ(house.the(feed).coming, 1U);
}

TEST(Refresh, WhatACalendarThatCannotBeFetchedBroughtIsLeftToAnotherThatSpeaks) {
  FeedHouse house;
  auto events = FeedHouse::coming(2);
  const FeedId first = house.followed(events);
  house.failed(first);
  house.now += limits::kFeedFailsFor;
  house.failed(first);
  ASSERT_EQ(house.state(first), FeedState::quarantined);
  const FeedId second = house.add(house.resident, house.cook(), FeedHouse::details("https://other.example.org/b.ics"));
  house.fetched(second, events);
  house.must(ConfirmFeed{second}, house.cook());
  events[0].title = "Le même, dit autrement";
  house.fetched(second, events);
  EXPECT_EQ(house.the(FeedHouse::id_of(house.resident, events[0])).details.title, "Le même, dit autrement");
  EXPECT_EQ(house.the(FeedHouse::id_of(house.resident, events[0])).feed, second);
}

TEST(Refresh, ChangesAreReadAnewWhereTheHubMoves) {
  FeedHouse house;
  const FeedId feed = house.followed(FeedHouse::coming(1));
  Hub hub = *house.wall.hub();
  hub.languages = {"fr"};
  house.must(PutHub{hub}, House::clock());
  EXPECT_NE(house.the(feed).content, Digest256{});
  hub.rooms = {"Grande salle"};
  house.must(PutHub{hub}, House::clock());
  EXPECT_EQ(house.the(feed).content, Digest256{});
  EXPECT_EQ(house.the(feed).etag, "");
}

TEST(Refresh, AnEventOfAFeedIsChangedThereAndNotByHand) {
  FeedHouse house;
  auto events = FeedHouse::coming(1);
  house.followed(events);
  events[0].title = "Autrement";
  const auto refused = house.ask(PutEvent{.organization = house.resident, .details = events[0]}, house.cook());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::closed);
  EXPECT_NE(refused.error().message.find("Agenda de la cantine"), std::string::npos);
}

TEST(Refresh, NobodyButTheBrokerSaysWhichFeedBringsAnEvent) {
  FeedHouse house;
  const FeedId feed = house.followed(FeedHouse::coming(1));
  const PutEvent claimed{.organization = house.resident, .details = FeedHouse::coming(2)[1], .feed = feed};
  for (const Actor& actor : {House::admin(), House::moderator(), house.cook()})
    EXPECT_EQ(house.ask(claimed, actor).error().code, Errc::forbidden);
  const PutEvent nobodys{.organization = house.resident, .details = FeedHouse::coming(2)[1], .feed = {}};
  EXPECT_FALSE(house.ask(nobodys, House::clock()));
  const PutEvent others{.organization = house.newcomer, .details = FeedHouse::coming(2)[1], .feed = feed};
  EXPECT_EQ(house.ask(others, House::clock()).error().code, Errc::not_found);
}

TEST(Refresh, TakesOverWhatWasImportedBefore) {
  FeedHouse house;
  auto events = FeedHouse::coming(1);
  events[0].source = Source::imported;
  house.must(PutEvent{.organization = house.resident, .details = events[0]}, house.cook());
  const FeedId feed = house.followed(events);
  EXPECT_EQ(house.the(FeedHouse::id_of(house.resident, events[0])).feed, feed);
}

TEST(Refresh, DoneAgainFromTheStartComesToTheSameEnd) {
  FeedHouse house;
  auto events = FeedHouse::coming(6);
  const FeedId feed = house.followed(events);
  house.pass();
  events[0].title = "Autre";
  events.pop_back();
  Refresh half = refresh(house.wall, house.the(feed), {.report = {}, .events = events}, house.now);
  ASSERT_GE(half.orders.size(), 3U);
  house.must(half.orders.front().command, House::clock());  // … and the broker is restarted
  house.pass();
  const Refresh rest = house.fetched(feed, events);
  EXPECT_EQ(rest.changed, 0U);
  EXPECT_EQ(house.up(events), 5U);
}

// ---- what its owner is shown ----------------------------------------------------------------------------------------

}  // namespace
}  // namespace mur
