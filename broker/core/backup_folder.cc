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

namespace {

bool is_old(const std::filesystem::path& path, TimePoint now) {
  struct stat about{};
  if (::lstat(path.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) return false;
  return now - TimePoint{Seconds{about.st_mtim.tv_sec}} >= limits::kBackupsKept;
}

std::size_t delete_where(const std::filesystem::path& folder, TimePoint now, const auto& fits) {
  std::size_t deleted = 0;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
    if (fits(entry.path()) && is_old(entry.path(), now) && std::filesystem::remove(entry.path(), ignored)) ++deleted;
  return deleted;
}

}  // namespace

std::size_t BackupFolder::delete_old(TimePoint now) const {
  return delete_where(folder_, now, [](const std::filesystem::path& path) { return path.extension() == kEnding; });
}

std::size_t delete_old_copies(const std::filesystem::path& data, TimePoint now) {
  return delete_where(data, now, [](const std::filesystem::path& path) {
    return path.filename().string().starts_with("log.db.before-");
  });
}

}  // namespace mur::broker
