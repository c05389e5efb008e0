#pragma once

#include <string>
#include <vector>

#include "kiosk/app/app_state.h"
#include "kiosk/app/effect.h"

/// What every form has: its beginning, and the steps it ends with: contact, review, « Envoyer ».
namespace mur::app {

/// Another form, empty: what an earlier one held is wiped.
void begin_form(AppState& state, Form form);
/// From the review, a step again; from a step, on to the review.
void show_step(AppState& state, Screen step);
/// A step that is typed, beginning with this text.
void type(AppState& state, Screen step, const std::string& text);
/// A text that others read, with a number or an address in it, is asked about once; who insists is let through.
[[nodiscard]] bool must_ask(Typing& typing, std::string_view field);

void apply(AppState& state, const TouchAge& touched);
void apply(AppState& state, const TouchReach& touched);
void apply(AppState& state, const GiveConsent& consent);
void apply(AppState& state, const Change& change);
void apply(AppState& state, ContactSealed sealed);
void apply(AppState& state, const PostKept& kept);
void review(AppState& state);
void forget_contact(AppState& state);
void send(AppState& state, std::vector<Effect>& effects);

void finish_first_name(AppState& state);
void finish_reach(AppState& state, std::vector<Effect>& effects);

/// Every question of the form has its answer.
[[nodiscard]] bool is_complete(const Visit& visit);
/// Is what is answered an organization's of a sensitive kind?
[[nodiscard]] bool wants_consent(const AppState& state);
/// Whether the hub may keep a contact, and this person may leave one.
[[nodiscard]] bool may_leave_contact(const AppState& state);

}  // namespace mur::app
