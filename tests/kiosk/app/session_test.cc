#include <gtest/gtest.h>

#include "tests/kiosk/app/story.h"

namespace mur::test {

using namespace app;
using namespace std::chrono_literals;

TEST(Session, AMinuteOfSilenceAsksAndHalfAMinuteLaterForgets) {
  Story story;
  story.act(GoHome{}).act(SetLanguage{"en"}).act(ToggleAid{Aid::large_text}).open(Screen::calendar);
  story.pass(59s);
  EXPECT_FALSE(seconds_left(story.state));
  story.pass(1s);
  EXPECT_EQ(seconds_left(story.state), 30);
  story.pass(12s);
  EXPECT_EQ(seconds_left(story.state), 18);
  story.pass(18s);
  EXPECT_EQ(story.screen(), Screen::attract);
  EXPECT_EQ(story.state.visit.aids, story.state.site);
}

TEST(Session, CarryingOnIsAskedAsOftenAsWanted) {
  Story story;
  story.act(GoHome{});
  for (int i = 0; i < 3; ++i) {
    story.pass(60s);
    ASSERT_TRUE(seconds_left(story.state));
    story.act(StayOn{});
    EXPECT_FALSE(seconds_left(story.state));
  }
  EXPECT_EQ(story.screen(), Screen::home);
}

TEST(Session, EveryTouchIsASignOfLife) {
  Story story;
  story.act(GoHome{}).pass(50s).act(Touched{}).pass(50s);
  EXPECT_FALSE(seconds_left(story.state));
}

TEST(Session, SlowerDoublesBoth) {
  Story story;
  story.act(GoHome{}).act(ToggleAid{Aid::slower}).pass(119s);
  EXPECT_FALSE(seconds_left(story.state));
  story.pass(1s);
  EXPECT_EQ(seconds_left(story.state), 60);
}

TEST(Session, ATicketEndsByItselfAndItsCodeIsGone) {
  Story story;
  story.open(Screen::offer_what).act(TouchTile{Tile::photo}).act(TouchTime{Time::days});
  story.act(TouchReach{ReachChoice::none}).act(Send{}).act(PostKept{CommandId{}, {.code = "7K3M9Q2FA"}});
  story.act(Touched{}).pass(29s);
  EXPECT_EQ(story.screen(), Screen::ticket);
  story.pass(1s);
  EXPECT_EQ(story.screen(), Screen::attract);
  EXPECT_FALSE(story.state.visit.sent);
}

TEST(Session, LeavingForgetsWhatWasTyped) {
  Story story;
  story.open(Screen::offer_what).act(TouchTile{Tile::other}).act(ChangeText{"jardiner"}).act(Leave{});
  EXPECT_EQ(story.screen(), Screen::attract);
  EXPECT_EQ(story.state.visit.typing, Typing{});
  EXPECT_EQ(story.state.visit.offer, OfferDraft{});
}

TEST(Session, ABoxSealedAfterTheVisitorLeftIsDropped) {
  Story story;
  story.open(Screen::offer_what).act(Leave{}).act(ContactSealed{ContactKind::phone, Bytes{1}});
  EXPECT_EQ(story.state.visit.author, AuthorDraft{});
}

TEST(Session, AttractTurnsOnceItsHeadlineWasReadable) {
  Story story;
  const std::size_t first = story.state.headline;
  story.pass(12s);
  EXPECT_EQ(story.state.headline, first);
  story.pass(3s);
  EXPECT_EQ(story.state.headline, first + 1);
}

TEST(Session, AnyTouchOnTheBarLeavesAttractToo) {
  Story story;
  story.act(SetLanguage{"en"});
  EXPECT_EQ(story.screen(), Screen::home);
  EXPECT_EQ(story.state.visit.aids.language, "en");
}

TEST(Session, TheNextChangeIsTheNearestOne) {
  Story story;
  EXPECT_EQ(until_next_change(story.state), 15s) << "a turn of Attract";
  story.act(GoHome{}).act(Touched{}).pass(20s);
  EXPECT_EQ(until_next_change(story.state), 40s) << "the clock's minute, and the question, both";
  story.act(Touched{});
  EXPECT_EQ(until_next_change(story.state), 40s) << "the clock's minute";
  story.pass(60s);
  EXPECT_EQ(until_next_change(story.state), 1s) << "the count-down";
}

TEST(Session, TimeThatShowsNothingNewDrawsNothing) {
  Story story;
  const std::uint64_t version = story.state.version;
  story.pass(5s);
  EXPECT_EQ(story.state.version, version);
  story.pass(60s);
  EXPECT_GT(story.state.version, version);
}

TEST(Offline, TheWallSaysSoAfterAMomentAndStopsSayingIt) {
  Story story;
  story.act(BrokerLeft{});
  EXPECT_FALSE(is_offline(story.state));
  story.pass(5s);
  EXPECT_TRUE(is_offline(story.state));
  story.act(BrokerCame{}).act(WallIsCurrent{story.moment.now});
  EXPECT_FALSE(is_offline(story.state));
}

TEST(Offline, VisitorsPostsLeaveAWallThatNobodyCanCorrect) {
  Story story;
  ASSERT_FALSE(story.state.board.offers.empty());
  story.act(BrokerLeft{}).pass(std::chrono::days{8});
  EXPECT_TRUE(story.state.board.offers.empty());
}

}  // namespace mur::test
