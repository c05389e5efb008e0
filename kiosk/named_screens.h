#pragma once

#include <string>
#include <vector>

#include "kiosk/app/app_state.h"
#include "kiosk/app/date_words.h"

namespace mur::kiosk {

/// The names that --screenshot takes and --list-screens prints.
[[nodiscard]] const std::vector<std::string>& screen_names();

/// Leads a kiosk to a named screen by the actions a visitor would take, with fixed sample input for forms and ticket:
/// nothing is sent. `id` names the event, need or offer; empty = the first one shown. Errc::not_found for a name that
/// is not in the list (the message has the list), Errc::closed where the wall has nothing to show there.
[[nodiscard]] Result<app::AppState> open_named_screen(app::AppState state, const std::string& name,
                                                      const std::string& id, const app::Text& text);

}  // namespace mur::kiosk
