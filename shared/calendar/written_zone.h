#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace mur::calendar {

/// The VTIMEZONE of an IANA zone, as content lines, right from `from` on: its rules as they stand (ICU's VTimeZone
/// writes them). Changes that no rule gives, as Morocco's around Ramadan, are listed up to `until`, so that a zone
/// stays a few lines. Nothing where ICU's tables lack the name.
[[nodiscard]] std::optional<std::string> written_zone(std::string_view name, std::chrono::year from,
                                                      std::chrono::year until);

}  // namespace mur::calendar
