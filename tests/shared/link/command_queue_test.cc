#include "shared/link/command_queue.h"

#include <gtest/gtest.h>

#include "shared/domain/limits.h"
#include "tests/support/counted_random.h"

namespace mur::test {
namespace {

using namespace std::chrono_literals;
using namespace link;

constexpr TimePoint kNow{std::chrono::sys_days{std::chrono::year{2026} / 3 / 12}};

CommandId id_of_number(int number) { return CommandId{derive_uuid({}, std::to_string(number))}; }
Bytes bytes_of_number(int number) { return {static_cast<std::uint8_t>(number), 1, 2, 3}; }

class CommandQueueTest : public testing::Test {
 protected:
  void add(int number) { ASSERT_TRUE(queue.add(id_of_number(number), kNow, bytes_of_number(number))); }
  void begin(CommandQueue::Log log = CommandQueue::Log::same) { ASSERT_TRUE(queue.begin(log, kNow)); }
  void pump() {
    ASSERT_TRUE(queue.pump(now, [this](ByteSpan bytes) {
      if (stuck) return false;
      sent.emplace_back(bytes.begin(), bytes.end());
      return true;
    }));
  }
  void put_off(int number, Errc code, std::uint32_t wait_seconds) {
    ASSERT_TRUE(queue.refused(
        {.command = id_of_number(number), .error = {code, "", "later"}, .wait_seconds = wait_seconds}, kNow, now));
  }
  std::vector<CommandAnswered> answers() {
    std::vector<CommandAnswered> all;
    for (LinkEvent& event : events.take())
      if (auto* answer = std::get_if<CommandAnswered>(&event)) all.push_back(std::move(*answer));
    return all;
  }

  EventQueue events{{}};
  CountedRandom random;
  CommandQueue queue{Outbox::open_in_memory().value(), events, random};
  CommandQueue::Instant now = std::chrono::steady_clock::now();
  std::vector<Bytes> sent;
  bool stuck = false;
};

TEST_F(CommandQueueTest, NothingIsSentBeforeASessionBegan) {
  add(1);
  pump();
  EXPECT_TRUE(sent.empty());

  begin();
  pump();
  EXPECT_EQ(sent, std::vector<Bytes>{bytes_of_number(1)});
}

TEST_F(CommandQueueTest, WhatWaitsIsSentInOrderAndNoMoreThanTheWindow) {
  begin();
  for (int i = 0; i < 20; ++i) add(i);
  pump();

  ASSERT_EQ(sent.size(), limits::kSendWindow);
  for (int i = 0; i < 16; ++i) EXPECT_EQ(sent[static_cast<std::size_t>(i)], bytes_of_number(i));
  ASSERT_TRUE(queue.answered({.command = id_of_number(3)}, kNow));
  pump();
  ASSERT_EQ(sent.size(), limits::kSendWindow + 1);
  EXPECT_EQ(sent.back(), bytes_of_number(16));
}

TEST_F(CommandQueueTest, AfterAReconnectTheSameBytesGoAgainInTheSameOrder) {
  begin();
  for (int i = 0; i < 3; ++i) add(i);
  pump();
  ASSERT_TRUE(queue.answered({.command = id_of_number(1)}, kNow));
  queue.end();
  sent.clear();

  begin();
  pump();

  EXPECT_EQ(sent, (std::vector<Bytes>{bytes_of_number(0), bytes_of_number(2)}));
}

TEST_F(CommandQueueTest, SlowDownIsWaitedOutAndNeverTold) {
  begin();
  add(1);
  add(2);
  pump();
  sent.clear();
  put_off(1, Errc::slow_down, 7);

  pump();
  EXPECT_TRUE(sent.empty());
  const auto resumes = queue.resumes_at();
  ASSERT_TRUE(resumes);
  EXPECT_GE(*resumes, now + 7s);
  EXPECT_TRUE(answers().empty());

  now = *resumes;
  pump();
  EXPECT_EQ(sent, std::vector<Bytes>{bytes_of_number(1)});
}

TEST_F(CommandQueueTest, TryAgainWaitsLongerEachTime) {
  begin();
  add(1);
  Milliseconds longest = 0ms;
  for (int i = 0; i < 8; ++i) {
    pump();
    put_off(1, Errc::try_again, 0);
    ASSERT_TRUE(queue.resumes_at());
    longest = std::max(longest, std::chrono::duration_cast<Milliseconds>(*queue.resumes_at() - now));
    now = *queue.resumes_at();
  }
  EXPECT_EQ(sent.size(), 8U);
  EXPECT_GT(longest, 1s);
  EXPECT_LE(longest, limits::kReconnectMost);
}

TEST_F(CommandQueueTest, AnUnreasonableWaitIsCut) {
  begin();
  add(1);
  pump();
  put_off(1, Errc::slow_down, 4'000'000'000U);
  ASSERT_TRUE(queue.resumes_at());
  EXPECT_LE(*queue.resumes_at(), now + limits::kSlowDownMost + limits::kReconnectMost);
}

TEST_F(CommandQueueTest, AFinalRefusalIsToldOnceAndNotSentAgain) {
  begin();
  add(1);
  pump();
  put_off(1, Errc::forbidden, 0);

  const auto told = answers();
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told.front().command, id_of_number(1));
  ASSERT_FALSE(told.front().answer);
  EXPECT_EQ(told.front().answer.error().code, Errc::forbidden);
  queue.end();
  begin();
  sent.clear();
  pump();
  EXPECT_TRUE(sent.empty());
}

TEST_F(CommandQueueTest, ANewEpochGetsWhatWasAcknowledgedOnceMore) {
  begin();
  add(1);
  pump();
  ASSERT_TRUE(queue.answered({.command = id_of_number(1)}, kNow));
  queue.end();
  sent.clear();

  begin(CommandQueue::Log::another);
  pump();

  EXPECT_EQ(sent, std::vector<Bytes>{bytes_of_number(1)});
}

TEST_F(CommandQueueTest, WhatCannotLeaveNowLeavesLater) {
  begin();
  add(1);
  stuck = true;
  pump();
  stuck = false;
  pump();
  EXPECT_EQ(sent, std::vector<Bytes>{bytes_of_number(1)});
}

TEST_F(CommandQueueTest, ACommandAddedTwiceIsSentOnce) {
  begin();
  add(1);
  add(1);
  pump();
  EXPECT_EQ(sent.size(), 1U);
}

}  // namespace
}  // namespace mur::test
