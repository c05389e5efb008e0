#include "shared/link/follower.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "shared/domain/limits.h"
#include "tests/shared/link/wire_samples.h"

namespace mur::test {
namespace {

using namespace link;
using namespace std::chrono_literals;

const Epoch kLog{derive_uuid({}, "log")};

class FollowerTest : public testing::Test {
 protected:
  /// What a broker with these records says to an empty replica.
  void fill(const std::vector<protocol::WireRecord>& records, Seq seq) {
    ASSERT_TRUE(follower.take(protocol::Welcome{.epoch = kLog, .head = seq, .snapshot = true}, send));
    ASSERT_TRUE(follower.take(protocol::Chunk{records}, send));
    ASSERT_TRUE(follower.take(protocol::Current{.seq = seq, .hash = hash_of(records)}, kNoon, send));
    ASSERT_TRUE(follower.is_current());
    (void)events.take();
    sent.clear();
  }
  template <class Kind>
  [[nodiscard]] bool was_sent() const {
    return std::ranges::any_of(sent, [](const protocol::Message& m) { return std::holds_alternative<Kind>(m); });
  }
  template <class Kind>
  std::vector<Kind> told() {
    std::vector<Kind> all;
    for (LinkEvent& event : events.take())
      if (auto* kind = std::get_if<Kind>(&event)) all.push_back(std::move(*kind));
    return all;
  }

  EventQueue events{{}};
  Follower follower{Replica::open_in_memory().value(), events};
  std::vector<protocol::Message> sent;
  Follower::Send send = [this](const protocol::Message& message) { sent.push_back(message); };
  protocol::WireRecord one = wire(a_notice(1, "one"), 1);
  protocol::WireRecord two = wire(a_notice(2, "two"), 2);
};

TEST_F(FollowerTest, PullsAWindowAndThenOneForEachChunk) {
  ASSERT_TRUE(follower.take(protocol::Welcome{.epoch = kLog, .head = 1, .snapshot = true}, send));
  ASSERT_TRUE(follower.take(protocol::Chunk{{one}}, send));

  ASSERT_EQ(sent.size(), 2U);
  EXPECT_EQ(std::get<protocol::Pull>(sent[0]).chunks, limits::kCatchUpWindow);
  EXPECT_EQ(std::get<protocol::Pull>(sent[1]).chunks, 1U);
}

TEST_F(FollowerTest, ABatchShowsOnlyWhenItsLastPieceHasCome) {
  fill({one}, 1);
  ASSERT_TRUE(
      follower.take(protocol::BatchMessage{.epoch = kLog, .seq = 2, .records = {two}, .last = false}, kNoon, send));
  EXPECT_EQ(follower.head().seq, 1U);
  EXPECT_TRUE(events.take().empty());

  ASSERT_TRUE(follower.take(
      protocol::BatchMessage{.epoch = kLog, .seq = 2, .records = {wire(a_notice(3, "three"), 2)}, .last = true}, kNoon,
      send));

  EXPECT_EQ(follower.head().seq, 2U);
  const auto changed = told<RecordsChanged>();
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_EQ(changed.front().records.size(), 2U);
}

TEST_F(FollowerTest, AWelcomeDropsAnUnfinishedBatch) {
  fill({one}, 1);
  ASSERT_TRUE(
      follower.take(protocol::BatchMessage{.epoch = kLog, .seq = 2, .records = {two}, .last = false}, kNoon, send));

  ASSERT_TRUE(follower.take(protocol::Welcome{.epoch = kLog, .head = 2, .snapshot = false}, send));
  ASSERT_TRUE(follower.take(protocol::Chunk{{two}}, send));
  ASSERT_TRUE(follower.take(protocol::Current{.seq = 2, .hash = hash_of({one, two})}, kNoon, send));

  EXPECT_EQ(follower.head().seq, 2U);
  EXPECT_EQ(follower.head().hash, hash_of({one, two}));
}

TEST_F(FollowerTest, ABatchAfterAHoleAsksForASnapshotAndTheRestIsPassedOver) {
  fill({one}, 1);
  ASSERT_TRUE(follower.take(protocol::BatchMessage{.epoch = kLog, .seq = 3, .records = {two}}, kNoon, send));
  EXPECT_TRUE(was_sent<protocol::SnapshotWanted>());
  EXPECT_EQ(told<ReplicaDiffered>().size(), 1U);

  ASSERT_TRUE(follower.take(protocol::BatchMessage{.epoch = kLog, .seq = 4, .records = {}}, kNoon, send));
  ASSERT_TRUE(follower.take(protocol::Chunk{{two}}, send));
  EXPECT_EQ(follower.head().seq, 1U);
  EXPECT_TRUE(events.take().empty());

  ASSERT_TRUE(follower.take(protocol::Welcome{.epoch = kLog, .head = 4, .snapshot = true}, send));
  ASSERT_TRUE(follower.take(protocol::Chunk{{two}}, send));
  ASSERT_TRUE(follower.take(protocol::Current{.seq = 4, .hash = hash_of({two})}, kNoon, send));
  EXPECT_EQ(follower.head().seq, 4U);
}

TEST_F(FollowerTest, ASecondDifferenceEndsTheSession) {
  ASSERT_TRUE(follower.take(protocol::Welcome{.epoch = kLog, .head = 1, .snapshot = true}, send));
  ASSERT_TRUE(follower.take(protocol::Current{.seq = 1, .hash = hash_of({one})}, kNoon, send));
  ASSERT_TRUE(was_sent<protocol::SnapshotWanted>());

  ASSERT_TRUE(follower.take(protocol::Welcome{.epoch = kLog, .head = 1, .snapshot = true}, send));
  const Status ended = follower.take(protocol::Current{.seq = 1, .hash = hash_of({one})}, kNoon, send);

  ASSERT_FALSE(ended);
  EXPECT_EQ(ended.error().code, Errc::corrupt);
}

TEST_F(FollowerTest, MessagesOutOfTurnEndTheSession) {
  EXPECT_FALSE(follower.take(protocol::Chunk{{one}}, send));
  EXPECT_FALSE(follower.take(protocol::Current{.seq = 1, .hash = {}}, kNoon, send));
  EXPECT_FALSE(follower.take(protocol::BatchMessage{.epoch = kLog, .seq = 1}, kNoon, send));
  EXPECT_FALSE(follower.take(protocol::Welcome{.epoch = kLog, .head = 1, .snapshot = false}, send));
}

TEST_F(FollowerTest, AnEndlessBatchEndsTheSession) {
  fill({one}, 1);
  std::vector<protocol::WireRecord> many;
  for (std::uint8_t i = 0; i < 200; ++i) many.push_back(wire(a_notice(i, std::string(limits::kSummary, 'x')), 2));
  Status taken;
  int pieces = 0;
  while (taken && ++pieces < 1000)
    taken = follower.take(protocol::BatchMessage{.epoch = kLog, .seq = 2, .records = many, .last = false}, kNoon, send);

  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.error().code, Errc::too_large);
}

TEST_F(FollowerTest, AWallThirtyDaysWithoutBrokerForgetsWhatVisitorsLeft) {
  Offer offer;
  offer.id = OfferId{derive_uuid({}, "offer")};
  const protocol::WireRecord left = wire(offer, 2);
  fill({one, left}, 2);

  ASSERT_TRUE(follower.grow_old(kNoon + limits::kStaleDeletesVisitors - 1s));
  EXPECT_TRUE(events.take().empty());
  ASSERT_TRUE(follower.grow_old(kNoon + limits::kStaleDeletesVisitors));

  const auto changed = told<RecordsChanged>();
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_FALSE(changed.front().replaced);
  ASSERT_EQ(changed.front().records.size(), 1U);
  EXPECT_TRUE(is_tombstone(changed.front().records.front().record));
  EXPECT_EQ(id_of(changed.front().records.front().record), left.id);
  EXPECT_TRUE(follower.head().epoch.is_nil());  // a snapshot comes next
}

}  // namespace
}  // namespace mur::test
