#include "shared/sqlite/database.h"

#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "shared/sqlite/durable.h"

namespace mur::sqlite {
namespace {

constexpr int kBusyMilliseconds = 1000;  // a program that just ended gives its lock back within this

int number(SQLite::Database& database, const char* pragma) { return database.execAndGet(pragma).getInt(); }

void set_discipline(SQLite::Database& database) {
  database.exec("PRAGMA synchronous = FULL");
  database.exec("PRAGMA secure_delete = ON");
  database.exec("PRAGMA trusted_schema = OFF");
  database.exec("PRAGMA cell_size_check = ON");
}

/// The caller's transaction: either the whole way to the newest schema, or none of it.
void migrate(SQLite::Database& database, const Schema& schema, int version) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  for (int step = version; step < schema.newest(); ++step) database.exec(schema.steps[static_cast<std::size_t>(step)]);
  database.exec(fmt::format("PRAGMA application_id = {}", schema.application_id));
  database.exec(fmt::format("PRAGMA user_version = {}", schema.newest()));
  transaction.commit();
}

bool is_empty(SQLite::Database& database) {
  return database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
}

Status copy_before_migration(SQLite::Database& database, const std::filesystem::path& file, int version) {
  const std::filesystem::path copy = file.string() + fmt::format(".before-schema-{}", version + 1);
  std::error_code error;
  std::filesystem::remove(copy, error);  // of a try that ended before its migration did
  if (error) return fail(io_error(copy, error.value()));
  return copy_to(database, copy);
}

/// Reads before it writes: a file that is not ours, or newer than we are, stays as it is.
Result<int> version_of(SQLite::Database& database, const Schema& schema, const std::filesystem::path& file) {
  const int version = number(database, "PRAGMA user_version");
  const bool is_ours = number(database, "PRAGMA application_id") == schema.application_id;
  if (is_ours ? version <= schema.newest() : is_empty(database)) return version;
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  if (!is_ours)
    return fail(Errc::corrupt, file.string(),
                fmt::format("{} is not a file of this kind; move it away, or name another folder", file.string()));
  return fail(Errc::unsupported, file.string(),
              fmt::format("{} was written by a newer version of Mur (schema {}; this one knows {}); "
                          "run that version, or restore a backup made before it",
                          file.string(), version, schema.newest()));
}

Status prepare(SQLite::Database& database, const Schema& schema, const std::filesystem::path& file) {
  database.exec("PRAGMA locking_mode = EXCLUSIVE");
  const auto version = version_of(database, schema, file);
  if (!version) return fail(version.error());
  if (database.execAndGet("PRAGMA journal_mode = WAL").getString() != "wal")
    return fail(Errc::io, file.string(),
                fmt::format("{} lies on a disk without write-ahead logging; use a local disk", file.string()));
  set_discipline(database);
  if (const Status emptied = checkpoint(database, file); !emptied) return emptied;
  if (*version == schema.newest()) return {};
  if (!is_empty(database))
    if (const Status copied = copy_before_migration(database, file, *version); !copied) return copied;
  migrate(database, schema, *version);
  return {};
}

}  // namespace

Result<std::unique_ptr<SQLite::Database>> open(const std::filesystem::path& file, const Schema& schema,
                                               Missing missing) {
  std::error_code error;
  const bool exists = std::filesystem::exists(file, error);
  if (error) return fail(io_error(file, error.value()));
  if (!exists) {
    if (missing == Missing::refuse)
      return fail(Errc::not_found, file.string(), fmt::format("there is no {}", file.string()));
    if (const Status made = create_folder(file.parent_path()); !made) return fail(made.error());
    if (const Status made = create_private(file); !made) return fail(made.error());
    if (const Status synced = sync(file.parent_path()); !synced) return fail(synced.error());
  }
  return guarded(file, [&]() -> Result<std::unique_ptr<SQLite::Database>> {
    auto database = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE, kBusyMilliseconds);
    if (const Status ready = prepare(*database, schema, file); !ready) return fail(ready.error());
    return database;
  });
}

Result<std::unique_ptr<SQLite::Database>> open_in_memory(const Schema& schema) {
  const std::filesystem::path name{":memory:"};
  return guarded(name, [&]() -> Result<std::unique_ptr<SQLite::Database>> {
    auto database = std::make_unique<SQLite::Database>(name.string(), SQLite::OPEN_READWRITE);
    set_discipline(*database);
    database->exec("PRAGMA temp_store = MEMORY");
    migrate(*database, schema, 0);
    return database;
  });
}

Status checkpoint(SQLite::Database& database, const std::filesystem::path& file) {
  return guarded(file, [&]() -> Status {
    SQLite::Statement statement(database, "PRAGMA wal_checkpoint(TRUNCATE)");
    if (statement.executeStep() && statement.getColumn(0).getInt() != 0)
      return fail(Errc::io, file.string(), fmt::format("the write-ahead log of {} cannot be emptied", file.string()));
    return {};
  });
}

Status copy_to(SQLite::Database& database, const std::filesystem::path& to) {
  std::error_code error;
  if (std::filesystem::exists(to, error))
    return fail(Errc::conflict, to.string(), fmt::format("{} exists already; name another file", to.string()));
  const std::filesystem::path partial = to.string() + ".partial";
  std::filesystem::remove(partial, error);
  if (const Status made = create_private(partial); !made) return made;
  const Status copied = guarded(partial, [&]() -> Status {
    SQLite::Database copy(partial.string(), SQLite::OPEN_READWRITE);
    copy.exec("PRAGMA locking_mode = EXCLUSIVE");
    if (const int copied_all = SQLite::Backup(copy, database).executeStep(); copied_all != SQLITE_DONE)
      throw SQLite::Exception("the copy was interrupted", copied_all);
    copy.exec("PRAGMA journal_mode = DELETE");
    return {};
  });
  const Status synced = copied ? sync(partial) : copied;
  if (!synced) {
    std::filesystem::remove(partial, error);
    return synced;
  }
  return rename_durably(partial, to);
}

Status check_integrity(SQLite::Database& database, const std::filesystem::path& file) {
  return guarded(file, [&]() -> Status {
    const std::string found = database.execAndGet("PRAGMA integrity_check(1)").getString();
    if (found == "ok") return {};
    return fail(Errc::corrupt, file.string(), fmt::format("{} is damaged: {}", file.string(), found));
  });
}

Error error_from(const SQLite::Exception& exception, const std::filesystem::path& file) {
  const std::string name = file.string();
  switch (exception.getErrorCode() & 0xFF) {
    case SQLITE_FULL:
      return {Errc::try_again, name, fmt::format("the disk that holds {} is full; make room on it", name)};
    case SQLITE_CONSTRAINT: return {Errc::conflict, name, fmt::format("{}: {}", name, exception.what())};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {Errc::conflict, name, fmt::format("{} is in use by another program; end that one first", name)};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {Errc::corrupt, name,
              fmt::format("{} is damaged ({}); restore a backup, or move it away", name, exception.what())};
    default: return {Errc::io, name, fmt::format("{}: {}", name, exception.what())};
  }
}

}  // namespace mur::sqlite
