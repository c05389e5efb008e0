#include "shared/link/snapshot_copy.h"

#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <string>

#include "shared/sqlite/durable.h"

namespace mur::link {
namespace {

namespace fs = std::filesystem;

constexpr int kTries = 50;

/// A folder of our own that goes with the object.
class PrivateFolder {
 public:
  static Result<PrivateFolder> make() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "mur-replica-XXXXXX").string();
    if (error) return fail(sqlite::io_error("/tmp", error.value()));
    if (::mkdtemp(name.data()) == nullptr) return fail(sqlite::io_error(name, errno));
    return PrivateFolder(name);
  }
  PrivateFolder(PrivateFolder&& other) noexcept : path_{std::exchange(other.path_, {})} {}
  PrivateFolder& operator=(PrivateFolder&&) = delete;
  ~PrivateFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  explicit PrivateFolder(fs::path path) : path_{std::move(path)} {}
  fs::path path_;
};

/// Tells whether a checkpoint may have run between two looks. The writer changes the file only while its write-ahead
/// log holds what it writes there, and begins that log anew, under another salt, only after it is done. So a copy of
/// the file, whole or not, and then of the log is consistent if log and salt were the same before and after; and if
/// there was no log, if the file did not change.
struct Look {
  std::array<char, 32> log_header{};  // SQLite file format § 4.1: magic, checkpoint number, salts
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
  std::int64_t size = 0;

  friend bool operator==(const Look&, const Look&) = default;
};

Look look_at(const fs::path& file, const fs::path& log) {
  Look look;
  std::ifstream(log, std::ios::binary).read(look.log_header.data(), look.log_header.size());
  struct stat status{};
  if (look.log_header == std::array<char, 32>{} && ::stat(file.c_str(), &status) == 0) {
    look.seconds = status.st_mtim.tv_sec;
    look.nanoseconds = status.st_mtim.tv_nsec;
    look.size = status.st_size;
  }
  return look;
}

Status copy_if_there(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
  if (error == std::errc::no_such_file_or_directory) {
    fs::remove(to, error);
    return {};
  }
  if (error) return fail(sqlite::io_error(from, error.value()));
  return {};
}

Status copy_consistently(const fs::path& file, const fs::path& to) {
  const fs::path log = file.string() + "-wal";
  Status copied;
  for (int tried = 0; tried < kTries; ++tried) {
    const Look before = look_at(file, log);
    copied = copy_if_there(file, to);
    if (copied) copied = copy_if_there(log, to.string() + "-wal");
    // A log that was emptied under the copying is an I/O error, too: gone with the next try.
    if (copied && look_at(file, log) == before) return {};
  }
  if (!copied) return copied;
  return fail(Errc::try_again, file.string(),
              fmt::format("{} is being written all the time; try again", file.string()));
}

Result<std::unique_ptr<SQLite::Database>> load(const fs::path& copy, const sqlite::Schema& schema) {
  auto opened = sqlite::open(copy, schema, sqlite::Missing::refuse);
  if (!opened) return fail(opened.error());
  return sqlite::guarded(copy, [&]() -> Result<std::unique_ptr<SQLite::Database>> {
    (*opened)->exec("PRAGMA journal_mode = DELETE");  // memory has no write-ahead log
    auto memory = std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE);
    if (const int done = SQLite::Backup(*memory, **opened).executeStep(); done != SQLITE_DONE)
      throw SQLite::Exception("the copy was interrupted", done);
    return memory;
  });
}

}  // namespace

Result<std::unique_ptr<SQLite::Database>> copy_to_memory(const fs::path& file, const sqlite::Schema& schema) {
  std::error_code error;
  if (!fs::exists(file, error))
    return fail(Errc::not_found, file.string(), fmt::format("there is no {}", file.string()));
  const auto folder = PrivateFolder::make();
  if (!folder) return fail(folder.error());
  const fs::path copy = folder->path() / file.filename();
  if (const Status copied = copy_consistently(file, copy); !copied) return fail(copied.error());
  auto loaded = load(copy, schema);
  if (loaded) return loaded;
  Error named = loaded.error();  // the reader knows the file, not our copy of it
  named.field = file.string();
  if (const std::size_t at = named.message.find(copy.string()); at != std::string::npos)
    named.message.replace(at, copy.string().size(), file.string());
  return fail(std::move(named));
}

}  // namespace mur::link
