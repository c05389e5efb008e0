// « Déplacé » and « annulé »: what a visitor who planned to come must see, and for how long.
#include "shared/domain/moved.h"

#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur {
namespace {

using calendar::When;
using std::chrono::days;
using std::chrono::hours;
using test::House;

class Moved : public ::testing::Test {
 protected:
  EventId put(const EventDetails& details) {
    return EventId{house.must(PutEvent{.organization = house.resident, .details = details}, house.cook()).uuid};
  }
  /// The soup of Saturday 21 March at 18 h, as `start` now.
  static EventDetails soup_at(When start) {
    EventDetails details = House::soup();
    details.timing = {.start = std::move(start)};
    return details;
  }
  static EventDetails weekly() {
    EventDetails details = House::soup();
    details.timing.rules = {"FREQ=WEEKLY;BYDAY=SA"};
    return details;
  }
  /// Its 28 March, on another day.
  static EventDetails elsewhere(When start) {
    EventDetails details = soup_at(std::move(start));
    details.recurrence_id = House::paris(2026, 3, 28, 18);
    return details;
  }
  [[nodiscard]] bool is_shown_as_moved(EventId id) const { return mur::is_shown_as_moved(house.the(id), house.now); }

  House house;
};

TEST_F(Moved, TheSameInstantWrittenInAnotherZoneIsNoMove) {
  const EventId id = put(House::soup());
  put(soup_at({.kind = When::Kind::utc, .local = House::paris(2026, 3, 21, 17).local, .zone = {}}));
  EXPECT_EQ(house.the(id).moved_from, std::nullopt);
  EXPECT_EQ(house.the(id).details.timing.start.kind, When::Kind::utc);
  When in_london = House::paris(2026, 3, 21, 17);
  in_london.zone = "Europe/London";
  put(soup_at(in_london));
  EXPECT_EQ(house.the(id).moved_from, std::nullopt);
  in_london.local += hours{1};
  put(soup_at(in_london));
  EXPECT_EQ(house.the(id).moved_from->local, House::paris(2026, 3, 21, 17).local);
}

TEST_F(Moved, ADateThatGetsItsTimeOfDayStaysWhereItIs) {
  const When date{.kind = When::Kind::date, .local = House::paris(2026, 3, 21, 0).local, .zone = {}};
  const EventId id = put(soup_at(date));
  put(soup_at(House::paris(2026, 3, 21, 18)));
  EXPECT_EQ(house.the(id).moved_from, std::nullopt);
  put(soup_at(House::paris(2026, 3, 22, 18)));
  EXPECT_EQ(house.the(id).moved_from, House::paris(2026, 3, 21, 18));
}

TEST_F(Moved, ASeriesThatOnlyBeginsWithItsNextDateIsNotMoved) {
  const EventId id = put(weekly());
  EventDetails rolled = weekly();
  rolled.timing.start = House::paris(2026, 3, 28, 18);
  rolled.timing.end = House::paris(2026, 3, 28, 21);
  put(rolled);
  EXPECT_EQ(house.the(id).moved_from, std::nullopt);
  EventDetails sundays = rolled;
  sundays.timing = {.start = House::paris(2026, 3, 29, 18), .rules = {"FREQ=WEEKLY;BYDAY=SU"}};
  put(sundays);
  EXPECT_EQ(house.the(id).moved_from, House::paris(2026, 3, 28, 18));
}

TEST_F(Moved, WhatNobodyHasSeenIsNotMoved) {
  const EventId id{
      house.must(PutEvent{.organization = house.newcomer, .details = House::soup()}, house.mechanic()).uuid};
  EventDetails later = House::soup();
  later.timing = {.start = House::paris(2026, 3, 22, 18)};
  house.must(PutEvent{.organization = house.newcomer, .details = later}, house.mechanic());
  house.must(Approve{record_id(id)}, House::moderator());
  EXPECT_EQ(house.the(id).details.timing.start, later.timing.start);
  EXPECT_EQ(house.the(id).moved_from, std::nullopt);
}

TEST_F(Moved, IsShownForThreeDays) {
  const EventId id = put(House::soup());
  house.wait(hours{2});
  put(soup_at(House::paris(2026, 3, 22, 18)));
  EXPECT_TRUE(is_shown_as_moved(id));
  house.wait(days{3} - Seconds{1});
  EXPECT_TRUE(is_shown_as_moved(id));
  house.wait(Seconds{1});
  EXPECT_FALSE(is_shown_as_moved(id));
}

TEST_F(Moved, OneDateOfASeriesThatPeopleHaveReadIsMovedForThreeDays) {
  put(weekly());
  house.wait(days{2});
  const EventId one = put(elsewhere(House::paris(2026, 3, 29, 11)));
  EXPECT_EQ(house.the(one).moved_from, House::paris(2026, 3, 28, 18));
  EXPECT_TRUE(is_shown_as_moved(one));
  house.wait(days{3});
  EXPECT_FALSE(is_shown_as_moved(one));
}

TEST_F(Moved, ADateThatOnlyGetsOtherWordsIsNot) {
  put(weekly());
  house.wait(days{2});
  EventDetails renamed = elsewhere(House::paris(2026, 3, 28, 18));
  renamed.title = "Cuisine spéciale";
  EXPECT_EQ(house.the(put(renamed)).moved_from, std::nullopt);
}

TEST_F(Moved, ADateThatComesInWithItsSeriesTellsNobodyAnythingNew) {
  put(weekly());
  house.wait(std::chrono::minutes{5});  // the same file, still being read
  EXPECT_EQ(house.the(put(elsewhere(House::paris(2026, 3, 29, 11)))).moved_from, std::nullopt);
}

TEST_F(Moved, ADateThatWaitsForReviewIsMovedFromWhenItIsRead) {
  const auto put_new = [&](const EventDetails& details) {
    return EventId{house.must(PutEvent{.organization = house.newcomer, .details = details}, house.mechanic()).uuid};
  };
  const EventId series = put_new(weekly());
  house.must(Approve{record_id(series)}, House::moderator());
  house.wait(days{2});
  const EventId one = put_new(elsewhere(House::paris(2026, 3, 29, 11)));
  house.wait(days{4});
  house.must(Approve{record_id(one)}, House::moderator());
  EXPECT_TRUE(is_shown_as_moved(one));
}

TEST_F(Moved, ACancelledDateOfAMovedSeriesDidNotMove) {
  const EventId series = put(weekly());
  house.wait(days{2});
  EventDetails sundays = weekly();
  sundays.timing = {.start = House::paris(2026, 3, 22, 18), .rules = {"FREQ=WEEKLY;BYDAY=SU"}};
  put(sundays);
  const EventId one{
      house.must(CancelEvent{.event = series, .instance = House::paris(2026, 3, 29, 18)}, house.cook()).uuid};
  EXPECT_TRUE(house.the(series).moved_from);
  EXPECT_EQ(house.the(one).moved_from, std::nullopt);
}

class Cancelled : public Moved {};

TEST_F(Cancelled, StaysOnTheWallAndLeavesAsOthersDo) {
  const EventId id = put(House::soup());
  const auto over_at = house.the(id).over_at;
  EventDetails cancelled = House::soup();
  cancelled.status = calendar::EventStatus::cancelled;  // STATUS:CANCELLED, or METHOD:CANCEL
  cancelled.sequence = 1;
  put(cancelled);
  EXPECT_EQ(house.the(id).details.status, calendar::EventStatus::cancelled);
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::published);
  EXPECT_EQ(house.the(id).over_at, over_at) << "it is over when it would have been";
  house.wait(std::chrono::floor<Milliseconds>(*over_at + limits::kEndedEventKept - house.now) - Seconds{1});
  EXPECT_NE(house.wall.find(id), nullptr);
  house.wait(Seconds{2});
  EXPECT_EQ(house.wall.find(id), nullptr);
}

TEST_F(Cancelled, KeepsItsWordsWhereTheCancellationHasNone) {
  const EventId id = put(House::soup());
  EventDetails bare;  // RFC 5546 § 3.2.5: UID, SEQUENCE and no SUMMARY
  bare.uid = House::soup().uid;
  bare.status = calendar::EventStatus::cancelled;
  bare.sequence = 1;
  bare.timing.start = House::soup().timing.start;
  put(bare);
  EXPECT_EQ(house.the(id).details.status, calendar::EventStatus::cancelled);
  EXPECT_EQ(house.the(id).details.title, House::soup().title);
  EXPECT_EQ(house.the(id).details.timing, House::soup().timing);
  bare.uid = "unknown";
  EXPECT_EQ(house.ask(PutEvent{.organization = house.resident, .details = bare}, house.cook()).error().field, "title");
}

}  // namespace
}  // namespace mur
