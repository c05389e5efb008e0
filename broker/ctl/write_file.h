#pragma once

#include <filesystem>
#include <string_view>

#include "shared/base/result.h"

namespace mur::ctl {

/// Writes a file that is not there yet, mode 0600, whole and durable or not at all. Errc::conflict when it is there.
Status write_new_file(const std::filesystem::path& path, std::string_view text);
/// Writes a file for everyone to read, whole and durable or not at all, in the place of what was there; mode 0644.
Status write_public_file(const std::filesystem::path& path, std::string_view text);

}  // namespace mur::ctl
