#include "kiosk/app/update_story.h"

#include "kiosk/app/session.h"
#include "kiosk/app/update_form.h"
#include "shared/base/text.h"

namespace mur::app {
namespace {

/// The ticket that may tell a story, and nothing else of it is on its way; else null.
TicketLookup* teller(AppState& state) {
  auto& lookup = state.visit.lookup;
  if (!lookup || !lookup->state || lookup->change != TicketLookup::Change::none) return nullptr;
  return lookup->state->may_tell_story || lookup->state->story ? &*lookup : nullptr;
}

void type_story(AppState& state, Screen step, const std::string& text) {
  state.visit.typing = Typing{.text = text};
  show(state, Page{.screen = step});
}

}  // namespace

void begin_story(AppState& state) {
  TicketLookup* lookup = teller(state);
  if (lookup == nullptr) return;
  const auto& told = lookup->state->story;
  lookup->draft = told ? StoryDraft{.text = told->text, .first_name = told->first_name} : StoryDraft{};
  type_story(state, Screen::story_text, lookup->draft.text);
}

void change_story(AppState& state, Screen step) {
  const TicketLookup* lookup = teller(state);
  if (lookup == nullptr) return;
  type_story(state, step, step == Screen::story_name ? lookup->draft.first_name : lookup->draft.text);
}

void finish_story_text(AppState& state) {
  TicketLookup* lookup = teller(state);
  if (lookup == nullptr) return;
  Typing& typing = state.visit.typing;
  std::string text = normalize(typing.text);
  if (text.empty()) {
    typing.problem = Typing::Problem::empty;
    return;
  }
  if (must_ask(typing, "text")) return;
  lookup->draft.text = std::move(text);
  wipe(typing.text);
  show(state, Page{.screen = Screen::story});
}

void finish_story_name(AppState& state) {
  TicketLookup* lookup = teller(state);
  if (lookup == nullptr) return;
  Typing& typing = state.visit.typing;
  if (must_ask(typing, "first_name")) return;
  lookup->draft.first_name = normalize(typing.text);
  wipe(typing.text);
  show(state, Page{.screen = Screen::story});
}

void send_story(AppState& state, std::vector<Effect>& effects) {
  TicketLookup* lookup = teller(state);
  if (lookup == nullptr || lookup->draft.text.empty()) return;
  lookup->change = TicketLookup::Change::story;
  lookup->change_failed = false;
  effects.emplace_back(
      SubmitStory{lookup->code, lookup->draft.text, lookup->draft.first_name, state.visit.aids.language});
  show(state, Page{.screen = Screen::my_ticket_state});
}

void remove_story(AppState& state, std::vector<Effect>& effects) {
  TicketLookup* lookup = teller(state);
  if (lookup == nullptr || !lookup->state->story) return;
  lookup->change = TicketLookup::Change::story;
  lookup->change_failed = false;
  effects.emplace_back(SubmitStoryBack{lookup->code});
}

}  // namespace mur::app
