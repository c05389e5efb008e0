#include "broker/ctl/calendar_file.h"

#include <fmt/format.h>

#include <fstream>

#include "shared/domain/limits.h"

namespace mur::ctl {

Result<std::string> read_calendar_file(const std::filesystem::path& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    return fail(Errc::invalid, path.string(), fmt::format("{} is a folder; name a file in it", path.string()));
  std::ifstream in(path, std::ios::binary);
  if (!in)
    return fail(Errc::not_found, path.string(), fmt::format("{} can't be opened; is its name right?", path.string()));
  std::string bytes(limits::kReadLimits.file_bytes + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (in.bad()) return fail(Errc::io, path.string(), fmt::format("{} can't be read", path.string()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  bytes.shrink_to_fit();
  return bytes;
}

}  // namespace mur::ctl
