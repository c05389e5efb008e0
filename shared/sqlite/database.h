#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "shared/base/result.h"

/// The one discipline of every SQLite file of Mur (DESIGN.md § 4, Store): WAL, synchronous=FULL, secure_delete=ON, and
/// a connection that locks the file for itself, for SQLite before 3.51.3 can corrupt a WAL that two connections write
/// or checkpoint. No -shm file is made.
namespace mur::sqlite {

/// A file's layout and how it came to be.
struct Schema {
  std::int32_t application_id = 0;     ///< PRAGMA application_id: a file of another kind is refused
  std::span<const char* const> steps;  ///< SQL; steps[n] brings user_version n to n + 1. Append only.

  [[nodiscard]] int newest() const { return static_cast<int>(steps.size()); }
};

enum class Missing : std::uint8_t { refuse, create };

/// Opens the file, checks that it is ours, and brings it to the newest schema in one transaction, after a copy of an
/// older file to `FILE.before-schema-N`. What the last program left in the write-ahead log is in the file itself when
/// this returns. Errc::not_found (Missing::refuse), Errc::unsupported (a newer program's file; it stays untouched),
/// Errc::corrupt, Errc::conflict (another program has it open), Errc::io.
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> open(const std::filesystem::path& file, const Schema& schema,
                                                             Missing missing);
[[nodiscard]] Result<std::unique_ptr<SQLite::Database>> open_in_memory(const Schema& schema);

/// Empties the write-ahead log into the file and truncates it: no deleted row is left in it.
[[nodiscard]] Status checkpoint(SQLite::Database& database, const std::filesystem::path& file);

/// A consistent, durable copy in one new file that needs no -wal, private to its owner. It appears under its name only
/// once it is whole. Errc::conflict if the file exists.
[[nodiscard]] Status copy_to(SQLite::Database& database, const std::filesystem::path& to);

/// PRAGMA integrity_check; Errc::corrupt with its first finding.
[[nodiscard]] Status check_integrity(SQLite::Database& database, const std::filesystem::path& file);

/// What an exception of SQLite means: Errc::try_again (disk full), Errc::conflict (a constraint, or in use by another
/// program), Errc::corrupt, else Errc::io.
[[nodiscard]] Error error_from(const SQLite::Exception& exception, const std::filesystem::path& file);

/// Runs `work`, which returns a Result; SQLite's exceptions end here.
template <class Work>
[[nodiscard]] auto guarded(const std::filesystem::path& file, Work&& work) -> decltype(work()) {
  try {
    return std::forward<Work>(work)();
  } catch (const SQLite::Exception& exception) {
    return fail(error_from(exception, file));
  }
}

}  // namespace mur::sqlite
