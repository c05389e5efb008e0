#pragma once

#include <filesystem>
#include <string>

#include "shared/base/result.h"

namespace mur::ctl {

/// The bytes of a calendar file, up to one more than limits::kReadLimits allows: enough for the reader to refuse it.
[[nodiscard]] Result<std::string> read_calendar_file(const std::filesystem::path& path);

}  // namespace mur::ctl
