#include "kiosk/app/update_offer.h"

#include <algorithm>

#include "kiosk/app/session.h"
#include "kiosk/app/update_form.h"
#include "shared/base/text.h"
#include "shared/domain/limits.h"

namespace mur::app {

namespace {

bool has(const std::vector<Tile>& tiles, Tile tile) {
  return std::find(tiles.begin(), tiles.end(), tile) != tiles.end();
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

void apply(AppState& state, const TouchTile& touched) {
  OfferDraft& draft = state.visit.offer;
  if (!state.visit.author.reviewed) {
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
  OfferDraft& draft = state.visit.offer;
  if (state.visit.author.reviewed) {
    bool& chosen = flag(draft.availability, touched.time);
    chosen = !chosen;
    return;
  }
  draft.availability = Availability{};
  flag(draft.availability, touched.time) = true;
  show_step(state, Screen::contact);
}

bool is_complete(const OfferDraft& draft) { return !draft.tiles.empty() && is_answered(draft.availability); }

OfferDetails details_of(const Visit& visit) {
  const AuthorDraft& author = visit.author;
  const bool reachable = author.contact != ContactKind::none;
  return {.tiles = visit.offer.tiles,
          .text = visit.offer.text,
          .availability = visit.offer.availability,
          .first_name = author.first_name,
          .language = visit.aids.language,
          .contact = author.contact,
          .may_be_called = reachable && visit.offer.may_be_called,
          .age = reachable ? author.age : AgeClass::unknown};
}

void finish_offer_text(AppState& state) {
  OfferDraft& draft = state.visit.offer;
  Typing& typing = state.visit.typing;
  const std::string text = normalize(typing.text);
  if (text.empty()) {
    typing.problem = Typing::Problem::empty;
    return;
  }
  if (must_ask(typing, "text")) return;
  draft.text = text;
  if (!has(draft.tiles, Tile::other)) draft.tiles.push_back(Tile::other);
  wipe(typing.text);
  show_step(state, state.visit.author.reviewed ? Screen::review : Screen::offer_when);
}

}  // namespace mur::app
