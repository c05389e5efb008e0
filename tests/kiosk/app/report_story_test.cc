// « Signaler un problème », and « Répondre » to a refusal, told as actions.
#include <gtest/gtest.h>

#include "kiosk/app/view.h"
#include "tests/kiosk/app/languages.h"
#include "tests/kiosk/app/story.h"
#include "tests/support/ticket_codes.h"

namespace mur::test {

using namespace app;

namespace {

RecordId an_event(const Story& story) {
  return record_id(SampleWall::event_titled(story.state.wall, "Préparer la marche du 21"));
}

Story at_reasons() {
  Story story;
  const RecordId post = an_event(story);
  story.act(Open{{.screen = Screen::report, .reported = post}});
  return story;
}

TicketState refused() {
  return {
      .status = PostStatus::refused, .reason = Reason::advert, .details = {.tiles = {Tile::photo}}, .may_appeal = true};
}

Story looked_up(const TicketState& state) {
  Story story;
  story.open(Screen::my_ticket).act(ChangeText{a_ticket_code()}).act(FinishText{}).act(TicketAsked{7});
  story.act(TicketAnswered{7, state});
  story.effects.clear();
  return story;
}

}  // namespace

TEST(Reporting, TakesTwoTouchesAndNoCharacter) {
  Story story = at_reasons();
  const auto view = std::get<ReportView>(make_view(story.state, both_languages()).screen);
  EXPECT_EQ(view.what, "Préparer la marche du 21");
  EXPECT_EQ(view.reasons.size(), 6U);
  story.act(TouchReason{ReportReason::wrong});
  ASSERT_EQ(story.effects.size(), 1U);
  EXPECT_EQ(story.effects[0], Effect(SubmitReport{.post = an_event(story), .reason = ReportReason::wrong}));
  story.act(TouchReason{ReportReason::advert});
  EXPECT_EQ(story.effects.size(), 1U) << "one report a visit to the page";
  story.act(PostKept{CommandId{}, {.code = "7K3M9Q2FA"}});
  EXPECT_EQ(story.screen(), Screen::ticket);
  const auto ticket = std::get<TicketView>(make_view(story.state, both_languages()).screen);
  ASSERT_TRUE(ticket.report);
  EXPECT_EQ(ticket.what, "Préparer la marche du 21");
  EXPECT_EQ(ticket.detail, "Faux ou périmé");
  EXPECT_TRUE(ticket.needs.empty());
}

TEST(Reporting, WhatHasLeftTheWallIsNotReported) {
  Story story;
  story.act(Open{{.screen = Screen::report, .reported = record_id(EventId{Uuid{{9}}})}});
  EXPECT_TRUE(std::holds_alternative<GoneView>(make_view(story.state, both_languages()).screen));
  story.act(TouchReason{ReportReason::wrong});
  EXPECT_TRUE(story.effects.empty());
}

TEST(Reporting, WithoutABrokerItIsKeptAndSaysSo) {
  Story story = at_reasons();
  story.act(BrokerLeft{}).act(TouchReason{ReportReason::other}).act(PostKept{CommandId{}, {.code = "7K3M9Q2FA"}});
  const auto ticket = std::get<TicketView>(make_view(story.state, both_languages()).screen);
  EXPECT_EQ(ticket.report->tone, Tone::attention);
  EXPECT_TRUE(ticket.report->next.contains("connexion")) << ticket.report->next;
}

TEST(Reporting, AFullDiskIsToldAndTriedAgain) {
  Story story = at_reasons();
  story.act(TouchReason{ReportReason::other}).act(NotKept{Error{Errc::io, "outbox", ""}});
  EXPECT_TRUE(std::get<ReportView>(make_view(story.state, both_languages()).screen).not_kept);
  story.act(TouchReason{ReportReason::other});
  EXPECT_EQ(story.effects.size(), 2U);
}

TEST(Reporting, TheNextVisitorFindsNothingOfIt) {
  Story story = at_reasons();
  story.act(TouchReason{ReportReason::other}).act(PostKept{CommandId{}, {.code = "7K3M9Q2FA"}}).act(Leave{});
  EXPECT_FALSE(story.state.visit.sent);
  EXPECT_EQ(story.state.visit.report, ReportDraft{});
}

TEST(Reporting, ItsCodeSaysWhatWasDecided) {
  struct Row {
    ReportStatus status;
    const char* words;
  };
  for (const Row& row :
       {Row{ReportStatus::open, "En cours d’examen"}, Row{ReportStatus::kept, "Examiné : cela reste sur le mur"},
        Row{ReportStatus::hidden, "Examiné : cela a été retiré du mur"}}) {
    Story story = looked_up({.report = ReportTold{.reason = ReportReason::wrong,
                                                  .status = row.status,
                                                  .note = "Merci.",
                                                  .post = "Atelier vélo",
                                                  .on_wall = true}});
    const auto view = std::get<TicketStateView>(make_view(story.state, both_languages()).screen);
    EXPECT_EQ(view.what, "Atelier vélo");
    EXPECT_EQ(plain(view.status), row.words);
    EXPECT_EQ(view.reason, "Merci.");
    EXPECT_FALSE(view.can_withdraw);
    EXPECT_TRUE(view.needs.empty());
  }
}

TEST(Appealing, AnswersARefusalOnceWithTheCode) {
  Story story = looked_up(refused());
  EXPECT_TRUE(std::get<TicketStateView>(make_view(story.state, both_languages()).screen).may_appeal);
  story.act(Appeal{});
  ASSERT_EQ(story.screen(), Screen::appeal);
  story.act(FinishText{});
  EXPECT_EQ(story.state.visit.typing.problem, Typing::Problem::empty);
  story.act(ChangeText{"Je ne vends rien"}).act(FinishText{});
  ASSERT_EQ(story.effects.size(), 1U);
  EXPECT_EQ(story.effects[0], Effect(SubmitAppeal{a_ticket_code(), "Je ne vends rien"}));
  EXPECT_EQ(story.screen(), Screen::my_ticket_state);
  EXPECT_EQ(story.state.visit.typing.text, "");
  story.act(CommandKept{CommandId{}}).act(PostAnswered{CommandId{}, Receipt{}});
  EXPECT_EQ(story.effects.back(), Effect(AskTicket{a_ticket_code()})) << "and shows what it has become";
}

TEST(Appealing, IsNotOfferedWhereItIsOver) {
  TicketState over = refused();
  over.may_appeal = false;
  Story story = looked_up(over);
  story.act(Appeal{});
  EXPECT_EQ(story.screen(), Screen::my_ticket_state);
}

}  // namespace mur::test
