#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "shared/calendar/reader.h"
#include "shared/calendar/when.h"

namespace mur::calendar {

/// RFC 5545 § 3.3.6: days and weeks are nominal (the same wall time some days later), the rest is exact.
struct Duration {
  std::chrono::days days{};
  std::chrono::seconds exact{};
};

/// A DATE or DATE-TIME as libical reads it ("20260314", "20260314T183000", "…Z"); nothing if it is no real day or time.
/// The zone is left to the caller: a time without "Z" comes back floating. Second 60 is read as 59 (§ 3.3.12),
/// T240000 as the next midnight, small letters as capitals.
[[nodiscard]] std::optional<When> parse_when(std::string_view text);

/// A DURATION of zero or more; nothing for a negative or unreadable one.
[[nodiscard]] std::optional<Duration> parse_duration(std::string_view text);

/// A UTC-OFFSET ("+0200", "-103000").
[[nodiscard]] std::optional<std::chrono::seconds> parse_offset(std::string_view text);

/// A GEO value ("48.8566;2.3522"); also with the "," or the "\\;" that some programs write for ";".
[[nodiscard]] std::optional<Coordinates> parse_coordinates(std::string_view text);

/// A parameter's value without the ^n, ^^ and ^' of RFC 6868.
[[nodiscard]] std::string decode_parameter(std::string_view text);

/// A TEXT value without its backslashes (§ 3.3.11).
[[nodiscard]] std::string unescape(std::string_view text);

}  // namespace mur::calendar
