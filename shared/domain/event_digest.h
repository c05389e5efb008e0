#pragma once

#include "shared/base/digest.h"
#include "shared/domain/event.h"

namespace mur {

/// Of everything that is said of an event, without who says it (`source`) and how often it was changed (`sequence`):
/// two that differ in nothing else say the same. Kept on disk (Event::refused): its value for an event never changes.
[[nodiscard]] Digest256 event_digest(const EventDetails& details);

}  // namespace mur
