// A contact for an organization of a sensitive kind, and who keeps what.
#include <gtest/gtest.h>

#include "kiosk/app/view.h"
#include "tests/kiosk/app/languages.h"
#include "tests/kiosk/app/story.h"
#include "tests/support/ticket_codes.h"

namespace mur::test {

using namespace app;

namespace {

class ConsentStory : public Story {
 public:
  ConsentStory() : Story(SampleWall::with_every_need()) {
    need = *state.wall.find(SampleWall::need_titled(state.wall, SampleWall::kSensitive));
    act(GoHome{}).act(Open{{.screen = Screen::need, .need = need.id}});
    act(ChooseSlot{need.details.slots.at(0).id});
  }
  template <class Of>
  [[nodiscard]] Of view() const {
    return std::get<Of>(make_view(state, catalogues).screen);
  }

  Need need;
  Languages catalogues = both_languages();
};

/// A ticket to whose offer such an organization answered.
Story answered(ReplyId reply) {
  Story story;
  story.open(Screen::my_ticket).act(ChangeText{a_ticket_code()}).act(FinishText{}).act(TicketAsked{7});
  return story.act(TicketAnswered{7, TicketState{.status = PostStatus::published,
                                                 .details = {.tiles = {Tile::photo}},
                                                 .answers = {{.reply = reply,
                                                              .organization = "Santé pour toutes",
                                                              .status = ReplyStatus::held,
                                                              .sensitivity = Sensitivity::health}}}});
}

}  // namespace

TEST(Consent, IsAskedForOnAScreenOfItsOwnBeforeAContactIsTyped) {
  ConsentStory story;
  story.act(TouchAge{AgeClass::adult}).act(TouchReach{ReachChoice::typed});
  ASSERT_EQ(story.screen(), Screen::consent);
  const auto view = story.view<ConsentView>();
  EXPECT_EQ(view.organization, "Santé pour toutes");
  EXPECT_TRUE(plain(view.why).starts_with("Santé pour toutes touche à la santé.")) << view.why;
  story.act(GiveConsent{true});
  EXPECT_EQ(story.screen(), Screen::reach);
  story.act(ContactSealed{ContactKind::phone, Bytes{1}}).act(Send{});
  EXPECT_TRUE(std::get<SubmitReply>(story.effects.back()).answer.consent);
}

TEST(Consent, ThatIsNotGivenLeavesNoContact) {
  ConsentStory story;
  story.act(TouchAge{AgeClass::adult}).act(TouchReach{ReachChoice::typed}).act(GiveConsent{false});
  EXPECT_EQ(story.screen(), Screen::review);
  story.act(Send{});
  const AnswerNeed& answer = std::get<SubmitReply>(story.effects.back()).answer;
  EXPECT_EQ(answer.contact, ContactKind::none);
  EXPECT_FALSE(answer.consent);
}

TEST(Consent, GoesWithTheContactThatIsTakenBack) {
  ConsentStory story;
  story.act(TouchAge{AgeClass::adult}).act(TouchReach{ReachChoice::typed}).act(GiveConsent{true});
  story.act(ContactSealed{ContactKind::phone, Bytes{1}}).act(Change{Screen::contact});
  story.act(TouchReach{ReachChoice::none}).act(Send{});
  EXPECT_FALSE(std::get<SubmitReply>(story.effects.back()).answer.consent);
}

TEST(Consent, WithoutAContactNobodyIsAsked) {
  ConsentStory story;
  story.act(TouchReach{ReachChoice::none});
  EXPECT_EQ(story.screen(), Screen::review);
}

TEST(Consent, IsAskedForBeforeAYesByTicket) {
  const ReplyId reply{derive_uuid(Uuid{}, "answer")};
  Story story = answered(reply);
  story.act(DecideAnswer{reply, ReplyStatus::accepted});
  EXPECT_EQ(story.screen(), Screen::answer_consent);
  EXPECT_EQ(story.effects.size(), 1U) << "the code was asked for, nothing else is sent";
  story.act(GiveConsent{true});
  EXPECT_EQ(story.screen(), Screen::my_ticket_state);
  EXPECT_EQ(story.effects.back(), Effect(SubmitDecision{a_ticket_code(), reply, ReplyStatus::accepted, true}));
}

TEST(Consent, ANoByTicketNeedsNone) {
  const ReplyId reply{derive_uuid(Uuid{}, "answer")};
  Story story = answered(reply);
  story.act(DecideAnswer{reply, ReplyStatus::accepted}).act(GiveConsent{false});
  EXPECT_EQ(story.screen(), Screen::my_ticket_state);
  EXPECT_EQ(story.effects.size(), 1U);
  story.act(DecideAnswer{reply, ReplyStatus::declined});
  EXPECT_EQ(story.effects.back(), Effect(SubmitDecision{a_ticket_code(), reply, ReplyStatus::declined, false}));
}

TEST(Privacy, SaysWhoKeepsWhatFromTheContactStepAndTheFormIsStillThere) {
  ConsentStory story;
  story.open(Screen::privacy);
  const auto view = story.view<PrivacyView>();
  EXPECT_EQ(view.publication_director, "Awa Diallo");
  EXPECT_EQ(view.dpo, "vie-privee@maison-commune.example");
  EXPECT_EQ(view.kept_days, 30);
  story.act(GoBack{});
  EXPECT_EQ(story.screen(), Screen::contact);
}

TEST(Promise, OfAWaitingPostCountsFromWhenItCame) {
  ConsentStory story;
  const auto next_of = [&story](TimePoint submitted_at) {
    story.state.visit.lookup = TicketLookup{
        .code = a_ticket_code(),
        .stage = TicketLookup::Stage::found,
        .state = TicketState{
            .status = PostStatus::pending, .details = {.tiles = {Tile::photo}}, .submitted_at = submitted_at}};
    story.open(Screen::my_ticket_state);
    return plain(story.view<TicketStateView>().next);
  };
  EXPECT_TRUE(next_of(SampleWall::kNow).starts_with("Relu ")) << next_of(SampleWall::kNow);
  EXPECT_TRUE(next_of(SampleWall::kNow - std::chrono::days{5}).starts_with("Elle devrait déjà être relue."));
}

TEST(OwnSkills, OfTheHubNameWhatItsNeedsKeep) {
  ConsentStory story;
  Hub hub = *story.state.wall.hub();
  hub.skills = "[[skill]]\nid = \"marionnettes\"\nfr = \"Marionnettes\"\nen = \"Puppetry\"";
  story.act(RecordsCame{.records = {{.seq = 10'000, .record = hub}}});
  EXPECT_EQ(story.state.skills.name(skills::Kind::skill, "marionnettes", "fr"), "Marionnettes");
  EXPECT_NE(story.state.skills.find(skills::Kind::skill, "cooking"), nullptr) << "the built-in ones stay";
}

}  // namespace mur::test
