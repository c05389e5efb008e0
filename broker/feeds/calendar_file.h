#pragma once

#include <string>

#include "broker/feeds/fetch.h"

namespace mur::feeds {

/// The bytes of a file of this machine. Only regular files, so that no device and no pipe can hold the feeds' thread;
/// `unreachable`, `forbidden` or `too_large` otherwise.
[[nodiscard]] FetchOutcome read_calendar_file(const std::string& path, std::size_t most);

}  // namespace mur::feeds
