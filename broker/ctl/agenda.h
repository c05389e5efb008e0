#pragma once

#include <string>
#include <vector>

#include "shared/calendar/occurrence.h"
#include "shared/domain/wall.h"

namespace mur::ctl {

/// One line of `murctl event list`.
struct AgendaLine {
  const Event* event = nullptr;  ///< the series, or the override that speaks for this instance; of the wall
  calendar::Occurrence occurrence;
};

struct Agenda {
  std::vector<AgendaLine> lines;      ///< by start, then by title
  std::vector<std::string> warnings;  ///< what is not shown in full, and why
};

/// Every occurrence of every event that touches `window`, in the hub's zone. `organization` nil: of all.
[[nodiscard]] Agenda agenda_of(const Wall& wall, const calendar::Zone& hub, const calendar::Window& window,
                               OrganizationId organization = {});

/// The first occurrence that ends after `now`; nothing when there is none within the horizon.
[[nodiscard]] std::optional<calendar::Occurrence> next_occurrence(const calendar::Timing& timing,
                                                                  const calendar::Zone& hub, TimePoint now);

}  // namespace mur::ctl
