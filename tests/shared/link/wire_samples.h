#pragma once

#include <string_view>

#include "shared/domain/state_hash.h"
#include "shared/protocol/codec.h"
#include "tests/support/log_samples.h"

/// Small records as a broker sends them.
namespace mur::test {

[[nodiscard]] inline Notice a_notice(std::uint8_t number, std::string_view text) {
  return {.id = NoticeId{uuid_number(number)},
          .text = std::string{text},
          .shown_from = kNoon,
          .shown_until = kNoon + std::chrono::hours{24},
          .moderation = {.status = PostStatus::published}};
}
[[nodiscard]] inline protocol::WireRecord wire(const Record& record, Seq seq) {
  return {.id = id_of(record), .seq = seq, .live = true, .bytes = protocol::encode_record(record)};
}
[[nodiscard]] inline protocol::WireRecord gone(const RecordId& id, Seq seq) {
  return {.id = id, .seq = seq, .live = false, .bytes = {}};
}
/// What a broker's hash of these would be.
[[nodiscard]] inline Digest128 hash_of(const std::vector<protocol::WireRecord>& records) {
  StateHash hash;
  for (const protocol::WireRecord& record : records)
    if (record.live) hash.add(record.id, record.bytes);
  return hash.value();
}
[[nodiscard]] inline Digest128 hash_of(const Wall& wall) {
  StateHash hash;
  for (const auto& [id, stamped] : wall.records()) hash.add(id, protocol::encode_record(stamped.record));
  return hash.value();
}

}  // namespace mur::test
