#include <gtest/gtest.h>

#include "kiosk/app/view.h"
#include "tests/kiosk/app/languages.h"
#include "tests/kiosk/app/story.h"
#include "tests/support/ticket_codes.h"

namespace mur::test {

using namespace app;

namespace {

Story looked_up() {
  Story story;
  story.open(Screen::my_ticket).act(ChangeText{a_ticket_code()}).act(FinishText{}).act(TicketAsked{7});
  return story;
}

TicketState published() { return {.status = PostStatus::published, .details = {.tiles = {Tile::photo}}}; }

}  // namespace

TEST(MyTicket, ACodeIsAskedForAndForgottenFromTheField) {
  Story story = looked_up();
  ASSERT_EQ(story.effects.size(), 1U);
  EXPECT_EQ(story.effects[0], Effect(AskTicket{a_ticket_code()}));
  EXPECT_EQ(story.state.visit.typing.text, "");
  story.act(TicketAnswered{6, published()});
  EXPECT_EQ(story.state.visit.lookup->stage, TicketLookup::Stage::asking) << "an older question's answer";
  story.act(TicketAnswered{7, published()});
  EXPECT_EQ(story.state.visit.lookup->stage, TicketLookup::Stage::found);
}

TEST(MyTicket, ASlipOfTheFingerIsSaidBeforeAnythingIsAsked) {
  Story story;
  std::string wrong = a_ticket_code();
  wrong[0] = wrong[0] == '8' ? '9' : '8';
  story.open(Screen::my_ticket).act(ChangeText{wrong}).act(FinishText{});
  EXPECT_EQ(story.state.visit.typing.problem, Typing::Problem::not_a_code);
  EXPECT_TRUE(story.effects.empty());
}

TEST(MyTicket, WithoutABrokerItSaysThatItCannotBeChecked) {
  Story story;
  story.act(BrokerLeft{}).open(Screen::my_ticket).act(ChangeText{a_ticket_code()}).act(FinishText{});
  EXPECT_EQ(story.state.visit.lookup->stage, TicketLookup::Stage::offline);
  EXPECT_TRUE(story.effects.empty());
}

TEST(MyTicket, AnUnknownCodeAndALockAreToldApart) {
  Story unknown = looked_up();
  unknown.act(TicketAnswered{7, fail(Errc::not_found, "code")});
  EXPECT_EQ(unknown.state.visit.lookup->stage, TicketLookup::Stage::unknown);
  Story locked = looked_up();
  locked.act(TicketAnswered{7, fail(Errc::slow_down, "code")});
  EXPECT_EQ(locked.state.visit.lookup->stage, TicketLookup::Stage::locked);
}

TEST(MyTicket, WithdrawingIsConfirmedSentAndShown) {
  Story story = looked_up();
  story.act(TicketAnswered{7, published()}).act(ConfirmWithdrawal{});
  EXPECT_EQ(story.effects.size(), 1U) << "not without the question";
  story.act(WithdrawPost{}).act(ConfirmWithdrawal{});
  ASSERT_EQ(story.effects.size(), 2U);
  EXPECT_EQ(story.effects[1], Effect(SubmitWithdrawal{a_ticket_code()}));
  const CommandId command{derive_uuid(Uuid{}, "withdrawal")};
  story.act(CommandKept{command}).act(PostAnswered{command, Receipt{.status = PostStatus::withdrawn}});
  ASSERT_EQ(story.effects.size(), 3U);
  EXPECT_EQ(story.effects[2], Effect(AskTicket{a_ticket_code()}));
}

TEST(MyTicket, AWithdrawalCanBeUndoneWhereTheBrokerSaysSo) {
  Story story = looked_up();
  story.act(TicketAnswered{7, TicketState{.status = PostStatus::withdrawn, .can_undo = true}}).act(UndoWithdrawal{});
  ASSERT_EQ(story.effects.size(), 2U);
  EXPECT_EQ(story.effects[1], Effect(SubmitUndo{a_ticket_code()}));
}

namespace {

ReplyTold accepted() {
  return {.status = ReplyStatus::accepted,
          .need = "Servir 80 repas",
          .role = "Servir à table",
          .organization = "Cantine des Récollets",
          .begins = SampleWall::kNow + std::chrono::hours{30},
          .welcomed_by = "Samira",
          .where = "grande salle"};
}

TicketStateView view_of(const Story& story) {
  return std::get<TicketStateView>(make_view(story.state, both_languages()).screen);
}

}  // namespace

TEST(MyReply, OnceAcceptedSaysWhereToComeAndCanBeWithdrawn) {
  Story story = looked_up();
  story.act(TicketAnswered{7, TicketState{.reply = accepted()}});
  const TicketStateView view = view_of(story);
  EXPECT_EQ(view.what, "Servir 80 repas");
  EXPECT_EQ(view.status, "Vous êtes attendu·e");
  EXPECT_EQ(view.coming.where, "grande salle");
  EXPECT_TRUE(view.can_withdraw);
  story.act(WithdrawPost{}).act(ConfirmWithdrawal{});
  EXPECT_EQ(story.effects.back(), Effect(SubmitWithdrawal{a_ticket_code()}));
}

TEST(MyReply, ARefusalGivesTheNoteOrTheReason) {
  Story story = looked_up();
  ReplyTold told = accepted();
  told.status = ReplyStatus::declined;
  told.reason = ReplyReason::enough;
  story.act(TicketAnswered{7, TicketState{.reply = told}});
  EXPECT_EQ(view_of(story).reason, "Il y a déjà assez de monde.");
  EXPECT_FALSE(view_of(story).can_withdraw);
  told.note = "Venez plutôt samedi.";
  story.act(TicketAnswered{7, TicketState{.reply = told}});
  EXPECT_EQ(view_of(story).reason, "Venez plutôt samedi.");
}

TEST(MyReply, OnceItHasBegunThePersonTellsWhetherTheyMet) {
  Story story = looked_up();
  ReplyTold told = accepted();
  story.act(TicketAnswered{7, TicketState{.reply = told}}).act(TellMet{false});
  EXPECT_EQ(story.effects.size(), 1U) << "not before";
  told.may_tell = true;
  story.act(TicketAnswered{7, TicketState{.reply = told}});
  EXPECT_EQ(plain(view_of(story).next), "Vous êtes-vous rencontrés ?");
  story.act(TellMet{false}).act(TellMet{true});
  ASSERT_EQ(story.effects.size(), 2U) << "one at a time";
  EXPECT_EQ(story.effects[1], Effect(SubmitTold{a_ticket_code(), false}));
  const CommandId command{derive_uuid(Uuid{}, "told")};
  story.act(CommandKept{command}).act(PostAnswered{command, Receipt{.reply = ReplyStatus::nobody_there}});
  EXPECT_EQ(story.effects.back(), Effect(AskTicket{a_ticket_code()}));
}

TEST(MyReply, WhoCantComeCanChangeTheirMindWhereTheBrokerSaysSo) {
  Story story = looked_up();
  ReplyTold told = accepted();
  told.status = ReplyStatus::withdrawn;
  story.act(TicketAnswered{7, TicketState{.can_undo = true, .reply = told}});
  EXPECT_TRUE(view_of(story).can_undo);
  story.act(UndoWithdrawal{});
  EXPECT_EQ(story.effects.back(), Effect(SubmitUndo{a_ticket_code()}));
}

namespace {

TicketState answered(ReplyStatus status) {
  TicketState ticket = published();
  ticket.answers = {{.reply = ReplyId{derive_uuid(Uuid{}, "answer")},
                     .organization = "Cantine des Récollets",
                     .status = status,
                     .note = "Passez mardi, demandez Awa",
                     .decide_by = SampleWall::kNow + std::chrono::days{14},
                     .reaches = true}};
  return ticket;
}

}  // namespace

TEST(MyOffer, ShowsWhoAnsweredAndWhatAYesMeans) {
  Story story = looked_up();
  story.act(TicketAnswered{7, answered(ReplyStatus::held)});
  const TicketStateView view = view_of(story);
  ASSERT_EQ(view.answers.size(), 1U);
  EXPECT_EQ(view.answers[0].organization, "Cantine des Récollets");
  EXPECT_EQ(view.answers[0].note, "Passez mardi, demandez Awa");
  EXPECT_TRUE(view.answers[0].next.contains("votre contact")) << view.answers[0].next;
  EXPECT_TRUE(view.answers[0].may_decide);
  EXPECT_FALSE(view.answers[0].may_tell);
}

TEST(MyOffer, AYesIsSentOnceAndAskedAfter) {
  Story story = looked_up();
  story.act(TicketAnswered{7, answered(ReplyStatus::held)});
  const ReplyId reply = story.state.visit.lookup->state->answers[0].reply;
  story.act(DecideAnswer{ReplyId{derive_uuid(Uuid{}, "another")}, ReplyStatus::accepted});
  EXPECT_EQ(story.effects.size(), 1U) << "no such answer";
  story.act(DecideAnswer{reply, ReplyStatus::accepted}).act(DecideAnswer{reply, ReplyStatus::declined});
  ASSERT_EQ(story.effects.size(), 2U) << "one change at a time";
  EXPECT_EQ(story.effects[1], Effect(SubmitDecision{a_ticket_code(), reply, ReplyStatus::accepted}));
  EXPECT_TRUE(view_of(story).changing);
  const CommandId command{derive_uuid(Uuid{}, "decision")};
  story.act(CommandKept{command}).act(PostAnswered{command, Receipt{.reply = ReplyStatus::accepted}});
  ASSERT_EQ(story.effects.size(), 3U);
  EXPECT_EQ(story.effects[2], Effect(AskTicket{a_ticket_code()}));
}

TEST(MyOffer, OnceAgreedOneCanTellThatOneMetOrEndIt) {
  Story story = looked_up();
  story.act(TicketAnswered{7, answered(ReplyStatus::accepted)});
  const OfferAnswerView accepted = view_of(story).answers.at(0);
  EXPECT_TRUE(accepted.may_tell && accepted.may_end);
  Story over = looked_up();
  over.act(TicketAnswered{7, answered(ReplyStatus::met)});
  const OfferAnswerView met = view_of(over).answers.at(0);
  EXPECT_FALSE(met.may_decide || met.may_tell || met.may_end);
}

TEST(MyTicket, WhoWasNotTakenIsShownThreeOtherNeedsOfOthersFirst) {
  const Languages languages = both_languages();
  Story story = looked_up();
  const NeedId soup = SampleWall::need_titled(story.state.wall, "Servir 80 repas");
  const OrganizationId cantine = story.state.wall.find(soup)->organization;
  const auto shown = [&](ReplyStatus status) {
    story.act(TicketAnswered{7, TicketState{.reply = ReplyTold{.status = status, .need_id = soup}}});
    return std::get<TicketStateView>(make_view(story.state, languages).screen).needs;
  };
  for (const ReplyStatus open : {ReplyStatus::held, ReplyStatus::listed, ReplyStatus::accepted, ReplyStatus::met})
    EXPECT_TRUE(shown(open).empty()) << to_string(open);
  for (const ReplyStatus ended : {ReplyStatus::expired, ReplyStatus::declined, ReplyStatus::fell_through}) {
    const std::vector<CardView> others = shown(ended);
    ASSERT_EQ(others.size(), 3U) << to_string(ended);
    for (const CardView& card : others) {
      EXPECT_NE(card.opens.need, soup);
      EXPECT_NE(story.state.wall.find(card.opens.need)->organization, cantine) << card.title;
    }
  }
}

}  // namespace mur::test
