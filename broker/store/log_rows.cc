#include "broker/store/log_rows.h"

#include "shared/sqlite/values.h"

namespace mur::broker {
namespace {

using sqlite::array_at;
using sqlite::bind_all;
using sqlite::bytes_at;
using sqlite::id_at;
using sqlite::is_null_at;
using sqlite::number_at;
using sqlite::text_at;
using sqlite::time_at;
using sqlite::uuid_at;

RecordId record_id_at(const SQLite::Statement& row, int kind_column) {
  return {.kind = number_at<RecordKind>(row, kind_column), .uuid = uuid_at(row, kind_column + 1)};
}

void run(SQLite::Database& database, const char* sql, TimePoint until) {
  SQLite::Statement statement(database, sql);
  bind_all(statement, until).exec();
}

}  // namespace

LogRows::LogRows(SQLite::Database& database)
    : database_{database},
      put_head_{database,
                "INSERT OR REPLACE INTO log (only, epoch, head, last_commit_at, forgotten_to) "
                "VALUES (1, ?1, ?2, ?3, ?4)"},
      put_record_{database,
                  "INSERT INTO records (kind, uuid, seq, schema, tombstone, at, bytes) "
                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
                  "ON CONFLICT (kind, uuid) DO UPDATE SET seq = excluded.seq, schema = excluded.schema, "
                  "tombstone = excluded.tombstone, at = excluded.at, bytes = excluded.bytes"},
      put_receipt_{database,
                   "INSERT INTO receipts (principal, command, command_hash, seq, about_kind, about_uuid, "
                   "changed, status, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"},
      put_audit_{database,
                 "INSERT INTO audit (at, principal, role, actor, action, entity_kind, entity_uuid, reason) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"},
      put_contact_{database,
                   "INSERT OR REPLACE INTO contacts (post_kind, post_uuid, kind, sealed, delete_at) "
                   "VALUES (?1, ?2, ?3, ?4, ?5)"},
      delete_contact_{database, "DELETE FROM contacts WHERE post_kind = ?1 AND post_uuid = ?2"},
      keep_contact_{database, "UPDATE contacts SET delete_at = ?3 WHERE post_kind = ?1 AND post_uuid = ?2"},
      receipt_{database,
               "SELECT command_hash, seq, about_kind, about_uuid, changed, status FROM receipts "
               "WHERE principal = ?1 AND command = ?2"},
      contact_{database, "SELECT kind, sealed, delete_at FROM contacts WHERE post_kind = ?1 AND post_uuid = ?2"} {}

void LogRows::put_head(const LogHead& head) {
  bind_all(put_head_, head.epoch, head.seq, head.last_commit_at, head.forgotten_to).exec();
}

void LogRows::put_record(const LogRecord& record) {
  bind_all(put_record_, record.id.kind, record.id.uuid, record.seq, record.schema, record.tombstone, record.at,
           record.bytes)
      .exec();
}

void LogRows::put_receipt(const ReceiptRow& row, TimePoint at) {
  const Receipt& receipt = row.receipt;
  std::optional<std::int64_t> status;  // of what `about` is
  if (receipt.status) status = static_cast<std::int64_t>(*receipt.status);
  if (receipt.reply) status = static_cast<std::int64_t>(*receipt.reply);
  bind_all(put_receipt_, row.principal, receipt.command, row.command_hash, receipt.seq, receipt.about.kind,
           receipt.about.uuid, receipt.changed, status, at)
      .exec();
}

void LogRows::put_audit(const AuditRow& row) {
  std::optional<RecordKind> kind;
  std::optional<Uuid> uuid;
  if (row.entity) {
    kind = row.entity->kind;
    uuid = row.entity->uuid;
  }
  bind_all(put_audit_, row.at, row.principal, row.role, row.actor, row.action, kind, uuid, row.reason).exec();
}

void LogRows::put_contact(const ContactChange& change) {
  if (!change.sealed.empty())
    bind_all(put_contact_, change.post.kind, change.post.uuid, change.kind, change.sealed, change.delete_at).exec();
  else if (change.delete_at == TimePoint{})
    bind_all(delete_contact_, change.post.kind, change.post.uuid).exec();
  else
    bind_all(keep_contact_, change.post.kind, change.post.uuid, change.delete_at).exec();
}

std::optional<LogHead> LogRows::head() {
  SQLite::Statement row(database_, "SELECT epoch, head, last_commit_at, forgotten_to FROM log");
  if (!row.executeStep()) return std::nullopt;
  return LogHead{.epoch = id_at<Epoch>(row, 0),
                 .seq = number_at<Seq>(row, 1),
                 .last_commit_at = time_at(row, 2),
                 .forgotten_to = number_at<Seq>(row, 3)};
}

std::optional<ReceiptRow> LogRows::receipt(PrincipalId principal, CommandId command) {
  bind_all(receipt_, principal, command);
  if (!receipt_.executeStep()) return std::nullopt;
  ReceiptRow found{.principal = principal,
                   .receipt = {.command = command,
                               .seq = number_at<Seq>(receipt_, 1),
                               .about = record_id_at(receipt_, 2),
                               .changed = number_at<bool>(receipt_, 4),
                               .status = std::nullopt,
                               .reply = std::nullopt},
                   .command_hash = array_at<32>(receipt_, 0)};
  if (!is_null_at(receipt_, 5)) {
    if (found.receipt.about.kind == RecordKind::reply)
      found.receipt.reply = number_at<ReplyStatus>(receipt_, 5);
    else
      found.receipt.status = number_at<PostStatus>(receipt_, 5);
  }
  receipt_.reset();
  return found;
}

std::optional<SealedContact> LogRows::contact(const RecordId& post) {
  bind_all(contact_, post.kind, post.uuid);
  if (!contact_.executeStep()) return std::nullopt;
  SealedContact found{
      .kind = number_at<ContactKind>(contact_, 0), .sealed = bytes_at(contact_, 1), .delete_at = time_at(contact_, 2)};
  contact_.reset();
  return found;
}

std::vector<AuditRow> LogRows::audit(std::size_t most) {
  SQLite::Statement row(database_,
                        "SELECT at, principal, role, actor, action, reason, entity_kind, entity_uuid "
                        "FROM audit ORDER BY row DESC LIMIT ?1");
  bind_all(row, most);
  std::vector<AuditRow> rows;
  while (row.executeStep()) {
    AuditRow& found = rows.emplace_back(AuditRow{.at = time_at(row, 0),
                                                 .principal = id_at<PrincipalId>(row, 1),
                                                 .role = number_at<Role>(row, 2),
                                                 .actor = text_at(row, 3),
                                                 .action = text_at(row, 4),
                                                 .entity = std::nullopt,
                                                 .reason = text_at(row, 5)});
    if (!is_null_at(row, 6)) found.entity = record_id_at(row, 6);
  }
  return rows;
}

Status LogRows::records_since(Seq since, const std::function<Status(const LogRecord&)>& visit) {
  SQLite::Statement row(database_,
                        "SELECT kind, uuid, seq, schema, tombstone, at, bytes FROM records "
                        "WHERE seq > ?1 ORDER BY kind, uuid");
  bind_all(row, since);
  while (row.executeStep()) {
    const Status visited = visit(LogRecord{.id = record_id_at(row, 0),
                                           .seq = number_at<Seq>(row, 2),
                                           .schema = number_at<std::uint16_t>(row, 3),
                                           .tombstone = number_at<bool>(row, 4),
                                           .at = time_at(row, 5),
                                           .bytes = bytes_at(row, 6)});
    if (!visited) return visited;
  }
  return {};
}

void LogRows::delete_receipts(TimePoint until) { run(database_, "DELETE FROM receipts WHERE at <= ?1", until); }
void LogRows::delete_audit(TimePoint until) { run(database_, "DELETE FROM audit WHERE at <= ?1", until); }
void LogRows::delete_contacts(TimePoint now) { run(database_, "DELETE FROM contacts WHERE delete_at <= ?1", now); }

LogRows::Dropped LogRows::delete_tombstones(TimePoint until) {
  Dropped dropped;
  {
    SQLite::Statement row(database_,
                          "SELECT kind, uuid, seq FROM records WHERE tombstone = 1 AND at <= ?1 "
                          "ORDER BY kind, uuid");
    bind_all(row, until);
    while (row.executeStep()) {
      dropped.ids.push_back(record_id_at(row, 0));
      dropped.newest = std::max(dropped.newest, number_at<Seq>(row, 2));
    }
  }
  run(database_, "DELETE FROM records WHERE tombstone = 1 AND at <= ?1", until);
  return dropped;
}

}  // namespace mur::broker
