#include "shared/domain/same_time.h"

#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur {
namespace {

using calendar::Timing;
using calendar::When;
using test::House;
using Kind = When::Kind;

const calendar::Zone kParis = calendar::Zone::find("Europe/Paris").value();

When utc(When when) {
  return {
      .kind = Kind::utc, .local = std::chrono::local_seconds{kParis.to_sys(when.local).time_since_epoch()}, .zone = {}};
}
When day(int year, unsigned month, unsigned day) {
  return {.kind = Kind::date, .local = House::paris(year, month, day, 0).local, .zone = {}};
}
Timing evening() { return {.start = House::paris(2026, 3, 21, 18), .end = House::paris(2026, 3, 21, 21)}; }
Timing weekly() {
  Timing timing = evening();
  timing.rules = {"FREQ=WEEKLY;BYDAY=SA"};
  return timing;
}

TEST(SameTime, IsAboutInstantsNotAboutHowTheyAreWritten) {
  const Timing in_utc{.start = utc(evening().start), .end = utc(*evening().end)};
  EXPECT_EQ(time_difference(evening(), in_utc, kParis), std::nullopt);
  Timing in_berlin = evening();
  in_berlin.start.zone = in_berlin.end->zone = "Europe/Berlin";
  EXPECT_EQ(time_difference(evening(), in_berlin, kParis), std::nullopt);
  const Timing floating{.start = {.kind = Kind::floating, .local = evening().start.local, .zone = {}}};
  EXPECT_EQ(time_difference(evening(), floating, kParis), std::nullopt);
  Timing in_lisbon = evening();
  in_lisbon.start.zone = in_lisbon.end->zone = "Europe/Lisbon";
  EXPECT_EQ(time_difference(evening(), in_lisbon, kParis), TimeDifference::start);
}

TEST(SameTime, AnOpenEndGoesWithAnyAndTwoEndsMustAgree) {
  const Timing open{.start = evening().start};
  EXPECT_EQ(time_difference(evening(), open, kParis), std::nullopt);
  EXPECT_EQ(time_difference(open, evening(), kParis), std::nullopt);
  Timing later = evening();
  later.end = House::paris(2026, 3, 21, 22);
  EXPECT_EQ(time_difference(evening(), later, kParis), TimeDifference::end);
}

TEST(SameTime, AWholeDayWithoutEndLastsItsDay) {
  const Timing one{.start = day(2026, 3, 21)};
  const Timing said{.start = day(2026, 3, 21), .end = day(2026, 3, 22)};
  const Timing weekend{.start = day(2026, 3, 21), .end = day(2026, 3, 23)};
  EXPECT_EQ(time_difference(one, said, kParis), std::nullopt);
  EXPECT_EQ(time_difference(one, weekend, kParis), TimeDifference::end);
  const Timing midnight{.start = House::paris(2026, 3, 21, 0)};
  EXPECT_EQ(time_difference(one, midnight, kParis), TimeDifference::start) << "a day is not its midnight";
}

TEST(SameTime, RulesAreComparedByWhatTheySay) {
  Timing wordy = weekly();
  wordy.rules = {"BYDAY=SA;interval=1;FREQ=WEEKLY;WKST=MO"};
  EXPECT_EQ(time_difference(weekly(), wordy, kParis), std::nullopt);
  EXPECT_EQ(time_difference(weekly(), evening(), kParis), TimeDifference::rule);
  Timing fortnightly = weekly();
  fortnightly.rules = {"FREQ=WEEKLY;BYDAY=SA;INTERVAL=2"};
  EXPECT_EQ(time_difference(weekly(), fortnightly, kParis), TimeDifference::rule);
}

TEST(SameTime, OfSeriesEndsWhereOneLeavesADateOut) {
  Timing without = weekly();
  without.exception_dates = {House::paris(2026, 4, 4, 18)};
  EXPECT_EQ(time_difference(weekly(), without, kParis), TimeDifference::rule);
  Timing also_without = weekly();
  also_without.exception_dates = {utc(House::paris(2026, 4, 4, 18))};
  EXPECT_EQ(time_difference(without, also_without, kParis), std::nullopt);
}

TEST(SameTime, OfSeriesInTwoZonesEndsWithTheNextClockChange) {
  Timing in_utc = weekly();
  in_utc.start = utc(weekly().start);
  in_utc.end = utc(*weekly().end);
  EXPECT_EQ(time_difference(weekly(), in_utc, kParis), TimeDifference::rule);
}

}  // namespace
}  // namespace mur
