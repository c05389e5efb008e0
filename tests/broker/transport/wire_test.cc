// The sessions' states without sockets: what is sent when a client does not read, goes away, or asks for much.
#include "broker/transport/wire.h"

#include <gtest/gtest.h>

#include <deque>

#include "shared/protocol/codec.h"
#include "tests/support/fake_clock.h"

namespace mur::test {
namespace {

using namespace std::chrono_literals;
using transport::Route;
using transport::Sent;

/// Keeps what was sent to each route; can be full, or without a route.
class FakeOutlet : public transport::Outlet {
 public:
  Sent send(const Route& to, const zmq::message_t& frame) override {
    if (gone.contains(to)) return Sent::gone;
    if (full.contains(to)) return Sent::full;
    auto message = protocol::decode({frame.data<const std::uint8_t>(), frame.size()});
    EXPECT_TRUE(message);
    if (message) sent[to].push_back(std::move(*message));
    return Sent::yes;
  }
  template <class Kind>
  std::optional<Kind> next(const Route& route) {
    auto& queue = sent[route];
    if (queue.empty() || !std::holds_alternative<Kind>(queue.front())) return std::nullopt;
    Kind kind = std::get<Kind>(std::move(queue.front()));
    queue.pop_front();
    return kind;
  }

  std::set<Route> full;
  std::set<Route> gone;
  std::map<Route, std::deque<protocol::Message>> sent;
};

class WireTest : public testing::Test {
 protected:
  WireTest() {
    wire.told(broker::LogOpened{.epoch = kEpoch, .head = head});
    tell_keys();
  }

  static CurvePublicKey key(std::uint8_t number) {
    CurvePublicKey made{};
    made.fill(number);
    return made;
  }
  void tell_keys() { wire.told(broker::KeysChanged{std::make_shared<const broker::KeyTable>(keys)}); }
  void let_in(std::uint8_t number, Role role = Role::kiosk, OrganizationId organization = {}) {
    keys[key(number)] = {.id = KeyId{derive_uuid({}, std::to_string(number))},
                         .principal = {},
                         .role = role,
                         .organization = organization,
                         .label = std::to_string(number)};
    tell_keys();
  }
  void say(const Route& route, std::uint8_t number, const protocol::Message& message) {
    const Bytes bytes = protocol::encode(message);
    wire.arrived(
        {.route = route, .key = key(number), .payload = zmq::message_t{bytes.data(), bytes.size()}, .frames = 1}, now);
  }
  void commit(std::vector<Scope> scopes, std::size_t records = 1, std::size_t size = 100) {
    broker::Committed batch{.epoch = kEpoch, .seq = ++head, .scopes = {}};
    for (const Scope& scope : scopes) {
      batch.scopes.push_back({.scope = scope, .records = {}, .hash = hash_at(head)});
      for (std::size_t i = 0; i < records; ++i) batch.scopes.back().records.push_back(record(i, size));
    }
    wire.told(std::move(batch));
  }
  broker::EncodedRecord record(std::size_t number, std::size_t size) const {
    return {.id = {RecordKind::organization, derive_uuid({}, std::to_string(number))},
            .seq = head,
            .live = true,
            .bytes = std::make_shared<const Bytes>(size, std::uint8_t{1})};
  }
  static Digest128 hash_at(Seq seq) { return Digest128{static_cast<std::uint8_t>(seq)}; }

  template <class Kind>
  std::optional<Kind> asked() {
    for (broker::ToCore& one : core.take(1, 0ms))
      if (auto* kind = std::get_if<Kind>(&one)) return std::move(*kind);
    return std::nullopt;
  }
  void page(broker::SessionId session, std::vector<broker::EncodedRecord> records,
            std::optional<broker::Cursor> next = {}) {
    wire.told(broker::PageReady{.session = session,
                                .records = std::move(records),
                                .next = std::move(next),
                                .head = head,
                                .hash = hash_at(head)});
  }
  /// Hello, pull, an empty page, current.
  void become_current(const Route& route, std::uint8_t number) {
    say(route, number, protocol::Hello{.client = "test"});
    ASSERT_TRUE(outlet.next<protocol::Welcome>(route));
    say(route, number, protocol::Pull{4});
    const auto wanted = asked<broker::PageWanted>();
    ASSERT_TRUE(wanted);
    page(wanted->session, {});
    const auto current = outlet.next<protocol::Current>(route);
    ASSERT_TRUE(current);
    EXPECT_EQ(current->seq, head);
    EXPECT_EQ(current->hash, hash_at(head));
  }

  /// A command of this client is done.
  void receive_receipt(const Route& route, std::uint8_t number) {
    const CommandId id{Uuid{{number}}};
    say(route, 1, protocol::CommandMessage{.id = id, .made_at = clock.now(), .command = RevokeKey{.key = {}}});
    const auto command = asked<broker::CommandArrived>();
    ASSERT_TRUE(command);
    wire.told(broker::ReceiptReady{.session = command->session, .receipt = {.command = id}});
  }

  static constexpr Epoch kEpoch{Uuid{{7}}};
  static constexpr Scope kWall{};
  Seq head = 5;
  FakeOutlet outlet;
  broker::CoreMailbox core{64};
  transport::KeyRing ring;
  FakeClock clock{TimePoint{Milliseconds{1000}}};
  transport::Wire wire{outlet, core, ring, clock, {}, "mur-broker test"};
  broker::KeyTable keys;
  transport::Instant now = std::chrono::steady_clock::now();
};

TEST_F(WireTest, AMessageWithoutAUserIdIsRefused) {
  const Bytes hello = protocol::encode(protocol::Hello{.client = "test"});
  wire.arrived({.route = "a", .key = {}, .payload = zmq::message_t{hello.data(), hello.size()}, .frames = 1}, now);

  const auto away = outlet.next<protocol::GoAway>("a");
  ASSERT_TRUE(away);
  EXPECT_EQ(away->error.code, Errc::forbidden);
  EXPECT_TRUE(wire.status(now).empty());
}

TEST_F(WireTest, AnotherKeyOnTheSameRouteEndsTheSession) {
  let_in(1);
  let_in(2);
  become_current("a", 1);

  say("a", 2, protocol::Ping{});

  ASSERT_TRUE(outlet.next<protocol::GoAway>("a"));
  EXPECT_TRUE(wire.status(now).empty());
}

TEST_F(WireTest, ASecondHelloEndsTheSession) {
  let_in(1);
  become_current("a", 1);

  say("a", 1, protocol::Hello{.client = "test"});

  const auto away = outlet.next<protocol::GoAway>("a");
  ASSERT_TRUE(away);
  EXPECT_EQ(away->error.code, Errc::invalid);
}

TEST_F(WireTest, AKeyThatChangedItsRoleMustBeginAnew) {
  let_in(1);
  let_in(2);
  become_current("a", 1);
  become_current("b", 2);

  let_in(1, Role::moderator);

  EXPECT_TRUE(outlet.next<protocol::GoAway>("a"));
  EXPECT_TRUE(outlet.sent["b"].empty());
  EXPECT_EQ(wire.status(now).size(), 1U);
}

TEST_F(WireTest, AKnownReplicaGoesOnWhereItStood) {
  let_in(1);
  say("a", 1, protocol::Hello{.client = "test", .epoch = kEpoch, .seq = 3});

  const auto welcome = outlet.next<protocol::Welcome>("a");
  ASSERT_TRUE(welcome);
  EXPECT_FALSE(welcome->snapshot);
  say("a", 1, protocol::Pull{1});
  const auto wanted = asked<broker::PageWanted>();
  ASSERT_TRUE(wanted);
  EXPECT_EQ(wanted->cursor.since, 3U);
  EXPECT_FALSE(wanted->cursor.snapshot);
}

TEST_F(WireTest, AnEmptyAForeignOrATooNewReplicaGetsASnapshot) {
  let_in(1);
  const Epoch other{Uuid{{9}}};
  const std::vector<protocol::Hello> hellos{{.client = "empty"},
                                            {.client = "before the first batch", .epoch = kEpoch, .seq = 0},
                                            {.client = "foreign", .epoch = other, .seq = 3},
                                            {.client = "too new", .epoch = kEpoch, .seq = 6}};
  for (const protocol::Hello& hello : hellos) {
    say(hello.client, 1, hello);
    const auto welcome = outlet.next<protocol::Welcome>(hello.client);
    ASSERT_TRUE(welcome) << hello.client;
    EXPECT_TRUE(welcome->snapshot) << hello.client;
  }
}

TEST_F(WireTest, AReplicaOlderThanTheTombstonesThatAreKeptGetsASnapshot) {
  let_in(1);
  wire.told(broker::Committed{.epoch = kEpoch, .seq = 6, .scopes = {}, .forgotten_to = 4});
  for (const Seq seq : {Seq{3}, Seq{4}}) {
    const std::string client = "at " + std::to_string(seq);
    say(client, 1, protocol::Hello{.client = client, .epoch = kEpoch, .seq = seq});
    const auto welcome = outlet.next<protocol::Welcome>(client);
    ASSERT_TRUE(welcome) << client;
    EXPECT_EQ(welcome->snapshot, seq < 4) << client;
  }
}

TEST_F(WireTest, AFullSocketMakesTheClientBehindUntilItHasAppliedWhatWasSent) {
  let_in(1);
  let_in(2);
  become_current("a", 1);
  become_current("b", 2);
  commit({kWall});
  outlet.full.insert("a");
  commit({kWall});
  outlet.full.clear();
  commit({kWall});

  ASSERT_TRUE(outlet.next<protocol::BatchMessage>("a"));
  EXPECT_TRUE(outlet.sent["a"].empty());
  EXPECT_EQ(outlet.sent["b"].size(), 3U);
  EXPECT_TRUE(wire.status(now).front().behind);

  say("a", 1, protocol::Ping{5});  // not yet
  const auto early = outlet.next<protocol::Pong>("a");
  ASSERT_TRUE(early);
  EXPECT_EQ(early->seq, 6U);
  EXPECT_EQ(early->hash, hash_at(6));
  EXPECT_TRUE(outlet.sent["a"].empty());

  say("a", 1, protocol::Ping{6});
  ASSERT_TRUE(outlet.next<protocol::Pong>("a"));
  const auto welcome = outlet.next<protocol::Welcome>("a");
  ASSERT_TRUE(welcome);
  EXPECT_FALSE(welcome->snapshot);
  say("a", 1, protocol::Pull{4});
  const auto wanted = asked<broker::PageWanted>();
  ASSERT_TRUE(wanted);
  EXPECT_EQ(wanted->cursor.since, 6U);
}

TEST_F(WireTest, AVanishedConnectionEndsItsSession) {
  let_in(1);
  become_current("a", 1);
  outlet.gone.insert("a");

  commit({kWall});

  EXPECT_TRUE(wire.status(now).empty());
}

TEST_F(WireTest, AReceiptWaitsForRoomAndLeavesInItsTurn) {
  let_in(1);
  become_current("a", 1);
  outlet.full.insert("a");
  for (const std::uint8_t number : {std::uint8_t{1}, std::uint8_t{2}}) receive_receipt("a", number);
  EXPECT_TRUE(wire.send_waiting());

  outlet.full.clear();

  EXPECT_FALSE(wire.send_waiting());
  for (const std::uint8_t number : {std::uint8_t{1}, std::uint8_t{2}}) {
    const auto receipt = outlet.next<protocol::ReceiptMessage>("a");
    ASSERT_TRUE(receipt);
    EXPECT_EQ(receipt->receipt.command, CommandId{Uuid{{number}}});
  }
}

TEST_F(WireTest, AClientThatReadsNoAnswersIsEndedSoThatItAsksAgain) {
  let_in(1);
  become_current("a", 1);
  outlet.full.insert("a");
  for (std::size_t i = 0; i < limits::kAnswersWaiting; ++i) receive_receipt("a", 1);
  ASSERT_EQ(wire.status(now).size(), 1U);

  receive_receipt("a", 1);

  EXPECT_TRUE(wire.status(now).empty());
}

TEST_F(WireTest, ABatchLargerThanAnyoneMayHaveUnderWayGoesAsACatchUp) {
  let_in(1);
  become_current("a", 1);

  commit({kWall}, /*records=*/20, /*size=*/40 * 1024);

  const auto welcome = outlet.next<protocol::Welcome>("a");
  ASSERT_TRUE(welcome);
  EXPECT_FALSE(welcome->snapshot);
  EXPECT_TRUE(outlet.sent["a"].empty());
}

TEST_F(WireTest, ABatchIsCutIntoChunksWithTheLastOneMarked) {
  let_in(1);
  become_current("a", 1);

  commit({kWall}, /*records=*/5, /*size=*/40 * 1024);

  for (int i = 0; i < 5; ++i) {
    const auto piece = outlet.next<protocol::BatchMessage>("a");
    ASSERT_TRUE(piece);
    EXPECT_EQ(piece->seq, head);
    EXPECT_EQ(piece->records.size(), 1U);
    EXPECT_EQ(piece->last, i == 4);
  }
}

TEST_F(WireTest, ABatchWithoutRecordsStillMovesTheHead) {
  let_in(1);
  become_current("a", 1);

  commit({kWall}, /*records=*/0);

  const auto batch = outlet.next<protocol::BatchMessage>("a");
  ASSERT_TRUE(batch);
  EXPECT_EQ(batch->seq, head);
  EXPECT_TRUE(batch->records.empty());
  EXPECT_TRUE(batch->last);
}

TEST_F(WireTest, CommitsThatPassWhileTheLastPageWaitsForAPullAreFetchedInAnotherPass) {
  let_in(1);
  say("a", 1, protocol::Hello{.client = "test"});
  ASSERT_TRUE(outlet.next<protocol::Welcome>("a"));
  say("a", 1, protocol::Pull{1});
  const auto first = asked<broker::PageWanted>();
  ASSERT_TRUE(first);
  page(first->session, {record(1, 40 * 1024), record(2, 40 * 1024)});  // two chunks, one pulled
  commit({kWall});                                                     // head 6
  say("a", 1, protocol::Pull{2});

  const auto again = asked<broker::PageWanted>();
  ASSERT_TRUE(again);
  EXPECT_EQ(again->cursor.since, 5U);
  EXPECT_FALSE(again->cursor.snapshot);
  page(again->session, {record(3, 100)});
  EXPECT_TRUE(outlet.next<protocol::Chunk>("a"));
  EXPECT_TRUE(outlet.next<protocol::Chunk>("a"));
  EXPECT_TRUE(outlet.next<protocol::Chunk>("a"));
  const auto current = outlet.next<protocol::Current>("a");
  ASSERT_TRUE(current);
  EXPECT_EQ(current->seq, 6U);
}

TEST_F(WireTest, APageOfACatchUpThatWasStartedOverIsDropped) {
  let_in(1);
  say("a", 1, protocol::Hello{.client = "test", .epoch = kEpoch, .seq = 3});
  ASSERT_TRUE(outlet.next<protocol::Welcome>("a"));
  say("a", 1, protocol::Pull{4});
  const auto old = asked<broker::PageWanted>();
  ASSERT_TRUE(old);

  say("a", 1, protocol::SnapshotWanted{});
  const auto welcome = outlet.next<protocol::Welcome>("a");
  ASSERT_TRUE(welcome);
  EXPECT_TRUE(welcome->snapshot);
  say("a", 1, protocol::Pull{4});
  EXPECT_FALSE(asked<broker::PageWanted>());  // one at a time
  page(old->session, {record(1, 100)});

  EXPECT_TRUE(outlet.sent["a"].empty());
  const auto fresh = asked<broker::PageWanted>();
  ASSERT_TRUE(fresh);
  EXPECT_TRUE(fresh->cursor.snapshot);
}

TEST_F(WireTest, APageThatTheCoreHadNoRoomForIsAskedForAgain) {
  let_in(1);
  say("a", 1, protocol::Hello{.client = "test"});
  while (core.push(broker::ScopeWatched{})) {
  }
  say("a", 1, protocol::Pull{4});
  ASSERT_EQ(core.take(1000, 0ms).size(), 64U);

  wire.tick(now);

  EXPECT_TRUE(asked<broker::PageWanted>());
}

TEST_F(WireTest, AnOrganizationsScopeIsWatchedWhileSomeoneLooks) {
  const OrganizationId cantine{derive_uuid({}, "cantine")};
  const Scope scope{.kind = Scope::Kind::organization, .organization = cantine};
  let_in(1, Role::owner, cantine);
  say("a", 1, protocol::Hello{.client = "test"});
  say("a", 1, protocol::Pull{1});
  const auto on = asked<broker::ScopeWatched>();
  ASSERT_TRUE(on);
  EXPECT_EQ(on->scope, scope);
  EXPECT_TRUE(on->on);
  const auto wanted = asked<broker::PageWanted>();
  ASSERT_TRUE(wanted);
  page(wanted->session, {});
  commit({kWall, scope});
  ASSERT_TRUE(outlet.next<protocol::Welcome>("a"));
  ASSERT_TRUE(outlet.next<protocol::Current>("a"));
  EXPECT_TRUE(outlet.next<protocol::BatchMessage>("a"));

  say("a", 1, protocol::Bye{});
  wire.tick(now);
  const auto off = asked<broker::ScopeWatched>();
  ASSERT_TRUE(off);
  EXPECT_FALSE(off->on);
}

TEST_F(WireTest, AProgramOfVersion1HearsWhatPassesInItsVersionsScope) {
  Scope old{};
  old.version = 1;
  let_in(1);
  say("a", 1, protocol::Hello{.version_min = 1, .version_max = 1, .client = "test"});
  say("a", 1, protocol::Pull{1});
  const auto on = asked<broker::ScopeWatched>();
  ASSERT_TRUE(on);
  EXPECT_EQ(on->scope, old);
  const auto wanted = asked<broker::PageWanted>();
  ASSERT_TRUE(wanted);
  EXPECT_EQ(wanted->cursor.scope, old);
  page(wanted->session, {});
  const auto welcome = outlet.next<protocol::Welcome>("a");
  ASSERT_TRUE(welcome);
  EXPECT_EQ(welcome->version, 1);
  ASSERT_TRUE(outlet.next<protocol::Current>("a"));

  broker::Committed batch{.epoch = kEpoch, .seq = ++head, .scopes = {}};
  batch.scopes.push_back({.scope = kWall, .records = {record(1, 100), record(2, 100)}, .hash = hash_at(head)});
  batch.scopes.push_back({.scope = old, .records = {record(1, 100)}, .hash = hash_at(head)});
  wire.told(std::move(batch));
  const auto told = outlet.next<protocol::BatchMessage>("a");
  ASSERT_TRUE(told);
  EXPECT_EQ(told->records.size(), 1U);

  say("a", 1, protocol::QueryMessage{.id = 3, .query = GetStatus{}});
  const auto query = asked<broker::QueryArrived>();
  ASSERT_TRUE(query);
  EXPECT_EQ(query->version, 1);
}

TEST_F(WireTest, OneKeyHoldsSoManySessionsAndNoMore) {
  let_in(1);
  let_in(2);
  for (std::size_t i = 0; i <= limits::kSessionsPerKey; ++i)
    say(std::to_string(i), 1, protocol::Hello{.client = "test", .subscribe = false});

  const auto away = outlet.next<protocol::GoAway>(std::to_string(limits::kSessionsPerKey));
  ASSERT_TRUE(away);
  EXPECT_EQ(away->error.code, Errc::try_again);
  say("another key", 2, protocol::Hello{.client = "test", .subscribe = false});
  EXPECT_TRUE(outlet.next<protocol::Welcome>("another key"));
}

TEST_F(WireTest, AnUnsubscribedClientGetsNoBatchesAndNothingToCompare) {
  let_in(1);
  say("a", 1, protocol::Hello{.client = "murctl", .subscribe = false});
  ASSERT_TRUE(outlet.next<protocol::Welcome>("a"));

  commit({kWall});
  say("a", 1, protocol::Ping{});

  const auto pong = outlet.next<protocol::Pong>("a");
  ASSERT_TRUE(pong);
  EXPECT_EQ(pong->seq, 0U);
  EXPECT_EQ(pong->hash, Digest128{});
}

TEST_F(WireTest, FourMissedPingsEndTheSession) {
  let_in(1);
  become_current("a", 1);

  wire.tick(now + 4s);
  EXPECT_EQ(wire.status(now).size(), 1U);
  wire.tick(now + 4s + 1ms);

  EXPECT_TRUE(wire.status(now).empty());
  EXPECT_TRUE(outlet.next<protocol::GoAway>("a"));
}

TEST_F(WireTest, AnAnswerForASessionThatIsGoneIsDropped) {
  let_in(1);
  say("a", 1, protocol::Hello{.client = "murctl", .subscribe = false});
  say("a", 1, protocol::QueryMessage{.id = 9, .query = GetStatus{}});
  const auto query = asked<broker::QueryArrived>();
  ASSERT_TRUE(query);
  EXPECT_EQ(query->query, 9U);
  say("a", 1, protocol::Bye{});
  outlet.sent.clear();

  wire.told(broker::AnswerReady{.session = query->session, .query = 9, .answer = Answer{Done{}}});

  EXPECT_TRUE(outlet.sent.empty());
}

}  // namespace
}  // namespace mur::test
