#include "broker/store/data_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <utility>

#include "shared/sqlite/durable.h"

namespace mur::broker {
namespace {

/// " by process 4711", as its holder wrote it; empty if it has not yet.
std::string holder_of(int file) {
  std::array<char, 32> text{};
  const ssize_t size = ::pread(file, text.data(), text.size(), 0);
  const std::string digits(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  const std::size_t end = digits.find_first_not_of("0123456789");
  return end == 0 || digits.empty() ? std::string{} : " by process " + digits.substr(0, end);
}

}  // namespace

DataLock::DataLock(std::filesystem::path folder, int file) : folder_{std::move(folder)}, file_{file} {}

DataLock::DataLock(DataLock&& other) noexcept
    : folder_{std::move(other.folder_)}, file_{std::exchange(other.file_, -1)} {}

DataLock& DataLock::operator=(DataLock&& other) noexcept {
  std::swap(folder_, other.folder_);
  std::swap(file_, other.file_);
  return *this;
}

DataLock::~DataLock() {
  if (file_ >= 0) ::close(file_);
}

Result<DataLock> DataLock::take(const std::filesystem::path& folder) {
  if (const Status made = sqlite::create_folder(folder); !made) return fail(made.error());
  const std::filesystem::path path = folder / "lock";
  const int file = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (file < 0) return fail(sqlite::io_error(path, errno));
  DataLock lock(folder, file);
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return fail(sqlite::io_error(path, errno));
    return fail(Errc::conflict, folder.string(),
                fmt::format("{} is already in use{}; end that one first, or name another folder", folder.string(),
                            holder_of(file)));
  }
  const std::string number = fmt::format("{}\n", ::getpid());
  if (::ftruncate(file, 0) != 0 || ::pwrite(file, number.data(), number.size(), 0) < 0)
    return fail(sqlite::io_error(path, errno));
  return lock;
}

}  // namespace mur::broker
