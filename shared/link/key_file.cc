#include "shared/link/key_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <toml++/toml.h>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sstream>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/text.h"
#include "shared/domain/limits.h"

namespace mur::link {
namespace {

constexpr const char* kRemedy = "write the file anew with `murctl key new`";
constexpr const char* kHeader =
    "# A key to a Mur broker. Who has this file is let in with it: keep it on the machine it was made for.\n";

/// An open file that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_{number} {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

/// At most one byte more than a key file may have.
Result<std::string> read_bounded(const std::filesystem::path& path) {
  const std::string name = path.string();
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (!file.is_open()) {
    if (errno == ENOENT)
      return fail(Errc::not_found, name, fmt::format("{} does not exist; make it with `murctl key new`", name));
    return fail(Errc::io, name, fmt::format("{} cannot be read: {}", name, std::strerror(errno)));
  }
  struct stat about{};
  if (::fstat(file.number(), &about) != 0 || !S_ISREG(about.st_mode))
    return fail(Errc::invalid, name, fmt::format("{} is not a file", name));
  if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    return fail(Errc::forbidden, name, fmt::format("{0} can be read by others; run `chmod 600 {0}`", name));
  std::string text(limits::kKeyFileBytes + 1, '\0');
  std::size_t size = 0;
  while (size < text.size()) {
    const ssize_t got = ::read(file.number(), text.data() + size, text.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(Errc::io, name, fmt::format("{} cannot be read: {}", name, std::strerror(errno)));
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  text.resize(size);
  return text;
}

/// Reads one field after the other, remembers the first fault with its line.
class Fields {
 public:
  Fields(const toml::table& table, std::string file) : table_{table}, file_{std::move(file)} {}

  std::string text(const char* field) {
    const toml::node* node = find(field);
    if (node == nullptr) return {};
    const auto value = node->value_exact<std::string>();
    if (!value) fault(field, node, "is not a text in quotes");
    return value.value_or("");
  }

  std::array<std::uint8_t, 32> key(const char* field) {
    std::array<std::uint8_t, 32> key{};
    const std::string digits = text(field);
    const auto bytes = from_hex(digits);
    if (!error_ && (!bytes || bytes->size() != key.size())) fault(field, find(field), "is not 64 hexadecimal digits");
    if (!error_) std::ranges::copy(*bytes, key.begin());
    return key;
  }

  std::vector<std::string> addresses(const char* field) {
    std::vector<std::string> all;
    const toml::node* node = find(field);
    if (node == nullptr) return all;
    const toml::array* list = node->as_array();
    if (list == nullptr || list->empty() || list->size() > limits::kBrokers) {
      fault(field, node, "is not a list of one to eight addresses");
      return all;
    }
    for (const toml::node& item : *list) {
      const auto address = item.value_exact<std::string>();
      if (!address || !address->starts_with("tcp://") || address->size() > limits::kUrl)
        fault(field, &item, "holds something else than addresses like \"tcp://host:7447\"");
      else
        all.push_back(*address);
    }
    return all;
  }

  void fault(const char* field, const toml::node* where, std::string_view what) {
    if (error_) return;
    const std::string line = where == nullptr ? "" : fmt::format(":{}", where->source().begin.line);
    error_ = Error{Errc::invalid, field, fmt::format("{}{}: {} {}; {}", file_, line, field, what, kRemedy)};
  }
  [[nodiscard]] const toml::node* find(const char* field) {
    const toml::node* node = table_.get(field);
    if (node == nullptr) fault(field, nullptr, "is missing");
    return node;
  }
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  const toml::table& table_;
  std::string file_;
  std::optional<Error> error_;
};

std::string to_text(const KeyFile& key) {
  toml::array brokers;
  for (const std::string& address : key.brokers) brokers.push_back(address);
  std::ostringstream out;
  out << kHeader
      << toml::table{{"brokers", std::move(brokers)},
                     {"broker_key", to_hex(key.broker_key)},
                     {"hub_key", to_hex(key.hub_key)},
                     {"public_key", to_hex(key.public_key)},
                     {"secret_key", to_hex(key.secret_key)},
                     {"role", to_string(key.role)},
                     {"label", key.label}}
      << '\n';
  return out.str();
}

}  // namespace

Result<KeyFile> parse_key_file(std::string_view text, const std::string& name) {
  if (text.size() > limits::kKeyFileBytes)
    return fail(Errc::too_large, name, fmt::format("{} is too large for a key file; {}", name, kRemedy));
  toml::table table;
  try {
    table = toml::parse(text, name);
  } catch (const toml::parse_error& error) {
    return fail(Errc::invalid, name,
                fmt::format("{}:{}: {}; {}", name, error.source().begin.line, error.description(), kRemedy));
  }
  Fields fields{table, name};
  KeyFile key{.brokers = fields.addresses("brokers"),
              .broker_key = fields.key("broker_key"),
              .hub_key = fields.key("hub_key"),
              .public_key = fields.key("public_key"),
              .secret_key = fields.key("secret_key"),
              .role = Role::kiosk,
              .label = fields.text("label")};
  const std::string role = fields.text("role");
  const std::optional<Role> known = parse_role(role);
  if (!known || *known == Role::clock)
    fields.fault("role", fields.find("role"), "is no role that a key can have");
  else
    key.role = *known;
  if (!is_utf8(key.label) || length(key.label) > limits::kName)
    fields.fault("label", fields.find("label"), "is too long for a name");
  std::array<std::uint8_t, 32> derived{};
  if (!fields.error() &&
      (crypto_scalarmult_base(derived.data(), key.secret_key.data()) != 0 || derived != key.public_key))
    fields.fault("secret_key", fields.find("secret_key"), "does not belong to public_key");
  if (fields.error()) return fail(*fields.error());
  return key;
}

Result<KeyFile> read_key_file(const std::filesystem::path& path) {
  const Result<std::string> text = read_bounded(path);
  if (!text) return fail(text.error());
  return parse_key_file(*text, path.filename().string());
}

Status write_key_file(const std::filesystem::path& path, const KeyFile& key) {
  const std::string name = path.string();
  const std::string text = to_text(key);
  const Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)};
  if (!file.is_open()) {
    if (errno == EEXIST)
      return fail(Errc::conflict, name, fmt::format("{} exists already; move it away or choose another name", name));
    return fail(Errc::io, name, fmt::format("{} cannot be written: {}", name, std::strerror(errno)));
  }
  std::size_t written = 0;
  while (written < text.size()) {
    const ssize_t step = ::write(file.number(), text.data() + written, text.size() - written);
    if (step < 0 && errno == EINTR) continue;
    if (step <= 0) return fail(Errc::io, name, fmt::format("{} cannot be written: {}", name, std::strerror(errno)));
    written += static_cast<std::size_t>(step);
  }
  if (::fsync(file.number()) != 0)
    return fail(Errc::io, name, fmt::format("{} cannot be written: {}", name, std::strerror(errno)));
  return {};
}

void make_curve_pair(CurvePublicKey& public_key, std::array<std::uint8_t, 32>& secret_key) {
  crypto_box_keypair(public_key.data(), secret_key.data());
}

}  // namespace mur::link
