#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "broker/core/bootstrap.h"
#include "broker/core/core.h"
#include "broker/vault/vault.h"
#include "shared/domain/limits.h"
#include "shared/protocol/codec.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_settings.h"
#include "tests/support/memory_forget_log.h"
#include "tests/support/memory_log_store.h"
#include "tests/support/seeded_random.h"
#include "tests/support/temp_folder.h"

namespace mur::test {

using namespace std::chrono_literals;

/// No wire: what `murctl status` asks it.
class QuietTransport final : public broker::Transport {
 public:
  Status start() override { return {}; }
  void stop() override {}
  [[nodiscard]] std::string address() const override { return "tcp://127.0.0.1:7447"; }
  [[nodiscard]] std::vector<SessionStatus> sessions() const override { return sessions_; }

  std::vector<SessionStatus> sessions_;
};

/// A core with a log in memory, and a wire that is the test itself: it puts into one mailbox and reads the other.
class CoreHouse : public testing::Test {
 protected:
  static constexpr TimePoint kNoon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 14} + std::chrono::hours{11}};
  static constexpr Scope kWall{.kind = Scope::Kind::wall, .organization = {}};
  static constexpr Scope kStaff{.kind = Scope::Kind::staff, .organization = {}};

  static broker::Settings a_hub() {
    broker::Settings settings;
    settings.log_level = "error";
    settings.hub.name = "La Maison commune";
    settings.hub.time_zone = "Europe/Paris";
    settings.hub.languages = {"fr", "en"};
    settings.hub.privacy = {.controller = "La Maison",
                            .address = "31, rue des Récollets",
                            .rights_contact = "l'accueil",
                            .dpo = "l'accueil",
                            .publication_director = "Awa Diallo",
                            .host = "La Maison"};
    return settings;
  }

  void SetUp() override {
    Hub hub = a_hub().hub;
    hub.seal_key = secrets.hub.public_key;
    const CurvePublicKey key{1};
    ASSERT_TRUE(broker::bootstrap(store, hub, {.public_key = key, .label = "Ana"}, clock.now(), random));
    open();
    admin = core_keys.at(key).id;
    kiosk = add_key(Role::kiosk, "kiosk-1");
  }

  broker::CoreParts parts() {
    return {.store = store,
            .forget_log = forget_log,
            .vault = vault,
            .settings = settings,
            .transport = transport,
            .inbox = inbox,
            .outbox = outbox,
            .fetches = fetches,
            .clock = clock,
            .monotonic = [this] { return clock.monotonic(); },
            .random = random,
            .data_folder = folder.path(),
            .version = "0.1.0"};
  }
  /// Starts the core, again if it ran.
  void open() {
    core.reset();
    auto opened = broker::Core::open(parts());
    ASSERT_TRUE(opened) << opened.error().message;
    core = std::move(*opened);
    listen();
  }

  /// One round without waiting; false when the core must end.
  bool step() {
    const Status stepped = core->step(0ms);
    listen();
    return stepped.has_value();
  }
  /// Hears everything that the core says; keys and head are remembered.
  void listen() {
    for (broker::FromCore& said : outbox.take(limits::kQueue, 0ms)) {
      if (const auto* keys = std::get_if<broker::KeysChanged>(&said)) core_keys = *keys->keys;
      heard.push_back(std::move(said));
    }
  }
  /// Everything of one kind that was heard since the last call.
  template <class Kind>
  std::vector<Kind> take() {
    std::vector<Kind> found;
    std::erase_if(heard, [&found](broker::FromCore& said) {
      auto* one = std::get_if<Kind>(&said);
      if (one != nullptr) found.push_back(std::move(*one));
      return one != nullptr;
    });
    return found;
  }

  broker::CommandArrived command(KeyId key, Command wish) {
    protocol::CommandMessage message{
        .id = CommandId{make_uuid(clock.now(), random)}, .made_at = clock.now(), .command = std::move(wish)};
    Bytes raw = protocol::encode_command(message);
    return {.session = ++last_session,
            .key = key,
            .id = message.id,
            .made_at = message.made_at,
            .command = std::move(message.command),
            .raw = std::move(raw)};
  }
  void put(broker::ToCore value) { ASSERT_TRUE(inbox.push(std::move(value))); }

  using Answered = Result<Receipt>;
  /// What this session was answered; there must be one answer, and no other.
  Answered answer_to(broker::SessionId session) {
    std::vector<Answered> answers;
    std::erase_if(heard, [&](broker::FromCore& said) {
      if (const auto* ready = std::get_if<broker::ReceiptReady>(&said); ready != nullptr && ready->session == session) {
        answers.emplace_back(ready->receipt);
        return true;
      }
      if (auto* refused = std::get_if<broker::CommandRefused>(&said);
          refused != nullptr && refused->session == session) {
        wait_seconds = refused->wait_seconds;
        answers.emplace_back(fail(refused->error));
        return true;
      }
      return false;
    });
    EXPECT_EQ(answers.size(), 1U);
    return answers.empty() ? Answered{fail(Errc::not_found, "no answer")} : answers.front();
  }
  Answered ask(const broker::CommandArrived& wish) {
    put(wish);
    EXPECT_TRUE(step());
    return answer_to(wish.session);
  }
  Answered ask(KeyId key, Command wish) { return ask(command(key, std::move(wish))); }

  Result<Answer> query(KeyId key, Query question) {
    put(broker::QueryArrived{.session = ++last_session, .key = key, .query = 7, .question = std::move(question)});
    EXPECT_TRUE(step());
    auto answers = take<broker::AnswerReady>();
    EXPECT_EQ(answers.size(), 1U);
    if (answers.empty()) return fail(Errc::not_found, "no answer");
    EXPECT_EQ(answers.front().session, last_session);
    EXPECT_EQ(answers.front().query, 7U);
    return answers.front().answer;
  }

  KeyId add_key(Role role, const std::string& label, OrganizationId organization = {}) {
    const auto receipt = ask(
        admin,
        AddKey{.public_key = {++last_key}, .role = role, .organization = organization, .label = label, .replaces = {}});
    EXPECT_TRUE(receipt) << receipt.error().message;
    return receipt ? KeyId{receipt->about.uuid} : KeyId{};
  }
  OrganizationId add_organization(const std::string& name, Trust trust = Trust::trusted) {
    OrganizationDetails details;
    details.name = name;
    const auto receipt = ask(admin, AddOrganization{.details = details, .trust = trust, .guarantor = "W751234567"});
    EXPECT_TRUE(receipt) << receipt.error().message;
    return receipt ? OrganizationId{receipt->about.uuid} : OrganizationId{};
  }
  Command notice(const std::string& text) {
    return PutNotice{.text = text, .shown_from = clock.now(), .shown_until = clock.now() + 240h};
  }

  /// An offer as a kiosk sends it; `ticket` then opens it.
  PutOffer offer(const std::string& contact = {}) {
    PutOffer put;
    put.details.tiles = {Tile::some_time};
    put.details.text = "deux heures par semaine";  // typed: it waits for review
    put.details.availability.evenings = true;
    put.details.language = "fr";
    ticket = make_ticket(random);
    put.sealed_ticket = seal(secrets.hub.public_key, protocol::encode_ticket(ticket));
    if (!contact.empty()) {
      put.details.contact = ContactKind::phone;
      put.sealed_contact = seal(secrets.hub.public_key, as_bytes(contact));
    }
    return put;
  }
  Bytes sealed_code(const std::string& code) {
    return seal(secrets.hub.public_key, protocol::encode_ticket(TicketSecret{.code = code, .claim = {}}));
  }
  /// A code that no post has.
  std::string wrong_code() { return make_ticket(random).code; }

  static broker::Secrets some_secrets() {
    TempFolder keys;
    SeededRandom seeded(2);
    return broker::create_secrets(keys.path(), seeded).value();
  }

  FakeClock clock{kNoon};
  SeededRandom random{1};
  TempFolder folder;
  broker::Secrets secrets = some_secrets();
  broker::SecretVault vault{secrets};
  MemoryLogStore store{Epoch{Uuid{{9}}}};
  MemoryForgetLog forget_log;
  FakeSettings settings{a_hub()};
  QuietTransport transport;
  broker::CoreMailbox inbox{limits::kQueue};
  broker::WireMailbox outbox{limits::kQueue};
  broker::FetchMailbox fetches{limits::kQueue};
  std::unique_ptr<broker::Core> core;

  std::vector<broker::FromCore> heard;
  broker::KeyTable core_keys;
  KeyId admin;
  KeyId kiosk;
  TicketSecret ticket;
  int wait_seconds = 0;
  broker::SessionId last_session = 0;
  std::uint8_t last_key = 1;
};

}  // namespace mur::test
