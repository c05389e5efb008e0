#include <gtest/gtest.h>

#include "shared/domain/limits.h"
#include "shared/protocol/codec.h"
#include "tests/shared/protocol/filler.h"
#include "tests/shared/protocol/samples.h"

namespace mur::protocol {
namespace {

constexpr std::uint32_t kRounds = 1500;

/// What no single field can say of itself.
void make_consistent(Message& message) {
  const auto mend = [](std::vector<WireRecord>& records) {
    std::size_t size = 0;
    std::erase_if(records, [&](const WireRecord& record) {
      size += size_in_chunk(record);
      return size > limits::kChunkBytes;
    });
    for (WireRecord& record : records) record.live = !record.bytes.empty();
  };
  if (auto* hello = std::get_if<Hello>(&message)) {
    hello->version_min = 1;
    hello->version_max = static_cast<std::uint16_t>(hello->version_max | 1U);
  }
  if (auto* chunk = std::get_if<Chunk>(&message)) mend(chunk->records);
  if (auto* batch = std::get_if<BatchMessage>(&message)) mend(batch->records);
}

TEST(RoundTrip, RandomRecordsComeBackAsTheyWere) {
  std::size_t small_enough = 0;
  for (std::uint32_t seed = 0; seed < kRounds; ++seed) {
    Filler filler{seed};
    Record record;
    filler(record);
    const Bytes bytes = encode_record(record);
    const Result<Record> decoded = decode_record(bytes);
    if (bytes.size() > limits::kRecordBytes) {
      ASSERT_FALSE(decoded);
      EXPECT_EQ(decoded.error().code, Errc::too_large);
      continue;
    }
    ++small_enough;
    ASSERT_TRUE(decoded) << "seed " << seed << ": " << decoded.error().message;
    EXPECT_EQ(*decoded, record) << "seed " << seed;
    EXPECT_EQ(encode_record(*decoded), bytes) << "seed " << seed;
  }
  EXPECT_GT(small_enough, kRounds * 9 / 10);
}

TEST(RoundTrip, RandomMessagesComeBackAsTheyWere) {
  std::size_t small_enough = 0;
  for (std::uint32_t seed = 0; seed < kRounds; ++seed) {
    Filler filler{seed};
    Message message;
    filler(message);
    make_consistent(message);
    const Bytes bytes = encode(message);
    if (bytes.size() > limits::kFrameBytes) continue;
    ++small_enough;
    const Result<Message> decoded = decode(bytes);
    ASSERT_TRUE(decoded) << "seed " << seed << ", message " << message.index() << ": " << decoded.error().message;
    EXPECT_EQ(decoded->index(), message.index());
    EXPECT_EQ(encode(*decoded), bytes) << "seed " << seed;
  }
  EXPECT_GT(small_enough, kRounds * 9 / 10);
}

TEST(RoundTrip, RandomCommandsComeBackEqual) {
  for (std::uint32_t seed = 0; seed < kRounds; ++seed) {
    Filler filler{seed};
    CommandMessage message;
    filler(message);
    const Bytes bytes = encode_command(message);
    if (bytes.size() > limits::kFrameBytes) continue;
    const Result<CommandMessage> decoded = decode_command(bytes);
    ASSERT_TRUE(decoded) << "seed " << seed << ": " << decoded.error().message;
    EXPECT_EQ(decoded->id, message.id);
    EXPECT_EQ(decoded->made_at, message.made_at);
    EXPECT_EQ(decoded->command, message.command) << "seed " << seed;
  }
}

TEST(RoundTrip, SamplesKeepEveryField) {
  for (const auto& [name, record] : samples::records()) {
    const Result<Record> decoded = decode_record(encode_record(record));
    ASSERT_TRUE(decoded) << name << ": " << decoded.error().message;
    EXPECT_EQ(*decoded, record) << name;
  }
  for (const auto& [name, message] : samples::messages()) {
    const Result<Message> decoded = decode(encode(message));
    ASSERT_TRUE(decoded) << name << ": " << decoded.error().message;
    EXPECT_EQ(encode(*decoded), encode(message)) << name;
  }
}

TEST(RoundTrip, AnswersComeBackEqual) {
  for (const auto& [name, answer] : samples::answers()) {
    const Result<Message> decoded = decode(encode(AnswerMessage{.query = 9, .answer = answer}));
    ASSERT_TRUE(decoded) << name;
    const auto& message = std::get<AnswerMessage>(*decoded);
    EXPECT_EQ(message.query, 9U);
    EXPECT_EQ(std::get<Answer>(message.answer), answer) << name;
  }
}

TEST(RoundTrip, TicketComesBackAndTakesLittleRoomInItsBox) {
  const TicketSecret secret = samples::ticket();
  const Bytes bytes = encode_ticket(secret);
  EXPECT_LE(bytes.size() + 48, limits::kSealedBox);
  const Result<TicketSecret> decoded = decode_ticket(bytes);
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(*decoded, secret);
}

TEST(RoundTrip, CommandBytesAreTheFrameItself) {
  const CommandMessage message{
      .id = CommandId{samples::uuid(60)}, .made_at = {}, .command = samples::commands().front().value};
  EXPECT_EQ(encode_command(message), encode(Message{message}));
}

TEST(RoundTrip, SizeInChunkIsWhatTheRecordAddsToItsFrame) {
  const WireRecord record{.id = {RecordKind::event, samples::uuid(3)}, .seq = 7, .live = true, .bytes = Bytes(321, 1)};
  const std::size_t alone = encode(Chunk{}).size();
  EXPECT_EQ(encode(Chunk{{record, record}}).size(), alone + 2 * size_in_chunk(record));
}

TEST(RoundTrip, RecordOverItsSizeIsToldBeforeItIsCommitted) {
  Event event;
  event.details.timing.exception_dates.assign(limits::kDates,
                                              {calendar::When::Kind::zoned, {}, "America/Argentina/ComodRivadavia"});
  event.details.timing.extra_dates.assign(limits::kDates, {.start = event.details.timing.exception_dates[0],
                                                           .end = event.details.timing.exception_dates[0]});
  const Bytes bytes = encode_record(event);
  const Status refused = check_size(bytes);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::too_large);
  event.details.timing.extra_dates.clear();
  EXPECT_TRUE(check_size(encode_record(event)));
}

TEST(RoundTrip, RemarksAreCleanedAndCutSoThatNoDiagnosticEndsASession) {
  Error error{Errc::io, "file", std::string(5000, 'x') + '\x01'};
  const Result<Message> decoded = decode(encode(GoAway{error}));
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(length(std::get<GoAway>(*decoded).error.message), limits::kMessage);

  error.message = "bad byte \xFF in it";
  const Result<Message> mended = decode(encode(GoAway{error}));
  ASSERT_TRUE(mended) << mended.error().message;
  EXPECT_EQ(std::get<GoAway>(*mended).error.message, "bad byte \uFFFD in it");
}

TEST(RoundTrip, ListingsEndEarlyWhereTheFrameIsFull) {
  AuditRows rows;
  AuditRow row{.at = {}, .principal = {}, .role = Role::admin, .actor = {}, .action = {}, .entity = {}, .reason = {}};
  for (std::size_t i = 0; i < limits::kReason; ++i) row.reason += "🙂";
  rows.rows.assign(limits::kAuditRows, row);
  const Bytes frame = encode(AnswerMessage{.query = 1, .answer = Answer{rows}});
  EXPECT_LE(frame.size(), limits::kFrameBytes);
  const Result<Message> decoded = decode(frame);
  ASSERT_TRUE(decoded) << decoded.error().message;
  const auto& kept = std::get<AuditRows>(std::get<Answer>(std::get<AnswerMessage>(*decoded).answer)).rows;
  EXPECT_GT(kept.size(), 150U);
  EXPECT_LT(kept.size(), limits::kAuditRows);
  EXPECT_EQ(kept.back(), row);
}

}  // namespace
}  // namespace mur::protocol
