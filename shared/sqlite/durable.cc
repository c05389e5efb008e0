#include "shared/sqlite/durable.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace mur::sqlite {

Error io_error(const std::filesystem::path& path, int error_number) {
  return {.code = Errc::io,
          .field = path.string(),
          .message = path.string() + ": " + std::generic_category().message(error_number)};
}

Status create_private(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0 && errno == EEXIST)
    return fail(Errc::conflict, path.string(), path.string() + " exists already; name another file, or move it away");
  if (file < 0) return fail(io_error(path, errno));
  ::close(file);
  return {};
}

Status create_folder(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::create_directories(folder, error)) {
    if (error) return fail(io_error(folder, error.value()));
    return {};
  }
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  if (error) return fail(io_error(folder, error.value()));
  return {};
}

Status sync(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return fail(io_error(path, errno));
  const int synced = ::fsync(file);
  const int error_number = errno;
  ::close(file);
  if (synced != 0) return fail(io_error(path, error_number));
  return {};
}

Status rename_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code error;
  std::filesystem::rename(from, to, error);
  if (error) return fail(io_error(to, error.value()));
  return sync(to.has_parent_path() ? to.parent_path() : std::filesystem::path{"."});
}

}  // namespace mur::sqlite
