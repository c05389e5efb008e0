#include <gtest/gtest.h>

#include "shared/domain/limits.h"
#include "tests/kiosk/app/story.h"

namespace mur::test {

using namespace app;

TEST(Offer, TilesTimeAndNoContactLeadToTheTicketWithoutACharacter) {
  Story story;
  story.act(GoHome{}).open(Screen::offer_what).act(TouchTile{Tile::communication});
  EXPECT_EQ(story.screen(), Screen::offer_when);
  story.act(TouchTime{Time::evenings});
  EXPECT_EQ(story.screen(), Screen::contact);
  story.act(TouchReach{ReachChoice::none});
  EXPECT_EQ(story.screen(), Screen::review);
  story.act(Send{});

  ASSERT_EQ(story.effects.size(), 1U);
  const OfferDetails expected{.tiles = {Tile::communication}, .availability = {.evenings = true}, .language = "fr"};
  EXPECT_EQ(story.effects[0], Effect(SubmitOffer{expected, {}}));
  story.act(PostKept{CommandId{}, TicketSecret{.code = "7K3M9Q2FA"}});
  EXPECT_EQ(story.screen(), Screen::ticket);
  EXPECT_EQ(story.state.visit.sent->stage, SentPost::Stage::waiting);
}

TEST(Offer, SendingTwiceSendsOnce) {
  Story story;
  story.open(Screen::offer_what).act(TouchTile{Tile::photo}).act(TouchTime{Time::days});
  story.act(TouchReach{ReachChoice::none}).act(Send{}).act(Send{});
  EXPECT_EQ(story.effects.size(), 1U);
}

TEST(Offer, TheReviewLeadsBackAndUpToThreeTilesCanBeAdded) {
  Story story;
  story.open(Screen::offer_what).act(TouchTile{Tile::photo}).act(TouchTime{Time::days});
  story.act(TouchReach{ReachChoice::none}).act(Change{Screen::offer_what});
  for (const Tile tile : {Tile::cooking, Tile::repair, Tile::legal}) story.act(TouchTile{tile});
  EXPECT_EQ(story.screen(), Screen::offer_what);
  EXPECT_EQ(story.state.visit.offer.tiles, (std::vector{Tile::photo, Tile::cooking, Tile::repair}));
  story.act(TouchTile{Tile::photo}).act(Review{});
  EXPECT_EQ(story.state.visit.offer.tiles, (std::vector{Tile::cooking, Tile::repair}));
  EXPECT_EQ(story.screen(), Screen::review);
}

TEST(Offer, WithoutAnyTileTheReviewIsNotReached) {
  Story story;
  story.open(Screen::offer_what).act(TouchTile{Tile::photo}).act(TouchTime{Time::days});
  story.act(TouchReach{ReachChoice::none}).act(Change{Screen::offer_what}).act(TouchTile{Tile::photo}).act(Review{});
  EXPECT_EQ(story.screen(), Screen::offer_what);
}

TEST(Offer, SomethingElseIsTypedAndNormalized) {
  Story story;
  story.open(Screen::offer_what).act(TouchTile{Tile::other});
  EXPECT_EQ(story.screen(), Screen::offer_text);
  story.act(FinishText{});
  EXPECT_EQ(story.state.visit.typing.problem, Typing::Problem::empty);
  story.act(ChangeText{"  je répare les vélos "}).act(FinishText{});
  EXPECT_EQ(story.screen(), Screen::offer_when);
  EXPECT_EQ(story.state.visit.offer.text, "je répare les vélos");
  EXPECT_EQ(story.state.visit.typing.text, "");
}

TEST(Offer, AContactInPublicTextIsAskedAboutOnce) {
  Story story;
  story.open(Screen::offer_what).act(TouchTile{Tile::other});
  story.act(ChangeText{"appelez le 06 12 34 56 78"}).act(FinishText{});
  EXPECT_EQ(story.screen(), Screen::offer_text);
  EXPECT_EQ(story.state.visit.typing.problem, Typing::Problem::contact_in_text);
  story.act(FinishText{});
  EXPECT_EQ(story.screen(), Screen::offer_when);
}

TEST(Offer, AContactInDisguiseIsAskedAboutToo) {
  for (const char* text : {"appelez le zéro six douze trente-quatre cinquante-six soixante-dix-huit", "O6.12.34.56.78",
                           "écrivez à ana arobase exemple point fr", "wa.me/33612345678", "ana@exemple.org"}) {
    Story story;
    story.open(Screen::offer_what).act(TouchTile{Tile::other}).act(ChangeText{text}).act(FinishText{});
    EXPECT_EQ(story.state.visit.typing.problem, Typing::Problem::contact_in_text) << text;
  }
}

TEST(Offer, AnAddressOnTheWebOrARudeWordIsTheModeratorsBusiness) {
  for (const char* text : {"voir exemple.org", "gros connard"}) {
    Story story;
    story.open(Screen::offer_what).act(TouchTile{Tile::other}).act(ChangeText{text}).act(FinishText{});
    EXPECT_EQ(story.screen(), Screen::offer_when) << text;
  }
}

TEST(Offer, TextBeyondTheLimitIsNotTaken) {
  Story story;
  story.open(Screen::offer_what).act(TouchTile{Tile::other}).act(ChangeText{std::string(limits::kTitle, 'a')});
  story.act(ChangeText{std::string(limits::kTitle + 1, 'a')});
  EXPECT_EQ(story.state.visit.typing.text.size(), limits::kTitle);
}

TEST(Offer, ATypedContactIsSealedAtOnceAndItsPlainTextForgotten) {
  Story story;
  story.open(Screen::offer_what).act(TouchTile{Tile::photo}).act(TouchTime{Time::days});
  story.act(TouchReach{ReachChoice::typed});
  EXPECT_TRUE(story.state.visit.author.age_missing);
  story.act(TouchAge{AgeClass::adult});
  EXPECT_EQ(story.screen(), Screen::reach);
  story.act(ChangeText{"12"}).act(FinishText{});
  EXPECT_EQ(story.state.visit.typing.problem, Typing::Problem::not_a_number);
  EXPECT_TRUE(story.effects.empty());
  story.act(ChangeText{"06 12 34 56 78"}).act(FinishText{});

  ASSERT_EQ(story.effects.size(), 1U);
  EXPECT_EQ(story.effects[0], Effect(SealContact{ContactKind::phone, "06 12 34 56 78"}));
  EXPECT_EQ(story.state.visit.typing.text, "");
  story.act(ContactSealed{ContactKind::phone, Bytes{1, 2, 3}});
  EXPECT_EQ(story.screen(), Screen::review);
  story.act(ToggleMayBeCalled{}).act(Send{});
  const auto& sent = std::get<SubmitOffer>(story.effects[1]);
  EXPECT_EQ(sent.details.contact, ContactKind::phone);
  EXPECT_EQ(sent.details.age, AgeClass::adult);
  EXPECT_TRUE(sent.details.may_be_called);
  EXPECT_EQ(sent.sealed_contact, (Bytes{1, 2, 3}));
}

TEST(Offer, UnderFifteenLeavesNoContact) {
  Story story;
  story.open(Screen::offer_what).act(TouchTile{Tile::photo}).act(TouchTime{Time::days});
  story.act(TouchAge{AgeClass::under_15}).act(TouchReach{ReachChoice::typed});
  EXPECT_EQ(story.screen(), Screen::contact);
  story.act(TouchReach{ReachChoice::none}).act(Send{});
  EXPECT_EQ(std::get<SubmitOffer>(story.effects[0]).details.age, AgeClass::unknown);
}

TEST(Offer, AHubThatSaysNotWhoKeepsDataTakesNoContact) {
  Wall wall = SampleWall::empty();
  Hub hub = *wall.hub();
  hub.privacy = {};
  wall.apply({.seq = 9, .record = hub});
  Story story(wall);
  story.open(Screen::offer_what).act(TouchTile{Tile::photo}).act(TouchTime{Time::days});
  story.act(TouchAge{AgeClass::adult}).act(TouchReach{ReachChoice::typed});
  EXPECT_EQ(story.screen(), Screen::contact);
}

TEST(Offer, TheOutboxRefusingIsSaidAndTheAnswersAreKept) {
  Story story;
  story.open(Screen::offer_what).act(TouchTile{Tile::photo}).act(TouchTime{Time::days});
  story.act(TouchReach{ReachChoice::none}).act(Send{}).act(NotKept{Error{Errc::io, "", ""}});
  EXPECT_EQ(story.screen(), Screen::review);
  EXPECT_TRUE(story.state.visit.author.not_kept);
  story.act(Send{});
  EXPECT_EQ(story.effects.size(), 2U);
}

TEST(Offer, TheTicketFollowsWhatTheBrokerSays) {
  Story story;
  const CommandId command{derive_uuid(Uuid{}, "offer")};
  story.open(Screen::offer_what).act(TouchTile{Tile::photo}).act(TouchTime{Time::days});
  story.act(TouchReach{ReachChoice::none}).act(Send{}).act(PostKept{command, {.code = "7K3M9Q2FA"}});
  story.act(PostAnswered{CommandId{}, Receipt{.status = PostStatus::published}});
  EXPECT_EQ(story.state.visit.sent->stage, SentPost::Stage::waiting) << "somebody else's receipt";
  story.act(PostAnswered{command, Receipt{.status = PostStatus::pending}});
  EXPECT_EQ(story.state.visit.sent->stage, SentPost::Stage::received);
}

TEST(Offer, BackGoesStepByStepAndNotIntoTheKeyboard) {
  Story story;
  story.act(GoHome{}).open(Screen::offer_what).act(TouchTile{Tile::other});
  story.act(ChangeText{"jardiner"}).act(FinishText{});
  story.act(GoBack{});
  EXPECT_EQ(story.screen(), Screen::offer_what);
  story.act(GoBack{});
  EXPECT_EQ(story.screen(), Screen::home);
}

}  // namespace mur::test
