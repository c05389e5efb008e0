#include "broker/ports/mailbox.h"

#include <gtest/gtest.h>
#include <poll.h>

#include <memory>
#include <thread>

namespace mur::broker {
namespace {

using namespace std::chrono_literals;

bool is_readable(const Mailbox<int>& mailbox) {
  pollfd watched{.fd = mailbox.descriptor(), .events = POLLIN, .revents = 0};
  return ::poll(&watched, 1, 0) == 1;
}

TEST(MailboxTest, ValuesComeInTheOrderTheyWereSent) {
  Mailbox<int> mailbox(10);
  for (int i = 0; i < 5; ++i) ASSERT_TRUE(mailbox.push(i));

  EXPECT_EQ(mailbox.take(3, 0ms), (std::vector{0, 1, 2}));
  EXPECT_EQ(mailbox.take(3, 0ms), (std::vector{3, 4}));
  EXPECT_TRUE(mailbox.take(3, 0ms).empty());
}

TEST(MailboxTest, AFullOneRefusesAndSaysHowMuchRoomThereIs) {
  Mailbox<int> mailbox(2);
  EXPECT_EQ(mailbox.room(), 2U);
  ASSERT_TRUE(mailbox.push(1));
  ASSERT_TRUE(mailbox.push(2));

  EXPECT_FALSE(mailbox.push(3));
  EXPECT_EQ(mailbox.room(), 0U);

  (void)mailbox.take(1, 0ms);
  EXPECT_EQ(mailbox.room(), 1U);
  EXPECT_TRUE(mailbox.push(4));
}

TEST(MailboxTest, TheDescriptorIsReadableWhileSomethingWaits) {
  Mailbox<int> mailbox(10);
  EXPECT_FALSE(is_readable(mailbox));
  ASSERT_TRUE(mailbox.push(1));
  ASSERT_TRUE(mailbox.push(2));
  EXPECT_TRUE(is_readable(mailbox));

  (void)mailbox.take(1, 0ms);
  EXPECT_TRUE(is_readable(mailbox));
  (void)mailbox.take(1, 0ms);
  EXPECT_FALSE(is_readable(mailbox));
}

TEST(MailboxTest, AWaitEndsWithTheFirstValue) {
  Mailbox<int> mailbox(10);
  std::jthread sender([&mailbox] { (void)mailbox.push(7); });

  EXPECT_EQ(mailbox.take(10, 10s), std::vector{7});
}

TEST(MailboxTest, APokeEndsAWaitWithoutAValue) {
  Mailbox<int> mailbox(10);
  std::jthread poker([&mailbox] { mailbox.poke(); });

  EXPECT_TRUE(mailbox.take(10, 10s).empty());
}

TEST(MailboxTest, AClosedOneTakesNothingMoreAndStillHandsOutWhatItHas) {
  Mailbox<int> mailbox(10);
  ASSERT_TRUE(mailbox.push(1));

  mailbox.close();

  EXPECT_TRUE(mailbox.closed());
  EXPECT_FALSE(mailbox.push(2));
  EXPECT_EQ(mailbox.take(10, 10s), std::vector{1});
  EXPECT_TRUE(mailbox.take(10, 10s).empty());  // at once
}

TEST(MailboxTest, CarriesValuesThatCannotBeCopied) {
  Mailbox<std::unique_ptr<int>> mailbox(10);
  ASSERT_TRUE(mailbox.push(std::make_unique<int>(5)));

  const auto taken = mailbox.take(1, 0ms);

  ASSERT_EQ(taken.size(), 1U);
  EXPECT_EQ(*taken.front(), 5);
}

TEST(MailboxTest, ManySendersLoseNothing) {
  constexpr int kSenders = 4;
  constexpr int kEach = 1000;
  Mailbox<int> mailbox(64);
  std::vector<std::jthread> senders;
  for (int sender = 0; sender < kSenders; ++sender)
    senders.emplace_back([&mailbox] {
      for (int i = 0; i < kEach; ++i)
        while (!mailbox.push(1)) std::this_thread::yield();
    });

  int sum = 0;
  while (sum < kSenders * kEach)
    for (const int one : mailbox.take(64, 10s)) sum += one;

  EXPECT_EQ(sum, kSenders * kEach);
  EXPECT_TRUE(mailbox.take(1, 0ms).empty());
}

}  // namespace
}  // namespace mur::broker
