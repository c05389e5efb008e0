#pragma once

#include <optional>
#include <string>

#include "kiosk/app/agenda.h"
#include "shared/calendar/zone.h"

namespace mur::app {

/// A place of a need as it was when a visitor took it: its words outlive the need's time on the wall.
struct TakenPlace {
  NeedId need;
  SlotId slot;
  OrganizationId organization;
  std::string title;
  std::string role;
  std::string where;
  std::string welcomed_by;
  std::optional<AgendaEntry> when;  ///< the date; each time: the first one; nothing: no time is set
  bool repeats = false;
  bool each_time = false;

  friend bool operator==(const TakenPlace&, const TakenPlace&) = default;
};

}  // namespace mur::app
