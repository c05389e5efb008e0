#include "kiosk/performer.h"

#include <gtest/gtest.h>

#include "shared/protocol/codec.h"
#include "tests/kiosk/loop/fake_link.h"
#include "tests/support/counted_random.h"

namespace mur::test {

using kiosk::Performer;

namespace {

class PerformerTest : public testing::Test {
 protected:
  FakeLink link_;
  CountedRandom random_;
  SealKeyPair hub_ = make_seal_key_pair();
  Performer performer_{link_, hub_.public_key, random_};
};

}  // namespace

TEST_F(PerformerTest, AContactCanBeReadByTheHubOnly) {
  const auto action = performer_.perform(app::SealContact{ContactKind::phone, "06 12 34 56 78"});
  const auto& sealed = std::get<app::ContactSealed>(action.any());
  EXPECT_EQ(sealed.kind, ContactKind::phone);
  EXPECT_EQ(as_text(sealed.box).find("06 12"), std::string_view::npos);
  EXPECT_EQ(as_text(*open_sealed(hub_, sealed.box)), "06 12 34 56 78");
  EXPECT_FALSE(open_sealed(make_seal_key_pair(), sealed.box));
}

TEST_F(PerformerTest, AnOfferTakesItsSealedTicketAlong) {
  const OfferDetails details{.tiles = {Tile::photo}, .availability = {.days = true}, .language = "fr"};
  const auto action = performer_.perform(app::SubmitOffer{details, Bytes{1, 2}});
  const auto& kept = std::get<app::PostKept>(action.any());
  ASSERT_EQ(link_.commands.size(), 1U);
  const auto& put = std::get<PutOffer>(link_.commands[0]);
  EXPECT_EQ(put.details, details);
  EXPECT_EQ(put.sealed_contact, (Bytes{1, 2}));
  EXPECT_EQ(*protocol::decode_ticket(*open_sealed(hub_, put.sealed_ticket)), kept.ticket);
  EXPECT_TRUE(parse_ticket_code(kept.ticket.code));
}

TEST_F(PerformerTest, AReplyTakesItsSealedTicketAlong) {
  const AnswerNeed answer{.need = NeedId{derive_uuid(Uuid{}, "need")}, .language = "fr", .sealed_contact = Bytes{1, 2}};
  const auto action = performer_.perform(app::SubmitReply{answer});
  const auto& kept = std::get<app::PostKept>(action.any());
  const auto& sent = std::get<AnswerNeed>(link_.commands.at(0));
  EXPECT_EQ(sent.need, answer.need);
  EXPECT_EQ(sent.sealed_contact, (Bytes{1, 2}));
  EXPECT_EQ(*protocol::decode_ticket(*open_sealed(hub_, sent.sealed_ticket)), kept.ticket);
}

TEST_F(PerformerTest, AReportTakesItsSealedTicketAlong) {
  const RecordId post{RecordKind::event, derive_uuid(Uuid{}, "event")};
  const auto action = performer_.perform(app::SubmitReport{.post = post, .reason = ReportReason::dangerous});
  const auto& kept = std::get<app::PostKept>(action.any());
  const auto& sent = std::get<AddReport>(link_.commands.at(0));
  EXPECT_EQ(sent.post, post);
  EXPECT_EQ(sent.reason, ReportReason::dangerous);
  EXPECT_EQ(*protocol::decode_ticket(*open_sealed(hub_, sent.sealed_ticket)), kept.ticket);
}

TEST_F(PerformerTest, AnAppealSealsTheCodeAndSaysItsWords) {
  const auto action = performer_.perform(app::SubmitAppeal{"7K3M9Q2FA", "Je ne vends rien"});
  EXPECT_TRUE(std::holds_alternative<app::CommandKept>(action.any()));
  const auto& sent = std::get<AppealByTicket>(link_.commands.at(0));
  EXPECT_EQ(sent.text, "Je ne vends rien");
  EXPECT_EQ(*protocol::decode_ticket(*open_sealed(hub_, sent.sealed_ticket)), (TicketSecret{.code = "7K3M9Q2FA"}));
}

TEST_F(PerformerTest, ComingNowAsksForNoTicket) {
  const ComeNow coming{.need = NeedId{derive_uuid(Uuid{}, "need")}};
  EXPECT_TRUE(std::holds_alternative<app::ComeNowKept>(performer_.perform(app::SubmitComeNow{coming}).any()));
  EXPECT_EQ(std::get<ComeNow>(link_.commands.at(0)), coming);
}

TEST_F(PerformerTest, TellingSealsTheCode) {
  const auto action = performer_.perform(app::SubmitTold{"7K3M9Q2FA", false});
  EXPECT_TRUE(std::holds_alternative<app::CommandKept>(action.any()));
  const auto& told = std::get<TellByTicket>(link_.commands.at(0));
  EXPECT_FALSE(told.met);
  EXPECT_EQ(*protocol::decode_ticket(*open_sealed(hub_, told.sealed_ticket)), (TicketSecret{.code = "7K3M9Q2FA"}));
}

TEST_F(PerformerTest, WithdrawingSealsTheCodeWithoutAClaim) {
  const auto action = performer_.perform(app::SubmitWithdrawal{"7K3M9Q2FA"});
  EXPECT_TRUE(std::holds_alternative<app::CommandKept>(action.any()));
  const auto& withdraw = std::get<WithdrawByTicket>(link_.commands.at(0));
  EXPECT_EQ(*protocol::decode_ticket(*open_sealed(hub_, withdraw.sealed_ticket)), (TicketSecret{.code = "7K3M9Q2FA"}));
}

TEST_F(PerformerTest, AFullDiskIsToldNotHidden) {
  link_.refuse = true;
  const auto action = performer_.perform(app::SubmitOffer{{.tiles = {Tile::photo}}, {}});
  EXPECT_EQ(std::get<app::NotKept>(action.any()).error.code, Errc::io);
}

TEST_F(PerformerTest, AQuestionIsAnsweredUnderItsNumber) {
  const auto action = performer_.perform(app::AskTicket{"7K3M9Q2FA"});
  EXPECT_EQ(std::get<app::TicketAsked>(action.any()).query, 1U);
  EXPECT_EQ(std::get<ShowTicket>(link_.queries.at(0)).code, "7K3M9Q2FA");
  const auto answered = kiosk::action_of(link::QueryAnswered{1, TicketState{.status = PostStatus::published}});
  EXPECT_EQ(std::get<app::TicketAnswered>(answered->any()).answer->status, PostStatus::published);
}

}  // namespace mur::test
