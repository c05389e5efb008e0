#pragma once

#include <chrono>
#include <vector>

#include "shared/domain/event.h"
#include "shared/domain/wall.h"

/// Two sources, one event. Merging writes no text: an event says which one it is the same as (Event::merged_into), both
/// keep following their own source, and whoever shows them puts their words together here. So undoing it is one field.
///
/// A merge holds as long as both say the same of what a visitor acts on. An event shows itself again, beside the one it
/// was merged into, while
///   - that one is off the wall: hidden, refused, waiting, purged;
///   - only one of the two is cancelled: a march that one of two organizations calls off may still take place with the
///     other, so the wall strikes one name and leaves the other, instead of choosing whom to believe;
///   - their times differ: one has moved it and the other not, or not yet.
/// It goes back by itself when both agree again.
///
/// The same is asked for each changed date of two series, whichever of them changes it. Where one cancels or moves a
/// date and the other does not, the date of the series that was merged away stands for itself beside the other's: as
/// its override, where it has one (is_merged_away), else as the plain date that it is (dates_apart). A change that only
/// says it otherwise (a title, a room) goes with its series. Two series of which one changes "this date and all later
/// ones" are not merged at all while that is on the wall.
///
/// So whoever caches what is shown looks again at the events of Wall::merged_into(x), and at their overrides, when x or
/// an override of x changes; and at x and its overrides when one of Wall::merged_into(x), or an override of it, does.
namespace mur {

/// The event that speaks for the whole series of an override; `event` itself where it is none, or stands alone.
[[nodiscard]] const Event& series_of(const Wall& wall, const Event& event);

/// True where `event` is shown as part of another one and not by itself, as said above.
[[nodiscard]] bool is_merged_away(const Wall& wall, const Event& event);

/// Does something on the wall change "this date and all later ones" (RANGE=THISANDFUTURE) of this series?
[[nodiscard]] bool changes_all_later_dates(const Wall& wall, const Event& series);

/// The plain dates of a series that is merged away which are shown by themselves nevertheless, because the other series
/// cancels or moves them, ordered by instant. Each as the series has it (Occurrence::key); of `series` without a merge
/// that holds, none.
[[nodiscard]] std::vector<calendar::When> dates_apart(const Wall& wall, const Event& series);

/// What is shown as part of `event` now, in id order, for the two below; for an override, what is shown as part of its
/// series and says the same of that date.
[[nodiscard]] std::vector<const Event*> merged_with(const Wall& wall, const Event& event);

/// The same for the plain date of a series that begins at `date`: without those that cancel or move it.
[[nodiscard]] std::vector<const Event*> merged_with(const Wall& wall, const Event& event,
                                                    std::chrono::sys_seconds date);

/// The organizations behind `event` beside its own: those of `merged`, each once, in the order found.
[[nodiscard]] std::vector<OrganizationId> co_organizers(const Event& event, const std::vector<const Event*>& merged);

/// `event`'s details with what it leaves open filled in from `merged`, in that order: the longer description, a place
/// where it says none, the address and room of the same place, price, access, links, categories. Its time, title,
/// status and whether it is full are its own.
[[nodiscard]] EventDetails richest(const Event& event, const std::vector<const Event*>& merged);

}  // namespace mur
