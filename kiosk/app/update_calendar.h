#pragma once

#include "kiosk/app/app_state.h"

/// What touches in the calendar do.
namespace mur::app {

/// The day that speaks: the one chosen, or today; always one that the calendar holds.
[[nodiscard]] std::chrono::local_days shown_day(const AppState& state);

void apply(AppState& state, const ShowCalendarAs& as);
void apply(AppState& state, const ChooseDay& choose);
void apply(AppState& state, const OpenDay& opened);
void apply(AppState& state, const ShowToday& today);
void apply(AppState& state, const ToggleFacet& toggle);
void apply(AppState& state, const FilterByTheme& by);
void apply(AppState& state, const FilterByOrganization& by);
void apply(AppState& state, const ClearFilter& clear);

}  // namespace mur::app
