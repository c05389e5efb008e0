#include "broker/feeds/calendar_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace mur::feeds {
namespace {

constexpr std::size_t kChunk = 64 * 1024;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_{number} {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return number_; }

 private:
  int number_;
};

/// The path is the admin's own and may be told; it holds no secret that `ls` would not show.
FetchOutcome trouble(FeedTrouble what, const std::string& path, std::string_view why) {
  return {.trouble = what, .problem = fmt::format("{} {}", path, why)};
}

FetchOutcome cannot_read(const std::string& path) {
  const std::string reason = std::generic_category().message(errno);
  return trouble(
      FeedTrouble::unreachable, path,
      fmt::format("can't be read ({}); check that it is there and that the broker's user may read it", reason));
}

}  // namespace

FetchOutcome read_calendar_file(const std::string& path, std::size_t most) {
  const auto not_regular = [&path] {
    return trouble(FeedTrouble::forbidden, path, "is not a plain file; give the path of an .ics file");
  };
  // Looked at before it is opened: opening alone makes some devices do something.
  struct stat about{};
  if (::stat(path.c_str(), &about) != 0) return cannot_read(path);
  if (!S_ISREG(about.st_mode)) return not_regular();
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (file.get() < 0 || ::fstat(file.get(), &about) != 0) return cannot_read(path);
  if (!S_ISREG(about.st_mode)) return not_regular();

  FetchOutcome outcome;
  std::array<char, kChunk> chunk{};
  while (outcome.body.size() <= most) {
    const ssize_t read = ::read(file.get(), chunk.data(), chunk.size());
    if (read < 0 && errno == EINTR) continue;
    if (read < 0) return cannot_read(path);
    if (read == 0) return outcome;
    outcome.body.append(chunk.data(), static_cast<std::size_t>(read));
  }
  return trouble(FeedTrouble::too_large, path,
                 fmt::format("is larger than {} MiB; leave out what is long past", most / (1024 * 1024)));
}

}  // namespace mur::feeds
