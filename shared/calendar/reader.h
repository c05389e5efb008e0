#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/calendar/timing.h"

namespace mur::calendar {

enum class EventStatus : unsigned char { confirmed = 0, tentative = 1, cancelled = 2 };

/// One VEVENT that may be shown: what Mur keeps of it. Attendees, organizers' addresses and contacts are never read.
struct Entry {
  std::string uid;
  std::optional<When> recurrence_id;  ///< set on an override of one instance
  bool this_and_future = false;       ///< RANGE=THISANDFUTURE on the override
  int sequence = 0;
  EventStatus status = EventStatus::confirmed;
  Timing timing;
  std::string summary;  ///< NFC text, as everything below; limits are applied by the importer
  std::string description;
  std::string location;
  std::string url;
  std::vector<std::string> categories;
  std::size_t line = 0;  ///< of its BEGIN:VEVENT, from 1
};

/// Something in the file that could not be taken as it stands.
struct Warning {
  std::size_t line = 0;
  std::string property;
  std::string problem;
  std::string remedy;  ///< what was done instead, or what to change

  friend bool operator==(const Warning&, const Warning&) = default;
};

struct Reading {
  std::string name;  ///< X-WR-CALNAME, may be empty
  std::vector<Entry> entries;
  std::vector<Warning> warnings;
  std::size_t components = 0;    ///< VEVENT, VTODO, VJOURNAL … seen
  std::size_t private_left = 0;  ///< CLASS:PRIVATE or CONFIDENTIAL, left out
  std::size_t skipped = 0;       ///< components left out with a warning that says why
};

/// Reads the bytes of an .ics file as they come: any line end, UTF-8, Latin-1 or UTF-16. `fallback_zone` serves
/// floating names that no table knows. Errc::invalid when no VCALENDAR can be found, Errc::too_large over the limits of
/// DESIGN.md § 10; otherwise every component is either an entry, or counted and named in the warnings.
[[nodiscard]] Result<Reading> read(std::string_view bytes);

}  // namespace mur::calendar
