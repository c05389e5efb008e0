#include "broker/core/backup_folder.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>

#include "shared/domain/limits.h"

namespace mur::broker {
namespace {

constexpr std::string_view kEnding = ".db";

bool is_plain(std::string_view name) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
  };
  return !name.empty() && name.size() <= limits::kName && name.front() != '.' && std::ranges::all_of(name, allowed);
}

std::string name_for(const std::string& asked, TimePoint now) {
  if (asked.empty())
    return fmt::format("mur-{:%Y%m%dT%H%M%S}Z{}", fmt::gmtime(std::chrono::system_clock::to_time_t(now)), kEnding);
  return asked.ends_with(kEnding) ? asked : asked + std::string(kEnding);
}

}  // namespace

Result<std::filesystem::path> BackupFolder::add(LogStore& store, const std::string& name, TimePoint now) const {
  const std::string file = name_for(name, now);
  if (!is_plain(file))
    return fail(Errc::invalid, "name", "a backup's name has letters, digits, '-', '_' and '.' only, and no folder");
  std::error_code made;
  std::filesystem::create_directories(folder_, made);
  if (made || ::chmod(folder_.c_str(), S_IRWXU) != 0)
    return fail(Errc::try_again, folder_.string(), fmt::format("cannot make {}; free some room", folder_.string()));
  const std::filesystem::path path = folder_ / file;
  if (Status copied = store.back_up(path); !copied) return fail(copied.error());
  ::chmod(path.c_str(), S_IRUSR | S_IWUSR);
  // Dated by the broker's clock, by which its age is told.
  const auto seconds = std::chrono::floor<Seconds>(now);
  const timespec at{.tv_sec = seconds.time_since_epoch().count(), .tv_nsec = 0};
  const timespec times[2] = {at, at};
  ::utimensat(AT_FDCWD, path.c_str(), times, 0);
  return path;
}

std::size_t BackupFolder::delete_old(TimePoint now) const {
  std::size_t deleted = 0;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder_, ignored)) {
    struct stat about{};
    if (entry.path().extension() != kEnding || ::lstat(entry.path().c_str(), &about) != 0) continue;
    const TimePoint written{Seconds{about.st_mtim.tv_sec}};
    if (!S_ISREG(about.st_mode) || now - written < limits::kBackupsKept) continue;
    if (std::filesystem::remove(entry.path(), ignored)) ++deleted;
  }
  return deleted;
}

}  // namespace mur::broker
