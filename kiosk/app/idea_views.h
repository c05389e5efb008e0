#pragma once

#include "kiosk/app/app_state.h"
#include "kiosk/app/date_words.h"
#include "kiosk/app/reply_views.h"

/// What is said of ideas that others join.
namespace mur::app {

/// "3 personnes en seraient"; empty where nobody has joined yet.
[[nodiscard]] std::string joined_words(int joined, const Text& text);
/// "Rendez-vous samedi 21 mars, de 10 h à 12 h, Grande salle"; empty without a date.
[[nodiscard]] std::string meeting_words(const AppState& state, const Offer& idea, const Language& language);
/// Where a joining stands that was just sent, and later by its ticket.
[[nodiscard]] ReplyAnswer joining_words(const AppState& state, const SentPost& sent, const Language& language);
[[nodiscard]] ReplyAnswer joining_words(const ReplyTold& told, bool can_undo, const Language& language);

}  // namespace mur::app
