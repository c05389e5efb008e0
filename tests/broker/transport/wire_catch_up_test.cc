// How a client gets what it lacks, and the batches after it, without sockets.
#include "tests/broker/transport/wire_house.h"

namespace mur::test {
namespace {

using WireCatchUp = WireTest;

TEST_F(WireCatchUp, AKnownReplicaGoesOnWhereItStood) {
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

TEST_F(WireCatchUp, AnEmptyAForeignOrATooNewReplicaGetsASnapshot) {
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

TEST_F(WireCatchUp, AReplicaOlderThanTheTombstonesThatAreKeptGetsASnapshot) {
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

TEST_F(WireCatchUp, AFullSocketMakesTheClientBehindUntilItHasAppliedWhatWasSent) {
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

TEST_F(WireCatchUp, ABatchLargerThanAnyoneMayHaveUnderWayGoesAsACatchUp) {
  let_in(1);
  become_current("a", 1);

  commit({kWall}, /*records=*/20, /*size=*/40 * 1024);

  const auto welcome = outlet.next<protocol::Welcome>("a");
  ASSERT_TRUE(welcome);
  EXPECT_FALSE(welcome->snapshot);
  EXPECT_TRUE(outlet.sent["a"].empty());
}

TEST_F(WireCatchUp, ABatchIsCutIntoChunksWithTheLastOneMarked) {
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

TEST_F(WireCatchUp, ABatchWithoutRecordsStillMovesTheHead) {
  let_in(1);
  become_current("a", 1);

  commit({kWall}, /*records=*/0);

  const auto batch = outlet.next<protocol::BatchMessage>("a");
  ASSERT_TRUE(batch);
  EXPECT_EQ(batch->seq, head);
  EXPECT_TRUE(batch->records.empty());
  EXPECT_TRUE(batch->last);
}

TEST_F(WireCatchUp, CommitsThatPassWhileTheLastPageWaitsForAPullAreFetchedInAnotherPass) {
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

TEST_F(WireCatchUp, APageOfACatchUpThatWasStartedOverIsDropped) {
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

TEST_F(WireCatchUp, APageThatTheCoreHadNoRoomForIsAskedForAgain) {
  let_in(1);
  say("a", 1, protocol::Hello{.client = "test"});
  while (core.push(broker::ScopeWatched{})) {
  }
  say("a", 1, protocol::Pull{4});
  ASSERT_EQ(core.take(1000, 0ms).size(), 64U);

  wire.tick(now);

  EXPECT_TRUE(asked<broker::PageWanted>());
}

TEST_F(WireCatchUp, AProgramOfVersion1HearsWhatPassesInItsVersionsScope) {
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

TEST_F(WireCatchUp, AnOrganizationsScopeIsWatchedWhileSomeoneLooks) {
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

}  // namespace
}  // namespace mur::test
