// « Raconter »: from the ticket to the wall.
#include "kiosk/app/story_views.h"

#include <gtest/gtest.h>

#include "kiosk/app/make_views.h"
#include "kiosk/app/post_words.h"
#include "tests/kiosk/app/languages.h"
#include "tests/kiosk/app/story.h"
#include "tests/support/ticket_codes.h"

namespace mur::test {

using namespace app;

namespace {

const Language kFrench = language("fr");

/// At « Mon ticket » with a code that leads to this.
class Telling : public testing::Test {
 protected:
  Telling() {
    story.act(GoHome{}).open(Screen::my_ticket).act(ChangeText{a_ticket_code()}).act(FinishText{}).act(TicketAsked{1});
  }
  void answer(const TicketState& state) { story.act(TicketAnswered{1, state}); }
  static TicketState met() {
    return {.reply = ReplyTold{.status = ReplyStatus::met, .need = "Servir", .organization = "Cantine"},
            .may_tell_story = true};
  }
  [[nodiscard]] TicketStateView view() const { return make_ticket_state(story.state, kFrench); }

  Story story;
};

}  // namespace

TEST_F(Telling, IsOfferedOnceTheyHaveMetAndOnlyThen) {
  TicketState early = met();
  early.reply->status = ReplyStatus::accepted;
  early.may_tell_story = false;
  answer(early);
  EXPECT_FALSE(view().can_tell_story);
  story.act(BeginStory{});
  EXPECT_EQ(story.screen(), Screen::my_ticket_state) << "nothing begins";
  story.act(TicketAnswered{1, met()});
  EXPECT_TRUE(view().can_tell_story);
  EXPECT_FALSE(view().has_story);
}

TEST_F(Telling, AsksForWordsThenForConsentAndSendsBoth) {
  answer(met());
  story.act(BeginStory{});
  EXPECT_EQ(story.screen(), Screen::story_text);
  story.act(FinishText{});
  EXPECT_EQ(story.state.visit.typing.problem, Typing::Problem::empty);
  story.act(ChangeText{"On a servi."}).act(FinishText{});
  EXPECT_EQ(story.screen(), Screen::story);
  EXPECT_EQ(make_story_review(story.state).text, "On a servi.");
  story.act(Change{Screen::story_name}).act(ChangeText{"Ana"}).act(FinishText{});
  EXPECT_EQ(story.screen(), Screen::story);
  story.act(SendStory{});
  EXPECT_EQ(story.screen(), Screen::my_ticket_state);
  EXPECT_TRUE(view().changing);
  ASSERT_FALSE(story.effects.empty());
  EXPECT_EQ(std::get<SubmitStory>(story.effects.back()), (SubmitStory{a_ticket_code(), "On a servi.", "Ana", "fr"}));
}

TEST_F(Telling, AsksOnceAboutANumberInIt) {
  answer(met());
  story.act(BeginStory{}).act(ChangeText{"Appelez le 06 12 34 56 78"}).act(FinishText{});
  EXPECT_EQ(story.state.visit.typing.problem, Typing::Problem::contact_in_text);
  story.act(FinishText{});
  EXPECT_EQ(story.screen(), Screen::story) << "who insists is let through; a moderator reads it";
}

TEST_F(Telling, WhatWasToldStandsInTheFieldAndIsTakenBackWithOneTouch) {
  TicketState told = met();
  told.story = StoryTold{.status = PostStatus::published, .text = "On a servi.", .first_name = "Ana"};
  answer(told);
  EXPECT_EQ(view().story, "Votre témoignage est sur le mur.");
  story.act(BeginStory{});
  EXPECT_EQ(story.state.visit.typing.text, "On a servi.");
  story.act(GoBack{}).act(RemoveStory{});
  EXPECT_EQ(std::get<SubmitStoryBack>(story.effects.back()).code, a_ticket_code());
}

TEST_F(Telling, ATicketWithNothingButAStoryLeftTakesItBack) {
  TicketState only{.post = {RecordKind::story, Uuid{{1}}}, .may_tell_story = true};
  only.story = StoryTold{.status = PostStatus::published, .text = "On a servi."};
  answer(only);
  EXPECT_EQ(view().what, "Votre témoignage");
  EXPECT_TRUE(view().has_story);
}

TEST_F(Telling, IsForgottenWithTheVisit) {
  answer(met());
  story.act(BeginStory{}).act(ChangeText{"On a servi."}).act(FinishText{}).act(Leave{});
  EXPECT_FALSE(story.state.visit.lookup);
  EXPECT_EQ(story.state.visit.typing.text, "");
}

TEST(Stories, StandOnTheirOrganizationsNeedsAndInTheTurnsOfAttract) {
  Story story(SampleWall::with_every_need());
  const NeedId soup = SampleWall::need_titled(story.state.wall, "Servir 80 repas");
  const auto page = make_need(story.state, soup, kFrench);
  ASSERT_TRUE(page && page->story);
  EXPECT_EQ(plain(page->story->text), "« On a servi quatre-vingts repas, et j’y retourne jeudi. »");
  EXPECT_EQ(page->story->by, "Ana, avec Cantine des Récollets");
  EXPECT_FALSE(make_need(story.state, SampleWall::need_titled(story.state.wall, "Traduire en dari"), kFrench)->story);
  bool told = false;
  for (std::size_t turn = 0; turn < story.state.board.headlines.size(); ++turn) {
    story.state.headline = turn;
    told = told || headline_of(story.state, kFrench).kicker == "Ça s’est passé ici";
  }
  EXPECT_TRUE(told);
}

}  // namespace mur::test
