// Structures grow at their end: a program of yesterday reads what one of tomorrow wrote, and the other way round.
#include <gtest/gtest.h>

#include "shared/protocol/codec.h"
#include "shared/protocol/codec_support.h"
#include "shared/protocol/fields.h"
#include "tests/shared/protocol/samples.h"

namespace mur::protocol {
namespace {

struct Yesterday {
  std::string name;
  std::uint32_t size = 0;
};
struct Tomorrow {
  std::string name;
  std::uint32_t size = 0;
  std::string colour = "unknown";
};

}  // namespace

template <>
struct Fields<Yesterday> {
  static constexpr std::uint16_t kVersion = 1;
  static void visit(auto& archive, auto& value) { archive(Text{"name", value.name, 10}, value.size); }
};
template <>
struct Fields<Tomorrow> {
  static constexpr std::uint16_t kVersion = 2;
  static void visit(auto& archive, auto& value) {
    archive(Text{"name", value.name, 10}, value.size);
    if (archive.since(2)) archive(Text{"colour", value.colour, 10});
  }
};

namespace {

template <class Struct>
Bytes written(const Struct& value) {
  Encoder out;
  out(value, std::uint8_t{0x2A});  // something follows, as it does in a message
  return out.take();
}

template <class Struct>
Result<Struct> read(const Bytes& bytes) {
  return read_whole(bytes, [](Decoder& in) {
    Struct value;
    std::uint8_t after = 0;
    in(value, after);
    EXPECT_EQ(after, 0x2A);
    return value;
  });
}

TEST(Versions, AnOlderReaderSkipsANewerTail) {
  const Result<Yesterday> value = read<Yesterday>(written(Tomorrow{"wall", 7, "red"}));
  ASSERT_TRUE(value) << value.error().message;
  EXPECT_EQ(value->name, "wall");
  EXPECT_EQ(value->size, 7U);
}

TEST(Versions, ANewerReaderLeavesWhatAnOlderWriterLackedAtItsDefault) {
  const Result<Tomorrow> value = read<Tomorrow>(written(Yesterday{"wall", 7}));
  ASSERT_TRUE(value) << value.error().message;
  EXPECT_EQ(value->size, 7U);
  EXPECT_EQ(value->colour, "unknown");
}

TEST(Versions, ATailInTheReadersOwnVersionIsRefused) {
  Bytes bytes = written(Tomorrow{"wall", 7, "red"});
  bytes[4] = 1;  // the structure's version
  const Result<Yesterday> value = read<Yesterday>(bytes);
  ASSERT_FALSE(value);
  EXPECT_EQ(value.error().field, "structure");
}

TEST(Versions, AShortStructureCannotReadIntoWhatFollows) {
  Bytes bytes = written(Yesterday{"wall", 7});
  bytes[0] = static_cast<std::uint8_t>(bytes[0] - 1);
  EXPECT_FALSE(read<Yesterday>(bytes));
}

TEST(Versions, VersionZeroIsRefused) {
  Bytes bytes = written(Yesterday{"wall", 7});
  bytes[4] = 0;
  EXPECT_FALSE(read<Yesterday>(bytes));
}

TEST(Versions, AMessageWithAFieldFromTheFutureIsStillRead) {
  Bytes frame = encode(Ping{41});
  frame[12] = 2;  // version of the structure
  frame.insert(frame.end(), {1, 2, 3});
  frame[8] = static_cast<std::uint8_t>(frame.size() - 12);
  const Result<Message> decoded = decode(frame);
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(std::get<Ping>(*decoded).applied, 41U);
}

TEST(Versions, ARecordWithAFieldFromTheFutureIsStillRead) {
  const Record sample = samples::records()[1].value;
  Bytes bytes = encode_record(sample);
  bytes[0] = 9;  // schema
  ++bytes[7];    // version of the noun's structure
  bytes[3] = static_cast<std::uint8_t>(bytes[3] + 2);
  bytes.insert(bytes.end(), {0xAB, 0xCD});
  const Result<Record> decoded = decode_record(bytes);
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(*decoded, sample);
}

}  // namespace
}  // namespace mur::protocol
