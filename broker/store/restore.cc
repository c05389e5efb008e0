#include "broker/store/restore.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "broker/store/log_rows.h"
#include "broker/store/log_schema.h"
#include "shared/sqlite/database.h"
#include "shared/sqlite/durable.h"

namespace mur::broker {
namespace {

namespace fs = std::filesystem;

Status copy_privately(const fs::path& from, const fs::path& to) {
  std::error_code error;
  if (const Status made = sqlite::create_private(to); !made) return made;
  fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
  if (error) return fail(sqlite::io_error(to, error.value()));
  fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, error);
  return sqlite::sync(to);
}

/// Checks the copy and gives it its epoch; closing it leaves one file without a write-ahead log.
Result<LogHead> renew(const fs::path& copy, Epoch epoch) {
  auto database = sqlite::open(copy, log_schema(), sqlite::Missing::refuse);
  if (!database) return fail(database.error());
  if (const Status sound = sqlite::check_integrity(**database, copy); !sound) return fail(sound.error());
  return sqlite::guarded(copy, [&]() -> Result<LogHead> {
    LogRows rows(**database);
    std::optional<LogHead> head = rows.head();
    if (!head) return fail(Errc::corrupt, copy.string(), fmt::format("{} holds no log", copy.string()));
    head->epoch = epoch;
    rows.put_head(*head);
    if (const Status emptied = sqlite::checkpoint(**database, copy); !emptied) return fail(emptied.error());
    return *head;
  });
}

/// With its write-ahead log, which SQLite finds by the name.
Status move_aside(const fs::path& log, const fs::path& before) {
  for (const char* ending : {"", "-wal"}) {
    std::error_code error;
    if (!fs::exists(log.string() + ending, error)) continue;
    if (const Status moved = sqlite::rename_durably(log.string() + ending, before.string() + ending); !moved)
      return moved;
  }
  return {};
}

void remove_with_wal(const fs::path& file) {
  std::error_code ignored;
  for (const char* ending : {"", "-wal"}) fs::remove(file.string() + ending, ignored);
}

}  // namespace

Result<Restored> restore_log(const DataLock& lock, const fs::path& backup, Epoch epoch, TimePoint now) {
  std::error_code error;
  if (!fs::is_regular_file(backup, error))
    return fail(Errc::not_found, backup.string(), fmt::format("there is no backup {}", backup.string()));
  const fs::path log = lock.folder() / kLogFile;
  const fs::path restoring = lock.folder() / kRestoringFile;
  const fs::path checking = lock.folder() / "log.db.checking";
  const bool resumes = fs::exists(restoring, error);
  fs::path before = log.string() + fmt::format(".before-restore-{:%Y%m%dT%H%M%SZ}",
                                               fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
  if (fs::exists(before, error))
    return fail(Errc::conflict, before.string(), fmt::format("{} exists already; move it away", before.string()));

  remove_with_wal(checking);  // of a try that was killed: nothing was moved yet
  if (const Status copied = copy_privately(backup, checking); !copied) return fail(copied.error());
  auto head = renew(checking, epoch);
  if (!head) {
    remove_with_wal(checking);
    Error named = head.error();  // the reader knows the backup's name, not the copy's
    if (const std::size_t at = named.message.find(checking.string()); at != std::string::npos)
      named.message.replace(at, checking.string().size(), backup.string());
    named.field = backup.string();
    return fail(std::move(named));
  }
  if (resumes) remove_with_wal(restoring);
  if (const Status named = sqlite::rename_durably(checking, restoring); !named) return fail(named.error());
  const bool had_log = fs::exists(log, error);
  if (const Status moved = move_aside(log, before); !moved) return fail(moved.error());
  if (const Status placed = sqlite::rename_durably(restoring, log); !placed) return fail(placed.error());
  return Restored{
      .head = head->seq, .last_commit_at = head->last_commit_at, .before = had_log ? std::move(before) : fs::path{}};
}

}  // namespace mur::broker
