#pragma once

#include <vector>

#include "kiosk/app/app_state.h"
#include "kiosk/app/effect.h"

/// « Raconter »: what someone tells of a meeting, with the ticket that was looked up.
namespace mur::app {

/// From « Mon ticket », the words first; those already told stand in the field.
void begin_story(AppState& state);
/// From the last step, the words or the name again.
void change_story(AppState& state, Screen step);
void finish_story_text(AppState& state);
void finish_story_name(AppState& state);
/// « Oui, montrez-le »
void send_story(AppState& state, std::vector<Effect>& effects);
void remove_story(AppState& state, std::vector<Effect>& effects);

}  // namespace mur::app
