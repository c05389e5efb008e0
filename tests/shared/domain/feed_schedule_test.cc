#include "shared/domain/feed_schedule.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/shared/domain/feed_house.h"

namespace mur {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using test::FeedHouse;
using test::House;

Feed a_feed(std::uint32_t refresh_minutes, std::uint32_t failures = 0, int number = 0) {
  Feed feed;
  feed.id = FeedId{derive_uuid(Uuid{}, std::to_string(number))};
  feed.refresh_minutes = refresh_minutes;
  feed.failures = failures;
  return feed;
}

Milliseconds wait_of(const Feed& feed, std::uint32_t retry_minutes = 0) {
  return next_fetch(feed, retry_minutes, House::kNow) - House::kNow;
}

void expect_about(Milliseconds wait, Milliseconds expected) {
  EXPECT_GE(wait, expected * 9 / 10);
  EXPECT_LE(wait, expected * 11 / 10);
}

TEST(FeedSchedule, HonoursWhatTheCalendarAsksForWithinTheBounds) {
  expect_about(wait_of(a_feed(120)), hours{2});
  expect_about(wait_of(a_feed(0)), limits::kRefreshDefault);
  for (int number = 0; number < 50; ++number) {
    EXPECT_GE(wait_of(a_feed(1, 0, number)), Milliseconds{minutes{15}});
    EXPECT_LE(wait_of(a_feed(100'000, 0, number)), Milliseconds{hours{24}});
  }
  expect_about(wait_of(a_feed(1)), minutes{15});
  expect_about(wait_of(a_feed(100'000)), hours{24});
}

TEST(FeedSchedule, SpreadsFeedsThatAskForTheSame) {
  std::set<Milliseconds> waits;
  for (int number = 0; number < 50; ++number) {
    const Milliseconds wait = wait_of(a_feed(120, 0, number));
    expect_about(wait, hours{2});
    waits.insert(wait);
  }
  EXPECT_GE(waits.size(), 45U);
  EXPECT_GT(*waits.rbegin() - *waits.begin(), minutes{12});
}

TEST(FeedSchedule, TheSameFeedAtTheSameTimeGetsTheSameAnswer) { EXPECT_EQ(wait_of(a_feed(60)), wait_of(a_feed(60))); }

TEST(FeedSchedule, BacksOffTwofoldFromAQuarterOfAnHourToADay) {
  expect_about(wait_of(a_feed(0, 1)), minutes{15});
  expect_about(wait_of(a_feed(0, 2)), minutes{30});
  expect_about(wait_of(a_feed(0, 3)), hours{1});
  expect_about(wait_of(a_feed(0, 7)), hours{16});
  for (const std::uint32_t failures : {8U, 40U, 4'000'000'000U}) {
    expect_about(wait_of(a_feed(0, failures)), hours{24});
    EXPECT_LE(wait_of(a_feed(0, failures)), Milliseconds{hours{24}});
  }
}

TEST(FeedSchedule, WaitsAsLongAsAServerThatRefusesAsksForButNotForEver) {
  EXPECT_EQ(wait_of(a_feed(0, 1), 180), Milliseconds{hours{3}});
  expect_about(wait_of(a_feed(0, 3), 5), hours{1});
  EXPECT_EQ(wait_of(a_feed(0, 1), 4'000'000'000U), Milliseconds{hours{24}});
}

TEST(FeedSchedule, AProposedFeedIsFetchedAtOnceAndUntilItCanBeSeenAndThenRests) {
  FeedHouse house;
  const FeedId feed = house.add(house.resident, house.cook());
  EXPECT_EQ(fetch_due_at(house.wall, house.the(feed), House::kNow, house.now), house.now);
  house.failed(feed);
  EXPECT_EQ(fetch_due_at(house.wall, house.the(feed), House::kNow, house.now), house.the(feed).next_at);
  house.fetched(feed, FeedHouse::coming(1));
  EXPECT_EQ(fetch_due_at(house.wall, house.the(feed), House::kNow, house.now), std::nullopt);
}

TEST(FeedSchedule, AFeedOfASuspendedOrganizationOrThatIsBeingRemovedRests) {
  FeedHouse house;
  const FeedId feed = house.followed(FeedHouse::coming(1));
  ASSERT_TRUE(fetch_due_at(house.wall, house.the(feed), House::kNow, house.now));
  house.must(SetTrust{.organization = house.resident, .trust = Trust::suspended, .guarantor = {}}, House::admin());
  EXPECT_EQ(fetch_due_at(house.wall, house.the(feed), House::kNow, house.now), std::nullopt);
  house.must(RemoveFeed{feed}, house.cook());
  EXPECT_EQ(fetch_due_at(house.wall, house.the(feed), House::kNow, house.now), std::nullopt);
}

TEST(FeedSchedule, WhatIsOverdueAtAStartIsSpread) {
  FeedHouse house;
  std::set<TimePoint> due;
  const TimePoint start = house.now + hours{48};
  for (int i = 0; i < 10; ++i) {
    const FeedId feed =
        house.add(house.resident, house.cook(), FeedHouse::details("https://example.org/" + std::to_string(i)));
    house.fetched(feed, FeedHouse::coming(1));
    house.must(ConfirmFeed{feed}, house.cook());
    const auto at = fetch_due_at(house.wall, house.the(feed), start, start);
    ASSERT_TRUE(at);
    EXPECT_GE(*at, start);
    EXPECT_LE(*at, start + limits::kRestartSpread);
    due.insert(*at);
  }
  EXPECT_GE(due.size(), 9U);
}

TEST(FeedSchedule, AfterAClockThatRanAheadWasPutRightNothingWaitsForTheDayItHadReached) {
  FeedHouse house;
  const TimePoint today = house.now;
  house.now += days{9};
  const FeedId feed = house.followed(FeedHouse::coming(1));
  const FeedId fresh = house.add(house.resident, house.cook(), FeedHouse::details("https://example.org/b.ics"));
  const TimePoint ahead = house.now;
  EXPECT_GT(fetch_due_at(house.wall, house.the(feed), ahead, ahead), ahead);
  for (const FeedId one : {feed, fresh}) {
    EXPECT_LE(fetch_due_at(house.wall, house.the(one), today, today), today);
    EXPECT_LE(fetch_due_at(house.wall, house.the(one), ahead, today), today);
  }
}

TEST(FeedSchedule, AStartThatIsStillToComeHoldsNothingBackAndHurriesNothing) {
  FeedHouse house;
  const FeedId feed = house.followed(FeedHouse::coming(1));
  const TimePoint later = house.now + days{9};
  const TimePoint next = house.the(feed).next_at;
  EXPECT_EQ(fetch_due_at(house.wall, house.the(feed), later, house.now), next);
  EXPECT_LE(fetch_due_at(house.wall, house.the(feed), later, next), next);
}

}  // namespace
}  // namespace mur
