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
    case Time::holidays: return when.holidays;
    case Time::to_agree: break;
  }
  return when.to_agree;
}

/// Touched once it is said, twice it is not.
template <class Value>
void say(Value& said, Value value) {
  said = said == value ? Value{} : value;
}

void say(std::optional<EmployerBacked::Time>& said, EmployerBacked::Time value) {
  if (said == value)
    said.reset();
  else
    said = value;
}

}  // namespace

void apply(AppState& state, const TouchDetail& touched) {
  OfferDraft& draft = state.visit.offer;
  switch (touched.detail) {
    case Detail::curious: return say(draft.level, Level::curious);
    case Detail::at_ease: return say(draft.level, Level::at_ease);
    case Detail::professional: return say(draft.level, Level::professional);
    case Detail::passion: return say(draft.origin, Origin::passion);
    case Detail::job: return say(draft.origin, Origin::job);
    case Detail::may_train: return say(draft.may_train, true);
    case Detail::remote: return say(draft.remote, true);
    case Detail::two_hours: return say(draft.hours_a_week, kTwoHours);
    case Detail::half_day: return say(draft.hours_a_week, kHalfDay);
    case Detail::day: return say(draft.hours_a_week, kDay);
    case Detail::employer_half_days: return say(draft.employer, EmployerBacked::Time::half_days);
    case Detail::employer_days: return say(draft.employer, EmployerBacked::Time::days);
    case Detail::employer_part_time: return say(draft.employer, EmployerBacked::Time::part_time);
    case Detail::employer_full_time: return say(draft.employer, EmployerBacked::Time::full_time);
  }
}

void toggle_idea(AppState& state) {
  OfferDraft& draft = state.visit.offer;
  draft.idea = !draft.idea && !draft.text.empty();
}

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
    if (touched.tile == Tile::other) {
      wipe(draft.text);
      draft.idea = false;
    }
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
  const OfferDraft& offer = visit.offer;
  std::vector<Tile> tiles = offer.tiles;
  if (offer.idea) {  // its kind follows from the first
    std::erase(tiles, Tile::other);
    tiles.insert(tiles.begin(), Tile::idea);
  }
  return {.tiles = std::move(tiles),
          .text = visit.offer.text,
          .availability = visit.offer.availability,
          .first_name = author.first_name,
          .language = visit.aids.language,
          .contact = author.contact,
          .may_be_called = reachable && visit.offer.may_be_called,
          .age = reachable ? author.age : AgeClass::unknown,
          .level = offer.level,
          .may_train = offer.may_train,
          .origin = offer.origin,
          .hours_a_week = offer.hours_a_week,
          .remote = offer.remote,
          .employer = offer.employer ? std::optional(EmployerBacked{.time = *offer.employer}) : std::nullopt};
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
