#pragma once

#include <filesystem>
#include <string>

#include "broker/ports/log_store.h"

namespace mur::broker {

/// DIR/backups: copies of the log, mode 0600, each for limits::kBackupsKept.
class BackupFolder {
 public:
  explicit BackupFolder(std::filesystem::path folder) : folder_{std::move(folder)} {}

  /// Writes a copy and returns its path. `name` empty: made from the time ("mur-20260314T101500Z.db"). Errc::invalid
  /// for a name that is not a plain file name; Errc::conflict if the file exists.
  Result<std::filesystem::path> add(LogStore& store, const std::string& name, TimePoint now) const;
  /// Deletes what is older than limits::kBackupsKept by `now`; returns how many.
  std::size_t delete_old(TimePoint now) const;

 private:
  std::filesystem::path folder_;
};

/// Deletes the copies of the log that a restore or an upgrade left in the data folder, once they are as old as a backup
/// may get: they hold what was erased since. Returns how many.
std::size_t delete_old_copies(const std::filesystem::path& data, TimePoint now);

}  // namespace mur::broker
