#pragma once

#include <chrono>
#include <string>

namespace mur::calendar {

/// A point as an organization wrote it in its calendar (RFC 5545 § 3.3.4, § 3.3.5). Kept as wall-clock time and zone,
/// never as an instant: the law may change the offset before the day comes.
struct When {
  enum class Kind : unsigned char {
    date = 0,      ///< a day; `local` is its midnight, `zone` empty
    floating = 1,  ///< wall time of whoever reads it; `zone` empty
    utc = 2,       ///< `local` is UTC; `zone` empty
    zoned = 3      ///< wall time in `zone`, an IANA name ("Europe/Paris")
  };

  Kind kind = Kind::date;
  std::chrono::local_seconds local{};
  std::string zone;

  friend bool operator==(const When&, const When&) = default;
};

[[nodiscard]] inline bool is_date(const When& when) { return when.kind == When::Kind::date; }

}  // namespace mur::calendar
