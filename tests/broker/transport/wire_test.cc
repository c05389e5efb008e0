// The sessions' states without sockets: what is sent when a client does not read, goes away, or asks for much.
#include "tests/broker/transport/wire_house.h"

namespace mur::test {
namespace {

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
