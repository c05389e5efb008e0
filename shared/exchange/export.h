#pragma once

#include <optional>
#include <string>

#include "shared/calendar/writer.h"
#include "shared/domain/event.h"
#include "shared/domain/wall.h"

namespace mur::exchange {

/// Which events someone wants; all of it must fit.
struct ExportFilter {
  std::optional<OrganizationId> organization;
  std::string category;           ///< as WantedCategory has it
  std::optional<EventKind> kind;  ///< here, or in town
  std::optional<EventId> event;   ///< this one; of a series, or one date of it: the whole series
};

/// The events that the wall shows as a calendar for anyone: only what is published, whoever asks and whatever else
/// `wall` holds. One that was merged into another is told with that one. The organization stands as ORGANIZER where the
/// event names no other. What changes a date of a series goes with it, and with a filter that leaves the series out
/// alone. Ordered by start, a series before its changed dates.
[[nodiscard]] calendar::Calendar export_calendar(const Wall& wall, const ExportFilter& filter, TimePoint now);

}  // namespace mur::exchange
