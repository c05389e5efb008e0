#pragma once

#include "kiosk/app/app_state.h"
#include "shared/domain/command.h"

/// « J'en serai »: someone joins the group that another visitor would start.
namespace mur::app {

void apply(AppState& state, const Join& join);

/// What is sent: without ticket, which is made as it is sent.
[[nodiscard]] JoinIdea joining_of(const Visit& visit);
/// What the ticket says of it, as it was when it was sent: the idea's words.
[[nodiscard]] TakenPlace place_of(const AppState& state, OfferId idea);

}  // namespace mur::app
