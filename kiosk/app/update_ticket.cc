#include "kiosk/app/update_ticket.h"

#include "kiosk/app/session.h"

namespace mur::app {

namespace {

using Stage = TicketLookup::Stage;

void ask(AppState& state, std::vector<Effect>& effects) {
  TicketLookup& lookup = *state.visit.lookup;
  if (!state.link.connected) {
    lookup.stage = Stage::offline;
    return;
  }
  lookup.stage = Stage::asking;
  effects.emplace_back(AskTicket{lookup.code});
}

Stage stage_of(Errc code) {
  switch (code) {
    case Errc::not_found: return Stage::unknown;
    case Errc::slow_down:
    case Errc::closed:
    case Errc::forbidden: return Stage::locked;
    case Errc::io:
    case Errc::try_again: return Stage::offline;
    default: return Stage::failed;
  }
}

void take(SentOffer& sent, const Result<Receipt>& answer) {
  if (!answer) {
    sent.stage = SentOffer::Stage::refused;
    sent.refusal = answer.error().code;
  } else {
    sent.stage = answer->status == PostStatus::published ? SentOffer::Stage::published : SentOffer::Stage::received;
  }
}

}  // namespace

void begin_lookup(AppState& state) {
  wipe(state.visit.typing.text);
  state.visit.typing = Typing{};
  if (state.visit.lookup) wipe(state.visit.lookup->code);
  state.visit.lookup.reset();
}

void finish_code(AppState& state, std::vector<Effect>& effects) {
  Typing& typing = state.visit.typing;
  if (typing.text.empty()) {
    typing.problem = Typing::Problem::empty;
    return;
  }
  auto code = parse_ticket_code(typing.text);
  if (!code) {
    typing.problem = Typing::Problem::not_a_code;
    return;
  }
  wipe(typing.text);
  state.visit.lookup = TicketLookup{.code = *std::move(code), .state = {}, .pending = {}};
  ask(state, effects);
  show(state, Page{.screen = Screen::my_ticket_state});
}

void apply(AppState& state, const TicketAnswered& answered) {
  auto& lookup = state.visit.lookup;
  if (!lookup || lookup->query != answered.query) return;
  if (answered.answer) {
    lookup->stage = Stage::found;
    lookup->state = *answered.answer;
  } else {
    lookup->stage = stage_of(answered.answer.error().code);
  }
}

void confirm_withdrawal(AppState& state, std::vector<Effect>& effects) {
  auto& lookup = state.visit.lookup;
  if (!lookup || !lookup->confirming || lookup->change != TicketLookup::Change::none) return;
  lookup->confirming = false;
  lookup->change = TicketLookup::Change::withdrawal;
  lookup->change_failed = false;
  effects.emplace_back(SubmitWithdrawal{lookup->code});
}

void undo_withdrawal(AppState& state, std::vector<Effect>& effects) {
  auto& lookup = state.visit.lookup;
  if (!lookup || !lookup->state || !lookup->state->can_undo || lookup->change != TicketLookup::Change::none) return;
  lookup->change = TicketLookup::Change::undo;
  lookup->change_failed = false;
  effects.emplace_back(SubmitUndo{lookup->code});
}

void apply(AppState& state, const PostAnswered& answered, std::vector<Effect>& effects) {
  Visit& visit = state.visit;
  if (visit.sent && visit.sent->command == answered.command) take(*visit.sent, answered.answer);
  if (!visit.lookup || visit.lookup->pending != answered.command) return;
  visit.lookup->pending.reset();
  visit.lookup->change = TicketLookup::Change::none;
  visit.lookup->change_failed = !answered.answer;
  if (answered.answer) ask(state, effects);  // and show what it has become
}

}  // namespace mur::app
