#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/base/result.h"
#include "shared/domain/decide.h"
#include "shared/domain/ids.h"
#include "shared/domain/receipt.h"

namespace mur::broker {

/// One record as the log keeps it: the whole record (not a projection), encoded by shared/protocol.
struct LogRecord {
  RecordId id;
  Seq seq = 0;
  std::uint16_t schema = 0;  ///< of the encoding; old ones stay as they were written
  bool tombstone = false;
  TimePoint at{};  ///< of the commit
  Bytes bytes;

  friend bool operator==(const LogRecord&, const LogRecord&) = default;
};

/// Remembers that a command was done. UNIQUE(principal, command).
struct ReceiptRow {
  PrincipalId principal;
  Receipt receipt;
  Digest256 command_hash{};  ///< keyed hash of the command's bytes: the same id with other bytes is a conflict

  friend bool operator==(const ReceiptRow&, const ReceiptRow&) = default;
};

struct SealedContact {
  ContactKind kind{};
  Bytes sealed;
  TimePoint delete_at{};

  friend bool operator==(const SealedContact&, const SealedContact&) = default;
};

/// What one transaction writes. `records` empty: no batch, the head stays.
struct Commit {
  TimePoint at{};
  std::vector<LogRecord> records;    ///< seq and `at` are set by append
  std::vector<ReceiptRow> receipts;  ///< receipt.seq is set by append
  std::vector<AuditRow> audit;
  std::vector<ContactChange> contacts;
};

struct LogHead {
  Epoch epoch;
  Seq seq = 0;
  TimePoint last_commit_at{};  ///< epoch = never
  Seq forgotten_to = 0;        ///< tombstones up to here were dropped: who stands lower needs a snapshot

  friend bool operator==(const LogHead&, const LogHead&) = default;
};

/// Broker's durable truth: a compacted changelog (DESIGN.md § 4). Batches are numbered from 1 without gaps.
/// Layout and migrations: broker/store/SCHEMA.md. Call from the core's thread only.
class LogStore {
 public:
  virtual ~LogStore() = default;

  [[nodiscard]] virtual LogHead head() const = 0;

  /// Writes records, receipts, audit rows and sealed contacts in one durable transaction, as batch `expected_head + 1`
  /// (or, without records, beside the head). Returns the head after it. On an error nothing of it is written:
  /// Errc::conflict if the head has moved or a receipt is there already; Errc::try_again if the disk is full; Errc::io
  /// if a write or an fsync failed: what the disk holds is then unknown, every later call fails too, and the program
  /// must exit and recover.
  /// Of two records of one entity in one commit the later one stays.
  virtual Result<Seq> append(Seq expected_head, const Commit& commit) = 0;

  /// Every record with seq > `since`, tombstones included, in (kind, id) order. Stops when `visit` fails.
  virtual Status records_since(Seq since, const std::function<Status(const LogRecord&)>& visit) const = 0;

  [[nodiscard]] virtual Result<std::optional<ReceiptRow>> receipt(PrincipalId principal, CommandId command) const = 0;
  [[nodiscard]] virtual Result<std::optional<SealedContact>> contact(const RecordId& post) const = 0;
  /// Newest first.
  [[nodiscard]] virtual Result<std::vector<AuditRow>> audit(std::size_t most) const = 0;

  /// Deletes what is kept no longer: receipts (limits::kReceiptsKept), audit rows (kAuditKept), contacts whose time has
  /// come, tombstones (kTombstones). Returns the tombstones dropped, in id order. Takes no seq.
  virtual Result<std::vector<RecordId>> purge(TimePoint now) = 0;

  /// A consistent copy of the whole log into a new file, while the log stays open. Errc::conflict if the file exists.
  virtual Status back_up(const std::filesystem::path& to) = 0;

  /// Leaves no trace of deleted rows in the write-ahead log (after an erasure).
  virtual Status scrub() = 0;
  [[nodiscard]] virtual std::int64_t size_bytes() const = 0;
};

}  // namespace mur::broker
