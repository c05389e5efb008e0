#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "shared/calendar/reader.h"

namespace mur::calendar {

/// What becomes one .ics file.
struct Calendar {
  std::string name;                  ///< NAME and X-WR-CALNAME; empty: left out
  std::chrono::sys_seconds stamp{};  ///< when this file is made; DTSTAMP of entries without LAST-MODIFIED
  std::chrono::minutes refresh{};    ///< REFRESH-INTERVAL, how often to come again; zero: left out
  std::vector<Entry> entries;
};

/// RFC 5545 with RFC 7986's properties: CRLF, folded at 75 bytes, every zone that is named with its VTIMEZONE. What
/// read() reads from it are the same entries; but an UNTIL is told in UTC beside a time (§ 3.3.10); an entry that is
/// not public is not written, whoever asks; a PERIOD of days, which the format does not have, loses its end; and an
/// organizer is only a name (ORGANIZER's address is the one that Outlook gives to nobody, "invalid:nomail").
[[nodiscard]] std::string write(const Calendar& calendar);

}  // namespace mur::calendar
