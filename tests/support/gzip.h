#pragma once

#include <string>
#include <string_view>

namespace mur::test {

/// As `Content-Encoding: gzip` has it (RFC 1952).
[[nodiscard]] std::string gzip(std::string_view text);

}  // namespace mur::test
