// Bytes that nobody of ours wrote: each refusal says what is wrong, and nothing passes that should not.
#include <gtest/gtest.h>

#include <algorithm>

#include "shared/domain/limits.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/enumerations.h"
#include "tests/shared/protocol/samples.h"

namespace mur::protocol {
namespace {

constexpr std::size_t kSinceAt = 4;
constexpr std::size_t kTypeAt = 6;
constexpr std::size_t kLengthAt = 8;
constexpr std::size_t kFieldsAt = 14;  // after the header and the structure's version

Error refusal(ByteSpan frame) {
  const Result<Message> decoded = decode(frame);
  EXPECT_FALSE(decoded);
  return decoded ? Error{} : decoded.error();
}

void put_u32(Bytes& bytes, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<std::uint8_t>(value >> (8 * i));
}

/// The frame with `more` bytes at its end, its length corrected.
Bytes lengthened(Bytes frame, const Bytes& more) {
  frame.insert(frame.end(), more.begin(), more.end());
  put_u32(frame, kLengthAt, static_cast<std::uint32_t>(frame.size() - 12));
  return frame;
}

/// Where `text` stands in `bytes`.
std::size_t find(const Bytes& bytes, std::string_view text) {
  const ByteSpan wanted = as_bytes(text);
  const auto found = std::search(bytes.begin(), bytes.end(), wanted.begin(), wanted.end());
  EXPECT_NE(found, bytes.end());
  return static_cast<std::size_t>(found - bytes.begin());
}

Bytes notice_record(std::string text) {
  auto notice = std::get<Notice>(samples::records()[6].value);
  notice.text = std::move(text);
  return encode_record(notice);
}

TEST(HostileBytes, NothingAndNoiseAreRefused) {
  EXPECT_EQ(refusal({}).code, Errc::corrupt);
  EXPECT_EQ(refusal(as_bytes("GET / HTTP/1.1\r\n\r\n")).field, "magic");
}

TEST(HostileBytes, EveryTruncationOfEveryMessageIsRefused) {
  for (const auto& [name, message] : samples::messages()) {
    const Bytes frame = encode(message);
    for (std::size_t size = 0; size < frame.size(); ++size) {
      ASSERT_FALSE(decode(ByteSpan{frame}.first(size))) << name << " cut to " << size;
      if (size < 12) continue;
      Bytes honest{frame.begin(), frame.begin() + static_cast<std::ptrdiff_t>(size)};
      put_u32(honest, kLengthAt, static_cast<std::uint32_t>(size - 12));
      ASSERT_FALSE(decode(honest)) << name << " cut to " << size << ", with the length to match";
    }
  }
}

TEST(HostileBytes, EveryTruncationOfEveryRecordIsRefused) {
  for (const auto& [name, record] : samples::records()) {
    const Bytes bytes = encode_record(record);
    for (std::size_t size = 0; size < bytes.size(); ++size)
      ASSERT_FALSE(decode_record(ByteSpan{bytes}.first(size))) << name << " cut to " << size;
  }
}

TEST(HostileBytes, NothingMayFollowTheEnd) {
  for (const auto& [name, message] : samples::messages()) {
    Bytes frame = encode(message);
    frame.push_back(0);
    EXPECT_EQ(refusal(frame).field, "length") << name;
    EXPECT_EQ(refusal(lengthened(encode(message), {0})).field, "structure") << name;
  }
  Bytes ticket = encode_ticket(samples::ticket());
  ticket.push_back(0);
  EXPECT_FALSE(decode_ticket(ticket));
  Bytes record = notice_record("Fermé");
  record.push_back(0);
  EXPECT_FALSE(decode_record(record));
}

TEST(HostileBytes, HeaderSaysWhatIsWrongInIt) {
  Bytes frame = encode(Ping{1});
  frame[kSinceAt] = 0;
  EXPECT_EQ(refusal(frame).field, "version");
  frame[kSinceAt] = kVersionMax + 1;
  EXPECT_EQ(refusal(frame).code, Errc::unsupported);

  for (const std::uint8_t type : {std::uint8_t{0}, std::uint8_t{17}, std::uint8_t{255}}) {
    frame = encode(Ping{1});
    frame[kTypeAt] = type;
    EXPECT_EQ(refusal(frame).field, "type");
  }
  EXPECT_EQ(refusal(Bytes(limits::kFrameBytes + 1, 0)).code, Errc::too_large);
}

TEST(HostileBytes, FlagIsZeroOrOne) {
  Bytes frame = encode(Hello{});
  frame.back() = 7;  // subscribe
  EXPECT_EQ(refusal(frame).code, Errc::corrupt);
}

TEST(HostileBytes, UnknownEnumeratorsAreRefused) {
  const Message hidden = CommandMessage{
      .id = {},
      .made_at = {},
      .command = Hide{.post = {RecordKind::offer, samples::uuid(5)}, .reason = Reason::other, .note = {}}};
  const Bytes frame = encode(hidden);
  const std::size_t reason_at = frame.size() - 5;  // before the empty note's length
  ASSERT_EQ(frame[reason_at], static_cast<std::uint8_t>(Reason::other));
  for (int value = static_cast<int>(Enumerators<Reason>::kLast) + 1; value < 256; ++value) {
    Bytes changed = frame;
    changed[reason_at] = static_cast<std::uint8_t>(value);
    ASSERT_FALSE(decode(changed)) << value;
  }
  Bytes kindless = frame;
  kindless[reason_at - 17] = 0;  // a record without kind is allowed in receipts only
  EXPECT_FALSE(decode(kindless));
}

TEST(HostileBytes, UnknownCommandIsUnsupported) {
  Bytes frame = encode(CommandMessage{.id = {}, .made_at = {}, .command = CloseNeed{}});
  frame[kFieldsAt + 16 + 8] = static_cast<std::uint8_t>(std::variant_size_v<Command>);
  EXPECT_EQ(refusal(frame).code, Errc::unsupported);
}

TEST(HostileBytes, UnknownKindOfRecordIsUnsupportedSoThatItsBytesCanBeKept) {
  Bytes bytes = notice_record("Fermé");
  bytes[2] = static_cast<std::uint8_t>(Enumerators<RecordKind>::kLast) + 1;
  const Result<Record> decoded = decode_record(bytes);
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().code, Errc::unsupported);
}

TEST(HostileBytes, LengthsAndCountsThatLieAreRefused) {
  const Bytes bytes = notice_record("Fermé le 1er mai");
  const std::size_t length_at = find(bytes, "Fermé") - 4;
  for (const std::uint32_t lie : {0xFFFFFFFFU, 0x7FFFFFFFU, 0x40000000U, 4U * 280U + 1U, 4U * 280U, 3U}) {
    Bytes changed = bytes;
    put_u32(changed, length_at, lie);
    ASSERT_FALSE(decode_record(changed)) << lie;
  }
  Bytes frame = encode(Chunk{});
  put_u32(frame, kFieldsAt, 0xFFFFFFFFU);
  EXPECT_EQ(refusal(frame).field, "records");
  put_u32(frame, kFieldsAt, 900);
  EXPECT_EQ(refusal(frame).field, "records");
}

TEST(HostileBytes, TextIsUtf8WithoutControlCharacters) {
  EXPECT_TRUE(decode_record(notice_record("a\n\tb é … 🙂")));
  for (const std::string_view bad :
       {std::string_view{"\xFF"}, std::string_view{"\xC0\x80"}, std::string_view{"\xED\xA0\x80"},
        std::string_view{"\xE2\x80"}, std::string_view{"\0", 1}, std::string_view{"\x1B[31m"}, std::string_view{"\r"},
        std::string_view{"\x7F"}, std::string_view{"\xC2\x85"}}) {
    const Result<Record> decoded = decode_record(notice_record(std::string{bad}));
    ASSERT_FALSE(decoded) << to_hex(as_bytes(bad));
    EXPECT_EQ(decoded.error().field, "text");
  }
}

TEST(HostileBytes, TimesAreOfTheYears0To9999) {
  const auto at = [](std::int64_t milliseconds) {
    return encode(Pong{.now = TimePoint{Milliseconds{milliseconds}}, .seq = 0, .hash = {}});
  };
  EXPECT_TRUE(decode(at(253'402'300'799'000)));
  EXPECT_FALSE(decode(at(253'402'300'800'000)));
  EXPECT_TRUE(decode(at(-62'167'219'200'000)));
  EXPECT_FALSE(decode(at(-62'167'219'200'001)));
  EXPECT_FALSE(decode(at(INT64_MAX)));
  EXPECT_FALSE(decode(at(INT64_MIN)));
}

TEST(HostileBytes, OnlyZonedTimesHaveAZone) {
  auto event = std::get<Event>(samples::records()[2].value);
  event.moved_from = calendar::When{calendar::When::Kind::utc, {}, "Europe/Paris"};
  EXPECT_FALSE(decode_record(encode_record(event)));
  event.moved_from = calendar::When{calendar::When::Kind::zoned, {}, ""};
  EXPECT_FALSE(decode_record(encode_record(event)));
}

TEST(HostileBytes, PeopleOfASlotCannotOverflow) {
  auto need = std::get<Need>(samples::records()[3].value);
  need.details.slots[0].held = -1;
  const Result<Record> decoded = decode_record(encode_record(need));
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().field, "slot.held");
}

TEST(HostileBytes, OverlongListsAreRefusedWithTheirName) {
  auto offer = std::get<Offer>(samples::records()[4].value);
  offer.details.tiles.assign(limits::kTiles + 1, Tile::cooking);
  const Result<Record> decoded = decode_record(encode_record(offer));
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().field, "tiles");
}

TEST(HostileBytes, AllListsTogetherAreBounded) {
  NeedDetails details;
  Slot slot;
  slot.when.emplace().exception_dates.resize(limits::kDates);
  details.slots.assign(limits::kSlots, slot);
  const Bytes frame = encode(CommandMessage{
      .id = {}, .made_at = {}, .command = PutNeed{.need = {}, .organization = {}, .details = std::move(details)}});
  ASSERT_LE(frame.size(), limits::kFrameBytes);
  EXPECT_EQ(refusal(frame).field, "exception_dates");
}

TEST(HostileBytes, WireRecordsAreLiveWithBytesOrGoneWithout) {
  WireRecord record{.id = {RecordKind::offer, samples::uuid(5)}, .seq = 1, .live = true, .bytes = {}};
  EXPECT_FALSE(decode(encode(Chunk{{record}})));
  record.live = false;
  EXPECT_TRUE(decode(encode(Chunk{{record}})));
  record.bytes = {1};
  EXPECT_FALSE(decode(encode(Chunk{{record}})));
}

TEST(HostileBytes, ChunksAndBatchesKeepToTheirBytes) {
  WireRecord record{.id = {RecordKind::offer, samples::uuid(5)}, .seq = 1, .live = true, .bytes = {}};
  record.bytes.assign(limits::kChunkBytes / 2 - 36, 1);
  ASSERT_EQ(size_in_chunk(record), limits::kChunkBytes / 2);
  EXPECT_TRUE(decode(encode(Chunk{{record, record}})));
  WireRecord one_more = record;
  one_more.bytes.assign(1, 1);
  EXPECT_EQ(refusal(encode(Chunk{{record, record, one_more}})).field, "records");
  EXPECT_EQ(
      refusal(encode(BatchMessage{.epoch = {}, .seq = 1, .records = {record, record, one_more}, .last = true})).field,
      "records");
}

TEST(HostileBytes, HelloNeedsARangeOfVersions) {
  EXPECT_FALSE(decode(encode(Hello{.version_min = 2, .version_max = 1, .client = {}, .epoch = {}})));
  EXPECT_FALSE(decode(encode(Hello{.version_min = 0, .version_max = 1, .client = {}, .epoch = {}})));
  EXPECT_TRUE(decode(encode(Hello{.version_min = 1, .version_max = 9, .client = {}, .epoch = {}})));
}

TEST(HostileBytes, AMessageThatIsNoCommandIsNotDecodedAsOne) {
  const Result<CommandMessage> decoded = decode_command(encode(Ping{1}));
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().field, "type");
}

}  // namespace
}  // namespace mur::protocol
