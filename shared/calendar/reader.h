#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/calendar/timing.h"

namespace mur::calendar {

enum class EventStatus : unsigned char { confirmed = 0, tentative = 1, cancelled = 2 };

/// CLASS (RFC 5545 § 3.8.1.3). A word that is none of these counts as PRIVATE.
enum class Classification : unsigned char { public_event = 0, private_event = 1, confidential_event = 2 };

/// GEO (RFC 5545 § 3.8.1.6), in millionths of a degree, WGS 84.
struct Coordinates {
  std::int32_t latitude_e6 = 0;   ///< -90,000,000 … 90,000,000
  std::int32_t longitude_e6 = 0;  ///< -180,000,000 … 180,000,000

  friend bool operator==(const Coordinates&, const Coordinates&) = default;
};

/// A property of Mur's own: X-MUR-ROOM is "ROOM". What they mean is the importer's and the exporter's to know
/// (shared/exchange/extras.h).
struct Extra {
  std::string name;   ///< upper case, without X-MUR-
  std::string value;  ///< a TEXT

  friend bool operator==(const Extra&, const Extra&) = default;
};

/// One VEVENT: what Mur keeps of it. Attendees, organizers' addresses and contacts are never read.
struct Entry {
  std::string uid;
  std::optional<When> recurrence_id;  ///< set on an override of one instance
  bool this_and_future = false;       ///< RANGE=THISANDFUTURE on the override
  int sequence = 0;
  std::optional<std::chrono::sys_seconds> last_modified;
  EventStatus status = EventStatus::confirmed;
  Timing timing;
  std::string summary;  ///< NFC text, as everything below; limits are applied by the importer
  std::string description;
  std::string location;
  std::string url;
  std::vector<std::string> categories;
  std::optional<Coordinates> position;
  std::string organizer;           ///< ORGANIZER's name (CN); never an address
  std::string image_url;           ///< IMAGE (RFC 7986 § 5.10), http or https
  std::string conference_url;      ///< CONFERENCE (RFC 7986 § 5.11), http or https
  std::vector<std::string> links;  ///< ATTACH with an http or https address
  std::vector<Extra> extras;
  Classification classification = Classification::public_event;
  bool uid_is_ours = false;  ///< the file gives no UID: `uid` is made of DTSTART and SUMMARY
  std::size_t line = 0;      ///< of its BEGIN:VEVENT, from 1
};

/// Which event or override an entry is, and nothing of what it says.
struct Identity {
  std::string uid;
  std::optional<When> recurrence_id;  ///< absent: the event, and with it every override of it
  bool this_and_future = false;       ///< RANGE=THISANDFUTURE

  friend bool operator==(const Identity&, const Identity&) = default;
};

/// Something in the file that could not be taken as it stands.
struct Warning {
  std::size_t line = 0;
  std::string property;
  std::string problem;
  std::string remedy;  ///< what was done instead, or what to change

  friend bool operator==(const Warning&, const Warning&) = default;
};

/// `line 214: RRULE "FREQ=FORTNIGHTLY": unknown frequency; the event's first date is shown`
[[nodiscard]] std::string to_sentence(const Warning& warning);
/// The same without the line.
[[nodiscard]] std::string what_is_wrong(const Warning& warning);

/// What a wall may show of a file. Private entries are not in it, whatever is done with it.
struct Reading {
  std::string name;                              ///< NAME (RFC 7986 § 5.1) or X-WR-CALNAME, may be empty
  std::string time_zone;                         ///< X-WR-TIMEZONE as an IANA name, may be empty
  std::optional<std::uint32_t> refresh_minutes;  ///< REFRESH-INTERVAL (RFC 7986 § 5.7), else X-PUBLISHED-TTL
  std::vector<Entry> entries;                    ///< all of Classification::public_event
  std::vector<Warning> warnings;
  std::size_t components = 0;    ///< VEVENT, VTODO, VJOURNAL … directly in a VCALENDAR; VTIMEZONE is not counted
  std::size_t private_left = 0;  ///< CLASS:PRIVATE or CONFIDENTIAL, left out
  /// What is private, so that it can be taken off where it was shown before; ReadLimits::components at most.
  std::vector<Identity> private_named;
  std::size_t skipped = 0;  ///< components left out with a warning that says why
};

/// What a file may hold; checked before anything is converted. The values live in shared/domain/limits.h.
struct ReadLimits {
  std::size_t file_bytes;
  std::size_t components;  ///< every BEGIN
  std::size_t lines;       ///< content lines, unfolded
  std::size_t line_bytes;  ///< of one content line, unfolded
  std::size_t parameters;  ///< of one content line
  std::size_t values;      ///< in one list (EXDATE, BYDAY, CATEGORIES)
  std::size_t warnings;    ///< a file with more wrong in it is none that anybody would repair
  std::size_t nesting;     ///< components within components; VALARM in VEVENT in VCALENDAR is 3
};

/// Reads the bytes of an .ics file as they come: any line end, UTF-8, UTF-16, Windows-1252. Errc::invalid when no
/// VCALENDAR can be found, Errc::too_large (the message names the line) over the limits. Otherwise
/// `components == entries.size() + skipped + private_left`, and the warnings name what was skipped and why.
[[nodiscard]] Result<Reading> read(std::string_view bytes, const ReadLimits& limits);

/// A file as its writer sees it.
struct WholeReading {
  Reading reading;
  std::vector<Entry> private_entries;     ///< the `reading.private_left` that no import is given
  std::vector<Warning> private_warnings;  ///< what was wrong in them
};

/// As `read`, for telling a calendar's writer what is in it. Never for what others will see.
[[nodiscard]] Result<WholeReading> read_whole(std::string_view bytes, const ReadLimits& limits);

}  // namespace mur::calendar
