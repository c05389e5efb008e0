#include "broker/core/opening.h"

#include "tests/broker/core/core_house.h"

namespace mur::test {
namespace {

class Opening : public CoreHouse {
 protected:
  Result<std::unique_ptr<broker::Core>> open_again() {
    core.reset();
    return broker::Core::open(parts());
  }
};

TEST_F(Opening, TheLogAndTheKeysAreToldFirst) {
  heard.clear();
  open();

  ASSERT_GE(heard.size(), 2U);
  const auto* opened = std::get_if<broker::LogOpened>(&heard[0]);
  ASSERT_NE(opened, nullptr);
  EXPECT_EQ(opened->epoch, store.head().epoch);
  EXPECT_EQ(opened->head, store.head().seq);
  ASSERT_TRUE(std::holds_alternative<broker::KeysChanged>(heard[1]));
  ASSERT_EQ(core_keys.size(), 2U);
  EXPECT_EQ(core_keys.at(CurvePublicKey{1}).role, Role::admin);
  EXPECT_EQ(core_keys.at(CurvePublicKey{1}).label, "Ana");
}

TEST_F(Opening, TheStateIsAsItWas) {
  const auto wish = command(kiosk, offer());
  const auto receipt = ask(wish);

  open();

  const auto again = ask(wish);
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, *receipt);
  EXPECT_TRUE(query(kiosk, ShowTicket{ticket.code}));
}

TEST_F(Opening, ARecordNobodyCanReadIsFatalAndNamed) {
  broker::Commit broken{.at = clock.now(), .records = {}, .receipts = {}, .audit = {}, .contacts = {}};
  const RecordId id{RecordKind::offer, Uuid{{5}}};
  broken.records.push_back({.id = id, .schema = 99, .tombstone = false, .bytes = {1, 2, 3}});
  ASSERT_TRUE(store.append(store.head().seq, broken));

  const auto opened = open_again();

  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Errc::corrupt);
  EXPECT_NE(opened.error().message.find(to_string(id)), std::string::npos);
  EXPECT_NE(opened.error().message.find("schema 99"), std::string::npos);
}

TEST_F(Opening, ALogWithoutAHubNamesTheRemedy) {
  MemoryLogStore empty{Epoch{Uuid{{1}}}};

  const auto opened = broker::open_state(empty, forget_log, vault, clock.now(), 0ms);

  ASSERT_FALSE(opened);
  EXPECT_NE(opened.error().message.find("murctl hub init"), std::string::npos);
}

TEST_F(Opening, WhatWasErasedStaysErasedAfterARestore) {
  const auto receipt = ask(kiosk, offer("06 11 22 33 44"));
  // The log is an older copy; forget.log has what came after.
  ASSERT_TRUE(forget_log.add({receipt->about}));

  open();

  EXPECT_EQ(query(kiosk, ShowTicket{ticket.code}).error().code, Errc::not_found);
  EXPECT_FALSE(store.contact(receipt->about).value());
  std::size_t tombstones = 0;
  (void)store.records_since(0, [&](const broker::LogRecord& record) -> Status {
    tombstones += record.tombstone ? 1 : 0;
    return {};
  });
  EXPECT_EQ(tombstones, 3U);  // the offer, its ticket and the trace of its contact
}

TEST_F(Opening, AWithdrawnContactStaysGoneAfterARestore) {
  const auto receipt = ask(kiosk, offer("06 11 22 33 44"));
  ASSERT_TRUE(store.contact(receipt->about).value());
  // It was withdrawn after the backup; the offer itself is not erased yet.
  ASSERT_TRUE(forget_log.add({contact_of(receipt->about)}));

  open();

  EXPECT_FALSE(store.contact(receipt->about).value());
  EXPECT_TRUE(query(kiosk, ShowTicket{ticket.code}));
}

TEST_F(Opening, AContactLeftBeforeTheyWereTracedIsFoundByIt) {
  const auto receipt = ask(kiosk, offer("06 11 22 33 44"));
  const Digest256 contact = vault.hash_contact(seal(secrets.hub.public_key, as_bytes("+33611223344"))).value();
  // A log of before: no trace.
  const Tombstone gone{.of = record_id(contact_trace_id(receipt->about)), .at = clock.now()};
  broker::LogRecord untraced{
      .id = gone.of, .schema = protocol::kRecordSchema, .tombstone = true, .bytes = protocol::encode_record(gone)};
  ASSERT_TRUE(store.append(store.head().seq, {.at = clock.now(), .records = {untraced}}));

  open();

  const auto opened = broker::open_state(store, forget_log, vault, clock.now(), 0ms);
  ASSERT_TRUE(opened);
  EXPECT_EQ(left_with(opened->wall, contact), std::vector{receipt->about});
}

TEST_F(Opening, ARevokedKeyStaysRevokedAfterARestore) {
  ASSERT_TRUE(forget_log.add({record_id(kiosk)}));

  open();

  EXPECT_EQ(core_keys.size(), 1U);
  EXPECT_EQ(ask(kiosk, offer()).error().code, Errc::forbidden);
}

TEST_F(Opening, ForgettingAgainHappensOnce) {
  const auto receipt = ask(kiosk, offer());
  ASSERT_TRUE(forget_log.add({receipt->about, record_id(kiosk)}));
  open();
  const Seq head = store.head().seq;

  open();

  EXPECT_EQ(store.head().seq, head);
}

TEST_F(Opening, TheHubIsAsTheSettingsSay) {
  broker::Settings next = a_hub();
  next.hub.name = "La Maison des citoyens";
  settings.write(next);
  heard.clear();

  open();

  EXPECT_EQ(take<broker::Committed>().size(), 1U);
  open();
  EXPECT_TRUE(take<broker::Committed>().empty());
}

TEST_F(Opening, SettingsThatAreWrongKeepTheBrokerFromStarting) {
  settings.write(fail(Errc::invalid, "hub.toml", "hub.toml:3: time_zone is wrong"));

  const auto opened = open_again();

  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().message, "hub.toml:3: time_zone is wrong");
}

TEST_F(Opening, SecretsOfAnotherHubKeepTheBrokerFromStarting) {
  vault = broker::SecretVault{[this] {
    broker::Secrets other = secrets;
    other.hub = make_seal_key_pair();
    return other;
  }()};

  const auto opened = open_again();

  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Errc::invalid);
  EXPECT_EQ(opened.error().field, "secrets/hub.key");
}

TEST_F(Opening, AHubBeginsOnce) {
  const Status again = broker::bootstrap(store, a_hub().hub, {.public_key = {8}, .label = "Luc"}, clock.now(), random);

  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, Errc::conflict);
}

TEST_F(Opening, ABadHubDoesNotBegin) {
  MemoryLogStore empty{Epoch{Uuid{{1}}}};
  Hub hub = a_hub().hub;
  hub.time_zone = "Pariss";

  const Status begun = broker::bootstrap(empty, hub, {.public_key = {8}, .label = "Luc"}, clock.now(), random);

  ASSERT_FALSE(begun);
  EXPECT_EQ(begun.error().code, Errc::invalid);
  EXPECT_EQ(empty.head().seq, 0U);
}

}  // namespace
}  // namespace mur::test
