// The end of a feed, and what becomes of its events.
#include "shared/domain/feed.h"

#include <gtest/gtest.h>

#include "tests/shared/domain/feed_house.h"

namespace mur {
namespace {

using std::chrono::days;
using test::FeedHouse;
using test::House;

TEST(RemoveFeed, TakesItsComingEventsAlongAndLeavesThePast) {
  FeedHouse house;
  auto events = FeedHouse::coming(3);
  events[0].timing.start = House::paris(2026, 3, 13, 9);
  events[0].timing.end = House::paris(2026, 3, 13, 10);
  const FeedId feed = house.followed(events);
  house.wait(days{1});
  house.must(RemoveFeed{feed}, house.cook());
  EXPECT_TRUE(house.the(feed).removing_since);
  EXPECT_EQ(house.wall.find(feed_health_id(feed)), nullptr);
  house.wait(Seconds{1});
  EXPECT_EQ(house.wall.find(feed), nullptr);
  EXPECT_EQ(house.up(events), 1U);
  EXPECT_TRUE(house.is_up(events[0]));
}

TEST(RemoveFeed, TakesTheDatesAlongThatWereCancelledHere) {
  FeedHouse house;
  FeedHouse::Calendar calendar = FeedHouse::coming(1);
  calendar[0].timing.rules = {"FREQ=WEEKLY"};
  const FeedId feed = house.followed(calendar);
  const EventId date{house
                         .must(CancelEvent{.event = FeedHouse::id_of(house.resident, calendar[0]),
                                           .instance = House::paris(2026, 3, 28, 18)},
                               house.cook())
                         .uuid};
  house.must(RemoveFeed{.feed = feed}, house.cook());
  house.wait(Seconds{1});
  EXPECT_EQ(house.wall.find(date), nullptr);
}

TEST(RemoveFeed, MayLeaveItsEventsWhichAreTheOrganizationsFromThenOn) {
  FeedHouse house;
  const auto events = FeedHouse::coming(2);
  const FeedId feed = house.followed(events);
  house.must(RemoveFeed{feed, /*keep_events=*/true}, house.cook());
  EXPECT_EQ(house.wall.find(feed), nullptr);
  house.wait(Seconds{1});
  EXPECT_EQ(house.up(events), 2U);
  EventDetails changed = events[0];
  changed.title = "Cuisine pour cent";
  house.must(PutEvent{.organization = house.resident, .details = changed}, house.cook());
  EXPECT_EQ(house.the(FeedHouse::id_of(house.resident, changed)).details.title, changed.title);
}

TEST(RemoveFeed, ThatIsGoingIsNotThereForAnyone) {
  FeedHouse house;
  const auto events = FeedHouse::coming(2);
  const FeedId feed = house.followed(events);
  house.must(RemoveFeed{feed}, house.cook());
  EXPECT_EQ(house.ask(ConfirmFeed{feed}, House::admin()).error().code, Errc::not_found);
  EXPECT_EQ(house.ask(RemoveFeed{feed}, House::admin()).error().code, Errc::not_found);
  EXPECT_EQ(house.ask(NoteFetch{feed, {}}, House::clock()).error().code, Errc::not_found);
  const PutEvent late{.organization = house.resident, .details = FeedHouse::coming(3)[2], .feed = feed};
  EXPECT_EQ(house.ask(late, House::clock()).error().code, Errc::closed);
}

TEST(RemoveFeed, LeavesToAnotherFeedWhatThatOneHoldsToo) {
  FeedHouse house;
  const auto events = FeedHouse::coming(3);
  const FeedId first = house.followed(events);
  const FeedId second = house.add(house.resident, house.cook(), FeedHouse::details("https://other.example.org/b.ics"));
  house.fetched(second, {events[0], events[1]});
  house.must(ConfirmFeed{second}, house.cook());
  house.fetched(second, {events[0], events[1]});
  house.pass();
  house.must(RemoveFeed{first}, house.cook());
  EXPECT_EQ(house.the(second).next_at, house.now);
  EXPECT_EQ(house.the(second).content, Digest256{});
  house.wait(Seconds{1});
  EXPECT_EQ(house.up(events), 3U);  // nothing goes before the second was read
  house.fetched(second, {events[0], events[1]});
  house.wait(Seconds{1});
  EXPECT_EQ(house.up(events), 2U);
  EXPECT_EQ(house.the(FeedHouse::id_of(house.resident, events[0])).feed, second);
  EXPECT_EQ(house.wall.find(first), nullptr);
}

TEST(RemoveFeed, DoesNotWaitForAnotherFeedThatFailsOrIsNeverRead) {
  for (const bool fails : {true, false}) {
    FeedHouse house;
    const auto events = FeedHouse::coming(3);
    const FeedId first = house.followed(events);
    const FeedId second =
        house.add(house.resident, house.cook(), FeedHouse::details("https://other.example.org/b.ics"));
    house.fetched(second, {});
    house.must(ConfirmFeed{second}, house.cook());
    house.must(RemoveFeed{first}, house.cook());
    house.wait(Seconds{1});
    EXPECT_EQ(house.up(events), 3U);
    if (fails) house.failed(second);
    house.wait(fails ? Milliseconds{1} : Milliseconds{limits::kFeedHandOver});
    EXPECT_EQ(house.up(events), 0U);
    EXPECT_EQ(house.wall.find(first), nullptr);
  }
}

TEST(RemoveFeed, WorksInEveryState) {
  FeedHouse house;
  const FeedId proposed = house.add(house.resident, house.cook());
  house.must(RemoveFeed{proposed}, House::admin());
  EXPECT_EQ(house.wall.find(proposed), nullptr);

  const auto events = FeedHouse::coming(4);
  const FeedId quarantined = house.shrunk(events);
  house.must(RemoveFeed{quarantined}, house.cook());
  house.wait(Seconds{1});
  EXPECT_EQ(house.wall.find(quarantined), nullptr);
  EXPECT_EQ(house.up(events), 0U);
}

}  // namespace
}  // namespace mur
