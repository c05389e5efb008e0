// What a feed would bring, shown before it does.
#include "shared/domain/refresh.h"

#include <gtest/gtest.h>

#include "tests/shared/domain/feed_house.h"

namespace mur {
namespace {

using std::chrono::days;
using test::FeedHouse;
using test::House;

TEST(Preview, SaysOfEachEventWhatWouldBecomeOfItSoonestFirst) {
  FeedHouse house;
  auto events = FeedHouse::coming(3);
  events[0].timing.start = House::paris(2026, 4, 2, 18);
  events[0].timing.end = House::paris(2026, 4, 2, 19);
  events[1].description = "Appelez le 06 11 22 33 44";
  const FeedId feed = house.add(house.resident, house.cook());
  house.fetched(feed, events);
  const FeedPreview shown = preview(house.wall, house.the(feed), events, house.now);
  ASSERT_EQ(shown.items.size(), 3U);
  EXPECT_EQ(shown.total, 3U);
  EXPECT_EQ(shown.items[2].title, "Cuisine n° 0");
  EXPECT_EQ(shown.waiting, 1U);
  EXPECT_TRUE(shown.items[0].waits);
  ASSERT_FALSE(shown.items[0].marks.empty());
  EXPECT_EQ(shown.items[0].change, PreviewChange::added);
}

TEST(Preview, OfAShrunkCalendarNamesWhatWouldVanishLast) {
  FeedHouse house;
  const auto events = FeedHouse::coming(4);
  const FeedId feed = house.shrunk(events);
  const FeedPreview shown = preview(house.wall, house.the(feed), FeedHouse::Calendar{events[0]}, house.now);
  ASSERT_EQ(shown.items.size(), 4U);
  EXPECT_EQ(shown.vanishing, 3U);
  EXPECT_EQ(shown.items[0].change, PreviewChange::same);
  EXPECT_EQ(shown.items[3].change, PreviewChange::vanishes);
}

TEST(Preview, SaysWhichOtherFeedBringsAnEventInOtherWords) {
  FeedHouse house;
  auto events = FeedHouse::coming(2);
  const FeedId first = house.followed(events);
  const FeedId second = house.add(house.resident, house.cook(), FeedHouse::details("https://other.example.org/b.ics"));
  events[0].title = "Le même, dit autrement";
  house.fetched(second, events);
  const FeedPreview shown = preview(house.wall, house.the(second), events, house.now);
  ASSERT_EQ(shown.items.size(), 2U);
  EXPECT_EQ(shown.items[0].change, PreviewChange::elsewhere);
  EXPECT_EQ(shown.items[0].holder, first);
  EXPECT_FALSE(shown.items[0].waits);
  EXPECT_EQ(shown.items[1].change, PreviewChange::same);
}

TEST(Preview, OfSomeoneWhoIsNotTrustedSaysThatEverythingWaits) {
  FeedHouse house;
  const auto events = FeedHouse::coming(2);
  const FeedId feed = house.add(house.newcomer, house.mechanic());
  house.fetched(feed, events);
  EXPECT_EQ(preview(house.wall, house.the(feed), events, house.now).waiting, 2U);
}

TEST(Preview, ShowsNoMoreThanAnAnswerHoldsAndCountsTheRest) {
  FeedHouse house;
  const auto events = FeedHouse::coming(static_cast<int>(limits::kPreviewItems) + 7);
  const FeedId feed = house.add(house.resident, house.cook());
  const FeedPreview shown = preview(house.wall, house.the(feed), events, house.now);
  EXPECT_EQ(shown.items.size(), limits::kPreviewItems);
  EXPECT_EQ(shown.total, events.size());
}

}  // namespace
}  // namespace mur
