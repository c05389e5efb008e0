#pragma once

#include <string>
#include <string_view>

namespace mur::exchange {

/// An address as check::url takes it: what browsers show and RFC 3986 § 2 does not allow (letters outside ASCII,
/// blanks) percent-encoded as UTF-8. What is ASCII already stays as it is.
[[nodiscard]] std::string ascii_address(std::string_view address);

}  // namespace mur::exchange
