#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "shared/calendar/when.h"

namespace mur::calendar {

/// What a phone needs to put one occurrence into its calendar.
struct CompactEvent {
  std::string uid;
  std::string summary;
  std::string location;  ///< empty: left out
  std::string url;       ///< empty: left out
  When start;
  std::optional<When> end;  ///< exclusive
};

/// A VCALENDAR with that one VEVENT, as short as phones take it, for a QR code: times in UTC so that no VTIMEZONE is
/// needed, no DTSTAMP or PRODID, lines folded only where they pass 75 bytes (RFC 5545 § 3.1).
[[nodiscard]] std::string compact_event(const CompactEvent& event);

/// The same in at most `most` bytes, so that the code's squares stay large: without the URL, then without the place,
/// and then with fewer words of the title, where it would be longer. Empty if even that is too long.
[[nodiscard]] std::string compact_event(CompactEvent event, std::size_t most);

}  // namespace mur::calendar
