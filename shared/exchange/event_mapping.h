#pragma once

#include <vector>

#include "shared/calendar/reader.h"
#include "shared/domain/event.h"
#include "shared/domain/hub.h"

namespace mur::exchange {

/// One entry of a calendar as the hub keeps it, within limits.h. Says in `warnings` what it had to change; their order
/// is the properties'.
[[nodiscard]] EventDetails map_entry(const calendar::Entry& entry, const Hub& hub, TimePoint now,
                                     std::vector<calendar::Warning>& warnings);

}  // namespace mur::exchange
