#pragma once

#include "shared/calendar/timing.h"
#include "shared/calendar/zone.h"
#include "shared/domain/event.h"
#include "shared/domain/wall.h"

/// When an event is shown as moved (« déplacé », limits::kMovedShown): only where someone may have planned with the
/// date it had.
namespace mur {

/// Does a timing that was `before` mean other dates now? Not if only its writing changed (another zone, UTC), if a date
/// got its time of day, or if a series only begins with another one of its dates.
[[nodiscard]] bool moves(const calendar::Timing& before, const calendar::Timing& after, const calendar::Zone& hub);

/// Sets `next.moved_from` and `moved_at` where `next` replaces `before` on the wall and moves. What never was on a wall
/// is not moved.
void note_move(Event& next, const Event& before, const calendar::Zone& hub, TimePoint now);

/// The same for a new override that puts one date of a series elsewhere: if the series stood on the wall for
/// limits::kSeenOnWall. One that comes in with its series tells nobody anything new.
void note_moved_instance(Event& instance, const Wall& wall, const calendar::Zone& hub, TimePoint now);

/// Is the event to be shown as moved at `now`? The rule for every wall: for limits::kMovedShown from when it was said.
[[nodiscard]] bool is_shown_as_moved(const Event& event, TimePoint now);

}  // namespace mur
