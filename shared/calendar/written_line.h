#pragma once

#include <chrono>
#include <string>
#include <string_view>

/// The small print of writing iCalendar (RFC 5545 § 3.1, § 3.3): one place for the writers to share.
namespace mur::calendar {

/// Adds one content line, folded before the 76th byte and never inside a character.
void add_line(std::string& out, std::string_view line);

/// A TEXT (§ 3.3.11). Control characters that it can't hold are dropped.
[[nodiscard]] std::string escaped(std::string_view text);

/// A value that is not escaped (a URI, a rule): without the control characters that would begin a new line.
[[nodiscard]] std::string without_controls(std::string_view value);

/// A parameter's value, quoted where it must be; RFC 6868 says what quotes and line ends become.
[[nodiscard]] std::string parameter_text(std::string_view value);

/// "20260314T183000"
[[nodiscard]] std::string date_time_text(std::chrono::local_seconds local);
/// "20260314"
[[nodiscard]] std::string date_text(std::chrono::local_seconds local);

}  // namespace mur::calendar
