#pragma once

#include "kiosk/app/app_state.h"

/// The steps that only « Je propose… » has; what follows them is every form's (update_form.h).
namespace mur::app {

void apply(AppState& state, const TouchTile& touched);
void apply(AppState& state, const TouchTime& touched);
void apply(AppState& state, const TouchDetail& touched);
void toggle_idea(AppState& state);
void finish_offer_text(AppState& state);

/// Every question has its answer.
[[nodiscard]] bool is_complete(const OfferDraft& draft);
/// What would be sent. Without a contact nothing else is said of the person, and no age is kept.
[[nodiscard]] OfferDetails details_of(const Visit& visit);

}  // namespace mur::app
