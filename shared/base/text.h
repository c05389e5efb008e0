#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mur {

/// True if `text` is well-formed UTF-8 (no surrogates, no overlong forms).
[[nodiscard]] bool is_utf8(std::string_view text);

/// Characters as people count them for a limit: Unicode code points of well-formed UTF-8.
[[nodiscard]] std::size_t length(std::string_view utf8);

/// NFC (UAX #15), line ends to LF, other control characters dropped, blanks trimmed at both ends; malformed
/// bytes become U+FFFD. What is stored and sent always went through this.
[[nodiscard]] std::string normalize(std::string_view text);

/// Cut to at most `limit` characters, at a word where one ends in the last fifth, with "…" as the last character when
/// anything was cut.
[[nodiscard]] std::string shorten(std::string_view utf8, std::size_t limit);

/// For comparing and searching: case folded, accents dropped, œ → oe.
[[nodiscard]] std::string fold(std::string_view utf8);

}  // namespace mur
