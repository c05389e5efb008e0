#pragma once

#include <string>
#include <vector>

#include "shared/calendar/reader.h"
#include "shared/domain/event.h"
#include "shared/domain/hub.h"

namespace mur::exchange {

/// One entry of a calendar as the hub keeps it, within limits.h. Says in `warnings` what it had to change; their order
/// is the properties'.
[[nodiscard]] EventDetails map_entry(const calendar::Entry& entry, const Hub& hub, TimePoint now,
                                     std::vector<calendar::Warning>& warnings);

/// EventDetails::uid of an entry: its own, or one made from it where it is longer than limits::kUid. The same file must
/// name the same event each time, so a long one is not cut.
[[nodiscard]] std::string event_uid(const std::string& entry_uid);

}  // namespace mur::exchange
