#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "shared/protocol/codec.h"
#include "shared/protocol/codec_support.h"
#include "shared/protocol/fields/message.h"

namespace mur::protocol {
namespace {

constexpr std::array<std::uint8_t, 4> kMagic{'M', 'U', 'R', '1'};
constexpr std::size_t kHeaderBytes = kMagic.size() + 2 + 2 + 4;
constexpr std::uint16_t kFirstType = 1;  // type = index in the Message variant + 1; 0 is never valid

/// How many there were in version 1, 2 …: later ones came with the version after the last.
using Counts = std::array<std::size_t, kVersionMax - 1>;
constexpr Counts kCommands{18, 33, 50};
constexpr Counts kQueries{7, 9, 10};
constexpr Counts kAnswers{5, 6, 7};

/// The protocol version that brought a message: who speaks that one or a newer can read it.
std::uint16_t since_version(const Message& message) {
  const auto since = [](std::size_t index, const Counts& counts) {
    return static_cast<std::uint16_t>(1 + std::ranges::count_if(counts, [&](std::size_t c) { return index >= c; }));
  };
  if (const auto* command = std::get_if<CommandMessage>(&message)) return since(command->command.index(), kCommands);
  if (const auto* query = std::get_if<QueryMessage>(&message)) return since(query->query.index(), kQueries);
  if (const auto* answer = std::get_if<AnswerMessage>(&message))
    if (const auto* given = std::get_if<Answer>(&answer->answer)) return since(given->index(), kAnswers);
  return 1;
}

template <class Alternative>
void write_content(Encoder& out, const Alternative& message) {
  out.number(std::uint16_t{Fields<Alternative>::kVersion});
  Fields<Alternative>::visit(out, message);
}

template <class Alternative>
void read_content(Decoder& in, Alternative& message) {
  const Decoder::Frame outer = in.enter_rest();
  Fields<Alternative>::visit(in, message);
  in.leave(outer, Fields<Alternative>::kVersion);
}

std::size_t size_of(const std::vector<WireRecord>& records) {
  std::size_t size = 0;
  for (const WireRecord& record : records) size += size_in_chunk(record);
  return size;
}

/// What a structure alone can't say of records on the wire.
void check_records(const Decoder& in, const std::vector<WireRecord>& records) {
  for (const WireRecord& record : records)
    if (record.live == record.bytes.empty())
      in.refuse("records", "a live record without bytes, or one taken away with bytes");
  if (size_of(records) > limits::kChunkBytes)
    in.refuse("records", fmt::format("more than {} bytes of records", limits::kChunkBytes));
}

void check(const Decoder& in, const Message& message) {
  if (const auto* chunk = std::get_if<Chunk>(&message)) check_records(in, chunk->records);
  if (const auto* batch = std::get_if<BatchMessage>(&message)) check_records(in, batch->records);
  if (const auto* hello = std::get_if<Hello>(&message))
    if (hello->version_min == 0 || hello->version_min > hello->version_max)
      in.refuse("version_min", "no range of versions");
}

/// Magic, version, length; returns the type.
std::size_t read_header(Decoder& in) {
  const ByteSpan magic = in.raw(kMagic.size());
  if (!std::equal(magic.begin(), magic.end(), kMagic.begin())) in.refuse("magic", "not a frame of Mur");
  const auto since = in.number<std::uint16_t>();
  if (since == 0) in.refuse("version", "version 0");
  if (since > kVersionMax)
    in.refuse("version", fmt::format("a message of protocol {}; this program speaks {}", since, kVersionMax),
              Errc::unsupported);
  const std::size_t type = in.number<std::uint16_t>();
  const std::size_t length = in.number<std::uint32_t>();
  if (length != in.left()) in.refuse("length", fmt::format("{} bytes said, {} there", length, in.left()));
  return type;
}

Message read_message(Decoder& in) {
  const std::size_t type = read_header(in);
  Message message;
  const bool known = [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    return ((type == Index + kFirstType && (read_content(in, message.emplace<Index>()), true)) || ...);
  }(std::make_index_sequence<std::variant_size_v<Message>>{});
  if (!known) in.refuse("type", fmt::format("message type {} is unknown", type));
  check(in, message);
  return message;
}

Status check_frame_size(ByteSpan frame) {
  if (frame.size() <= limits::kFrameBytes) return {};
  return fail(Errc::too_large, "frame",
              fmt::format("a frame of {} bytes; {} are allowed", frame.size(), limits::kFrameBytes));
}

}  // namespace

Bytes encode(const Message& message) {
  Encoder out;
  out.raw(kMagic);
  out.number(since_version(message));
  out.number(static_cast<std::uint16_t>(message.index() + kFirstType));
  const std::size_t length = out.reserve_length();
  std::visit([&out](const auto& alternative) { write_content(out, alternative); }, message);
  out.set_length(length, out.size() - kHeaderBytes);
  return out.take();
}

Result<Message> decode(ByteSpan frame) {
  if (const Status size = check_frame_size(frame); !size) return fail(size.error());
  return read_whole(frame, read_message);
}

Bytes encode_command(const CommandMessage& command) { return encode(Message{command}); }

Result<CommandMessage> decode_command(ByteSpan frame) {
  auto message = decode(frame);
  if (!message) return fail(message.error());
  auto* command = std::get_if<CommandMessage>(&*message);
  if (command == nullptr) return fail(Errc::corrupt, "type", "a message that is not a command");
  return std::move(*command);
}

std::size_t size_in_chunk(const WireRecord& record) {
  constexpr std::size_t kWithoutBytes = 4 + 2 + 1 + 16 + 8 + 1 + 4;  // PROTOCOL.md § 4, wire-record
  return kWithoutBytes + record.bytes.size();
}

}  // namespace mur::protocol
