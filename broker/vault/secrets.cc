#include "broker/vault/secrets.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace mur::broker {
namespace {

using std::filesystem::path;

/// A file descriptor that closes itself.
class File {
 public:
  explicit File(int descriptor) : descriptor_{descriptor} {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] int get() const { return descriptor_; }
  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }

 private:
  int descriptor_;
};

std::unexpected<Error> cannot(const char* verb, const path& file) {
  const int reason = errno;
  return fail(Errc::io, file.string(), fmt::format("cannot {} {}: {}", verb, file.string(), std::strerror(reason)));
}

Status sync_folder(const path& folder) {
  const File opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (!opened.is_open() || ::fsync(opened.get()) != 0) return cannot("write", folder);
  return {};
}

Status write_secret(const path& file, const SecretKey256& secret) {
  const File opened{::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)};
  if (!opened.is_open()) return cannot("create", file);
  const std::string text = to_hex(secret) + "\n";
  if (::write(opened.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
    return cannot("write", file);
  if (::fsync(opened.get()) != 0) return cannot("write", file);
  return {};
}

Result<SecretKey256> read_secret(const path& file) {
  const File opened{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
  if (!opened.is_open() && errno == ENOENT)
    return fail(Errc::not_found, file.string(),
                fmt::format("{} is missing; bring it back from where you keep the hub's keys, or make a new hub with "
                            "`murctl hub init`",
                            file.string()));
  if (!opened.is_open()) return cannot("read", file);
  struct stat about{};
  if (::fstat(opened.get(), &about) != 0) return cannot("read", file);
  if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    return fail(Errc::invalid, file.string(),
                fmt::format("{0} can be read by others; run `chmod 600 {0}`", file.string()));
  std::array<char, 66> text{};  // one more than a key, its line end and nothing else
  const ssize_t size = ::read(opened.get(), text.data(), text.size());
  if (size < 0) return cannot("read", file);
  std::string_view digits{text.data(), static_cast<std::size_t>(size)};
  if (digits.ends_with('\n')) digits.remove_suffix(1);
  const std::optional<Bytes> bytes = from_hex(digits);
  SecretKey256 secret{};
  if (!bytes || bytes->size() != secret.size())
    return fail(Errc::invalid, file.string(),
                fmt::format("{} is not a key (64 hexadecimal digits); bring it back from where you keep the hub's keys",
                            file.string()));
  std::copy(bytes->begin(), bytes->end(), secret.begin());
  return secret;
}

std::array<std::uint8_t, 32> public_half(const SecretKey256& secret) {
  std::array<std::uint8_t, 32> half{};
  crypto_scalarmult_base(half.data(), secret.data());
  return half;
}

Secrets complete(const std::array<SecretKey256, 4>& keys) {
  return Secrets{.broker = {.public_key = public_half(keys[0]), .secret_key = keys[0]},
                 .hub = {.public_key = public_half(keys[1]), .secret_key = keys[1]},
                 .ticket = keys[2],
                 .command = keys[3]};
}

constexpr std::array<const char*, 4> kFiles = {"broker.key", "hub.key", "ticket.key", "command.key"};

}  // namespace

Result<Secrets> create_secrets(const path& folder, RandomSource& random) {
  for (const char* name : kFiles)
    if (std::error_code ignored; std::filesystem::exists(folder / name, ignored))
      return fail(Errc::conflict, (folder / name).string(),
                  fmt::format("{} exists; a hub keeps its keys. Give another --data folder for a new hub",
                              (folder / name).string()));
  std::error_code made;
  std::filesystem::create_directories(folder, made);
  if (made)
    return fail(Errc::io, folder.string(), fmt::format("cannot create {}: {}", folder.string(), made.message()));
  if (::chmod(folder.c_str(), S_IRWXU) != 0) return cannot("protect", folder);

  std::array<SecretKey256, 4> keys{};
  for (std::size_t i = 0; i < kFiles.size(); ++i) {
    random.fill(keys[i]);
    if (const Status written = write_secret(folder / kFiles[i], keys[i]); !written) return fail(written.error());
  }
  if (const Status synced = sync_folder(folder); !synced) return fail(synced.error());
  return complete(keys);
}

Result<Secrets> read_secrets(const path& folder) {
  std::array<SecretKey256, 4> keys{};
  for (std::size_t i = 0; i < kFiles.size(); ++i) {
    const Result<SecretKey256> key = read_secret(folder / kFiles[i]);
    if (!key) return fail(key.error());
    keys[i] = *key;
  }
  return complete(keys);
}

}  // namespace mur::broker
