#include "shared/domain/review_pace.h"

#include <gtest/gtest.h>

#include "shared/domain/scope.h"
#include "tests/support/house.h"

namespace mur {
namespace {

using std::chrono::days;
using std::chrono::hours;
using test::House;

/// Left now, and read after `wait`.
void review_after(House& house, Milliseconds wait) {
  OfferDetails details = House::two_hours();
  details.first_name = "Ana";
  const OfferId id = house.leave(details);
  house.now += wait;
  house.must(Approve{record_id(id)}, House::moderator());
}

const ReviewPace* pace_of(const House& house) { return house.wall.find(review_pace_id(house.wall.hub()->id)); }

TEST(ReviewPace, IsTheMedianOfTheLastThirtyDays) {
  House house;
  EXPECT_EQ(review_pace(house.wall, house.now), std::nullopt) << "nothing was read";
  review_after(house, hours{1});
  review_after(house, hours{2});
  review_after(house, hours{60});
  const auto pace = review_pace(house.wall, house.now);
  ASSERT_TRUE(pace);
  EXPECT_EQ(pace->reviews, 3U);
  EXPECT_EQ(pace->median_minutes, 120U);
  EXPECT_EQ(review_pace(house.wall, house.now + limits::kPaceWindow), std::nullopt);
}

TEST(ReviewPace, IsNotedOnceADayForEveryoneToSee) {
  House house;
  house.wait(days{2});
  EXPECT_EQ(pace_of(house), nullptr) << "nothing to say";
  review_after(house, hours{2});
  house.wait(Seconds{1});
  ASSERT_NE(pace_of(house), nullptr);
  const TimePoint first = pace_of(house)->noted_at;
  EXPECT_EQ(pace_of(house)->median_minutes, 120U);
  EXPECT_TRUE(project(*pace_of(house), Scope{}));
  EXPECT_FALSE(project(*pace_of(house), Scope{.kind = Scope::Kind::wall, .organization = {}, .version = 2}));
  review_after(house, hours{4});
  review_after(house, hours{4});
  house.wait(Seconds{1});
  EXPECT_EQ(pace_of(house)->noted_at, first) << "not yet";
  house.wait(limits::kPaceEvery);
  EXPECT_EQ(pace_of(house)->median_minutes, 240U);
}

TEST(ReviewPace, ADecisionThatIsTurnedRoundCountsOnce) {
  House house;
  review_after(house, hours{2});
  RecordId post;
  house.wall.each<Offer>([&](const Offer& offer) { post = record_id(offer.id); });
  house.now += hours{20};
  house.must(Hide{.post = post, .reason = Reason::hoax}, House::moderator());
  house.must(Unhide{post}, House::moderator());
  EXPECT_EQ(review_pace(house.wall, house.now)->median_minutes, 120U);
}

TEST(ReviewPace, WhatNobodyHadToReadIsNotCounted) {
  House house;
  const RecordId event = house.must(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook());
  house.now += days{3};
  house.must(Hide{.post = event, .reason = Reason::hoax}, House::moderator());
  EXPECT_EQ(review_pace(house.wall, house.now), std::nullopt);
}

TEST(ReviewPace, ThePromiseIsTheHubsUnlessItLatelyNeededLonger) {
  const Policy policy{.review_hours = 48};
  const TimePoint now = House::kNow;
  EXPECT_EQ(promised_by(policy, nullptr, now), now + hours{48});
  const ReviewPace quick{.median_minutes = 60, .reviews = 9};
  EXPECT_EQ(promised_by(policy, &quick, now), now + hours{48});
  const ReviewPace slow{.median_minutes = 72 * 60, .reviews = 9};
  EXPECT_EQ(promised_by(policy, &slow, now), now + hours{72});
}

TEST(ReviewPace, LateIsWhatTheHubsOwnPromiseSays) {
  const Policy policy{.review_hours = 48};
  EXPECT_FALSE(is_late(policy, House::kNow, House::kNow + hours{48} - Milliseconds{1}));
  EXPECT_TRUE(is_late(policy, House::kNow, House::kNow + hours{48}));
}

}  // namespace
}  // namespace mur
