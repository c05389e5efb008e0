#include "broker/store/faulty_log_store.h"

#include <fmt/format.h>

#include <utility>

namespace mur::broker {

Result<StoreFaults> parse_store_faults(std::string_view text) {
  StoreFaults faults;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(','));
    if (word == "skip-receipts")
      faults.skip_receipts = true;
    else if (word == "skip-fsync")
      faults.skip_fsync = true;
    else
      return fail(Errc::invalid, "MUR_STORE_FAULTS",
                  fmt::format("MUR_STORE_FAULTS knows skip-receipts and skip-fsync, not \"{}\"", word));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
  }
  return faults;
}

FaultyLogStore::FaultyLogStore(std::unique_ptr<LogStore> log, StoreFaults faults)
    : log_{std::move(log)}, faults_{faults} {}

FaultyLogStore::~FaultyLogStore() { [[maybe_unused]] const Status late = commit_waiting(); }

Status FaultyLogStore::commit_waiting() const {
  if (!waiting_) return {};
  const Commit commit = std::move(*std::exchange(waiting_, std::nullopt));
  if (const auto seq = log_->append(log_->head().seq, commit); !seq) return fail(seq.error());
  return {};
}

LogHead FaultyLogStore::head() const {
  LogHead head = log_->head();
  if (waiting_) {
    if (!waiting_->records.empty()) ++head.seq;
    head.last_commit_at = waiting_->at;
  }
  return head;
}

Result<Seq> FaultyLogStore::append(Seq expected_head, const Commit& commit) {
  if (const Status written = commit_waiting(); !written) return fail(written.error());
  Commit kept = commit;
  if (faults_.skip_receipts) kept.receipts.clear();
  if (!faults_.skip_fsync) return log_->append(expected_head, kept);
  if (expected_head != log_->head().seq) return fail(Errc::conflict, "expected_head", "the head has moved");
  waiting_ = std::move(kept);
  return head().seq;
}

Status FaultyLogStore::records_since(Seq since, const std::function<Status(const LogRecord&)>& visit) const {
  if (const Status written = commit_waiting(); !written) return written;
  return log_->records_since(since, visit);
}

Result<std::optional<ReceiptRow>> FaultyLogStore::receipt(PrincipalId principal, CommandId command) const {
  if (const Status written = commit_waiting(); !written) return fail(written.error());
  return log_->receipt(principal, command);
}

Result<std::optional<SealedContact>> FaultyLogStore::contact(const RecordId& post) const {
  if (const Status written = commit_waiting(); !written) return fail(written.error());
  return log_->contact(post);
}

Result<std::vector<AuditRow>> FaultyLogStore::audit(std::size_t most) const {
  if (const Status written = commit_waiting(); !written) return fail(written.error());
  return log_->audit(most);
}

Result<std::vector<RecordId>> FaultyLogStore::purge(TimePoint now) {
  if (const Status written = commit_waiting(); !written) return fail(written.error());
  return log_->purge(now);
}

Status FaultyLogStore::back_up(const std::filesystem::path& to) {
  if (const Status written = commit_waiting(); !written) return written;
  return log_->back_up(to);
}

Status FaultyLogStore::scrub() {
  if (const Status written = commit_waiting(); !written) return written;
  return log_->scrub();
}

std::int64_t FaultyLogStore::size_bytes() const { return log_->size_bytes(); }

}  // namespace mur::broker
