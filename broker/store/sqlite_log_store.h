#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "broker/ports/log_store.h"
#include "shared/base/random.h"

namespace mur::broker {

/// A new, random name for a log (UUID version 4).
[[nodiscard]] Epoch make_epoch(RandomSource& random);

/// The embedded log: SQLite file `log.db` in the data folder (layout and migrations: SCHEMA.md), one connection that
/// locks the file for itself, WAL, synchronous=FULL. Opening empties the write-ahead log before anything is
/// acknowledged. Hold the data folder's DataLock meanwhile.
class SqliteLogStore final : public LogStore {
 public:
  /// A new, empty log with a new epoch. Errc::conflict if the folder has one, or has an unfinished restore.
  [[nodiscard]] static Result<std::unique_ptr<SqliteLogStore>> create(const std::filesystem::path& folder,
                                                                      RandomSource& random);
  /// Errc::not_found (no log, or a restore that did not end), Errc::unsupported (a newer version's), Errc::corrupt,
  /// Errc::conflict (in use), Errc::io.
  [[nodiscard]] static Result<std::unique_ptr<SqliteLogStore>> open(const std::filesystem::path& folder);
  ~SqliteLogStore() override;

  [[nodiscard]] LogHead head() const override;
  Result<Seq> append(Seq expected_head, const Commit& commit) override;
  Status records_since(Seq since, const std::function<Status(const LogRecord&)>& visit) const override;
  [[nodiscard]] Result<std::optional<ReceiptRow>> receipt(PrincipalId principal, CommandId command) const override;
  [[nodiscard]] Result<std::optional<SealedContact>> contact(const RecordId& post) const override;
  [[nodiscard]] Result<std::vector<AuditRow>> audit(std::size_t most) const override;
  Result<std::vector<RecordId>> purge(TimePoint now) override;
  Status back_up(const std::filesystem::path& to) override;
  Status scrub() override;
  [[nodiscard]] std::int64_t size_bytes() const override;

 private:
  struct State;
  explicit SqliteLogStore(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace mur::broker
