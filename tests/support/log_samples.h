#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "broker/ports/log_store.h"

/// Small commits for the log's tests: what they mean is for the core to know, the log keeps bytes.
namespace mur::test {

inline constexpr TimePoint kNoon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 14} + std::chrono::hours{12}};

[[nodiscard]] inline Uuid uuid_number(std::uint8_t number) {
  Uuid uuid;
  uuid.bytes.back() = number;
  return uuid;
}
[[nodiscard]] inline RecordId offer_number(std::uint8_t number) { return {RecordKind::offer, uuid_number(number)}; }
[[nodiscard]] inline Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

[[nodiscard]] inline broker::LogRecord a_record(const RecordId& id, std::string_view text) {
  return {.id = id, .schema = 1, .tombstone = false, .bytes = bytes_of(text)};
}
[[nodiscard]] inline broker::LogRecord a_tombstone(const RecordId& id) {
  return {.id = id, .schema = 1, .tombstone = true, .bytes = bytes_of("gone")};
}
[[nodiscard]] inline broker::ReceiptRow a_receipt(std::uint8_t principal, std::uint8_t command, const RecordId& about) {
  return {.principal = PrincipalId{uuid_number(principal)},
          .receipt = {.command = CommandId{uuid_number(command)},
                      .seq = 0,
                      .about = about,
                      .changed = true,
                      .status = PostStatus::pending},
          .command_hash = {command, 7, 7}};
}
[[nodiscard]] inline AuditRow an_audit_row(std::string_view action, TimePoint at) {
  return {.at = at,
          .principal = PrincipalId{uuid_number(200)},
          .role = Role::moderator,
          .actor = "Ana",
          .action = std::string{action},
          .entity = offer_number(1),
          .reason = "charte § 3"};
}
[[nodiscard]] inline ContactChange a_contact(const RecordId& post, std::string_view box, TimePoint delete_at) {
  return {.post = post, .kind = ContactKind::phone, .sealed = bytes_of(box), .delete_at = delete_at};
}

/// Everything the log holds after `since`.
[[nodiscard]] inline std::vector<broker::LogRecord> records_of(const broker::LogStore& log, Seq since = 0) {
  std::vector<broker::LogRecord> records;
  const Status read = log.records_since(since, [&](const broker::LogRecord& record) -> Status {
    records.push_back(record);
    return {};
  });
  if (!read) records.clear();
  return records;
}

}  // namespace mur::test
