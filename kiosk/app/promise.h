#pragma once

#include <string>

#include "kiosk/app/app_state.h"
#include "kiosk/app/date_words.h"

/// When what a visitor leaves will have been read: what the hub promises, unless it lately needed longer.
namespace mur::app {

[[nodiscard]] int promised_hours(const AppState& state);
/// Of a post that came then and still waits; what to do where the promise was not kept. Epoch: it is not known when.
[[nodiscard]] std::string waiting_words(const AppState& state, TimePoint submitted_at, const Language& language);
/// Of what is sent now, up to the half of a day: "vendredi avant midi", "samedi 14 mars avant le soir".
[[nodiscard]] std::string promise_words(const AppState& state, const Language& language);

}  // namespace mur::app
