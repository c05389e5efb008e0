// The bytes of each version, as they were when it was made. A failure here means that kiosks in the field would no
// longer understand this program: append instead (PROTOCOL.md § 10). Only for what is new: MUR_GOLDEN_WRITE=1 writes
// the files of the current version that are missing.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "shared/protocol/codec.h"
#include "tests/shared/protocol/samples.h"

namespace mur::protocol {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCurrent = "v4";

fs::path folder(const std::string& version = kCurrent) {
  return fs::path{MUR_SOURCE_DIR} / "tests/shared/protocol/golden" / version;
}

std::string contents(const fs::path& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// Sixteen bytes a line with their characters beside them, for people who compare.
std::string dump(ByteSpan bytes) {
  std::string text;
  for (std::size_t line = 0; line < bytes.size(); line += 16) {
    const ByteSpan part = bytes.subspan(line, std::min<std::size_t>(16, bytes.size() - line));
    const std::array<std::uint8_t, 2> offset{static_cast<std::uint8_t>(line >> 8U), static_cast<std::uint8_t>(line)};
    text += to_hex(offset) + ' ';
    for (std::size_t i = 0; i < 16; ++i) text += i < part.size() ? ' ' + to_hex(part.subspan(i, 1)) : "   ";
    text += "  ";
    for (const std::uint8_t byte : part) text += byte >= 0x20 && byte < 0x7F ? static_cast<char>(byte) : '.';
    text += '\n';
  }
  return text;
}

/// The golden bytes of `name`; what this program makes of the sample if there is no file and it was asked to write.
Bytes golden(const std::string& name, const Bytes& made) {
  const fs::path path = folder() / (name + ".bin");
  if (std::getenv("MUR_GOLDEN_WRITE") != nullptr && !fs::exists(path)) {
    fs::create_directories(folder());
    std::ofstream{path, std::ios::binary} << as_text(made);
    std::ofstream{folder() / (name + ".txt"), std::ios::binary} << dump(made);
  }
  const std::string bytes = contents(path);
  EXPECT_FALSE(bytes.empty()) << path << " is missing";
  EXPECT_EQ(contents(folder() / (name + ".txt")), dump(as_bytes(bytes))) << name << ".txt does not show " << name;
  return {bytes.begin(), bytes.end()};
}

TEST(Golden, MessagesAreReadAndWrittenAsEver) {
  for (const auto& [name, message] : samples::messages()) {
    const Bytes bytes = golden(name, encode(message));
    const Result<Message> decoded = decode(bytes);
    ASSERT_TRUE(decoded) << name << ": " << decoded.error().message;
    EXPECT_EQ(encode(*decoded), encode(message)) << name << " says something else now";
    EXPECT_EQ(to_hex(encode(message)), to_hex(bytes)) << name;
  }
}

TEST(Golden, RecordsAreReadAndWrittenAsEver) {
  for (const auto& [name, record] : samples::records()) {
    const Bytes bytes = golden("record-" + name, encode_record(record));
    const Result<Record> decoded = decode_record(bytes);
    ASSERT_TRUE(decoded) << name << ": " << decoded.error().message;
    EXPECT_EQ(*decoded, record) << name;
    EXPECT_EQ(to_hex(encode_record(record)), to_hex(bytes)) << name;
  }
}

TEST(Golden, TicketIsReadAndWrittenAsEver) {
  const Bytes bytes = golden("ticket-secret", encode_ticket(samples::ticket()));
  const Result<TicketSecret> decoded = decode_ticket(bytes);
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(*decoded, samples::ticket());
  EXPECT_EQ(to_hex(encode_ticket(samples::ticket())), to_hex(bytes));
}

/// Chunks and batches carry records as bytes, the sample's a notice: here as a program of `version` wrote it.
Message carrying_bytes_of(const std::string& version, Message message) {
  const std::string notice = contents(folder(version) / "record-notice.bin");
  const auto replace = [&notice](std::vector<WireRecord>& records) {
    for (WireRecord& record : records)
      if (record.live) record.bytes = {notice.begin(), notice.end()};
  };
  if (auto* chunk = std::get_if<Chunk>(&message)) replace(chunk->records);
  if (auto* batch = std::get_if<BatchMessage>(&message)) replace(batch->records);
  return message;
}

class GoldenOf : public testing::TestWithParam<int> {};

TEST_P(GoldenOf, WhatAnEarlierProgramWroteIsReadAsItWasMeant) {
  const std::string earlier = "v" + std::to_string(GetParam());
  std::size_t read = 0;
  const auto bytes_of_then = [&](const std::string& name) {
    const std::string bytes = contents(folder(earlier) / (name + ".bin"));
    if (!bytes.empty()) ++read;
    return Bytes{bytes.begin(), bytes.end()};
  };
  for (const auto& [name, message] : samples::messages()) {
    const Bytes bytes = bytes_of_then(name);
    if (bytes.empty()) continue;  // it did not know this one
    const Result<Message> decoded = decode(bytes);
    ASSERT_TRUE(decoded) << name << ": " << decoded.error().message;
    EXPECT_EQ(encode(*decoded), encode(carrying_bytes_of(earlier, samples::as_version(GetParam(), message)))) << name;
  }
  for (const auto& [name, record] : samples::records()) {
    const Bytes bytes = bytes_of_then("record-" + name);
    if (bytes.empty()) continue;
    const Result<Record> decoded = decode_record(bytes);
    ASSERT_TRUE(decoded) << name << ": " << decoded.error().message;
    EXPECT_EQ(*decoded, samples::as_version(GetParam(), record)) << name;
  }
  const Result<TicketSecret> decoded = decode_ticket(bytes_of_then("ticket-secret"));
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(*decoded, samples::ticket());
  const auto files = std::distance(fs::directory_iterator{folder(earlier)}, fs::directory_iterator{});
  EXPECT_EQ(2 * read, static_cast<std::size_t>(files)) << "an example was not read";
}

INSTANTIATE_TEST_SUITE_P(Version, GoldenOf, testing::Values(1, 2, 3), testing::PrintToStringParamName());

TEST(Golden, EveryCommandQueryAnswerAndKindOfRecordHasAnExample) {
  const auto every_alternative = [](const auto& named, std::size_t alternatives) {
    std::vector<bool> seen(alternatives);
    for (const auto& [name, value] : named) seen[value.index()] = true;
    return std::ranges::all_of(seen, [](bool one) { return one; });
  };
  EXPECT_TRUE(every_alternative(samples::records(), std::variant_size_v<Record>));
  EXPECT_TRUE(every_alternative(samples::commands(), std::variant_size_v<Command>));
  EXPECT_TRUE(every_alternative(samples::queries(), std::variant_size_v<Query>));
  EXPECT_TRUE(every_alternative(samples::answers(), std::variant_size_v<Answer>));
  EXPECT_TRUE(every_alternative(samples::messages(), std::variant_size_v<Message>));
}

}  // namespace
}  // namespace mur::protocol
