#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstddef>
#include <optional>
#include <vector>

#include "broker/ports/log_store.h"

/// The tables of log.db, as statements. All of them throw SQLite::Exception; transactions are their caller's.
namespace mur::broker {

/// The statements of one connection, prepared once. Lives no longer than the connection.
class LogRows {
 public:
  explicit LogRows(SQLite::Database& database);

  void put_head(const LogHead& head);
  void put_record(const LogRecord& record);
  void put_receipt(const ReceiptRow& row, TimePoint at);
  void put_audit(const AuditRow& row);
  /// An empty box deletes.
  void put_contact(const ContactChange& change);

  [[nodiscard]] std::optional<LogHead> head();
  [[nodiscard]] std::optional<ReceiptRow> receipt(PrincipalId principal, CommandId command);
  [[nodiscard]] std::optional<SealedContact> contact(const RecordId& post);
  [[nodiscard]] std::vector<AuditRow> audit(std::size_t most);
  /// In (kind, id) order, until `visit` fails.
  Status records_since(Seq since, const std::function<Status(const LogRecord&)>& visit);

  void delete_receipts(TimePoint until);
  void delete_audit(TimePoint until);
  void delete_contacts(TimePoint now);
  struct Dropped {
    std::vector<RecordId> ids;  ///< in id order
    Seq newest = 0;
  };
  Dropped delete_tombstones(TimePoint until);

 private:
  SQLite::Database& database_;
  SQLite::Statement put_head_;
  SQLite::Statement put_record_;
  SQLite::Statement put_receipt_;
  SQLite::Statement put_audit_;
  SQLite::Statement put_contact_;
  SQLite::Statement delete_contact_;
  SQLite::Statement keep_contact_;
  SQLite::Statement receipt_;
  SQLite::Statement contact_;
};

}  // namespace mur::broker
