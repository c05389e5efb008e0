#include "shared/link/replica_rows.h"

#include <sqlite3.h>

#include "shared/protocol/codec.h"
#include "shared/sqlite/values.h"

namespace mur::link {
namespace {

using sqlite::array_at;
using sqlite::bind_all;
using sqlite::bytes_at;
using sqlite::id_at;
using sqlite::number_at;
using sqlite::time_at;
using sqlite::uuid_at;

constexpr const char* kStaging = R"sql(
CREATE TEMP TABLE staging (
  kind  INTEGER NOT NULL,
  uuid  BLOB    NOT NULL,
  seq   INTEGER NOT NULL,
  live  INTEGER NOT NULL,
  bytes BLOB    NOT NULL,
  PRIMARY KEY (kind, uuid)
) STRICT
)sql";

SQLite::Database& with_staging(SQLite::Database& database) {
  database.exec("PRAGMA temp_store = MEMORY");
  database.exec(kStaging);
  return database;
}

RecordId record_id_at(const SQLite::Statement& row) {
  return {.kind = number_at<RecordKind>(row, 0), .uuid = uuid_at(row, 1)};
}

}  // namespace

ReplicaRows::ReplicaRows(SQLite::Database& database)
    : database_{with_staging(database)},
      find_{database, "SELECT seq, bytes FROM records WHERE kind = ?1 AND uuid = ?2"},
      put_{database,
           "INSERT INTO records (kind, uuid, seq, schema, bytes) VALUES (?1, ?2, ?3, ?4, ?5) "
           "ON CONFLICT (kind, uuid) DO UPDATE SET seq = excluded.seq, schema = excluded.schema, "
           "bytes = excluded.bytes"},
      remove_{database, "DELETE FROM records WHERE kind = ?1 AND uuid = ?2"},
      stage_{database,
             "INSERT INTO temp.staging (kind, uuid, seq, live, bytes) VALUES (?1, ?2, ?3, ?4, ?5) "
             "ON CONFLICT (kind, uuid) DO UPDATE SET seq = excluded.seq, live = excluded.live, bytes = excluded.bytes "
             "WHERE excluded.seq >= seq"} {}

ReplicaHead ReplicaRows::head() {
  SQLite::Statement row(database_, "SELECT epoch, seq, hash, heard_at, record_schema FROM replica");
  if (!row.executeStep()) throw SQLite::Exception("the replica has lost its head", SQLITE_CORRUPT);
  ReplicaHead head{.epoch = id_at<Epoch>(row, 0),
                   .seq = number_at<Seq>(row, 1),
                   .hash = array_at<16>(row, 2),
                   .heard_at = time_at(row, 3)};
  if (number_at<std::uint16_t>(row, 4) != protocol::kRecordSchema) head = {.heard_at = head.heard_at};
  return head;
}

void ReplicaRows::put_head(const ReplicaHead& head) {
  SQLite::Statement put(database_,
                        "UPDATE replica SET epoch = ?1, seq = ?2, hash = ?3, heard_at = ?4, "
                        "record_schema = ?5");
  bind_all(put, head.epoch, head.seq, head.hash, head.heard_at, protocol::kRecordSchema).exec();
}

void ReplicaRows::put_heard_at(TimePoint at) {
  SQLite::Statement put(database_, "UPDATE replica SET heard_at = ?1");
  bind_all(put, at).exec();
}

void ReplicaRows::each(const std::function<void(const RecordId&, Seq, const Bytes&)>& visit) {
  SQLite::Statement row(database_, "SELECT kind, uuid, seq, bytes FROM records ORDER BY kind, uuid");
  while (row.executeStep()) visit(record_id_at(row), number_at<Seq>(row, 2), bytes_at(row, 3));
}

bool ReplicaRows::put(const protocol::WireRecord& record, StateHash& hash) {
  if (bind_all(find_, record.id.kind, record.id.uuid).executeStep()) {
    const bool is_newer = number_at<Seq>(find_, 0) > record.seq;
    if (!is_newer) hash.remove(record.id, bytes_at(find_, 1));
    find_.reset();  // else it would keep the write-ahead log from being emptied
    if (is_newer) return false;
  }
  if (record.live) {
    bind_all(put_, record.id.kind, record.id.uuid, record.seq, protocol::kRecordSchema, record.bytes).exec();
    hash.add(record.id, record.bytes);
  } else {
    bind_all(remove_, record.id.kind, record.id.uuid).exec();
  }
  return true;
}

void ReplicaRows::clear() { database_.exec("DELETE FROM records"); }

std::vector<RecordId> ReplicaRows::remove_kind(RecordKind kind) {
  std::vector<RecordId> removed;
  SQLite::Statement row(database_, "DELETE FROM records WHERE kind = ?1 RETURNING kind, uuid");
  bind_all(row, kind);
  while (row.executeStep()) removed.push_back(record_id_at(row));
  return removed;
}

void ReplicaRows::clear_staging() { database_.exec("DELETE FROM temp.staging"); }

void ReplicaRows::stage(const protocol::WireRecord& record) {
  bind_all(stage_, record.id.kind, record.id.uuid, record.seq, record.live, record.bytes).exec();
}

void ReplicaRows::each_staged(const std::function<void(const protocol::WireRecord&)>& visit) {
  SQLite::Statement row(database_, "SELECT kind, uuid, seq, live, bytes FROM temp.staging ORDER BY kind, uuid");
  while (row.executeStep())
    visit({.id = record_id_at(row),
           .seq = number_at<Seq>(row, 2),
           .live = number_at<bool>(row, 3),
           .bytes = bytes_at(row, 4)});
}

}  // namespace mur::link
