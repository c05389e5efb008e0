#include "tests/broker/core/core_house.h"

namespace mur::test {
namespace {

using GroupCommit = CoreHouse;

TEST_F(GroupCommit, WhatWaitsIsWrittenAsOneBatch) {
  const Seq before = store.head().seq;
  std::vector<broker::CommandArrived> sent;
  for (const char* text : {"Fermé le 1er mai", "Café à 16 h", "Atelier complet"}) {
    sent.push_back(command(admin, notice(text)));
    put(sent.back());
  }

  ASSERT_TRUE(step());

  EXPECT_EQ(store.head().seq, before + 1);
  for (const auto& one : sent) {
    const auto receipt = answer_to(one.session);
    ASSERT_TRUE(receipt);
    EXPECT_EQ(receipt->command, one.id);
    EXPECT_EQ(receipt->seq, before + 1);
    EXPECT_TRUE(receipt->changed);
    EXPECT_EQ(receipt->status, PostStatus::published);
  }
  const auto batches = take<broker::Committed>();
  ASSERT_FALSE(batches.empty());
  EXPECT_EQ(batches.back().seq, before + 1);
}

TEST_F(GroupCommit, EachCommandIsDecidedOnWhatTheOneBeforeLeft) {
  OrganizationDetails details;
  details.name = "Cambouis";
  const auto first = command(admin, AddOrganization{.details = details, .trust = Trust::newcomer, .guarantor = {}});
  const auto second = command(admin, AddOrganization{.details = details, .trust = Trust::newcomer, .guarantor = {}});
  put(first);
  put(second);

  ASSERT_TRUE(step());

  EXPECT_TRUE(answer_to(first.session));
  const auto refused = answer_to(second.session);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::conflict);
}

TEST_F(GroupCommit, AKeyRevokedInTheSameGroupOpensNothingAfterwards) {
  const auto revoke = command(admin, RevokeKey{kiosk});
  const auto late = command(kiosk, offer());
  put(revoke);
  put(late);

  ASSERT_TRUE(step());

  EXPECT_TRUE(answer_to(revoke.session));
  const auto refused = answer_to(late.session);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::forbidden);
}

TEST_F(GroupCommit, ARefusedDiskUndoesTheWholeGroupAndAsksForAnotherTry) {
  OrganizationDetails details;
  details.name = "Cambouis";
  const auto add = command(admin, AddOrganization{.details = details, .trust = Trust::newcomer, .guarantor = {}});
  const auto same_name = command(admin, AddOrganization{.details = details, .trust = Trust::newcomer, .guarantor = {}});
  const Seq before = store.head().seq;
  heard.clear();
  store.fail_next_append(Errc::try_again);
  put(add);
  put(same_name);

  ASSERT_TRUE(step());

  // Also the second: it was refused for a name that nobody has.
  for (const auto& one : {add, same_name}) {
    const auto answer = answer_to(one.session);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, Errc::try_again);
  }
  EXPECT_TRUE(take<broker::Committed>().empty());
  EXPECT_EQ(store.head().seq, before);

  // Sent again, as an outbox does, it is done.
  const auto again = ask(add);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->seq, before + 1);
}

TEST_F(GroupCommit, AFailedFsyncEndsTheCoreAndAnswersNobody) {
  heard.clear();
  store.fail_next_append(Errc::io);
  put(command(admin, notice("Fermé le 1er mai")));

  EXPECT_FALSE(step());

  EXPECT_TRUE(heard.empty());
}

TEST_F(GroupCommit, ACommandThatChangesNothingTakesNoNumberAndStillHasItsReceipt) {
  const OrganizationId organization = add_organization("Cambouis");
  const Seq before = store.head().seq;

  const auto wish = command(admin, SetTrust{.organization = organization, .trust = Trust::trusted, .guarantor = {}});
  const auto receipt = ask(wish);

  ASSERT_TRUE(receipt);
  EXPECT_FALSE(receipt->changed);
  EXPECT_EQ(receipt->seq, before);
  EXPECT_EQ(store.head().seq, before);
  EXPECT_TRUE(store.receipt(core_keys.begin()->second.principal, wish.id).value());
}

TEST_F(GroupCommit, ARepeatGetsTheFirstReceiptAndIsNotDoneTwice) {
  const auto wish = command(kiosk, offer());
  const auto first = ask(wish);
  ASSERT_TRUE(first);
  (void)ask(admin, notice("Café à 16 h"));
  const Seq head = store.head().seq;

  const auto second = ask(wish);

  ASSERT_TRUE(second);
  EXPECT_EQ(*second, *first);
  EXPECT_EQ(store.head().seq, head);
}

TEST_F(GroupCommit, ARepeatInTheSameGroupGetsTheSameReceipt) {
  const auto wish = command(kiosk, offer());
  auto again = wish;
  again.session = 77;
  put(wish);
  put(again);

  ASSERT_TRUE(step());

  const auto first = answer_to(wish.session);
  const auto second = answer_to(77);
  ASSERT_TRUE(first);
  ASSERT_TRUE(second);
  EXPECT_EQ(*first, *second);
}

TEST_F(GroupCommit, OtherBytesUnderTheSameIdAreAConflict) {
  const auto wish = command(kiosk, offer());
  ASSERT_TRUE(ask(wish));
  auto other = command(kiosk, offer());
  other.id = wish.id;

  const auto refused = ask(other);

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::conflict);
}

TEST_F(GroupCommit, TheSameIdFromAnotherPrincipalIsAnotherCommand) {
  const KeyId second_kiosk = add_key(Role::kiosk, "kiosk-2");
  const auto wish = command(admin, notice("Café à 16 h"));
  ASSERT_TRUE(ask(wish));
  auto other = command(second_kiosk, offer());
  other.id = wish.id;

  EXPECT_TRUE(ask(other));
}

TEST_F(GroupCommit, ACommandOlderThan110DaysIsTooOld) {
  auto wish = command(kiosk, offer());
  wish.made_at = clock.now() - limits::kCommandOldest - 1h;

  const auto refused = ask(wish);

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::too_old);
}

TEST_F(GroupCommit, ACommandOfTomorrowIsInvalid) {
  auto wish = command(kiosk, offer());
  wish.made_at = clock.now() + limits::kCommandAhead + 1h;

  const auto refused = ask(wish);

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::invalid);
  EXPECT_EQ(refused.error().field, "made_at");
}

TEST_F(GroupCommit, ARoleMayDoWhatTheTableSaysAndNoMore) {
  const auto refused = ask(kiosk, notice("Acheter ici"));

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::forbidden);
}

TEST_F(GroupCommit, AKeyNobodyKnowsIsForbidden) {
  const auto refused = ask(KeyId{Uuid{{42}}}, offer());

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::forbidden);
}

TEST_F(GroupCommit, ATicketThatThisHubCannotOpenIsInvalid) {
  PutOffer foreign = offer();
  foreign.sealed_ticket = seal(make_seal_key_pair().public_key, protocol::encode_ticket(ticket));

  const auto refused = ask(kiosk, foreign);

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::invalid);
  EXPECT_EQ(refused.error().field, "sealed_ticket");
}

TEST_F(GroupCommit, ARecordBeyond48KiBIsTooLarge) {
  const OrganizationId organization = add_organization("Cambouis");
  EventDetails details;
  details.uid = "long@cambouis";
  details.title = "Atelier";
  details.description = std::string(limits::kDescription, 'x');
  details.timing.start = {.kind = calendar::When::Kind::zoned,
                          .local = std::chrono::local_days{std::chrono::year{2026} / 4 / 1},
                          .zone = "Europe/Paris"};
  details.timing.rules = {"FREQ=DAILY"};
  for (std::size_t i = 0; i < limits::kDates; ++i) {
    calendar::When when = details.timing.start;
    when.zone = "America/Argentina/ComodRivadavia";  // the longest name of a zone
    when.local += std::chrono::days{static_cast<int>(i)};
    details.timing.extra_dates.push_back({.start = when, .end = when});
  }

  const auto refused = ask(admin, PutEvent{.organization = organization, .details = details});

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::too_large);
}

TEST_F(GroupCommit, RevokedAndErasedIdsAreInTheForgetLogBeforeTheReceipt) {
  ASSERT_TRUE(ask(admin, RevokeKey{kiosk}));

  EXPECT_TRUE(forget_log.contains(record_id(kiosk)));
}

TEST_F(GroupCommit, NewKeysAreToldBeforeTheBatchThatHasThem) {
  heard.clear();
  put(command(admin, RevokeKey{kiosk}));
  ASSERT_TRUE(step());

  ASSERT_EQ(heard.size(), 3U);
  EXPECT_TRUE(std::holds_alternative<broker::KeysChanged>(heard[0]));
  EXPECT_TRUE(std::holds_alternative<broker::Committed>(heard[1]));
  EXPECT_TRUE(std::holds_alternative<broker::ReceiptReady>(heard[2]));
  EXPECT_EQ(core_keys.size(), 1U);
}

TEST_F(GroupCommit, NoReceiptNoRecordAndNoBatchHoldsAContact) {
  const std::string contact = "06 11 22 33 44";
  heard.clear();
  const auto receipt = ask(kiosk, offer(contact));
  ASSERT_TRUE(receipt);

  const auto holds = [&](const Bytes& bytes) { return as_text(bytes).find(contact) != std::string_view::npos; };
  (void)store.records_since(0, [&](const broker::LogRecord& record) -> Status {
    EXPECT_FALSE(holds(record.bytes));
    return {};
  });
  for (const auto& batch : take<broker::Committed>())
    for (const auto& scope : batch.scopes)
      for (const auto& record : scope.records) EXPECT_FALSE(record.bytes != nullptr && holds(*record.bytes));
  EXPECT_FALSE(holds(store.contact(receipt->about).value()->sealed));
}

TEST_F(GroupCommit, NothingIsTakenWhileTheWireHasNoRoom) {
  while (outbox.room() > 3) ASSERT_TRUE(outbox.push(broker::LogOpened{}));
  const Seq before = store.head().seq;
  const auto wish = command(admin, notice("Café à 16 h"));
  put(wish);

  ASSERT_TRUE(core->step(0ms));
  EXPECT_EQ(store.head().seq, before);

  listen();  // the wire works off what it has
  ASSERT_TRUE(step());
  EXPECT_TRUE(answer_to(wish.session));
}

}  // namespace
}  // namespace mur::test
