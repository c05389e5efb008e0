#pragma once

#include <string>

#include "shared/calendar/reader.h"
#include "shared/domain/event.h"
#include "shared/domain/hub.h"

namespace mur::exchange {

/// An event as a calendar says it to anyone: LOCATION in full, with the hub's address for what is here, and what only
/// another hub reads beside it (extras.h). map_entry() of it gives the same details but for their source; a category
/// that is there twice comes back once, and an organizer whose name is an e-mail address is not told. `publisher` is
/// ORGANIZER for others where the event names no other.
[[nodiscard]] calendar::Entry entry_of(const EventDetails& details, const Hub& hub, const std::string& publisher);

}  // namespace mur::exchange
