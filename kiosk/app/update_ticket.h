#pragma once

#include <vector>

#include "kiosk/app/app_state.h"
#include "kiosk/app/effect.h"

/// « Mon ticket »: a code is typed, the broker says what became of the post, and it can be withdrawn and brought back.
namespace mur::app {

void begin_lookup(AppState& state);
void finish_code(AppState& state, std::vector<Effect>& effects);
void apply(AppState& state, const TicketAnswered& answered);
void confirm_withdrawal(AppState& state, std::vector<Effect>& effects);
void apply(AppState& state, const TellMet& told, std::vector<Effect>& effects);
void apply(AppState& state, const DecideAnswer& decided, std::vector<Effect>& effects);
/// Of Screen::answer_consent.
void give_answer_consent(AppState& state, bool given, std::vector<Effect>& effects);
/// « Répondre », once, to a refusal or a hiding.
void begin_appeal(AppState& state);
void finish_appeal(AppState& state, std::vector<Effect>& effects);
void undo_withdrawal(AppState& state, std::vector<Effect>& effects);
void renew(AppState& state, std::vector<Effect>& effects);
void apply(AppState& state, const PostAnswered& answered, std::vector<Effect>& effects);

}  // namespace mur::app
