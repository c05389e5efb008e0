#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace mur::calendar {

/// The VTIMEZONE of an IANA zone, as content lines, right from a year after `from`'s begin on, by what `Zone` knows
/// (ICU's own VTIMEZONEs come from tables of another age). Changes that go on every year are rules; those that no rule
/// gives, as Morocco's around Ramadan, are listed up to the end of `until`. Nothing where there is no such zone.
[[nodiscard]] std::optional<std::string> written_zone(std::string_view name, std::chrono::year from,
                                                      std::chrono::year until);

}  // namespace mur::calendar
