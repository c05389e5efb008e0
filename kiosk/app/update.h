#pragma once

#include <optional>
#include <vector>

#include "kiosk/app/app_state.h"
#include "kiosk/app/effect.h"

namespace mur::app {

/// A new state, and what it wants done.
struct Update {
  AppState state;
  std::vector<Effect> effects;
};

/// What happens to the kiosk when `action` happens at `moment`. Pure: time, random bytes and ids come in.
[[nodiscard]] Update update(AppState state, const Action& action, const Moment& moment);

/// How long until time alone changes something to be seen: the clock's minute, a turn of Attract, the session's end.
[[nodiscard]] Milliseconds until_next_change(const AppState& state);

/// Seconds left of « Encore là ? », if it is up.
[[nodiscard]] std::optional<int> seconds_left(const AppState& state);

}  // namespace mur::app
