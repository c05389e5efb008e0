#include "broker/store/sqlite_log_store.h"

#include <fmt/format.h>

#include "broker/store/log_rows.h"
#include "broker/store/log_schema.h"
#include "shared/domain/limits.h"
#include "shared/sqlite/durable_database.h"

namespace mur::broker {
namespace {

/// A restore that was killed half-way has moved the old log aside: an empty new one in its place would lose it.
Status no_restore_under_way(const std::filesystem::path& folder) {
  const std::filesystem::path restoring = folder / kRestoringFile;
  std::error_code error;
  if (!std::filesystem::exists(restoring, error)) return {};
  return fail(Errc::conflict, restoring.string(),
              fmt::format("a restore of {} did not end; run `murctl restore` again", folder.string()));
}

}  // namespace

struct SqliteLogStore::State {
  State(std::filesystem::path file, std::unique_ptr<SQLite::Database> opened)
      : database{std::move(file), std::move(opened)}, rows{database.connection()} {}

  sqlite::DurableDatabase database;
  LogRows rows;
  LogHead head;
};

Epoch make_epoch(RandomSource& random) {
  Epoch epoch;
  random.fill(epoch.uuid.bytes);
  epoch.uuid.bytes[6] = static_cast<std::uint8_t>((epoch.uuid.bytes[6] & 0x0FU) | 0x40U);
  epoch.uuid.bytes[8] = static_cast<std::uint8_t>((epoch.uuid.bytes[8] & 0x3FU) | 0x80U);
  return epoch;
}

SqliteLogStore::SqliteLogStore(std::unique_ptr<State> state) : state_{std::move(state)} {}
SqliteLogStore::~SqliteLogStore() = default;

Result<std::unique_ptr<SqliteLogStore>> SqliteLogStore::create(const std::filesystem::path& folder,
                                                               RandomSource& random) {
  if (const Status free = no_restore_under_way(folder); !free) return fail(free.error());
  const std::filesystem::path file = folder / kLogFile;
  auto database = sqlite::open(file, log_schema(), sqlite::Missing::create);
  if (!database) return fail(database.error());
  return sqlite::guarded(file, [&]() -> Result<std::unique_ptr<SqliteLogStore>> {
    auto state = std::make_unique<State>(file, std::move(*database));
    // A creation that was killed before it had a head is taken up again.
    if (state->rows.head())
      return fail(Errc::conflict, file.string(),
                  fmt::format("{} holds a log already; name another folder", folder.string()));
    state->head.epoch = make_epoch(random);
    const Status written = state->database.write([&]() -> Status {
      state->rows.put_head(state->head);
      return {};
    });
    if (!written) return fail(written.error());
    return std::unique_ptr<SqliteLogStore>(new SqliteLogStore(std::move(state)));
  });
}

Result<std::unique_ptr<SqliteLogStore>> SqliteLogStore::open(const std::filesystem::path& folder) {
  if (const Status free = no_restore_under_way(folder); !free) return fail(free.error());
  const std::filesystem::path file = folder / kLogFile;
  auto database = sqlite::open(file, log_schema(), sqlite::Missing::refuse);
  if (!database) return fail(database.error());
  return sqlite::guarded(file, [&]() -> Result<std::unique_ptr<SqliteLogStore>> {
    auto state = std::make_unique<State>(file, std::move(*database));
    const std::optional<LogHead> head = state->rows.head();
    if (!head) return fail(Errc::not_found, file.string(), fmt::format("{} holds no log yet", file.string()));
    state->head = *head;
    return std::unique_ptr<SqliteLogStore>(new SqliteLogStore(std::move(state)));
  });
}

LogHead SqliteLogStore::head() const { return state_->head; }

Result<Seq> SqliteLogStore::append(Seq expected_head, const Commit& commit) {
  LogHead head = state_->head;
  if (expected_head != head.seq)
    return fail(Errc::conflict, "expected_head",
                fmt::format("the log stands at {}, not at {}; decide again", head.seq, expected_head));
  if (!commit.records.empty()) ++head.seq;
  head.last_commit_at = commit.at;

  const Status written = state_->database.write([&]() -> Status {
    LogRows& rows = state_->rows;
    for (LogRecord record : commit.records) {
      record.seq = head.seq;
      record.at = commit.at;
      rows.put_record(record);
    }
    for (ReceiptRow row : commit.receipts) {
      row.receipt.seq = head.seq;
      rows.put_receipt(row, commit.at);
    }
    for (const AuditRow& row : commit.audit) rows.put_audit(row);
    for (const ContactChange& change : commit.contacts) rows.put_contact(change);
    rows.put_head(head);
    return {};
  });
  if (!written) return fail(written.error());
  state_->head = head;
  return head.seq;
}

Status SqliteLogStore::records_since(Seq since, const std::function<Status(const LogRecord&)>& visit) const {
  return state_->database.read([&] { return state_->rows.records_since(since, visit); });
}

Result<std::optional<ReceiptRow>> SqliteLogStore::receipt(PrincipalId principal, CommandId command) const {
  return state_->database.read(
      [&]() -> Result<std::optional<ReceiptRow>> { return state_->rows.receipt(principal, command); });
}

Result<std::optional<SealedContact>> SqliteLogStore::contact(const RecordId& post) const {
  return state_->database.read([&]() -> Result<std::optional<SealedContact>> { return state_->rows.contact(post); });
}

Result<std::vector<AuditRow>> SqliteLogStore::audit(std::size_t most) const {
  return state_->database.read([&]() -> Result<std::vector<AuditRow>> { return state_->rows.audit(most); });
}

Result<std::vector<RecordId>> SqliteLogStore::purge(TimePoint now) {
  LogHead head = state_->head;
  auto dropped = state_->database.write([&]() -> Result<std::vector<RecordId>> {
    LogRows& rows = state_->rows;
    rows.delete_receipts(now - limits::kReceiptsKept);
    rows.delete_audit(now - limits::kAuditKept);
    rows.delete_contacts(now);
    LogRows::Dropped tombstones = rows.delete_tombstones(now - limits::kTombstones);
    head.forgotten_to = std::max(head.forgotten_to, tombstones.newest);
    if (head != state_->head) rows.put_head(head);
    return std::move(tombstones.ids);
  });
  if (dropped) state_->head = head;
  return dropped;
}

Status SqliteLogStore::back_up(const std::filesystem::path& to) { return state_->database.copy_to(to); }

Status SqliteLogStore::scrub() { return state_->database.checkpoint(); }

std::int64_t SqliteLogStore::size_bytes() const {
  std::int64_t size = 0;
  for (const char* ending : {"", "-wal"}) {
    std::error_code error;
    const auto bytes = std::filesystem::file_size(state_->database.file().string() + ending, error);
    if (!error) size += static_cast<std::int64_t>(bytes);
  }
  return size;
}

}  // namespace mur::broker
