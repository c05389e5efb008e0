#include "broker/store/file_forget_log.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "shared/base/bytes.h"
#include "shared/sqlite/durable.h"

namespace mur::broker {
namespace {

constexpr std::string_view kTitle = "mur-forget-log 1 ";
constexpr const char* kName = "forget.log";

Status write_all(int file, const std::filesystem::path& path, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return fail(sqlite::io_error(path, errno));
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(file) != 0) return fail(sqlite::io_error(path, errno));
  return {};
}

std::optional<std::array<std::uint8_t, 32>> parse_digest(std::string_view hex) {
  const auto bytes = from_hex(hex);
  std::array<std::uint8_t, 32> digest{};
  if (!bytes || bytes->size() != digest.size()) return std::nullopt;
  std::ranges::copy(*bytes, digest.begin());
  return digest;
}

/// The next line, without its end; nothing when what is left is not a whole line.
std::optional<std::string_view> next_line(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  return text.substr(0, end);
}

/// A new file appears under its name only with its whole first line.
Status create(const std::filesystem::path& path, RandomSource& random) {
  SecretKey256 salt{};
  random.fill(salt);
  const std::filesystem::path partial = path.string() + ".partial";
  const int file = ::open(partial.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0) return fail(sqlite::io_error(partial, errno));
  const Status written = write_all(file, partial, fmt::format("{}{}\n", kTitle, to_hex(salt)));
  ::close(file);
  if (!written) return written;
  return sqlite::rename_durably(partial, path);
}

}  // namespace

Result<FileForgetLog::Content> FileForgetLog::parse(const std::filesystem::path& path, std::string_view text) {
  const auto corrupt = [&](int line) {
    return fail(Errc::corrupt, path.string(),
                fmt::format("{}:{}: this line cannot be read, and what it names must stay erased; put the copy of this "
                            "file from your last backup of the machine in its place",
                            path.string(), line));
  };
  const auto title = next_line(text);
  if (!title || !title->starts_with(kTitle)) return corrupt(1);
  const auto salt = parse_digest(title->substr(kTitle.size()));
  if (!salt) return corrupt(1);

  Content content{.salt = *salt, .hashes = {}, .whole_bytes = title->size() + 1};
  for (int number = 2; const auto line = next_line(text.substr(content.whole_bytes)); ++number) {
    const auto hash = parse_digest(*line);
    if (!hash) return corrupt(number);
    content.hashes.insert(*hash);
    content.whole_bytes += line->size() + 1;
  }
  return content;
}

Result<std::unique_ptr<FileForgetLog>> FileForgetLog::open(const std::filesystem::path& folder, RandomSource& random) {
  const std::filesystem::path path = folder / kName;
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    if (error) return fail(sqlite::io_error(path, error.value()));
    if (const Status made = sqlite::create_folder(folder); !made) return fail(made.error());
    if (const Status made = create(path, random); !made) return fail(made.error());
  }
  std::ifstream stream(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>{stream}, {}};
  if (!stream) return fail(sqlite::io_error(path, EIO));
  auto content = parse(path, text);
  if (!content) return fail(content.error());

  const int file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  if (file < 0) return fail(sqlite::io_error(path, errno));
  const bool is_cut = content->whole_bytes != text.size();
  const auto whole = static_cast<off_t>(content->whole_bytes);
  std::unique_ptr<FileForgetLog> log(new FileForgetLog(path, file, std::move(*content)));
  if (is_cut && (::ftruncate(file, whole) != 0 || ::fsync(file) != 0)) return fail(sqlite::io_error(path, errno));
  return log;
}

FileForgetLog::FileForgetLog(std::filesystem::path path, int file, Content content)
    : path_{std::move(path)}, file_{file}, content_{std::move(content)} {}

FileForgetLog::~FileForgetLog() { ::close(file_); }

Digest256 FileForgetLog::hash(const RecordId& id) const {
  const auto kind = static_cast<std::uint8_t>(id.kind);
  return keyed_digest256(content_.salt, {ByteSpan{&kind, 1}, ByteSpan{id.uuid.bytes}});
}

Status FileForgetLog::add(const std::vector<RecordId>& ids) {
  if (broken_) return fail(sqlite::io_error(path_, EIO));
  std::set<Digest256> added;
  std::string lines;
  for (const RecordId& id : ids) {
    const Digest256 digest = hash(id);
    if (content_.hashes.contains(digest) || !added.insert(digest).second) continue;
    lines += to_hex(digest) + '\n';
  }
  if (lines.empty()) return {};
  if (const Status written = write_all(file_, path_, lines); !written) {
    broken_ = true;
    return written;
  }
  content_.hashes.merge(added);
  return {};
}

bool FileForgetLog::contains(const RecordId& id) const { return content_.hashes.contains(hash(id)); }

}  // namespace mur::broker
