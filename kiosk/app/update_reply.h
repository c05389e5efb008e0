#pragma once

#include <optional>
#include <vector>

#include "kiosk/app/app_state.h"
#include "kiosk/app/effect.h"

/// Answering a need: « Je veux aider » and « J'y vais maintenant » on its page, and which date. What follows is every
/// form's (update_form.h).
namespace mur::app {

void apply(AppState& state, const ChooseSlot& chosen);
void apply(AppState& state, const ChooseDate& chosen);
void apply(AppState& state, const GoNow& go, std::vector<Effect>& effects);
void apply(AppState& state, const ComeNowKept& kept);
/// The broker counted the head, or not.
void take(Coming& coming, const Result<Receipt>& answer);

/// What would be sent; its ticket is still to be made. Without a contact no age is kept.
[[nodiscard]] AnswerNeed answer_of(const Visit& visit);
/// The place as it is on the wall; nothing once it has left it or is over.
[[nodiscard]] std::optional<TakenPlace> place_of(const AppState& state, const ReplyDraft& draft);

}  // namespace mur::app
