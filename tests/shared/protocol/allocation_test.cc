// The promise of DESIGN.md § 5: no message makes the decoder allocate more than 64 x its size + 64 KiB, nor 16 MiB.
// Every allocation of this program is counted, all of them added up, freed or not.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "shared/domain/limits.h"
#include "shared/protocol/codec.h"
#include "tests/shared/protocol/counted_new.h"
#include "tests/shared/protocol/filler.h"
#include "tests/shared/protocol/samples.h"

namespace mur::protocol {
namespace {

std::size_t allowed(std::size_t size) {
  return std::min(size * limits::kDecodedBytesPerByte + limits::kDecodedBytesBase, limits::kDecodedBytesMost);
}

/// Gives `bytes` to every decoder; the most that one of them allocated, refusal and result included.
std::size_t allocated_by_decoding(ByteSpan bytes) {
  std::size_t most = 0;
  const auto count = [&](auto&& decode_one) {
    const std::size_t before = counted::allocated();
    {
      const auto result = decode_one(bytes);
    }
    most = std::max(most, counted::allocated() - before);
  };
  count(decode);
  count(decode_record);
  count(decode_command);
  count(decode_ticket);
  return most;
}

void expect_bounded(ByteSpan bytes, const std::string& what) {
  ASSERT_LE(allocated_by_decoding(bytes), allowed(bytes.size())) << what;
}

TEST(Allocation, TheCounterCounts) {
  const auto sample = std::get<Event>(samples::records()[2].value);
  EXPECT_GT(allocated_by_decoding(encode_record(sample)), 500U);
}

TEST(Allocation, OfRandomValuesIsBounded) {
  for (std::uint32_t seed = 0; seed < 800; ++seed) {
    Filler filler{seed};
    Message message;
    filler(message);
    expect_bounded(encode(message), "message of seed " + std::to_string(seed));
    Record record;
    filler(record);
    expect_bounded(encode_record(record), "record of seed " + std::to_string(seed));
  }
}

TEST(Allocation, OfDamagedMessagesIsBounded) {
  std::mt19937 random{42};
  for (const auto& [name, message] : samples::messages()) {
    const Bytes frame = encode(message);
    for (int round = 0; round < 300; ++round) {
      Bytes damaged = frame;
      for (std::size_t hits = 1 + random() % 4; hits > 0; --hits)
        damaged[12 + random() % (damaged.size() - 12)] = static_cast<std::uint8_t>(random() % 3 == 0 ? 0xFF : random());
      expect_bounded(damaged, name);
    }
  }
}

TEST(Allocation, OfDamagedRecordsIsBounded) {
  std::mt19937 random{43};
  for (const auto& [name, record] : samples::records()) {
    const Bytes bytes = encode_record(record);
    for (int round = 0; round < 300; ++round) {
      Bytes damaged = bytes;
      for (std::size_t hits = 1 + random() % 4; hits > 0; --hits)
        damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random() % 3 == 0 ? 0xFF : random());
      expect_bounded(damaged, name);
    }
  }
}

/// What takes the most memory for the fewest bytes: long lists of small things.
TEST(Allocation, OfTheLongestListsIsBounded) {
  Event dates;
  dates.details.timing.extra_dates.resize(limits::kDates);
  dates.details.timing.exception_dates.resize(limits::kDates);
  expect_bounded(encode_record(dates), "dates");

  Need slots;
  slots.details.slots.resize(limits::kSlots);
  slots.details.skills.resize(limits::kSkills);
  expect_bounded(encode_record(slots), "slots");
  for (Slot& slot : slots.details.slots) slot.when.emplace().exception_dates.resize(240);
  const Bytes many = encode(CommandMessage{
      .id = {}, .made_at = {}, .command = PutNeed{.need = {}, .organization = {}, .details = slots.details}});
  ASSERT_TRUE(decode(many));
  expect_bounded(many, "slots with dates");

  Event marked;
  marked.details.categories.resize(limits::kCategories);
  marked.moderation.marks.assign(limits::kMarks, {screening::MarkKind::link, "", 0, 0});
  expect_bounded(encode_record(marked), "marks");

  WireRecord gone{.id = {RecordKind::offer, samples::uuid(1)}, .seq = 1, .live = false, .bytes = {}};
  const Bytes chunk = encode(Chunk{std::vector(limits::kChunkRecords, gone)});
  ASSERT_TRUE(decode(chunk));
  expect_bounded(chunk, "chunk");

  BrokerStatus status;
  status.sessions.assign(limits::kSessionsShown,
                         {.label = {}, .role = Role::kiosk, .applied = 0, .idle_milliseconds = 0, .behind = false});
  const Bytes sessions = encode(AnswerMessage{.query = 1, .answer = Answer{status}});
  ASSERT_TRUE(decode(sessions));
  expect_bounded(sessions, "sessions");
}

TEST(Allocation, OfNineBytesIsNothingToSpeakOf) {
  const Bytes nine{'M', 'U', 'R', '1', 1, 0, 9, 0, 0xFF};
  EXPECT_LT(allocated_by_decoding(nine), 4096U);
}

}  // namespace
}  // namespace mur::protocol
