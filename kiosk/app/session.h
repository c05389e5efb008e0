#pragma once

#include <string>

#include "kiosk/app/app_state.h"

/// Rules of one visit (KIOSK_UX.md § 4): when it is asked after, when it ends, and what is forgotten then.
namespace mur::app {

/// Overwrites, then empties: what was typed must not stay in memory.
void wipe(std::string& secret);
void wipe(Bytes& secret);

/// Overwrites what a form holds, then empties it.
void wipe_form(Visit& visit);

/// Forgets the visitor: everything typed is wiped, language and aids are the site's again, Attract is shown.
void end_visit(AppState& state);

/// Shows a page, or goes back to it where the visit already passed it.
void show(AppState& state, const Page& page);
/// One page back; from the first one after Attract this ends the visit.
void go_back(AppState& state);

/// Lets time pass: asks, counts down, ends.
void pass_time(AppState& state);

/// What the visitor has before « Encore là ? », and from there to the end.
[[nodiscard]] Milliseconds quiet_allowed(const AppState& state);
[[nodiscard]] Milliseconds count_down(const AppState& state);

}  // namespace mur::app
