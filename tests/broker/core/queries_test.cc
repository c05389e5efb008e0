#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <fstream>
#include <sstream>

#include "tests/broker/core/core_house.h"

namespace mur::test {
namespace {

class Queries : public CoreHouse {
 protected:
  static const TicketState& ticket_state(const Result<Answer>& answer) { return std::get<TicketState>(answer.value()); }
  std::vector<AuditRow> audit() { return store.audit(100).value(); }
};

TEST_F(Queries, ATicketShowsItsPostWithoutNameOrContact) {
  PutOffer put = offer("06 11 22 33 44");
  put.details.first_name = "Ana";
  const auto receipt = ask(kiosk, put);
  ASSERT_TRUE(receipt) << receipt.error().message;

  const auto answer = query(kiosk, ShowTicket{ticket.code});

  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(ticket_state(answer).post, receipt->about);
  EXPECT_EQ(ticket_state(answer).status, PostStatus::pending);
  EXPECT_EQ(ticket_state(answer).details.tiles, put.details.tiles);
  EXPECT_EQ(ticket_state(answer).details.first_name, "");
  EXPECT_EQ(ticket_state(answer).details.contact, ContactKind::none);
  EXPECT_FALSE(ticket_state(answer).can_undo);
}

TEST_F(Queries, AWithdrawalCanBeUndoneForADayAndTheTicketSaysSo) {
  ASSERT_TRUE(ask(kiosk, offer()));
  const std::string code = ticket.code;
  const auto withdrawn = ask(kiosk, WithdrawByTicket{sealed_code(code)});
  ASSERT_TRUE(withdrawn) << withdrawn.error().message;
  EXPECT_EQ(withdrawn->status, PostStatus::withdrawn);
  EXPECT_TRUE(ticket_state(query(kiosk, ShowTicket{code})).can_undo);

  const auto restored = ask(kiosk, RestoreByTicket{sealed_code(code)});

  ASSERT_TRUE(restored) << restored.error().message;
  EXPECT_EQ(restored->status, PostStatus::pending);
  EXPECT_FALSE(ticket_state(query(kiosk, ShowTicket{code})).can_undo);
}

TEST_F(Queries, TheTicketOfAReportSaysWhatWasDecidedAndLeadsToNoName) {
  PutOffer put = offer();
  put.details.tiles = {Tile::other};
  put.details.text = "Je vends des montres";
  put.details.first_name = "Ana";
  const auto post = ask(kiosk, put);
  ASSERT_TRUE(post);
  ASSERT_TRUE(ask(admin, Approve{post->about}));
  const TicketSecret code = make_ticket(random);
  const auto reported =
      ask(kiosk, AddReport{.post = post->about,
                           .reason = ReportReason::advert,
                           .sealed_ticket = seal(secrets.hub.public_key, protocol::encode_ticket(code))});
  ASSERT_TRUE(reported) << reported.error().message;

  const auto open = query(kiosk, ShowTicket{code.code});
  ASSERT_TRUE(open) << open.error().message;
  EXPECT_EQ(ticket_state(open).post, reported->about);
  EXPECT_EQ(ticket_state(open).report, (ReportTold{.reason = ReportReason::advert,
                                                   .status = ReportStatus::open,
                                                   .note = {},
                                                   .post = "Je vends des montres",
                                                   .on_wall = true}));

  ASSERT_TRUE(ask(admin, Hide{.post = post->about, .reason = Reason::advert, .note = "Vente."}));
  const ReportTold told = *ticket_state(query(kiosk, ShowTicket{code.code})).report;
  EXPECT_EQ(told.status, ReportStatus::hidden);
  EXPECT_FALSE(told.on_wall);
  EXPECT_EQ(told.note, "") << "what is said to its author is not said to others";
  EXPECT_EQ(ask(kiosk, WithdrawByTicket{sealed_code(code.code)}).error().code, Errc::not_found);
}

TEST_F(Queries, TenWrongCodesLockTheSourceForAnHourAndNobodyElse) {
  const KeyId other = add_key(Role::kiosk, "kiosk-2");
  ASSERT_TRUE(ask(kiosk, offer()));
  const std::string right = ticket.code;
  for (int i = 0; i < limits::kTicketTries; ++i) {
    // By query or by command: it is the same door.
    if (i % 2 == 0)
      EXPECT_EQ(query(kiosk, ShowTicket{wrong_code()}).error().code, Errc::not_found);
    else
      EXPECT_EQ(ask(kiosk, WithdrawByTicket{sealed_code(wrong_code())}).error().code, Errc::not_found);
  }

  const auto shown = query(kiosk, ShowTicket{right});
  ASSERT_FALSE(shown);
  EXPECT_EQ(shown.error().code, Errc::closed);
  const auto withdrawn = ask(kiosk, WithdrawByTicket{sealed_code(right)});
  ASSERT_FALSE(withdrawn);
  EXPECT_EQ(withdrawn.error().code, Errc::closed);
  EXPECT_TRUE(is_final(withdrawn.error().code));  // an outbox does not wait behind it
  EXPECT_TRUE(query(other, ShowTicket{right}));
  EXPECT_TRUE(ask(kiosk, offer()));

  clock.pass(limits::kTicketLock);
  EXPECT_TRUE(query(kiosk, ShowTicket{right}));
}

TEST_F(Queries, StaffOpensAContactWithAReasonAndTheAuditTrailHasItFirst) {
  const auto receipt = ask(kiosk, offer("06 11 22 33 44"));
  ASSERT_TRUE(receipt) << receipt.error().message;

  const auto opened = query(admin, OpenContact{.post = receipt->about, .reason = "rappel pour samedi"});

  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_EQ(std::get<ContactOpened>(*opened).contact, "06 11 22 33 44");
  EXPECT_EQ(std::get<ContactOpened>(*opened).kind, ContactKind::phone);
  const AuditRow row = audit().front();
  EXPECT_EQ(row.action, "open_contact");
  EXPECT_EQ(row.entity, receipt->about);
  EXPECT_EQ(row.reason, "rappel pour samedi");
  EXPECT_EQ(row.actor, "Ana");
  EXPECT_EQ(row.at, clock.now());
}

TEST_F(Queries, WhatCannotBeAuditedIsNotOpened) {
  const auto receipt = ask(kiosk, offer("06 11 22 33 44"));
  store.fail_next_append(Errc::try_again);

  const auto refused = query(admin, OpenContact{.post = receipt->about, .reason = "rappel"});

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::try_again);
}

TEST_F(Queries, AContactWithoutAReasonStaysClosed) {
  const auto receipt = ask(kiosk, offer("06 11 22 33 44"));

  const auto refused = query(admin, OpenContact{.post = receipt->about, .reason = "  "});

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::invalid);
  EXPECT_EQ(refused.error().field, "reason");
}

TEST_F(Queries, OnDutyKiosksAndOrganizationsOpenNoContact) {
  const auto receipt = ask(kiosk, offer("06 11 22 33 44"));
  const OrganizationId organization = add_organization("Cambouis", Trust::trusted);
  for (const KeyId key : {kiosk, add_key(Role::on_duty, "accueil"), add_key(Role::owner, "Cambouis", organization)}) {
    const auto refused = query(key, OpenContact{.post = receipt->about, .reason = "par curiosité"});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::forbidden);
  }
}

TEST_F(Queries, AContactIsGoneWithTheWithdrawal) {
  const auto receipt = ask(kiosk, offer("06 11 22 33 44"));
  ASSERT_TRUE(ask(kiosk, WithdrawByTicket{sealed_code(ticket.code)}));

  const auto refused = query(admin, OpenContact{.post = receipt->about, .reason = "rappel"});

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::not_found);
}

TEST_F(Queries, NoContactAndNoTicketCodeIsEverLogged) {
  std::ostringstream written;
  const auto before = spdlog::default_logger();
  spdlog::set_default_logger(
      std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(written)));
  broker::Settings chatty = a_hub();
  chatty.log_level = "trace";
  settings.write(chatty);
  ASSERT_TRUE(query(admin, Reload{}));

  const auto receipt = ask(kiosk, offer("06 11 22 33 44"));
  ASSERT_TRUE(query(admin, OpenContact{.post = receipt->about, .reason = "rappel"}));
  ASSERT_TRUE(query(kiosk, ShowTicket{ticket.code}));
  store.fail_next_append(Errc::try_again);
  ASSERT_FALSE(ask(kiosk, WithdrawByTicket{sealed_code(ticket.code)}));
  spdlog::set_default_logger(before);

  EXPECT_NE(written.str().find("batch"), std::string::npos);
  EXPECT_EQ(written.str().find("06 11"), std::string::npos);
  EXPECT_EQ(written.str().find(ticket.code), std::string::npos);
  EXPECT_EQ(written.str().find("deux heures"), std::string::npos);
}

TEST_F(Queries, StatusTellsHowTheBrokerIs) {
  ASSERT_TRUE(ask(kiosk, offer()));
  clock.pass(1h);
  transport.sessions_ = {SessionStatus{.label = "kiosk-1", .role = Role::kiosk, .applied = 3}};

  const auto answer = query(admin, GetStatus{});

  ASSERT_TRUE(answer);
  const auto& status = std::get<BrokerStatus>(*answer);
  EXPECT_EQ(status.version, "0.1.0");
  EXPECT_EQ(status.epoch, store.head().epoch);
  EXPECT_EQ(status.head, store.head().seq);
  EXPECT_EQ(status.now, clock.now());
  EXPECT_EQ(status.started_at, kNoon);
  EXPECT_EQ(status.records, 5U);  // hub, two keys, offer, ticket
  EXPECT_EQ(status.pending, 1U);
  EXPECT_FALSE(status.clock_suspect);
  EXPECT_EQ(status.listening, "tcp://127.0.0.1:7447");
  EXPECT_EQ(status.data_folder, folder.path().string());
  EXPECT_EQ(status.sessions, transport.sessions_);
}

TEST_F(Queries, TheAuditTrailIsTheAdminsNewestFirst) {
  ASSERT_TRUE(ask(admin, notice("Café à 16 h")));

  const auto answer = query(admin, ListAudit{2});

  ASSERT_TRUE(answer);
  const auto& rows = std::get<AuditRows>(*answer).rows;
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows.front().action, "put_notice");
  EXPECT_EQ(rows.back().action, "add_key");
  EXPECT_EQ(query(kiosk, ListAudit{}).error().code, Errc::forbidden);
}

TEST_F(Queries, AnAuditTrailThatIsTooLongForOneFrameComesWithItsNewestRows) {
  broker::Commit many{.at = clock.now(), .records = {}, .receipts = {}, .audit = {}, .contacts = {}};
  for (std::size_t i = 0; i < limits::kAuditRows; ++i)
    many.audit.push_back({.at = clock.now(), .action = "refuse", .entity = {}, .reason = std::string(1000, 'x')});
  ASSERT_TRUE(store.append(store.head().seq, many));

  const auto answer = query(admin, ListAudit{limits::kAuditRows});

  ASSERT_TRUE(answer);
  EXPECT_GT(std::get<AuditRows>(*answer).rows.size(), 50U);
  EXPECT_LE(protocol::encode(protocol::AnswerMessage{.query = 1, .answer = *answer}).size(), limits::kFrameBytes);
}

TEST_F(Queries, ReloadTakesTheNewSettingsAndSaysWhatChanged) {
  broker::Settings next = a_hub();
  next.hub.name = "La Maison des citoyens";
  next.hub.policy.review_hours = 24;
  settings.write(next);
  heard.clear();

  const auto answer = query(admin, Reload{});

  ASSERT_TRUE(answer);
  EXPECT_EQ(std::get<Done>(*answer).detail, "changed: hub.name, policy.review_hours");
  EXPECT_EQ(take<broker::Committed>().size(), 1U);
  EXPECT_EQ(std::get<Done>(*query(admin, Reload{})).detail, "nothing changed");
}

TEST_F(Queries, ABadFileChangesNothingAndSaysWhy) {
  const Seq before = store.head().seq;
  settings.write(fail(Errc::invalid, "hub.toml", "hub.toml:3: time_zone is wrong"));

  const auto answer = query(admin, Reload{});

  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, Errc::invalid);
  EXPECT_EQ(answer.error().message, "hub.toml:3: time_zone is wrong");
  EXPECT_EQ(store.head().seq, before);
}

TEST_F(Queries, AHangupReadsTheSettingsToo) {
  broker::Settings next = a_hub();
  next.hub.name = "La Maison des citoyens";
  settings.write(next);
  heard.clear();

  core->reload();
  ASSERT_TRUE(step());

  EXPECT_EQ(take<broker::Committed>().size(), 1U);
}

TEST_F(Queries, ARealHubDoesNotBecomeADemonstration) {
  broker::Settings next = a_hub();
  next.hub.demo = true;
  settings.write(next);

  const auto answer = query(admin, Reload{});

  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().field, "demo");
}

TEST_F(Queries, ABackupGoesToItsFolderAndOldOnesGo) {
  const auto first = query(admin, BackUp{});
  ASSERT_TRUE(first) << first.error().message;
  const std::filesystem::path path = std::get<Done>(*first).detail;
  EXPECT_EQ(path, folder.path() / "backups" / "mur-20260314T110000Z.db");
  EXPECT_TRUE(std::filesystem::exists(path));
  EXPECT_EQ(audit().front().action, "back_up");
  std::ofstream(folder.path() / "backups" / "notes.txt") << "mine";

  clock.pass(limits::kBackupsKept);
  const auto second = query(admin, BackUp{.name = "avant-travaux"});

  ASSERT_TRUE(second) << second.error().message;
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "backups" / "avant-travaux.db"));
  EXPECT_FALSE(std::filesystem::exists(path));
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "backups" / "notes.txt"));
}

TEST_F(Queries, ABackupsNameLeadsNowhereElse) {
  for (const char* name : {"../hub", "a/b", ".hidden", "a b"}) {
    const auto refused = query(admin, BackUp{.name = name});
    ASSERT_FALSE(refused) << name;
    EXPECT_EQ(refused.error().code, Errc::invalid);
  }
}

TEST_F(Queries, ARevokedKeyIsAnsweredNothing) {
  const KeyId moderator = add_key(Role::moderator, "Luc");
  ASSERT_TRUE(query(moderator, GetStatus{}));
  ASSERT_TRUE(ask(admin, RevokeKey{moderator}));

  EXPECT_EQ(query(moderator, GetStatus{}).error().code, Errc::forbidden);
}

}  // namespace
}  // namespace mur::test
