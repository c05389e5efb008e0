#include "shared/link/outbox.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "shared/domain/limits.h"
#include "tests/support/faulty_disk.h"
#include "tests/support/log_samples.h"
#include "tests/support/temp_folder.h"

namespace mur::test {
namespace {

using link::Outbox;
using link::SendState;

CommandId command(std::uint8_t number) { return CommandId{uuid_number(number)}; }

Receipt receipt_for(std::uint8_t number) {
  return {.command = command(number),
          .seq = 40U + number,
          .about = offer_number(number),
          .changed = true,
          .status = PostStatus::pending};
}

std::vector<int> waiting_numbers(const Outbox& outbox) {
  std::vector<int> numbers;
  const auto waiting = outbox.waiting().value();
  numbers.reserve(waiting.size());
  for (const link::Outgoing& outgoing : waiting) numbers.push_back(outgoing.id.uuid.bytes.back());
  return numbers;
}

class OutboxFile : public testing::Test {
 protected:
  Outbox open() { return Outbox::open(folder_.path()).value(); }
  TempFolder folder_;
};

TEST_F(OutboxFile, KeepsExactlyTheBytesInTheOrderTheyCame) {
  {
    Outbox outbox = open();
    ASSERT_TRUE(outbox.add(command(9), kNoon, Bytes{0, 1, 255}));
    ASSERT_TRUE(outbox.add(command(3), kNoon - Seconds{5}, bytes_of("later, though made earlier")));
  }
  const Outbox outbox = open();
  const auto waiting = outbox.waiting().value();
  ASSERT_EQ(waiting.size(), 2U);
  EXPECT_EQ(outbox.count_waiting().value(), 2U);
  EXPECT_EQ(waiting[0].id, command(9));
  EXPECT_EQ(waiting[0].bytes, (Bytes{0, 1, 255}));
  EXPECT_EQ(waiting[0].made_at, kNoon);
  EXPECT_EQ(waiting[0].state, SendState::waiting);
  EXPECT_FALSE(waiting[0].receipt);
  EXPECT_FALSE(waiting[0].error);
  EXPECT_EQ(waiting[1].id, command(3));
}

TEST_F(OutboxFile, WhatWasAddedSurvivesAPowerCut) {
  FaultyDisk disk;
  Outbox outbox = open();
  for (std::uint8_t number = 1; number <= 4; ++number) {
    ASSERT_TRUE(outbox.add(command(number), kNoon, bytes_of("an offer")));
    TempFolder after;
    disk.cut_power(folder_.path(), after.path());
    EXPECT_EQ(Outbox::open(after.path()).value().count_waiting().value(), number);
  }
}

TEST_F(OutboxFile, AfterAFailedFsyncNothingIsPromisedAgain) {
  FaultyDisk disk;
  Outbox outbox = open();
  disk.fail_next_sync();
  EXPECT_EQ(outbox.add(command(1), kNoon, bytes_of("x")).error().code, Errc::io);
  EXPECT_EQ(outbox.add(command(1), kNoon, bytes_of("x")).error().code, Errc::io);
}

TEST_F(OutboxFile, TheSameCommandAgainIsKeptOnceAndOtherBytesAreAConflict) {
  Outbox outbox = open();
  ASSERT_TRUE(outbox.add(command(1), kNoon, bytes_of("one")));
  EXPECT_TRUE(outbox.add(command(1), kNoon, bytes_of("one")));
  EXPECT_EQ(outbox.add(command(1), kNoon, bytes_of("two")).error().code, Errc::conflict);
  EXPECT_EQ(outbox.count_waiting().value(), 1U);
}

TEST_F(OutboxFile, AnAcknowledgedCommandWaitsNoMoreAndKeepsItsReceipt) {
  Outbox outbox = open();
  ASSERT_TRUE(outbox.add(command(1), kNoon, bytes_of("one")));
  ASSERT_TRUE(outbox.add(command(2), kNoon, bytes_of("two")));
  Receipt without_status = receipt_for(2);
  without_status.status.reset();
  for (int again = 0; again < 2; ++again) {
    ASSERT_TRUE(outbox.acknowledge(receipt_for(1), kNoon));
    ASSERT_TRUE(outbox.acknowledge(without_status, kNoon));
  }
  EXPECT_EQ(outbox.count_waiting().value(), 0U);
  const auto found = outbox.find(command(1)).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->state, SendState::acknowledged);
  EXPECT_EQ(found->receipt, receipt_for(1));
  EXPECT_EQ(found->bytes, bytes_of("one"));
  EXPECT_EQ(outbox.find(command(2)).value()->receipt, without_status);
}

TEST_F(OutboxFile, ARefusedCommandWaitsNoMoreAndKeepsItsReason) {
  Outbox outbox = open();
  const Error error{.code = Errc::closed, .field = "need", .message = "this need is closed"};
  ASSERT_TRUE(outbox.add(command(1), kNoon, bytes_of("one")));
  ASSERT_TRUE(outbox.refuse(command(1), error, kNoon));
  EXPECT_EQ(outbox.count_waiting().value(), 0U);
  const auto found = outbox.find(command(1)).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->state, SendState::refused);
  EXPECT_EQ(found->error, error);
}

TEST_F(OutboxFile, AnAnswerToAnUnknownCommandChangesNothing) {
  Outbox outbox = open();
  EXPECT_TRUE(outbox.acknowledge(receipt_for(1), kNoon));
  EXPECT_TRUE(outbox.refuse(command(2), {.code = Errc::closed, .field = {}, .message = {}}, kNoon));
  EXPECT_FALSE(outbox.find(command(1)).value());
  EXPECT_FALSE(outbox.find(command(2)).value());
}

TEST_F(OutboxFile, ANewEpochGetsEverythingAcknowledgedAgainInTheOldOrder) {
  Outbox outbox = open();
  for (std::uint8_t number = 1; number <= 4; ++number) ASSERT_TRUE(outbox.add(command(number), kNoon, bytes_of("x")));
  ASSERT_TRUE(outbox.acknowledge(receipt_for(3), kNoon));
  ASSERT_TRUE(outbox.acknowledge(receipt_for(1), kNoon));
  ASSERT_TRUE(outbox.refuse(command(2), {.code = Errc::invalid, .field = {}, .message = {}}, kNoon));
  ASSERT_TRUE(outbox.replay_acknowledged());
  EXPECT_EQ(waiting_numbers(outbox), (std::vector{1, 3, 4})) << "a refusal stays one";
}

TEST_F(OutboxFile, AnsweredCommandsAreDeletedAfterSevenDaysWithoutTraceAndWaitingOnesNever) {
  Outbox outbox = open();
  ASSERT_TRUE(outbox.add(command(1), kNoon, bytes_of("sealed-secret-one")));
  ASSERT_TRUE(outbox.add(command(2), kNoon, bytes_of("sealed-secret-two")));
  ASSERT_TRUE(outbox.add(command(3), kNoon, bytes_of("still waiting")));
  ASSERT_TRUE(outbox.acknowledge(receipt_for(1), kNoon));
  ASSERT_TRUE(outbox.refuse(command(2), {.code = Errc::invalid, .field = {}, .message = {}}, kNoon));
  const TimePoint end = kNoon + limits::kAcknowledgedKept;
  ASSERT_TRUE(outbox.purge(end - Milliseconds{1}));
  EXPECT_TRUE(outbox.find(command(1)).value());
  ASSERT_TRUE(outbox.purge(end));
  EXPECT_FALSE(outbox.find(command(1)).value());
  EXPECT_FALSE(outbox.find(command(2)).value());
  EXPECT_EQ(waiting_numbers(outbox), std::vector{3});
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    EXPECT_EQ(bytes.find("sealed-secret"), std::string::npos) << entry.path();
  }
}

TEST_F(OutboxFile, AFullOutboxSaysSoAndKeepsWhatItHas) {
  Outbox outbox = Outbox::open_in_memory().value();
  const auto numbered = [](std::size_t number) {
    Uuid uuid;
    uuid.bytes[0] = static_cast<std::uint8_t>(number >> 8U);
    uuid.bytes[1] = static_cast<std::uint8_t>(number & 0xFFU);
    return CommandId{uuid};
  };
  for (std::size_t number = 0; number < limits::kOutbox; ++number)
    ASSERT_TRUE(outbox.add(numbered(number), kNoon, bytes_of("x")));
  EXPECT_EQ(outbox.add(numbered(limits::kOutbox), kNoon, bytes_of("x")).error().code, Errc::too_large);
  EXPECT_EQ(outbox.count_waiting().value(), limits::kOutbox);
  ASSERT_TRUE(outbox.acknowledge({.command = numbered(0), .about = offer_number(1)}, kNoon));
  EXPECT_TRUE(outbox.add(numbered(limits::kOutbox), kNoon, bytes_of("x")));
}

}  // namespace
}  // namespace mur::test
