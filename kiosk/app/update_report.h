#pragma once

#include <vector>

#include "kiosk/app/app_state.h"
#include "kiosk/app/effect.h"

/// « Signaler un problème »: one touch for the page, one for why.
namespace mur::app {

void begin_report(AppState& state);
void apply(AppState& state, const TouchReason& touched, std::vector<Effect>& effects);
/// The report is in the outbox: on to its ticket. False where none was being sent.
bool take_report(AppState& state, const PostKept& kept);

}  // namespace mur::app
