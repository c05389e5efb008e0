// The real transport on a real socket, a scripted core behind it, raw clients before it.
#include <fmt/format.h>

#include <fstream>

#include "tests/broker/transport/raw_client.h"

namespace mur::test {
namespace {

constexpr transport::WireTiming kImpatient{.ping_every = 50ms, .missed_pings = 4};

protocol::CommandMessage a_command(const std::string& name) {
  return {.id = CommandId{derive_uuid({}, name)},
          .made_at = TimePoint{std::chrono::sys_days{std::chrono::year{2026} / 3 / 12}},
          .command = PutNotice{.text = name, .shown_from = {}, .shown_until = {}}};
}

// A client that has caught up with an empty log and listens.
void become_current(ScriptedBroker& broker, RawClient& client) {
  ASSERT_TRUE(client.greet());
  client.send(protocol::Pull{4});
  const auto wanted = broker.next<broker::PageWanted>();
  ASSERT_TRUE(wanted);
  broker.tell(broker::PageReady{
      .session = wanted->session, .records = {}, .next = {}, .head = broker.head, .hash = broker.hash.value()});
  ASSERT_TRUE(client.expect<protocol::Current>());
}

bool wait_until(const std::function<bool()>& done) {
  const auto until = std::chrono::steady_clock::now() + kDeadline;
  while (!done())
    if (std::chrono::steady_clock::now() > until)
      return false;
    else
      std::this_thread::yield();
  return true;
}

// AddressSanitizer keeps what was freed, for a while.
#if defined(__SANITIZE_ADDRESS__)  // as g++ says it
constexpr bool kKeepsWhatWasFreed = true;
#elif defined(__clang__)
constexpr bool kKeepsWhatWasFreed = __has_feature(address_sanitizer);
#else
constexpr bool kKeepsWhatWasFreed = false;
#endif

std::size_t resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::size_t total = 0;
  std::size_t resident = 0;
  statm >> total >> resident;
  return resident * 4096;
}

TEST(Transport, AKnownKeyIsWelcomedToItsScope) {
  ScriptedBroker broker;
  broker.keep_silently({an_organization("Cantine")});
  broker.stop();
  broker.restart();
  RawClient client{broker.add_key("hall")};

  const auto welcome = client.greet();

  ASSERT_TRUE(welcome);
  EXPECT_EQ(welcome->scope.kind, Scope::Kind::wall);
  EXPECT_EQ(welcome->epoch, broker.epoch);
  EXPECT_EQ(welcome->head, 1U);
  EXPECT_EQ(welcome->now, broker.clock.now());
  EXPECT_TRUE(welcome->snapshot);
  EXPECT_EQ(welcome->broker, "mur-broker test");
}

TEST(Transport, AnUnknownKeyIsRefusedAtTheHandshake) {
  ScriptedBroker broker;
  broker.add_key("hall");
  RawClient stranger{broker.strange_key("stranger")};

  EXPECT_EQ(stranger.next_event(), ZMQ_EVENT_HANDSHAKE_FAILED_AUTH);
  EXPECT_TRUE(broker.waiting().empty());
  EXPECT_TRUE(broker.transport().sessions().empty());
}

TEST(Transport, AHandshakeWaitsForTheFirstKeysToBeKnown) {
  ScriptedBroker broker;
  const link::KeyFile key = broker.strange_key("early");
  RawClient early{key};
  early.send(protocol::Hello{.client = "raw"});

  broker.let_in(key);

  EXPECT_EQ(early.next_event(), ZMQ_EVENT_HANDSHAKE_SUCCEEDED);
  EXPECT_TRUE(early.expect<protocol::Welcome>());
}

TEST(Transport, ARevokedKeyOnALiveSessionIsToldAndGetsNothingMore) {
  ScriptedBroker broker;
  const link::KeyFile key = broker.add_key("hall");
  RawClient client{key};
  become_current(broker, client);

  const auto revoked_at = std::chrono::steady_clock::now();
  broker.revoke(key);
  broker.commit({an_organization("secret")});

  const auto away = client.expect<protocol::GoAway>();
  ASSERT_TRUE(away);
  EXPECT_LT(std::chrono::steady_clock::now() - revoked_at, 1s);
  EXPECT_EQ(away->error.code, Errc::forbidden);
  // What it still sends is answered with the same word, and reaches nobody.
  client.send(a_command("too late"));
  const auto again = client.expect<protocol::GoAway>();
  ASSERT_TRUE(again);
  EXPECT_EQ(again->error.code, Errc::forbidden);
  EXPECT_TRUE(broker.waiting().empty());
}

TEST(Transport, AnotherClientsRoutingIdGivesNeitherItsSessionNorItsName) {
  ScriptedBroker broker;
  const link::KeyFile hall = broker.add_key("hall");
  const link::KeyFile thief = broker.add_key("thief");
  RawClient first{hall, "kiosk-in-the-hall"};
  ASSERT_TRUE(first.greet({.client = "raw", .subscribe = false}));

  RawClient second{thief, "kiosk-in-the-hall"};
  second.send(protocol::Hello{.client = "raw", .subscribe = false});
  RawClient honest{thief};
  ASSERT_TRUE(honest.greet({.client = "hall", .subscribe = false}));
  honest.send(a_command("by the thief"));
  first.send(a_command("by the hall"));

  std::map<CommandId, KeyId> senders;
  for (int i = 0; i < 2; ++i) {
    const auto command = broker.next<broker::CommandArrived>();
    ASSERT_TRUE(command);
    senders[command->id] = command->key;
  }
  EXPECT_EQ(senders[a_command("by the thief").id], KeyId{derive_uuid({}, "thief")});
  EXPECT_EQ(senders[a_command("by the hall").id], KeyId{derive_uuid({}, "hall")});
  // The second connection under that routing id is not heard: the first one's session goes on.
  EXPECT_TRUE(wait_until([&] { return broker.transport().sessions().size() == 2; }));
  EXPECT_FALSE(second.receive(0ms));
  first.send(protocol::Ping{});
  EXPECT_TRUE(first.expect<protocol::Pong>());
}

TEST(Transport, GarbageEndsTheSessionAndTheBrokerLives) {
  ScriptedBroker broker;
  const link::KeyFile key = broker.add_key("hall");
  RawClient client{key};
  ASSERT_TRUE(client.greet());

  client.send_bytes({'n', 'o', 't', ' ', 'o', 'u', 'r', 's', 0xff, 0xff, 0xff, 0xff, 0xff});

  const auto away = client.expect<protocol::GoAway>();
  ASSERT_TRUE(away);
  EXPECT_EQ(away->error.code, Errc::corrupt);
  client.send(protocol::Ping{});  // the session is over
  const auto closed = client.expect<protocol::GoAway>();
  ASSERT_TRUE(closed);
  EXPECT_EQ(closed->error.code, Errc::closed);
  EXPECT_TRUE(client.greet());  // and another may begin
}

TEST(Transport, AMessageOfFiveFramesEndsTheSession) {
  ScriptedBroker broker;
  RawClient client{broker.add_key("hall")};
  ASSERT_TRUE(client.greet());

  client.send_frames(5, protocol::encode(protocol::Ping{}));

  const auto away = client.expect<protocol::GoAway>();
  ASSERT_TRUE(away);
  EXPECT_EQ(away->error.code, Errc::corrupt);
}

TEST(Transport, AnOversizeFrameEndsTheConnectionAndTheBrokerLives) {
  ScriptedBroker broker{kImpatient};
  const link::KeyFile key = broker.add_key("hall");
  RawClient client{key};
  ASSERT_TRUE(client.greet());
  ASSERT_EQ(client.next_event(), ZMQ_EVENT_HANDSHAKE_SUCCEEDED);

  client.send_bytes(Bytes(limits::kFrameBytes + 1, 0));

  EXPECT_EQ(client.next_event(), ZMQ_EVENT_DISCONNECTED);
  EXPECT_TRUE(wait_until([&] { return broker.transport().sessions().empty(); }));
  RawClient other{key};
  EXPECT_TRUE(other.greet());
}

TEST(Transport, ASilentClientIsEndedAfterFourMissedPings) {
  ScriptedBroker broker{kImpatient};
  RawClient client{broker.add_key("hall")};
  ASSERT_TRUE(client.greet());

  const auto away = client.expect<protocol::GoAway>();

  ASSERT_TRUE(away);
  EXPECT_EQ(away->error.code, Errc::try_again);
}

TEST(Transport, ChunksComeOnlyAsTheyArePulled) {
  ScriptedBroker broker;
  std::vector<Record> records;
  for (int i = 0; i < 95; ++i) records.emplace_back(an_organization("organization " + std::to_string(i)));
  broker.keep_silently(records);
  broker.stop();
  broker.restart();
  RawClient client{broker.add_key("hall")};
  ASSERT_TRUE(client.greet());

  client.send(protocol::Pull{2});
  for (int i = 0; i < 2; ++i) {
    const auto wanted = broker.next<broker::PageWanted>();
    ASSERT_TRUE(wanted);
    EXPECT_TRUE(wanted->cursor.snapshot);
    broker.tell(broker.page(*wanted));
    const auto chunk = client.expect<protocol::Chunk>();
    ASSERT_TRUE(chunk);
    EXPECT_EQ(chunk->records.size(), 10U);
  }
  client.send(protocol::Ping{});
  EXPECT_TRUE(client.expect<protocol::Pong>());  // the next message is no chunk …
  EXPECT_TRUE(broker.waiting().empty());         // … and none was asked for

  client.send(protocol::Pull{1000});  // more than the window
  std::size_t chunks = 0;
  for (; chunks < limits::kCatchUpWindow; ++chunks) {
    const auto wanted = broker.next<broker::PageWanted>();
    ASSERT_TRUE(wanted);
    broker.tell(broker.page(*wanted));
    ASSERT_TRUE(client.expect<protocol::Chunk>());
  }
  client.send(protocol::Ping{});
  EXPECT_TRUE(client.expect<protocol::Pong>());
  EXPECT_TRUE(broker.waiting().empty());
}

TEST(Transport, BatchesDuringACatchUpWaitForCurrent) {
  ScriptedBroker broker;
  broker.commit({an_organization("one")});
  RawClient client{broker.add_key("hall")};
  ASSERT_TRUE(client.greet());
  client.send(protocol::Pull{4});
  const auto wanted = broker.next<broker::PageWanted>();
  ASSERT_TRUE(wanted);
  broker.commit({an_organization("two")});  // told before the page, so the page has it
  broker.tell(broker.page(*wanted));
  broker.commit({an_organization("three")});

  const auto chunk = client.expect<protocol::Chunk>();
  const auto current = client.expect<protocol::Current>();
  const auto batch = client.expect<protocol::BatchMessage>();

  ASSERT_TRUE(chunk && current && batch);
  EXPECT_EQ(chunk->records.size(), 2U);
  EXPECT_EQ(current->seq, 2U);
  EXPECT_EQ(batch->seq, 3U);
  EXPECT_TRUE(batch->last);
}

TEST(Transport, AClientWithTooMuchUnacknowledgedIsBehindAndCatchesUpAnew) {
  ScriptedBroker broker;
  RawClient client{broker.add_key("hall")};
  become_current(broker, client);

  // 20 batches of some 40 KiB, none acknowledged: a dozen fit.
  for (int i = 0; i < 20; ++i) {
    std::vector<Record> records;
    for (int j = 0; j < 100; ++j)
      records.emplace_back(an_organization("number " + std::to_string(j) + " of " + std::to_string(i), 280));
    broker.commit(std::move(records));
  }
  client.send(protocol::Ping{0});

  Seq last = 0;
  bool answered = false;
  while (!answered) {
    const auto message = client.receive();
    ASSERT_TRUE(message);
    if (const auto* batch = std::get_if<protocol::BatchMessage>(&*message))
      last = batch->seq;
    else
      answered = std::holds_alternative<protocol::Pong>(*message);
  }
  EXPECT_GT(last, 5U);
  EXPECT_LT(last, 20U);
  EXPECT_TRUE(wait_until([&] {
    const auto sessions = broker.transport().sessions();
    return sessions.size() == 1 && sessions.front().behind;
  }));

  client.send(protocol::Ping{last});
  ASSERT_TRUE(client.expect<protocol::Pong>());
  const auto welcome = client.expect<protocol::Welcome>();
  ASSERT_TRUE(welcome);
  EXPECT_FALSE(welcome->snapshot);
  client.send(protocol::Pull{4});
  const auto wanted = broker.next<broker::PageWanted>();
  ASSERT_TRUE(wanted);
  EXPECT_EQ(wanted->cursor.since, last);
  EXPECT_FALSE(wanted->cursor.snapshot);
}

TEST(Transport, AStalledReaderNeitherSlowsTheOthersNorGrowsTheBroker) {
  ScriptedBroker broker;
  RawClient stalled{broker.add_key("stalled"), {}, /*receive_high_water_mark=*/1};
  RawClient lively{broker.add_key("lively")};
  become_current(broker, stalled);
  become_current(broker, lively);
  const std::size_t before = resident_bytes();

  // Some 60 MiB: what is kept for the stalled one stays below the limit.
  std::vector<Record> records;
  for (int j = 0; j < 150; ++j) records.emplace_back(an_organization("number " + std::to_string(j), 280));
  for (Seq seq = 1; seq <= 1000; ++seq) {
    broker.commit(records);
    for (bool whole = false; !whole;) {
      const auto message = lively.receive();
      ASSERT_TRUE(message);
      const auto* batch = std::get_if<protocol::BatchMessage>(&*message);
      if (batch == nullptr) continue;  // a pong
      ASSERT_EQ(batch->seq, seq);
      whole = batch->last;
    }
    if (seq % 4 == 0) lively.send(protocol::Ping{seq});
  }

  if (!kKeepsWhatWasFreed) EXPECT_LT(resident_bytes(), before + 32 * 1024 * 1024);
  // What was sent to it before, it still finds, in order and without holes.
  Seq expected = 1;
  while (const auto message = stalled.receive(0ms)) {
    const auto* batch = std::get_if<protocol::BatchMessage>(&*message);
    if (batch == nullptr) break;
    ASSERT_EQ(batch->seq, expected);
    if (batch->last) ++expected;
  }
  EXPECT_LT(expected, 20U);
}

TEST(Transport, AMissingBatchMakesEveryoneCatchUp) {
  ScriptedBroker broker;
  RawClient client{broker.add_key("hall")};
  become_current(broker, client);

  broker.keep_silently({an_organization("lost on the way")});
  broker.commit({an_organization("next")});

  const auto welcome = client.expect<protocol::Welcome>();
  ASSERT_TRUE(welcome);
  EXPECT_FALSE(welcome->snapshot);
  EXPECT_EQ(welcome->head, 2U);
}

TEST(Transport, ACommandReachesTheCoreWithItsBytesAndTheKeyOfTheConnection) {
  ScriptedBroker broker;
  RawClient client{broker.add_key("hall")};
  ASSERT_TRUE(client.greet({.client = "raw", .subscribe = false}));
  const protocol::CommandMessage sent = a_command("notice");

  client.send(sent);
  const auto arrived = broker.next<broker::CommandArrived>();
  ASSERT_TRUE(arrived);
  EXPECT_EQ(arrived->key, KeyId{derive_uuid({}, "hall")});
  EXPECT_EQ(arrived->id, sent.id);
  EXPECT_EQ(arrived->command, sent.command);
  EXPECT_EQ(arrived->raw, protocol::encode_command(sent));

  broker.tell(broker::CommandRefused{
      .session = arrived->session, .command = sent.id, .error = {Errc::slow_down, "", "wait"}, .wait_seconds = 7});
  const auto refusal = client.expect<protocol::Refusal>();
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->command, sent.id);
  EXPECT_EQ(refusal->error.code, Errc::slow_down);
  EXPECT_EQ(refusal->wait_seconds, 7U);
}

TEST(Transport, AFullCoreRefusesCommandsAndQuestionsAtOnce) {
  ScriptedBroker broker{{}, /*core_mailbox=*/1};
  RawClient client{broker.add_key("hall")};
  ASSERT_TRUE(client.greet({.client = "raw", .subscribe = false}));

  client.send(a_command("first"));
  client.send(a_command("second"));
  client.send(protocol::QueryMessage{.id = 3, .query = GetStatus{}});

  const auto refusal = client.expect<protocol::Refusal>();
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->command, a_command("second").id);
  EXPECT_EQ(refusal->error.code, Errc::try_again);
  const auto answer = client.expect<protocol::AnswerMessage>();
  ASSERT_TRUE(answer);
  EXPECT_EQ(std::get<Error>(answer->answer).code, Errc::try_again);
}

TEST(Transport, AFloodOfOneClientIsSlowedDownBeforeTheCore) {
  ScriptedBroker broker;
  RawClient client{broker.add_key("hall")};
  ASSERT_TRUE(client.greet({.client = "raw", .subscribe = false}));

  for (std::size_t i = 0; i <= limits::kAskedPerSession; ++i) client.send(a_command(std::to_string(i)));

  const auto refusal = client.expect<protocol::Refusal>();
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->error.code, Errc::slow_down);
  EXPECT_EQ(refusal->command, a_command(std::to_string(limits::kAskedPerSession)).id);
  EXPECT_EQ(broker.waiting().size(), limits::kAskedPerSession);
}

TEST(Transport, AClientOfAnotherVersionIsToldWhoMustBeUpgraded) {
  ScriptedBroker broker;
  RawClient client{broker.add_key("hall")};

  client.send(protocol::Hello{.version_min = 7, .version_max = 9, .client = "mur-kiosk 9"});

  const auto away = client.expect<protocol::GoAway>();
  ASSERT_TRUE(away);
  EXPECT_EQ(away->error.code, Errc::unsupported);
  EXPECT_EQ(
      away->error.message,
      fmt::format("the client speaks protocol 7 to 9, this broker 1 to {}: upgrade the broker", protocol::kVersionMax));
}

TEST(Transport, AStoppingBrokerSaysGoodbye) {
  ScriptedBroker broker;
  RawClient client{broker.add_key("hall")};
  ASSERT_TRUE(client.greet());

  broker.stop();

  const auto away = client.expect<protocol::GoAway>();
  ASSERT_TRUE(away);
  EXPECT_EQ(away->error.message, "the broker is stopping");
}

TEST(Transport, AnAddressInUseIsAConflictThatNamesIt) {
  ScriptedBroker broker;
  FakeClock clock{TimePoint{}};
  broker::CoreMailbox to_core{1};
  broker::WireMailbox from_core{1};
  transport::ZmqTransport second{{.address = broker.address()}, to_core, from_core, clock};

  const Status started = second.start();

  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().code, Errc::conflict);
  EXPECT_NE(started.error().message.find(broker.address()), std::string::npos);
  EXPECT_NE(started.error().message.find("listen"), std::string::npos);
}

}  // namespace
}  // namespace mur::test
