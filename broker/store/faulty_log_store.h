#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "broker/ports/log_store.h"

namespace mur::broker {

/// What a test takes away from the log, to see the tests of durability fail. Only in builds with MUR_TEST_SWITCHES.
struct StoreFaults {
  bool skip_receipts = false;  ///< receipts are acknowledged and not written
  bool skip_fsync = false;     ///< an append returns before its transaction is committed: a kill loses it

  friend bool operator==(const StoreFaults&, const StoreFaults&) = default;
};

/// "skip-receipts,skip-fsync", as the broker's hidden variable MUR_STORE_FAULTS gives them; empty: none.
/// Errc::invalid for any other word.
[[nodiscard]] Result<StoreFaults> parse_store_faults(std::string_view text);

/// A log that lies about durability. Killing a process loses nothing that the kernel already has, so a missing fsync
/// shows as the missing commit it stands for: the last append waits in memory until anything else is asked.
class FaultyLogStore final : public LogStore {
 public:
  FaultyLogStore(std::unique_ptr<LogStore> log, StoreFaults faults);
  ~FaultyLogStore() override;

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
  Status commit_waiting() const;

  std::unique_ptr<LogStore> log_;
  StoreFaults faults_;
  mutable std::optional<Commit> waiting_;  // acknowledged, and nowhere but here
};

}  // namespace mur::broker
