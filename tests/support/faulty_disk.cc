#include "tests/support/faulty_disk.h"

#include <fstream>
#include <new>
#include <utility>

namespace mur::test {

/// In the memory that SQLite gives for a file: ours first, the real one behind.
struct FaultyDisk::File {
  sqlite3_file base{};
  FaultyDisk* disk = nullptr;
  std::string path;
  bool syncs_folder = false;  ///< as the unix VFS does with the first sync of a new journal or write-ahead log

  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

struct FaultyDisk::Calls {
  static File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
  static sqlite3_file* real(sqlite3_file* file) { return of(file).real(); }
  static FaultyDisk& disk(sqlite3_vfs* vfs) { return *static_cast<FaultyDisk*>(vfs->pAppData); }

  static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    FaultyDisk& self = disk(vfs);
    auto* ours = new (file) File{.base = {},
                                 .disk = &self,
                                 .path = name == nullptr ? "" : name,
                                 .syncs_folder = (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL)) != 0};
    const int opened = self.real_->xOpen(self.real_, name, ours->real(), flags, out_flags);
    if (opened == SQLITE_OK)
      ours->base.pMethods = &self.methods_;
    else
      ours->~File();
    return opened;
  }
  static int remove(sqlite3_vfs* vfs, const char* name, int sync_folder) {
    FaultyDisk& self = disk(vfs);
    self.deleted_.insert(name);
    if (sync_folder != 0) self.sync_folder();
    return self.real_->xDelete(self.real_, name, sync_folder);
  }

  static int close(sqlite3_file* file) {
    const int closed = real(file)->pMethods->xClose(real(file));
    of(file).~File();
    return closed;
  }
  static int read(sqlite3_file* file, void* out, int size, sqlite3_int64 at) {
    return real(file)->pMethods->xRead(real(file), out, size, at);
  }
  static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    if (of(file).disk->full_) return SQLITE_FULL;
    return real(file)->pMethods->xWrite(real(file), bytes, size, at);
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    return real(file)->pMethods->xTruncate(real(file), size);
  }
  static int sync(sqlite3_file* file, int flags) {
    File& ours = of(file);
    if (std::exchange(ours.disk->fail_sync_, false)) return SQLITE_IOERR_FSYNC;
    const int synced = ours.real()->pMethods->xSync(ours.real(), flags);
    if (synced != SQLITE_OK || ours.path.empty()) return synced;
    if (std::exchange(ours.syncs_folder, false)) ours.disk->sync_folder();
    sqlite3_int64 size = 0;
    ours.real()->pMethods->xFileSize(ours.real(), &size);
    std::string content(static_cast<std::size_t>(size), '\0');
    ours.real()->pMethods->xRead(ours.real(), content.data(), static_cast<int>(size), 0);
    ours.disk->deleted_.erase(ours.path);  // made anew under the same name
    ours.disk->synced_.insert_or_assign(ours.path, std::move(content));
    return synced;
  }
  static int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return real(file)->pMethods->xFileSize(real(file), size);
  }
  static int lock(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }
  static int unlock(sqlite3_file* file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
  static int is_reserved(sqlite3_file* file, int* out) {
    return real(file)->pMethods->xCheckReservedLock(real(file), out);
  }
  static int control(sqlite3_file* file, int operation, void* argument) {
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
  }
  static int sector_size(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
  static int characteristics(sqlite3_file* file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }
};

FaultyDisk::FaultyDisk() : real_{sqlite3_vfs_find(nullptr)}, vfs_{*real_} {
  // Version 1: no shared memory, which a connection that has its file for itself needs not.
  methods_ = {.iVersion = 1,
              .xClose = Calls::close,
              .xRead = Calls::read,
              .xWrite = Calls::write,
              .xTruncate = Calls::truncate,
              .xSync = Calls::sync,
              .xFileSize = Calls::file_size,
              .xLock = Calls::lock,
              .xUnlock = Calls::unlock,
              .xCheckReservedLock = Calls::is_reserved,
              .xFileControl = Calls::control,
              .xSectorSize = Calls::sector_size,
              .xDeviceCharacteristics = Calls::characteristics};
  vfs_.zName = "mur-faulty-disk";
  vfs_.pNext = nullptr;
  vfs_.pAppData = this;
  vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
  vfs_.xOpen = Calls::open;
  vfs_.xDelete = Calls::remove;
  sqlite3_vfs_register(&vfs_, 1);
}

FaultyDisk::~FaultyDisk() { sqlite3_vfs_unregister(&vfs_); }

void FaultyDisk::sync_folder() {
  for (const std::string& name : deleted_) synced_.erase(name);
  deleted_.clear();
}

void FaultyDisk::cut_power(const std::filesystem::path& of, const std::filesystem::path& folder) const {
  for (const auto& [name, content] : synced_) {
    const std::filesystem::path path{name};
    if (path.parent_path() != of) continue;
    std::ofstream(folder / path.filename(), std::ios::binary)
        .write(content.data(), static_cast<std::streamsize>(content.size()));
  }
}

}  // namespace mur::test
