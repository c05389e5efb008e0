// What people decided here, and what is private, against what a calendar says.
#include "shared/domain/refresh.h"

#include <gtest/gtest.h>

#include "tests/shared/domain/feed_house.h"

namespace mur {
namespace {

using std::chrono::days;
using test::FeedHouse;
using test::House;

TEST(Refresh, WhatSomeoneCancelledHereStaysCancelledInTheCalendarsNewWords) {
  FeedHouse house;
  auto events = FeedHouse::coming(1);
  const FeedId feed = house.followed(events);
  const EventId id = FeedHouse::id_of(house.resident, events[0]);
  house.must(CancelEvent{.event = id}, house.cook());
  house.pass();
  house.fetched(feed, events);
  EXPECT_EQ(house.the(id).details.status, calendar::EventStatus::cancelled);
  house.pass();
  events[0].title = "Cuisine, avec Ana";
  house.fetched(feed, events);
  EXPECT_EQ(house.the(id).details.status, calendar::EventStatus::cancelled);
  EXPECT_EQ(house.the(id).details.title, "Cuisine, avec Ana");
  house.pass();
  EXPECT_EQ(house.fetched(feed, events).changed, 0U);
}

TEST(Refresh, WhatSomeoneCancelledHereTakesPlaceAgainWhenTheCalendarPutsItElsewhereInTime) {
  FeedHouse house;
  auto events = FeedHouse::coming(1);
  const FeedId feed = house.followed(events);
  const EventId id = FeedHouse::id_of(house.resident, events[0]);
  house.must(CancelEvent{.event = id}, house.cook());
  house.pass();
  events[0].timing.start = House::paris(2026, 3, 28, 18);
  events[0].timing.end = House::paris(2026, 3, 28, 21);
  house.fetched(feed, events);
  EXPECT_EQ(house.the(id).details.status, calendar::EventStatus::confirmed);
}

TEST(Refresh, ADateThatSomeoneCancelledHereStaysCancelledAndGoesWithItsSeries) {
  FeedHouse house;
  FeedHouse::Calendar calendar = FeedHouse::coming(4);
  calendar[0].timing.rules = {"FREQ=WEEKLY"};
  const FeedId feed = house.followed(calendar);
  const EventId series = FeedHouse::id_of(house.resident, calendar[0]);
  const EventId date{
      house.must(CancelEvent{.event = series, .instance = House::paris(2026, 3, 28, 18)}, house.cook()).uuid};
  for (int i = 0; i < 3; ++i) {
    house.pass();
    house.fetched(feed, calendar);
    ASSERT_NE(house.wall.find(date), nullptr) << "the calendar does not hold it and never did";
  }
  const FeedHouse::Calendar without(calendar.begin() + 1, calendar.end());
  for (int i = 0; i < 2; ++i) {
    house.pass();
    house.fetched(feed, without);
  }
  EXPECT_EQ(house.wall.find(series), nullptr);
  EXPECT_EQ(house.wall.find(date), nullptr) << "nobody is told that a date of nothing is cancelled";
}

TEST(Refresh, WhatSomeoneCancelledHereTakesPlaceAgainWhenTheCalendarCountsAChange) {
  FeedHouse house;
  auto events = FeedHouse::coming(1);
  const FeedId feed = house.followed(events);
  const EventId id = FeedHouse::id_of(house.resident, events[0]);
  house.must(CancelEvent{.event = id}, house.cook());
  house.pass();
  events[0].sequence = house.the(id).details.sequence;
  house.fetched(feed, events);
  EXPECT_EQ(house.the(id).details.status, calendar::EventStatus::confirmed);
}

TEST(Refresh, WhatAModeratorRefusedStaysRefusedUntilTheCalendarSaysSomethingElse) {
  FeedHouse house;
  auto events = FeedHouse::coming(1);
  const FeedId feed = house.followed(events);
  const EventId id = FeedHouse::id_of(house.resident, events[0]);
  const auto waits = [&] { return house.wall.find(revision_id(record_id(id))) != nullptr; };
  house.pass();
  events[0].description = "Appelez le 06 11 22 33 44";
  house.fetched(feed, events);
  ASSERT_TRUE(waits());
  house.must(Refuse{.post = record_id(id), .reason = Reason::other, .note = {}}, House::moderator());
  house.pass();
  ++events[0].sequence;  // the calendar's program writes every event anew
  EXPECT_EQ(house.fetched(feed, events).changed, 0U);
  EXPECT_FALSE(waits());
  const PutEvent again{.organization = house.resident, .details = events[0], .feed = feed};
  EXPECT_TRUE(house.ask(again, House::clock()));
  EXPECT_FALSE(waits());

  house.pass();
  events[0].description = "Appelez le 06 99 88 77 66";
  house.fetched(feed, events);
  EXPECT_TRUE(waits());
  EXPECT_EQ(house.the(id).details.description, "");
}

TEST(Refresh, ARefusedChangeIsProposedAnewOnceSomethingElseWasPublished) {
  FeedHouse house;
  auto events = FeedHouse::coming(1);
  const FeedId feed = house.followed(events);
  const EventId id = FeedHouse::id_of(house.resident, events[0]);
  house.pass();
  events[0].description = "Appelez le 06 11 22 33 44";
  house.fetched(feed, events);
  house.must(Refuse{.post = record_id(id), .reason = Reason::other, .note = {}}, House::moderator());
  EXPECT_TRUE(house.the(id).refused);
  house.pass();
  events[0].description = "Sur place";
  house.fetched(feed, events);
  EXPECT_EQ(house.the(id).details.description, "Sur place");
  EXPECT_FALSE(house.the(id).refused);
}

TEST(Refresh, WhatItsCalendarMakesPrivateGoesAtOnceAndIsNoLoss) {
  FeedHouse house;
  const auto events = FeedHouse::coming(4);
  const FeedId feed = house.followed(events);
  house.pass();
  const Refresh refreshed =
      house.fetched(feed, {events[0]}, {{events[1].uid, {}}, {events[2].uid, {}}, {events[3].uid, {}}});
  EXPECT_FALSE(refreshed.shrunk);
  EXPECT_EQ(refreshed.missed, 0U);
  EXPECT_EQ(house.state(feed), FeedState::active);
  EXPECT_EQ(house.up(events), 1U);
  EXPECT_EQ(house.wall.find(FeedHouse::id_of(house.resident, events[1])), nullptr);
}

TEST(Refresh, WhatIsPrivateGoesFromAShrunkCalendarToo) {
  FeedHouse house;
  const auto events = FeedHouse::coming(5);
  const FeedId feed = house.followed(events);
  house.pass();
  EXPECT_TRUE(house.fetched(feed, {events[0]}, {{events[1].uid, {}}}).shrunk);
  EXPECT_EQ(house.up(events), 4U);
  EXPECT_FALSE(house.is_up(events[1]));
}

TEST(Refresh, WithAPrivateSeriesGoesEachOfItsChangedDatesAndAPrivateDateGoesAlone) {
  FeedHouse house;
  auto events = FeedHouse::coming(2);
  events[0].timing.rules = {"FREQ=WEEKLY;COUNT=4"};
  FeedHouse::Calendar all = events;
  EventDetails changed = events[0];
  changed.recurrence_id = House::paris(2026, 3, 28, 18);
  changed.timing = {.start = House::paris(2026, 3, 28, 19), .end = House::paris(2026, 3, 28, 21)};
  all.push_back(changed);
  const FeedId feed = house.followed(all);
  ASSERT_EQ(house.up(all), 3U);
  house.pass();
  house.fetched(feed, events, {{changed.uid, changed.recurrence_id}});
  EXPECT_TRUE(house.is_up(events[0]));
  EXPECT_FALSE(house.is_up(changed));
  house.pass();
  house.fetched(feed, all);
  ASSERT_TRUE(house.is_up(changed));
  house.pass();
  house.fetched(feed, {events[1]}, {{events[0].uid, {}}});
  EXPECT_EQ(house.up(all), 1U);
}

TEST(Refresh, WhatIsPrivateInOneCalendarIsAnotherOnesAllTheSame) {
  FeedHouse house;
  const auto events = FeedHouse::coming(2);
  house.followed(events);
  const FeedId second = house.add(house.resident, house.cook(), FeedHouse::details("https://other.example.org/b.ics"));
  house.fetched(second, FeedHouse::Calendar{});
  house.must(ConfirmFeed{second}, house.cook());
  house.fetched(second, {}, {{events[0].uid, {}}});
  EXPECT_EQ(house.up(events), 2U);
}

}  // namespace
}  // namespace mur
