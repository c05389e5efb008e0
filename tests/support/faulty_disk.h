#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace mur::test {

/// The disk under SQLite, in a test's hands: from its making on, what SQLite opens in this process goes through it. It
/// fills up, fails to sync, and knows what a power cut would leave: of each file the bytes of its last sync, nothing of
/// what was never synced. Make it before the store and let the store go first.
class FaultyDisk {
 public:
  FaultyDisk();
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  void fill_up() { full_ = true; }
  void make_room() { full_ = false; }
  /// Once: as a disk that reports the loss of what it had not written yet, and then goes on.
  void fail_next_sync() { fail_sync_ = true; }
  /// Writes to `folder` what a power cut now would leave of the files of `of`.
  void cut_power(const std::filesystem::path& of, const std::filesystem::path& folder) const;

 private:
  struct File;
  struct Calls;
  friend struct Calls;

  void sync_folder();  // deletions last from here on

  sqlite3_vfs* real_;
  sqlite3_vfs vfs_;
  sqlite3_io_methods methods_{};
  bool full_ = false;
  bool fail_sync_ = false;
  std::map<std::string, std::string> synced_;  // by path
  std::set<std::string> deleted_;              // paths; back after a power cut
};

}  // namespace mur::test
