#pragma once

#include <string>
#include <vector>

#include "shared/calendar/reader.h"
#include "shared/calendar/zone.h"
#include "shared/domain/event.h"

namespace mur::ctl {

/// One event of a file as the hub can take it.
struct ImportItem {
  std::size_t line = 0;  ///< of its BEGIN:VEVENT
  EventDetails details;
};

/// What becomes of a file. Nothing vanishes: components == items + past + private_left + left_out, and a warning names
/// each one that was left out.
struct ImportPlan {
  std::vector<ImportItem> items;  ///< each (UID, RECURRENCE-ID) once
  std::vector<calendar::Warning> warnings;
  std::size_t components = 0;
  std::size_t past = 0;  ///< over for longer than limits::kEndedEventKept
  std::size_t private_left = 0;
  std::size_t left_out = 0;
};

/// Maps what was read to what the domain takes: texts that are too long are shortened, links that no phone opens and
/// lists that are too long are cut, each with a warning.
[[nodiscard]] ImportPlan plan_import(calendar::Reading reading, const calendar::Zone& hub, TimePoint now);

}  // namespace mur::ctl
