// Core, log and wire together, over real sockets.
#include "shared/domain/state_hash.h"
#include "tests/broker/transport/raw_client.h"
#include "tests/support/test_broker.h"

namespace mur::test {
namespace {

class RealBroker : public testing::Test {
 protected:
  link::KeyFile key_file(const TestKey& key) const {
    return {.brokers = {broker.address()},
            .broker_key = broker.broker_key(),
            .hub_key = broker.hub_key(),
            .public_key = key.public_key,
            .secret_key = key.secret_key,
            .role = key.role,
            .label = "test"};
  }
  Command notice(const std::string& text) {
    const TimePoint now = broker.clock().now();
    return PutNotice{.text = text, .shown_from = now, .shown_until = now + std::chrono::hours{240}};
  }
  protocol::CommandMessage message(Command wish) {
    return {.id = CommandId{make_uuid(broker.clock().now(), *random)},
            .made_at = broker.clock().now(),
            .command = std::move(wish)};
  }
  /// Takes a catch-up to its end and checks its hash.
  static std::vector<protocol::WireRecord> catch_up(RawClient& client) {
    std::vector<protocol::WireRecord> records;
    StateHash hash;
    client.send(protocol::Pull{.chunks = 1});
    for (;;) {
      auto next = client.receive();
      if (!next) {
        ADD_FAILURE() << "no chunk in time";
        return records;
      }
      if (auto* chunk = std::get_if<protocol::Chunk>(&*next)) {
        for (auto& record : chunk->records) {
          if (record.live) hash.add(record.id, record.bytes);
          records.push_back(std::move(record));
        }
        client.send(protocol::Pull{.chunks = 1});
        continue;
      }
      const auto* current = std::get_if<protocol::Current>(&*next);
      EXPECT_TRUE(current != nullptr && current->hash == hash.value());
      return records;
    }
  }

  TestBroker broker;
  std::unique_ptr<RandomSource> random = make_system_random();
};

TEST_F(RealBroker, APostReachesAnotherWallAndItsAuthorsReceiptNamesTheBatch) {
  const TestKey kiosk = broker.add_key(Role::kiosk);
  broker.start();
  RawClient wall(key_file(kiosk));
  ASSERT_TRUE(wall.greet());
  catch_up(wall);
  RawClient admin(key_file(broker.admin()));
  ASSERT_TRUE(admin.greet({.client = "raw", .subscribe = false}));

  admin.send(message(notice("Café à 16 h")));

  const auto receipt = admin.expect<protocol::ReceiptMessage>();
  ASSERT_TRUE(receipt);
  const auto batch = wall.expect<protocol::BatchMessage>();
  ASSERT_TRUE(batch);
  EXPECT_EQ(batch->seq, receipt->receipt.seq);
  ASSERT_EQ(batch->records.size(), 1U);
  EXPECT_EQ(batch->records.front().id, receipt->receipt.about);
}

TEST_F(RealBroker, ASnapshotOfManyRecordsComesInChunksAndItsHashIsRight) {
  const TestKey kiosk = broker.add_key(Role::kiosk);
  broker.start();
  RawClient admin(key_file(broker.admin()));
  ASSERT_TRUE(admin.greet({.client = "raw", .subscribe = false}));
  constexpr int kBursts = 12;
  constexpr int kNotices = 50;  // a burst, so that groups form
  for (int burst = 0; burst < kBursts; ++burst) {
    for (int i = 0; i < kNotices; ++i) admin.send(message(notice(std::string(200, 'x') + std::to_string(i))));
    for (int i = 0; i < kNotices; ++i) ASSERT_TRUE(admin.expect<protocol::ReceiptMessage>());
  }

  RawClient wall(key_file(kiosk));
  ASSERT_TRUE(wall.greet());

  EXPECT_EQ(catch_up(wall).size(), kBursts * kNotices + 1U);  // and the hub
}

TEST_F(RealBroker, ARepeatAfterARestartGetsTheFirstReceipt) {
  broker.start();
  const auto wish = message(notice("Café à 16 h"));
  protocol::ReceiptMessage first;
  {
    RawClient admin(key_file(broker.admin()));
    ASSERT_TRUE(admin.greet({.client = "raw", .subscribe = false}));
    admin.send(wish);
    first = admin.expect<protocol::ReceiptMessage>().value();
  }
  const std::string address = broker.address();
  broker.stop();
  broker.start();
  EXPECT_EQ(broker.address(), address);

  RawClient admin(key_file(broker.admin()));
  ASSERT_TRUE(admin.greet({.client = "raw", .subscribe = false}));
  admin.send(wish);

  EXPECT_EQ(admin.expect<protocol::ReceiptMessage>().value().receipt, first.receipt);
}

TEST_F(RealBroker, ARevokedKioskIsSentAwayFromItsLiveSession) {
  const TestKey kiosk = broker.add_key(Role::kiosk);
  broker.start();
  RawClient wall(key_file(kiosk));
  ASSERT_TRUE(wall.greet());
  catch_up(wall);
  RawClient admin(key_file(broker.admin()));
  ASSERT_TRUE(admin.greet({.client = "raw", .subscribe = false}));

  admin.send(message(RevokeKey{kiosk.id}));
  ASSERT_TRUE(admin.expect<protocol::ReceiptMessage>());

  const auto bye = wall.expect<protocol::GoAway>();
  ASSERT_TRUE(bye);
  EXPECT_EQ(bye->error.code, Errc::forbidden);
}

TEST_F(RealBroker, AnOrganizationsSessionSeesItsOwnPendingPost) {
  const OrganizationId organization = broker.add_organization("Cambouis", Trust::newcomer);
  const TestKey owner = broker.add_key(Role::owner, organization);
  broker.start();
  RawClient client(key_file(owner));
  const auto welcome = client.greet();
  ASSERT_TRUE(welcome);
  EXPECT_EQ(welcome->scope.organization, organization);
  catch_up(client);
  NeedDetails details;
  details.title = "Tenir l'atelier";
  details.slots = {Slot{.role = "Accueil", .wanted = 2}};

  client.send(message(PutNeed{.need = {}, .organization = organization, .details = details}));

  std::size_t receipts = 0;
  std::size_t seen = 0;
  for (int i = 0; i < 2; ++i) {
    const auto next = client.receive();
    ASSERT_TRUE(next);
    if (const auto* receipt = std::get_if<protocol::ReceiptMessage>(&*next)) {
      EXPECT_EQ(receipt->receipt.status, PostStatus::pending);
      ++receipts;
    }
    if (const auto* batch = std::get_if<protocol::BatchMessage>(&*next)) seen += batch->records.size();
  }
  EXPECT_EQ(receipts, 1U);
  EXPECT_EQ(seen, 1U);
}

TEST_F(RealBroker, AQuestionIsAnswered) {
  broker.start();
  RawClient admin(key_file(broker.admin()));
  ASSERT_TRUE(admin.greet({.client = "raw", .subscribe = false}));

  admin.send(protocol::QueryMessage{.id = 3, .query = GetStatus{}});

  const auto answer = admin.expect<protocol::AnswerMessage>();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->query, 3U);
  const auto* told = std::get_if<Answer>(&answer->answer);
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(std::get<BrokerStatus>(*told).listening, broker.address());
}

}  // namespace
}  // namespace mur::test
