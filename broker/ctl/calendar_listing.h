#pragma once

#include <iosfwd>
#include <span>

#include "broker/ctl/table.h"
#include "shared/base/clock.h"
#include "shared/calendar/file_expansion.h"

namespace mur::ctl {

/// What a calendar file holds in some days, for `murctl calendar check`. Borrows; made for one command.
struct CalendarListing {
  std::span<const calendar::Entry> entries;
  std::span<const calendar::FileOccurrence> occurrences;
  calendar::Zone zone;          ///< whose time is written
  std::chrono::local_days end;  ///< the days end before this one
  TimePoint now{};
};

/// One object a line: {"uid","summary","start","end","all_day","status","class","time_zone"}, as README.md has it.
void write_json(const CalendarListing& listing, std::ostream& out);

/// For people: when, what, where, and what is particular (private, cancelled, over).
[[nodiscard]] Table table_of(const CalendarListing& listing);

}  // namespace mur::ctl
