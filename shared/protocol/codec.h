#pragma once

#include <cstdint>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/domain/record.h"
#include "shared/protocol/message.h"

namespace mur::protocol {

/// Of the record encoding (PROTOCOL.md § records). Append-only: an older reader skips a newer tail.
inline constexpr std::uint16_t kRecordSchema = 1;

/// Message to one frame. The encoding is canonical: the same value gives the same bytes on every machine.
[[nodiscard]] Bytes encode(const Message& message);
/// One frame to a message. Errc::corrupt (what is wrong, where) for anything that is not exactly one well-formed
/// message within the limits; Errc::too_large over limits::kFrameBytes; Errc::unsupported for a message, command or
/// query that only a newer program knows. Allocates at most 64 x its size + 64 KiB, and 16 MiB.
[[nodiscard]] Result<Message> decode(ByteSpan frame);

/// A record as the log, the replica and the wire hold it. Tombstones encode too. Encoding never fails; a value over the
/// domain's limits gives bytes that decode_record refuses.
[[nodiscard]] Bytes encode_record(const Record& record);
/// Errc::corrupt; Errc::too_large over limits::kRecordBytes; Errc::unsupported for a kind of record that only a newer
/// program knows (keep its bytes, don't show it).
[[nodiscard]] Result<Record> decode_record(ByteSpan bytes);
/// Errc::too_large, with the remedy, if a record's bytes are over limits::kRecordBytes. Ask before committing.
[[nodiscard]] Status check_size(ByteSpan record);

/// A command alone, as an outbox keeps it and as its hash is taken: exactly the bytes of a CommandMessage frame.
/// Before an outbox takes it, decode_command of the bytes says whether the broker could read it.
[[nodiscard]] Bytes encode_command(const CommandMessage& command);
[[nodiscard]] Result<CommandMessage> decode_command(ByteSpan frame);

/// Encoded size of `record` in a chunk, for filling chunks to limits::kChunkBytes.
[[nodiscard]] std::size_t size_in_chunk(const WireRecord& record);

/// What is sealed as a ticket.
[[nodiscard]] Bytes encode_ticket(const TicketSecret& secret);
[[nodiscard]] Result<TicketSecret> decode_ticket(ByteSpan bytes);

}  // namespace mur::protocol
