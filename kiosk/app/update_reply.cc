#include "kiosk/app/update_reply.h"

#include <algorithm>

#include "kiosk/app/post_words.h"
#include "kiosk/app/session.h"
#include "kiosk/app/slot_state.h"
#include "kiosk/app/update_form.h"

namespace mur::app {

namespace {

constexpr std::size_t kDatesOfOneStart = 8;  // an earlier one may still be on when a date begins

/// The need whose page is shown, while it is on the wall.
const Need* shown_need(const AppState& state) {
  if (state.page().screen != Screen::need) return nullptr;
  const Need* need = state.wall.find(state.page().need);
  return need != nullptr && is_on_wall(need->moderation) ? need : nullptr;
}

/// On to what is still to be asked.
void go_on(AppState& state) {
  const bool back_to_review = state.visit.author.reviewed && is_complete(state.visit);
  show_step(state, back_to_review ? Screen::review : Screen::contact);
}

}  // namespace

void apply(AppState& state, const ChooseSlot& chosen) {
  const Need* need = shown_need(state);
  const Slot* slot = need == nullptr ? nullptr : find_slot(need->details, chosen.slot);
  if (slot == nullptr) return;
  const SlotState now = slot_state(*slot, state.zone, state.moment.now);
  if (now.over) return;
  Visit& visit = state.visit;
  // Whoever comes back to the same need keeps what they have said.
  if (visit.form != Form::reply || visit.reply.need != need->id) begin_form(state, Form::reply);
  if (visit.reply.need != need->id || visit.reply.slot != slot->id)
    visit.reply = {.need = need->id, .slot = slot->id, .date = {}};
  if (now.repeats) return show_step(state, Screen::reply_when);
  visit.reply.date_chosen = true;
  go_on(state);
}

void apply(AppState& state, const ChooseDate& chosen) {
  if (state.page().screen != Screen::reply_when) return;
  state.visit.reply.date = chosen.date;
  state.visit.reply.date_chosen = true;
  go_on(state);
}

void apply(AppState& state, const GoNow& go, std::vector<Effect>& effects) {
  const Need* need = shown_need(state);
  const Slot* slot = need == nullptr ? nullptr : find_slot(need->details, go.slot);
  if (slot == nullptr) return;
  const auto& coming = state.visit.coming;
  const bool again = coming && coming->place.slot == slot->id && coming->stage != Coming::Stage::not_kept;
  if (!again) {  // one person is one head, however often they touch
    if (!may_come_now(*need, slot_state(*slot, state.zone, state.moment.now), state.moment.now)) return;
    const auto place = place_of(state, {.need = need->id, .slot = slot->id, .date = {}});
    state.visit.coming = Coming{.place = place.value_or(TakenPlace{}), .command = {}};
    effects.emplace_back(SubmitComeNow{{.need = need->id, .slot = slot->id}});
  }
  show(state, Page{.screen = Screen::come_now});
}

void apply(AppState& state, const ComeNowKept& kept) {
  if (state.visit.coming) state.visit.coming->command = kept.command;
}

void take(Coming& coming, const Result<Receipt>& answer) {
  coming.stage = answer ? Coming::Stage::counted : Coming::Stage::refused;
}

AnswerNeed answer_of(const Visit& visit) {
  const AuthorDraft& author = visit.author;
  return {.need = visit.reply.need,
          .slot = visit.reply.slot,
          .date = visit.reply.date,
          .first_name = author.first_name,
          .contact = author.contact,
          .age = author.contact == ContactKind::none ? AgeClass::unknown : author.age,
          .language = visit.aids.language,
          .sealed_ticket = {},
          .sealed_contact = author.sealed_contact,
          .consent = author.consented && author.contact != ContactKind::none};
}

std::optional<TakenPlace> place_of(const AppState& state, const ReplyDraft& draft) {
  const Need* need = state.wall.find(draft.need);
  if (need == nullptr || !is_on_wall(need->moderation)) return std::nullopt;
  const Slot* slot = find_slot(need->details, draft.slot);
  if (slot == nullptr) return std::nullopt;
  const SlotState now = slot_state(*slot, state.zone, state.moment.now);
  if (now.over) return std::nullopt;
  TakenPlace place{.need = need->id,
                   .slot = slot->id,
                   .organization = need->organization,
                   .title = need->details.title,
                   .role = slot->role,
                   .where = slot->where.empty() ? place_words(need->details.place) : slot->where,
                   .welcomed_by = slot->welcomed_by,
                   .when = now.next,
                   .repeats = now.repeats,
                   .each_time = now.repeats && !draft.date};
  if (!draft.date) return place;
  const auto dates = next_dates(*slot, state.zone, *draft.date, kDatesOfOneStart);
  const auto date = std::ranges::find_if(dates, [&](const AgendaEntry& one) { return one.start_at == *draft.date; });
  if (date == dates.end() || date->end_at <= state.moment.now) return std::nullopt;
  place.when = *date;
  return place;
}

}  // namespace mur::app
