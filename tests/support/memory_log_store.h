#pragma once

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <utility>

#include "broker/ports/log_store.h"
#include "shared/domain/limits.h"

namespace mur::test {

/// The log's in-memory twin: what SqliteLogStore promises, without a disk. Passes the same contract suite
/// (tests/broker/store/log_store_contract_test.cc).
class MemoryLogStore final : public broker::LogStore {
 public:
  explicit MemoryLogStore(Epoch epoch) { head_.epoch = epoch; }

  /// The next append fails so, as a disk does; Errc::io stays for good.
  void fail_next_append(Errc code) { failure_ = code; }

  [[nodiscard]] broker::LogHead head() const override { return head_; }

  Result<Seq> append(Seq expected_head, const broker::Commit& commit) override {
    if (failure_) {
      const Errc code = *failure_;
      if (code != Errc::io) failure_.reset();
      return fail(code, "log.db", "the disk refused");
    }
    if (expected_head != head_.seq) return fail(Errc::conflict, "expected_head", "the head has moved");
    std::map<ReceiptKey, Received> receipts = receipts_;
    const Seq seq = commit.records.empty() ? head_.seq : head_.seq + 1;
    for (broker::ReceiptRow row : commit.receipts) {
      row.receipt.seq = seq;
      const ReceiptKey key{row.principal, row.receipt.command};
      if (!receipts.emplace(key, Received{commit.at, std::move(row)}).second)
        return fail(Errc::conflict, "receipts", "this receipt is there already");
    }
    receipts_ = std::move(receipts);
    for (broker::LogRecord record : commit.records) {
      record.seq = seq;
      record.at = commit.at;
      records_.insert_or_assign(record.id, std::move(record));
    }
    audit_.insert(audit_.end(), commit.audit.begin(), commit.audit.end());
    for (const ContactChange& change : commit.contacts)
      if (change.sealed.empty() && change.delete_at == TimePoint{})
        contacts_.erase(change.post);
      else if (change.sealed.empty()) {
        if (const auto kept = contacts_.find(change.post); kept != contacts_.end())
          kept->second.delete_at = change.delete_at;
      } else
        contacts_.insert_or_assign(change.post, broker::SealedContact{change.kind, change.sealed, change.delete_at});
    head_.seq = seq;
    head_.last_commit_at = commit.at;
    return seq;
  }

  Status records_since(Seq since, const std::function<Status(const broker::LogRecord&)>& visit) const override {
    for (const auto& [id, record] : records_) {
      if (record.seq <= since) continue;
      if (const Status visited = visit(record); !visited) return fail(visited.error());
    }
    return {};
  }

  [[nodiscard]] Result<std::optional<broker::ReceiptRow>> receipt(PrincipalId principal,
                                                                  CommandId command) const override {
    const auto found = receipts_.find({principal, command});
    if (found == receipts_.end()) return std::nullopt;
    return found->second.second;
  }

  [[nodiscard]] Result<std::optional<broker::SealedContact>> contact(const RecordId& post) const override {
    const auto found = contacts_.find(post);
    if (found == contacts_.end()) return std::nullopt;
    return found->second;
  }

  [[nodiscard]] Result<std::vector<AuditRow>> audit(std::size_t most) const override {
    const auto count = static_cast<std::ptrdiff_t>(std::min(most, audit_.size()));
    return std::vector<AuditRow>(audit_.rbegin(), audit_.rbegin() + count);
  }

  Result<std::vector<RecordId>> purge(TimePoint now) override {
    std::erase_if(receipts_, [&](const auto& entry) { return entry.second.first + limits::kReceiptsKept <= now; });
    std::erase_if(audit_, [&](const AuditRow& row) { return row.at + limits::kAuditKept <= now; });
    std::erase_if(contacts_, [&](const auto& entry) { return entry.second.delete_at <= now; });
    std::vector<RecordId> dropped;
    for (const auto& [id, record] : records_) {
      if (!record.tombstone || record.at + limits::kTombstones > now) continue;
      dropped.push_back(id);
      head_.forgotten_to = std::max(head_.forgotten_to, record.seq);
    }
    for (const RecordId& id : dropped) records_.erase(id);
    return dropped;
  }

  /// A file that says how many records there are: memory has no other copy to give.
  Status back_up(const std::filesystem::path& to) override {
    if (std::filesystem::exists(to)) return fail(Errc::conflict, to.string(), "the file exists");
    std::ofstream(to) << records_.size() << '\n';
    return {};
  }

  Status scrub() override { return {}; }

  [[nodiscard]] std::int64_t size_bytes() const override {
    std::size_t bytes = 0;
    for (const auto& [id, record] : records_) bytes += record.bytes.size();
    return static_cast<std::int64_t>(bytes);
  }

 private:
  using ReceiptKey = std::pair<PrincipalId, CommandId>;
  using Received = std::pair<TimePoint, broker::ReceiptRow>;  // with the commit's time

  broker::LogHead head_;
  std::map<RecordId, broker::LogRecord> records_;
  std::map<ReceiptKey, Received> receipts_;
  std::vector<AuditRow> audit_;
  std::map<RecordId, broker::SealedContact> contacts_;
  std::optional<Errc> failure_;
};

}  // namespace mur::test
