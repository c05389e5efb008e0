#pragma once

#include "shared/calendar/zone.h"

namespace mur::ctl {

/// The zone this machine is set to: of TZ, else of /etc; UTC where neither names one.
[[nodiscard]] calendar::Zone system_zone();

}  // namespace mur::ctl
