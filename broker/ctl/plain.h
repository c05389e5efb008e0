#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mur::ctl {

/// People's text made safe for a terminal: control and formatting characters (escapes, bidirectional overrides) are
/// dropped, a line end becomes a blank.
[[nodiscard]] std::string plain(std::string_view text);
/// The same, but keeps line ends.
[[nodiscard]] std::string plain_lines(std::string_view text);

/// Columns that a terminal gives to `plain` text: two for wide letters (UAX #11), none for combining ones.
[[nodiscard]] std::size_t display_width(std::string_view text);
/// `plain` text cut to at most `width` columns, with "…" as the last one when anything was cut.
[[nodiscard]] std::string fit(std::string_view text, std::size_t width);

}  // namespace mur::ctl
