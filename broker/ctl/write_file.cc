#include "broker/ctl/write_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace mur::ctl {
namespace {

std::unexpected<Error> cannot_write(const std::filesystem::path& path) {
  const int reason = errno;
  return fail(Errc::io, path.string(), fmt::format("cannot write {}: {}", path.string(), std::strerror(reason)));
}

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// So that the name itself survives a power cut.
bool sync_folder(const std::filesystem::path& folder) {
  const int opened = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (opened < 0) return false;
  const bool synced = ::fsync(opened) == 0;
  ::close(opened);
  return synced;
}

}  // namespace

Status write_new_file(const std::filesystem::path& path, std::string_view text) {
  std::string draft = path.string() + ".XXXXXX";
  const int file = ::mkostemp(draft.data(), O_CLOEXEC);  // mode 0600
  if (file < 0) return cannot_write(path);
  const bool written = write_all(file, text) && ::fsync(file) == 0;
  ::close(file);
  // A link, unlike a renaming, never takes the place of what is there.
  const bool linked = written && ::link(draft.c_str(), path.c_str()) == 0;
  const int reason = errno;
  ::unlink(draft.c_str());
  errno = reason;
  if (!linked && written && reason == EEXIST)
    return fail(Errc::conflict, path.string(),
                fmt::format("{} exists, and is not overwritten; give another name", path.string()));
  if (!linked || !sync_folder(path.parent_path())) return cannot_write(path);
  return {};
}

Status write_public_file(const std::filesystem::path& path, std::string_view text) {
  constexpr mode_t kForAll = 0644;
  std::string draft = path.string() + ".XXXXXX";
  const int file = ::mkostemp(draft.data(), O_CLOEXEC);
  if (file < 0) return cannot_write(path);
  const bool written = write_all(file, text) && ::fchmod(file, kForAll) == 0 && ::fsync(file) == 0;
  ::close(file);
  if (written && ::rename(draft.c_str(), path.c_str()) == 0 && sync_folder(path.parent_path())) return {};
  const int reason = errno;
  ::unlink(draft.c_str());
  errno = reason;
  return cannot_write(path);
}

}  // namespace mur::ctl
