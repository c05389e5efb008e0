#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <optional>
#include <vector>

#include "shared/domain/state_hash.h"
#include "shared/link/replica.h"

/// The tables of replica.db, as statements. All of them throw SQLite::Exception; transactions are their caller's.
namespace mur::link {

/// The statements of one connection, prepared once. Lives no longer than the connection.
class ReplicaRows {
 public:
  /// Makes the staging area: a table of this connection's own, in memory.
  explicit ReplicaRows(SQLite::Database& database);

  /// Where the replica stands; a nil epoch when its records are of another version of the encoding than this program's.
  [[nodiscard]] ReplicaHead head();
  void put_head(const ReplicaHead& head);
  void put_heard_at(TimePoint at);

  /// Calls `visit(id, seq, bytes)` in id order.
  void each(const std::function<void(const RecordId&, Seq, const Bytes&)>& visit);
  /// Writes the record, or takes it away, and brings `hash` along. False: what is there is newer and stays.
  bool put(const protocol::WireRecord& record, StateHash& hash);
  void clear();
  std::vector<RecordId> remove_kind(RecordKind kind);

  void clear_staging();
  /// Of two versions of one record the one with the higher seq stays.
  void stage(const protocol::WireRecord& record);
  void each_staged(const std::function<void(const protocol::WireRecord&)>& visit);

 private:
  SQLite::Database& database_;
  SQLite::Statement find_;
  SQLite::Statement put_;
  SQLite::Statement remove_;
  SQLite::Statement stage_;
};

}  // namespace mur::link
