#pragma once

#include <string_view>
#include <vector>

namespace mur::calendar {

/// Without blanks and tabs at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The values of a list property: what stands between commas that no backslash escapes (RFC 5545 § 3.1.1).
[[nodiscard]] std::vector<std::string_view> split_list(std::string_view list);

}  // namespace mur::calendar
