#pragma once

#include "shared/domain/event.h"
#include "shared/domain/hub.h"

namespace mur::exchange {

/// Is it here? Sets kind, place.here and place.room by what the event's place and address say: one that names a room of
/// the hub, the hub or the hub's address is here (programming), in that room; any other is in town (mobilization).
///
/// Of two rooms that fit, the longer name counts ("Petite salle" before "Salle"). Of an address, its street with the
/// number is enough. A postal code that is not the hub's says that it is somewhere else, whatever the name.
void locate(EventDetails& details, const Hub& hub);

}  // namespace mur::exchange
