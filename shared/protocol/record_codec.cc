#include <fmt/format.h>

#include "shared/protocol/codec.h"
#include "shared/protocol/codec_support.h"
#include "shared/protocol/fields/record.h"

namespace mur::protocol {
namespace {

/// What stands where a noun has its RecordKind.
constexpr std::uint8_t kTombstoneKind = 0;

template <class Noun>
constexpr std::uint8_t kind_byte() {
  if constexpr (std::is_same_v<Noun, Tombstone>)
    return kTombstoneKind;
  else
    return static_cast<std::uint8_t>(kind_of_noun<Noun>());
}

template <std::size_t... Index>
bool read_noun(Decoder& in, std::uint8_t kind, Record& record, std::index_sequence<Index...>) {
  return ((kind == kind_byte<std::variant_alternative_t<Index, Record>>() && (in(record.emplace<Index>()), true)) ||
          ...);
}

Record read_record(Decoder& in) {
  if (in.number<std::uint16_t>() == 0) in.refuse("schema", "schema 0");
  const auto kind = in.number<std::uint8_t>();
  Record record;
  if (!read_noun(in, kind, record, std::make_index_sequence<std::variant_size_v<Record>>{}))
    in.refuse("kind", fmt::format("record kind {} is unknown", kind), Errc::unsupported);
  return record;
}

Status check_size(std::size_t size) {
  if (size <= limits::kRecordBytes) return {};
  return fail(Errc::too_large, "record",
              fmt::format("it would take {} bytes where {} are allowed; shorten its texts or lists", size,
                          limits::kRecordBytes));
}

}  // namespace

Bytes encode_record(const Record& record) {
  Encoder out;
  out.number(kRecordSchema);
  std::visit(
      [&out]<class Noun>(const Noun& noun) {
        out.number(kind_byte<Noun>());
        out(noun);
      },
      record);
  return out.take();
}

Result<Record> decode_record(ByteSpan bytes) {
  if (const Status size = check_size(bytes.size()); !size) return fail(size.error());
  return read_whole(bytes, read_record);
}

Status check_size(ByteSpan record) { return check_size(record.size()); }

Bytes encode_ticket(const TicketSecret& secret) {
  Encoder out;
  out(secret);
  return out.take();
}

Result<TicketSecret> decode_ticket(ByteSpan bytes) {
  if (bytes.size() > limits::kSealedBox)
    return fail(Errc::too_large, "ticket", fmt::format("a ticket takes at most {} bytes", limits::kSealedBox));
  return read_whole(bytes, [](Decoder& in) {
    TicketSecret secret;
    in(secret);
    return secret;
  });
}

}  // namespace mur::protocol
