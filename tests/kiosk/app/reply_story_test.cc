// A visitor answers a need on the wall.
#include <gtest/gtest.h>

#include "kiosk/app/view.h"
#include "tests/kiosk/app/languages.h"
#include "tests/kiosk/app/story.h"

namespace mur::test {

using namespace app;
using namespace std::chrono_literals;

namespace {

const TicketSecret kTicket{.code = "7K3M9Q2FA"};
const CommandId kCommand{derive_uuid(Uuid{}, "reply")};
constexpr const char* kSoup = "Servir 80 repas";

TimePoint march(int day, int utc_hour) {
  return std::chrono::sys_days{std::chrono::year{2026} / 3 / day} + std::chrono::hours{utc_hour};
}

/// Someone in front of a need's page.
class ReplyStory : public Story {
 public:
  explicit ReplyStory(std::string_view title) : Story(SampleWall::with_every_need()) {
    act(GoHome{});
    go_to(title);
  }
  void go_to(std::string_view title) {
    need = *state.wall.find(SampleWall::need_titled(state.wall, title));
    act(Open{{.screen = Screen::need, .need = need.id}});
  }
  [[nodiscard]] SlotId slot(std::size_t at = 0) const { return need.details.slots.at(at).id; }
  /// From the page to the ticket, without a contact.
  void send() {
    act(ChooseSlot{slot()}).act(TouchReach{ReachChoice::none}).act(Send{}).act(PostKept{kCommand, kTicket});
  }
  template <class Of>
  [[nodiscard]] Of view() const {
    return std::get<Of>(make_view(state, catalogues).screen);
  }

  Need need;
  Languages catalogues = both_languages();
};

}  // namespace

TEST(Reply, ASlotAndNoContactLeadToTheTicket) {
  ReplyStory story(kSoup);
  story.act(ChooseSlot{story.slot()});
  EXPECT_EQ(story.screen(), Screen::contact);
  story.act(TouchReach{ReachChoice::none});
  EXPECT_EQ(story.screen(), Screen::review);
  story.act(Send{}).act(Send{});

  ASSERT_EQ(story.effects.size(), 1U) << "touched twice, sent once";
  const AnswerNeed expected{.need = story.need.id, .slot = story.slot(), .language = "fr"};
  EXPECT_EQ(story.effects[0], Effect(SubmitReply{expected}));
  story.act(PostKept{kCommand, kTicket});
  EXPECT_EQ(story.screen(), Screen::ticket);
  EXPECT_EQ(story.view<TicketView>().code, format_ticket_code(kTicket.code));
}

TEST(Reply, ARepeatingSlotAsksOnceOrEachTime) {
  ReplyStory story(SampleWall::kWeekly);
  story.act(ChooseSlot{story.slot()});
  ASSERT_EQ(story.screen(), Screen::reply_when);
  const auto when = story.view<ReplyWhenView>();
  ASSERT_GE(when.dates.size(), 3U);
  EXPECT_EQ(plain(when.each_time.places), "complet – liste d’attente") << "one of the dates is full";
  EXPECT_EQ(plain(when.dates[0].places), "complet – liste d’attente");
  EXPECT_EQ(plain(when.dates[1].places), "il manque 1 personne");
  EXPECT_EQ(plain(when.dates[2].places), "il manque 2 personnes");
  story.act(ChooseDate{when.dates[1].date}).act(TouchReach{ReachChoice::none}).act(Send{});
  EXPECT_EQ(std::get<SubmitReply>(story.effects.at(0)).answer.date, march(24, 17));
}

TEST(Reply, EachTimeNamesNoDate) {
  ReplyStory story(SampleWall::kWeekly);
  story.act(ChooseSlot{story.slot()}).act(ChooseDate{}).act(TouchReach{ReachChoice::none});
  EXPECT_TRUE(story.view<ReviewView>().when.starts_with("à chaque fois, dès mardi 17 mars"));
  story.act(Send{});
  EXPECT_EQ(std::get<SubmitReply>(story.effects.at(0)).answer.date, std::nullopt);
}

TEST(Reply, TheReviewLeadsBackToTheDateAndToThePlace) {
  ReplyStory story(SampleWall::kWeekly);
  story.act(ChooseSlot{story.slot()}).act(ChooseDate{}).act(TouchReach{ReachChoice::none});
  story.act(Change{story.view<ReviewView>().when_step});
  EXPECT_EQ(story.screen(), Screen::reply_when);
  EXPECT_TRUE(story.view<ReplyWhenView>().each_time.selected);
  story.act(ChooseDate{march(24, 17)});
  EXPECT_EQ(story.screen(), Screen::review);
  story.act(Change{Screen::need});
  EXPECT_EQ(story.screen(), Screen::need);
  story.act(ChooseSlot{story.slot()});
  EXPECT_EQ(story.view<ReplyWhenView>().dates[1].selected, true) << "the same place keeps its date";
}

TEST(Reply, BackGoesStepByStepAndKeepsWhatWasSaid) {
  ReplyStory story(kSoup);
  story.act(ChooseSlot{story.slot()}).act(TouchAge{AgeClass::adult}).act(TouchReach{ReachChoice::typed});
  story.act(ContactSealed{ContactKind::phone, Bytes{1, 2}}).act(GoBack{});
  EXPECT_EQ(story.screen(), Screen::contact) << "not into the keyboard";
  story.act(GoBack{});
  EXPECT_EQ(story.screen(), Screen::need);
  story.act(ChooseSlot{story.slot(1)});
  EXPECT_EQ(story.screen(), Screen::review) << "the contact is still known";
  EXPECT_EQ(story.state.visit.author.sealed_contact, (Bytes{1, 2}));
}

TEST(Reply, AnotherNeedBeginsAnew) {
  ReplyStory story(kSoup);
  story.act(ChooseSlot{story.slot()}).act(TouchAge{AgeClass::adult}).act(TouchReach{ReachChoice::typed});
  story.act(ContactSealed{ContactKind::phone, Bytes{1, 2}}).act(GoHome{});
  story.go_to("Tenir le bar");
  story.act(ChooseSlot{story.slot()});
  EXPECT_EQ(story.state.visit.author, AuthorDraft{});
}

TEST(Reply, AContactAndAFirstNameTravelOnlyWithTheAnswer) {
  ReplyStory story(kSoup);
  story.act(ChooseSlot{story.slot()}).act(TouchReach{ReachChoice::typed});
  EXPECT_TRUE(story.state.visit.author.age_missing);
  story.act(TouchAge{AgeClass::adult}).act(ChangeText{"06 12 34 56 78"}).act(FinishText{});
  EXPECT_EQ(story.effects.at(0), Effect(SealContact{ContactKind::phone, "06 12 34 56 78"}));
  EXPECT_EQ(story.state.visit.typing.text, "");
  story.act(ContactSealed{ContactKind::phone, Bytes{1, 2, 3}});
  story.act(Change{Screen::first_name}).act(ChangeText{"Ana"}).act(FinishText{}).act(Send{});
  const AnswerNeed& answer = std::get<SubmitReply>(story.effects.at(1)).answer;
  EXPECT_EQ(answer.first_name, "Ana");
  EXPECT_EQ(answer.contact, ContactKind::phone);
  EXPECT_EQ(answer.age, AgeClass::adult);
  EXPECT_EQ(answer.sealed_contact, (Bytes{1, 2, 3}));
  story.act(PostKept{kCommand, kTicket});
  EXPECT_EQ(story.state.visit.author, AuthorDraft{}) << "nothing of it is kept here";
}

TEST(Reply, UnderFifteenLeavesNoContact) {
  ReplyStory story(kSoup);
  story.act(ChooseSlot{story.slot()}).act(TouchAge{AgeClass::under_15}).act(TouchReach{ReachChoice::typed});
  EXPECT_EQ(story.screen(), Screen::contact);
}

TEST(Reply, TheEndOfTheVisitForgetsIt) {
  ReplyStory story(kSoup);
  story.act(ChooseSlot{story.slot()}).act(TouchReach{ReachChoice::none}).act(Leave{});
  EXPECT_EQ(story.state.visit.reply, ReplyDraft{});
  EXPECT_EQ(story.state.visit.author, AuthorDraft{});
}

TEST(Reply, ANeedThatLeavesTheWallMeanwhileIsSaidToBeGone) {
  ReplyStory story(kSoup);
  story.act(ChooseSlot{story.slot()}).act(TouchReach{ReachChoice::none});
  Need closed = story.need;
  closed.moderation.status = PostStatus::closed;
  story.act(RecordsCame{.records = {{.seq = 99, .record = closed}}});
  EXPECT_TRUE(std::holds_alternative<GoneView>(make_view(story.state, story.catalogues).screen));
}

TEST(Reply, UntilTheReceiptComesNothingIsPromised) {
  ReplyStory story(kSoup);
  story.send();
  for (const bool online : {true, false}) {
    if (!online) story.act(BrokerLeft{});
    const std::string status = story.view<TicketView>().reply->status;
    EXPECT_NE(status.find("Demande à confirmer"), std::string::npos) << status;
    EXPECT_EQ(status.find("place"), std::string::npos) << status;
  }
}

TEST(Reply, AHeldPlaceSaysUntilWhenTheOrganizationAnswers) {
  ReplyStory story(kSoup);
  story.send();
  story.act(PostAnswered{kCommand, Receipt{.reply = ReplyStatus::held}});
  EXPECT_EQ(plain(story.view<TicketView>().reply->status), "Une place est tenue pour vous");
  EXPECT_EQ(story.effects.back(), Effect(AskTicket{kTicket.code}));
  const ReplyTold told{.status = ReplyStatus::held, .decide_by = march(13, 17)};
  story.act(TicketAsked{4}).act(TicketAnswered{4, TicketState{.reply = told}});
  EXPECT_EQ(plain(story.view<TicketView>().reply->next),
            "Cantine des Récollets répond avant demain, à 18 h ; regardez ici, dans « Mon ticket ».");
}

TEST(Reply, AListedOneSaysWhichInLine) {
  ReplyStory story(kSoup);
  story.send();
  story.act(PostAnswered{kCommand, Receipt{.reply = ReplyStatus::listed}});
  EXPECT_EQ(plain(story.view<TicketView>().reply->status), "Vous êtes sur la liste d’attente");
  const ReplyTold told{.status = ReplyStatus::listed, .waiting = 2};
  story.act(TicketAsked{4}).act(TicketAnswered{4, TicketState{.reply = told}});
  EXPECT_TRUE(story.view<TicketView>().reply->next.starts_with("Vous êtes 2ᵉ sur la liste."));
}

TEST(Reply, ARefusalSaysWhyAndWhatElseToDo) {
  ReplyStory story(kSoup);
  story.send();
  story.act(PostAnswered{kCommand, fail(Errc::closed, "need")});
  EXPECT_TRUE(story.view<TicketView>().reply->next.starts_with("Entre-temps, l’appel a été clos"));
  story.act(Open{{.screen = Screen::needs}});
  EXPECT_EQ(story.screen(), Screen::needs);
}

TEST(Reply, TheOutboxRefusingIsSaidAndTheAnswersAreKept) {
  ReplyStory story(kSoup);
  story.act(ChooseSlot{story.slot()}).act(TouchReach{ReachChoice::none}).act(Send{});
  story.act(NotKept{Error{Errc::io, "", ""}});
  EXPECT_EQ(story.screen(), Screen::review);
  EXPECT_TRUE(story.view<ReviewView>().not_kept);
}

TEST(ComeNow, SendsOneHeadAndSaysWhereToGo) {
  ReplyStory story(kSoup);
  story.act(GoNow{story.slot()});
  EXPECT_EQ(story.screen(), Screen::come_now);
  EXPECT_EQ(story.effects.at(0), Effect(SubmitComeNow{{.need = story.need.id, .slot = story.slot()}}));
  EXPECT_EQ(story.view<ComeNowView>().go, "grande salle, demandez Samira");
  story.act(GoBack{}).act(GoNow{story.slot()});
  EXPECT_EQ(story.effects.size(), 1U) << "one person is one head";
}

TEST(ComeNow, CountsHeadsOnceTheBrokerHasThem) {
  ReplyStory story(kSoup);
  story.act(GoNow{story.slot()}).act(ComeNowKept{kCommand});
  Need counted = story.need;
  counted.details.slots[0].accepted = 2;
  story.act(RecordsCame{.records = {{.seq = 99, .record = counted}}});
  story.act(PostAnswered{kCommand, Receipt{.reply = ReplyStatus::accepted}});
  EXPECT_EQ(plain(story.view<ComeNowView>().next), "2 personnes sur 3 viennent.");
}

TEST(ComeNow, OfflineItIsSaidThatNobodyIsCountedYet) {
  ReplyStory story(kSoup);
  story.act(BrokerLeft{}).act(GoNow{story.slot()}).act(ComeNowKept{kCommand});
  EXPECT_EQ(plain(story.view<ComeNowView>().title), "Pas encore compté : demande à confirmer");
}

TEST(ComeNow, IsOfferedOnlyForWhatBeginsSoonAndLacksPeople) {
  ReplyStory story(kSoup);
  const auto slots = story.view<NeedView>().slots;
  EXPECT_TRUE(slots[0].may_come_now) << "begins in six minutes";
  EXPECT_FALSE(slots[1].may_come_now) << "is complete";
  story.go_to("Tenir le bar");
  EXPECT_FALSE(story.view<NeedView>().slots[0].may_come_now) << "is tomorrow";
  story.act(GoNow{story.slot()});
  EXPECT_EQ(story.screen(), Screen::need);
  EXPECT_TRUE(story.effects.empty());
}

TEST(NeedPage, SaysWhatIsMissingOnTheNextDateAndWhoWaits) {
  const ReplyStory story(SampleWall::kWeekly);
  const SlotView slot = story.view<NeedView>().slots.at(0);
  EXPECT_EQ(slot.repeats, "chaque mardi");
  EXPECT_EQ(plain(slot.when), "prochaine fois : mardi 17 mars, de 18 h à 21 h");
  EXPECT_EQ(plain(slot.missing), "complet – liste d’attente : 2");
}

TEST(NeedPage, SaysHowQuicklyItsOrganizationAnswersOnceThatIsKnown) {
  ReplyStory story(kSoup);
  const std::string name = story.view<NeedView>().by;
  Organization cantine = *story.state.wall.find(story.need.organization);
  const auto by = [&](std::vector<std::uint32_t> minutes) {
    cantine.pace.minutes = std::move(minutes);
    story.act(RecordsCame{.records = {{.seq = 99, .record = cantine}}});
    return plain(story.view<NeedView>().by);
  };
  EXPECT_EQ(by({60, 60}), plain(name)) << "two decisions are no habit";
  EXPECT_EQ(by({20, 5, 30}), plain(name) + " · répond en 1 heure");
  EXPECT_EQ(by({20, 290, 3000}), plain(name) + " · répond en 5 heures");
  EXPECT_EQ(by({20, 2000, 3000}), plain(name) + " · répond en 2 jours");
}

TEST(NeedPage, TheBoardCountsTheNextDateOfWhatRepeats) {
  const ReplyStory story(SampleWall::kWeekly);
  const auto& needs = story.state.board.needs;
  const auto placed = std::ranges::find(needs, story.need.id, &BoardNeed::need);
  ASSERT_NE(placed, needs.end());
  EXPECT_EQ(placed->missing, 0);
  EXPECT_TRUE(placed->complete);
  ReplyStory later(SampleWall::kWeekly);
  later.pass(6 * 24h);  // the 17th is over, the 24th lacks one
  const auto next = std::ranges::find(later.state.board.needs, later.need.id, &BoardNeed::need);
  ASSERT_NE(next, later.state.board.needs.end());
  EXPECT_EQ(next->missing, 1);
}

}  // namespace mur::test
