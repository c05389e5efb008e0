#pragma once

#include <vector>

#include "kiosk/app/app_state.h"
#include "kiosk/app/effect.h"

/// The steps of « Je propose… ». Each takes the state and an action of its own, and adds what it wants done.
namespace mur::app {

void begin_offer(AppState& state);
void apply(AppState& state, const TouchTile& touched);
void apply(AppState& state, const TouchTime& touched);
void apply(AppState& state, const TouchAge& touched);
void apply(AppState& state, const TouchReach& touched);
void apply(AppState& state, const Change& change);
void review(AppState& state);
void forget_contact(AppState& state);
void send_offer(AppState& state, std::vector<Effect>& effects);
void apply(AppState& state, ContactSealed sealed);
void apply(AppState& state, const OfferKept& kept);

void finish_offer_text(AppState& state);
void finish_first_name(AppState& state);
void finish_reach(AppState& state, std::vector<Effect>& effects);

/// Every question has its answer.
[[nodiscard]] bool is_complete(const OfferDraft& draft);
/// What would be sent. Without a contact nothing else is said of the person, and no age is kept.
[[nodiscard]] OfferDetails details_of(const OfferDraft& draft, const std::string& language);
/// Whether the hub may keep a contact, and this person may leave one.
[[nodiscard]] bool may_leave_contact(const AppState& state);

}  // namespace mur::app
