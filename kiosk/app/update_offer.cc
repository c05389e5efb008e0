#include "kiosk/app/update_offer.h"

#include <algorithm>

#include "kiosk/app/contact_text.h"
#include "kiosk/app/session.h"
#include "shared/base/text.h"
#include "shared/domain/limits.h"
#include "shared/screening/mark.h"

namespace mur::app {

namespace {

using Problem = Typing::Problem;

void show_step(AppState& state, Screen step) {
  if (step == Screen::offer_review) state.visit.draft.reviewed = true;
  show(state, Page{.screen = step});
}

void type(AppState& state, Screen screen, const std::string& text) {
  state.visit.typing = Typing{.text = text};
  show_step(state, screen);
}

bool has(const std::vector<Tile>& tiles, Tile tile) {
  return std::find(tiles.begin(), tiles.end(), tile) != tiles.end();
}

/// A public text with a number or an address in it is asked about once; who insists is let through, and the hub reads
/// it before anyone else does.
bool must_ask(Typing& typing, std::string_view field) {
  if (typing.problem == Problem::contact_in_text) return false;
  if (!screening::has_contact(screening::screen(field, typing.text))) return false;
  typing.problem = Problem::contact_in_text;
  return true;
}

bool& flag(Availability& when, Time time) {
  switch (time) {
    case Time::now: return when.now;
    case Time::evenings: return when.evenings;
    case Time::weekends: return when.weekends;
    case Time::days: return when.days;
    case Time::to_agree: break;
  }
  return when.to_agree;
}

}  // namespace

void begin_offer(AppState& state) { state.visit.draft = OfferDraft{}; }

void apply(AppState& state, const TouchTile& touched) {
  OfferDraft& draft = state.visit.draft;
  if (!draft.reviewed) {
    draft.tiles = {touched.tile};
    if (touched.tile == Tile::other)
      type(state, Screen::offer_text, draft.text);
    else
      show_step(state, Screen::offer_when);
    return;
  }
  if (has(draft.tiles, touched.tile)) {
    std::erase(draft.tiles, touched.tile);
    if (touched.tile == Tile::other) wipe(draft.text);
  } else if (draft.tiles.size() < limits::kTiles) {
    draft.tiles.push_back(touched.tile);
    if (touched.tile == Tile::other) type(state, Screen::offer_text, draft.text);
  }
}

void apply(AppState& state, const TouchTime& touched) {
  OfferDraft& draft = state.visit.draft;
  if (draft.reviewed) {
    bool& chosen = flag(draft.availability, touched.time);
    chosen = !chosen;
    return;
  }
  draft.availability = Availability{};
  flag(draft.availability, touched.time) = true;
  show_step(state, Screen::offer_contact);
}

bool may_leave_contact(const AppState& state) {
  const Hub* hub = state.wall.hub();
  return hub != nullptr && takes_contacts(*hub) && state.visit.draft.age != AgeClass::under_15;
}

void apply(AppState& state, const TouchAge& touched) {
  OfferDraft& draft = state.visit.draft;
  draft.age = touched.age;
  if (!may_leave_contact(state)) forget_contact(state);
  if (!draft.age_missing) return;
  draft.age_missing = false;
  if (may_leave_contact(state)) type(state, Screen::offer_reach, {});
}

void apply(AppState& state, const TouchReach& touched) {
  OfferDraft& draft = state.visit.draft;
  if (touched.choice == ReachChoice::none) {
    forget_contact(state);
    draft.reach_chosen = true;
    show_step(state, Screen::offer_review);
    return;
  }
  if (!may_leave_contact(state)) return;
  if (draft.age == AgeClass::unknown)
    draft.age_missing = true;
  else
    type(state, Screen::offer_reach, {});
}

void apply(AppState& state, const Change& change) {
  const OfferDraft& draft = state.visit.draft;
  if (change.step == Screen::offer_text)
    type(state, change.step, draft.text);
  else if (change.step == Screen::offer_name)
    type(state, change.step, draft.first_name);
  else
    show_step(state, change.step);
}

bool is_complete(const OfferDraft& draft) {
  return !draft.tiles.empty() && is_answered(draft.availability) && draft.reach_chosen;
}

void review(AppState& state) {
  if (is_complete(state.visit.draft)) show_step(state, Screen::offer_review);
}

void forget_contact(AppState& state) {
  OfferDraft& draft = state.visit.draft;
  wipe(draft.sealed_contact);
  draft.contact = ContactKind::none;
  draft.may_be_called = false;
  draft.age_missing = false;
}

OfferDetails details_of(const OfferDraft& draft, const std::string& language) {
  const bool reachable = draft.contact != ContactKind::none;
  return {.tiles = draft.tiles,
          .text = draft.text,
          .availability = draft.availability,
          .first_name = draft.first_name,
          .language = language,
          .contact = draft.contact,
          .may_be_called = reachable && draft.may_be_called,
          .age = reachable ? draft.age : AgeClass::unknown};
}

void send_offer(AppState& state, std::vector<Effect>& effects) {
  OfferDraft& draft = state.visit.draft;
  if (!is_complete(draft) || draft.sending) return;
  draft.sending = true;
  draft.not_kept = false;
  effects.emplace_back(SubmitOffer{details_of(draft, state.visit.aids.language), draft.sealed_contact});
}

void apply(AppState& state, ContactSealed sealed) {
  if (state.page().screen != Screen::offer_reach) return;  // the visitor has gone; the box goes with them
  OfferDraft& draft = state.visit.draft;
  draft.contact = sealed.kind;
  draft.sealed_contact = std::move(sealed.box);
  draft.reach_chosen = true;
  show_step(state, Screen::offer_review);
}

void apply(AppState& state, const OfferKept& kept) {
  Visit& visit = state.visit;
  if (!visit.draft.sending) return;
  visit.sent = SentOffer{
      .command = kept.command, .ticket = kept.ticket, .details = details_of(visit.draft, visit.aids.language)};
  wipe(visit.draft.sealed_contact);
  visit.draft = OfferDraft{};
  visit.pages = {Page{}, Page{.screen = Screen::home}, Page{.screen = Screen::ticket}};
}

void finish_offer_text(AppState& state) {
  OfferDraft& draft = state.visit.draft;
  Typing& typing = state.visit.typing;
  const std::string text = normalize(typing.text);
  if (text.empty()) {
    typing.problem = Problem::empty;
    return;
  }
  if (must_ask(typing, "text")) return;
  draft.text = text;
  if (!has(draft.tiles, Tile::other)) draft.tiles.push_back(Tile::other);
  wipe(typing.text);
  show_step(state, draft.reviewed ? Screen::offer_review : Screen::offer_when);
}

void finish_first_name(AppState& state) {
  Typing& typing = state.visit.typing;
  if (must_ask(typing, "first_name")) return;
  state.visit.draft.first_name = normalize(typing.text);
  wipe(typing.text);
  show_step(state, Screen::offer_review);
}

void finish_reach(AppState& state, std::vector<Effect>& effects) {
  Typing& typing = state.visit.typing;
  const std::string contact = normalize(typing.text);
  if (contact.empty()) {
    typing.problem = Problem::empty;
  } else if (typing.kind == ContactKind::phone && !looks_like_phone_number(contact)) {
    typing.problem = Problem::not_a_number;
  } else if (typing.kind == ContactKind::email && !looks_like_email_address(contact)) {
    typing.problem = Problem::not_an_address;
  } else {
    effects.emplace_back(SealContact{typing.kind, contact});
    wipe(typing.text);
  }
}

}  // namespace mur::app
