#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "shared/base/result.h"
#include "shared/sqlite/database.h"

namespace mur::sqlite {

/// A database whose disk is believed until it fails once. A full disk and a broken rule leave the file as it was; after
/// any other failure nobody knows what the disk holds (a failed fsync may have dropped the pages it could not write),
/// so that every later call fails too and the next start of the program finds out.
class DurableDatabase {
 public:
  DurableDatabase(std::filesystem::path file, std::unique_ptr<SQLite::Database> database)
      : file_{std::move(file)}, database_{std::move(database)} {}

  [[nodiscard]] SQLite::Database& connection() const { return *database_; }
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }

  /// Runs `work`, which returns a Result, in one transaction: durable when this returns a value, undone else.
  template <class Work>
  auto write(Work&& work) -> decltype(work()) {
    if (broken_) return fail(*broken_);
    try {
      SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
      auto done = std::forward<Work>(work)();
      if (done) transaction.commit();
      return done;
    } catch (const SQLite::Exception& exception) {
      return fail(remember(error_from(exception, file_)));
    }
  }

  template <class Work>
  auto read(Work&& work) const -> decltype(work()) {
    if (broken_) return fail(*broken_);
    return guarded(file_, std::forward<Work>(work));
  }

  /// After an erasure: leaves no deleted row in the write-ahead log.
  Status checkpoint() {
    if (broken_) return fail(*broken_);
    if (const Status emptied = sqlite::checkpoint(*database_, file_); !emptied) return fail(remember(emptied.error()));
    return {};
  }

  Status copy_to(const std::filesystem::path& to) {
    if (broken_) return fail(*broken_);
    return sqlite::copy_to(*database_, to);
  }

 private:
  Error remember(Error error) {
    if (error.code == Errc::try_again || error.code == Errc::conflict) return error;
    error.code = Errc::io;
    error.message += "; end this program, look at this disk, and start it again";
    broken_ = error;
    return error;
  }

  std::filesystem::path file_;
  std::unique_ptr<SQLite::Database> database_;
  std::optional<Error> broken_;
};

}  // namespace mur::sqlite
