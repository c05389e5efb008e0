#pragma once

#include <vector>

#include "kiosk/app/app_state.h"
#include "kiosk/app/date_words.h"
#include "kiosk/app/view_parts.h"

/// What a need or an offer is matched with, as cards that say why: "le soir · Communication" stands where a board says
/// what is missing. Computed when a page is made, never kept.
namespace mur::app {

/// The needs of the board that could use an offer, the best first. It may be one that its author has just made.
[[nodiscard]] std::vector<CardView> needs_that_match(const AppState& state, const Offer& offer,
                                                     const Language& language);
/// The same for an offer of which only this is known: on a ticket.
[[nodiscard]] std::vector<CardView> needs_that_match(const AppState& state, const OfferDetails& details,
                                                     const Language& language);
/// Where to go on for who was not taken, or not answered in time: at most three needs with places left, like the one
/// they answered (`answered`; nothing once it has left the wall), another organization's first.
[[nodiscard]] std::vector<CardView> other_needs(const AppState& state, std::optional<NeedId> answered,
                                                const Language& language);
/// The offers of the board that could answer a need, the best first.
[[nodiscard]] std::vector<CardView> offers_that_match(const AppState& state, const Need& need,
                                                      const Language& language);

}  // namespace mur::app
