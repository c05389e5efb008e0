#pragma once

#include <vector>

#include "shared/domain/event.h"
#include "shared/domain/wall.h"

/// Two sources, one event. Merging writes no text: an event says which one it is the same as (Event::merged_into), both
/// keep following their own source, and whoever shows them puts their words together here. So undoing it is one field.
namespace mur {

/// True where `event` is shown as part of another one and not by itself: that one is live and, like it, on the wall.
[[nodiscard]] bool is_merged_away(const Wall& wall, const Event& event);

/// The organizations behind `event` beside its own: those of what was merged into it, each once, in the order found.
[[nodiscard]] std::vector<OrganizationId> co_organizers(const Event& event, const std::vector<const Event*>& merged);

/// `event`'s details with what it leaves open filled in from `merged` (Wall::merged_into), in that order: the longer
/// description, a place's address and room, price, access, links, categories. Its time, title and status are its own.
[[nodiscard]] EventDetails richest(const Event& event, const std::vector<const Event*>& merged);

}  // namespace mur
