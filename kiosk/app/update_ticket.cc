#include "kiosk/app/update_ticket.h"

#include <algorithm>
#include <utility>

#include "kiosk/app/session.h"
#include "kiosk/app/update_reply.h"
#include "shared/base/text.h"

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

void take(SentPost& sent, const Result<Receipt>& answer, std::vector<Effect>& effects) {
  if (!answer) {
    sent.stage = SentPost::Stage::refused;
    sent.refusal = answer.error().code;
    sent.contact_refused = answer.error().field == "contact";
    return;
  }
  sent.stage = answer->status == PostStatus::published ? SentPost::Stage::published : SentPost::Stage::received;
  if (!sent.reply) return;
  sent.status = answer->reply;
  effects.emplace_back(AskTicket{sent.ticket.code});  // until when it is held; how many stand before it
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
  auto& sent = state.visit.sent;
  if (sent && sent->reply && sent->query == answered.query && answered.answer)
    sent->reply->told = answered.answer->reply;
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

void apply(AppState& state, const TellMet& told, std::vector<Effect>& effects) {
  auto& lookup = state.visit.lookup;
  if (!lookup || !lookup->state || !lookup->state->reply || !lookup->state->reply->may_tell) return;
  if (lookup->change != TicketLookup::Change::none) return;
  lookup->change = TicketLookup::Change::told;
  lookup->change_failed = false;
  effects.emplace_back(SubmitTold{lookup->code, told.met});
}

void apply(AppState& state, const DecideAnswer& decided, std::vector<Effect>& effects) {
  auto& lookup = state.visit.lookup;
  if (!lookup || !lookup->state || lookup->change != TicketLookup::Change::none) return;
  const auto& answers = lookup->state->answers;
  const auto answer = std::ranges::find(answers, decided.reply, &OfferAnswer::reply);
  if (answer == answers.end()) return;
  if (decided.status == ReplyStatus::accepted && answer->sensitivity != Sensitivity::none) {
    lookup->consenting = decided.reply;
    return show(state, Page{.screen = Screen::answer_consent});
  }
  lookup->change = TicketLookup::Change::decided;
  lookup->change_failed = false;
  effects.emplace_back(SubmitDecision{.code = lookup->code, .reply = decided.reply, .status = decided.status});
}

void give_answer_consent(AppState& state, bool given, std::vector<Effect>& effects) {
  auto& lookup = state.visit.lookup;
  if (state.page().screen != Screen::answer_consent || !lookup || !lookup->consenting) return;
  const ReplyId reply = *std::exchange(lookup->consenting, std::nullopt);
  go_back(state);
  if (!given || lookup->change != TicketLookup::Change::none) return;
  lookup->change = TicketLookup::Change::decided;
  lookup->change_failed = false;
  effects.emplace_back(
      SubmitDecision{.code = lookup->code, .reply = reply, .status = ReplyStatus::accepted, .consent = true});
}

void begin_appeal(AppState& state) {
  const auto& lookup = state.visit.lookup;
  if (!lookup || !lookup->state || !lookup->state->may_appeal || lookup->change != TicketLookup::Change::none) return;
  wipe(state.visit.typing.text);
  state.visit.typing = Typing{};
  show(state, Page{.screen = Screen::appeal});
}

void finish_appeal(AppState& state, std::vector<Effect>& effects) {
  auto& lookup = state.visit.lookup;
  Typing& typing = state.visit.typing;
  if (!lookup || lookup->change != TicketLookup::Change::none) return;
  std::string text = normalize(typing.text);
  if (text.empty()) {
    typing.problem = Typing::Problem::empty;
    return;
  }
  wipe(typing.text);
  lookup->change = TicketLookup::Change::appeal;
  lookup->change_failed = false;
  effects.emplace_back(SubmitAppeal{lookup->code, std::move(text)});
  go_back(state);
}

void undo_withdrawal(AppState& state, std::vector<Effect>& effects) {
  auto& lookup = state.visit.lookup;
  if (!lookup || !lookup->state || !lookup->state->can_undo || lookup->change != TicketLookup::Change::none) return;
  lookup->change = TicketLookup::Change::undo;
  lookup->change_failed = false;
  effects.emplace_back(SubmitUndo{lookup->code});
}

void renew(AppState& state, std::vector<Effect>& effects) {
  auto& lookup = state.visit.lookup;
  if (!lookup || !lookup->state || lookup->change != TicketLookup::Change::none) return;
  lookup->change = TicketLookup::Change::renewal;
  lookup->change_failed = false;
  effects.emplace_back(SubmitRenewal{lookup->code});
}

void apply(AppState& state, const PostAnswered& answered, std::vector<Effect>& effects) {
  Visit& visit = state.visit;
  if (visit.sent && visit.sent->command == answered.command) take(*visit.sent, answered.answer, effects);
  if (visit.coming && visit.coming->command == answered.command) take(*visit.coming, answered.answer);
  if (!visit.lookup || visit.lookup->pending != answered.command) return;
  visit.lookup->pending.reset();
  visit.lookup->change = TicketLookup::Change::none;
  visit.lookup->change_failed = !answered.answer;
  if (answered.answer) ask(state, effects);  // and show what it has become
}

}  // namespace mur::app
