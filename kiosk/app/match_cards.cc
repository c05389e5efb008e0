#include "kiosk/app/match_cards.h"

#include <algorithm>

#include "kiosk/app/language_names.h"
#include "kiosk/app/post_words.h"
#include "shared/domain/limits.h"
#include "shared/domain/other_needs.h"

namespace mur::app {

namespace {

using matching::MatchReason;
using Code = MatchReason::Code;

/// When it fits; empty where the reason is no hour. That it is to be agreed is no news.
std::string time_words(const MatchReason& reason, const Text& text) {
  switch (reason.code) {
    case Code::now: return text("right now");
    case Code::evenings: return text("in the evening");
    case Code::weekends: return text("at the week-end");
    case Code::days: return text("in the daytime");
    default: return {};
  }
}

/// What both are about.
std::string subject_words(const AppState& state, const MatchReason& reason, const Text& text) {
  const auto name = [&](skills::Kind kind, const std::string& id) {
    return state.skills.name(kind, id, text.language());
  };
  switch (reason.code) {
    case Code::same_skill: return name(skills::Kind::skill, reason.what);
    case Code::near_skill:
      return text.format("{0}, close to {1}", name(skills::Kind::skill, reason.what),
                         name(skills::Kind::skill, reason.near));
    case Code::same_theme: return name(skills::Kind::theme, reason.what);
    case Code::same_word: return text.format("“{0}”", reason.what);
    case Code::any_hand: return text("a helping hand");
    case Code::material: return text("things to lend or give");
    case Code::learns: return text("taught on the spot");
    case Code::level: return text("by a professional");
    case Code::language: return text.format("{0} is spoken", language_names({reason.what}, text));
    default: return {};
  }
}

matching::Around around(const AppState& state) {
  return {.wall = state.wall, .tree = state.skills, .hub = state.zone, .now = state.moment.now};
}

/// Whether a card says by itself when someone can.
enum class Hours : std::uint8_t { unsaid, said };

/// "le soir · Communication": the reasons that a card has room for.
std::string match_words(const AppState& state, const matching::Match& match, const Text& text, Hours hours) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string> parts;
  if (hours == Hours::unsaid)
    for (const MatchReason& reason : match.reasons)
      if (std::string words = time_words(reason, text); !words.empty()) parts.push_back(std::move(words));
  for (const MatchReason& reason : match.reasons)
    if (std::string words = subject_words(state, reason, text); !words.empty() && parts.size() < kMost)
      parts.push_back(std::move(words));
  return joined(parts);
}

}  // namespace

std::vector<CardView> needs_that_match(const AppState& state, const Offer& offer, const Language& language) {
  std::vector<CardView> cards;
  for (const auto& [id, match] : state.matches.needs_for(offer, around(state))) {
    const auto placed = std::ranges::find(state.board.needs, id, &BoardNeed::need);
    if (placed == state.board.needs.end()) continue;
    CardView card = card_of(state, *placed, language);
    card.point = match_words(state, match, language.text, Hours::unsaid);
    cards.push_back(std::move(card));
  }
  return cards;
}

std::vector<CardView> needs_that_match(const AppState& state, const OfferDetails& details, const Language& language) {
  if (details.tiles.empty()) return {};
  return needs_that_match(
      state, Offer{.details = details, .kind = kind_of(details.tiles.front()), .created_at = state.moment.now},
      language);
}

std::vector<CardView> other_needs(const AppState& state, std::optional<NeedId> answered, const Language& language) {
  const Need* known = answered ? state.wall.find(*answered) : nullptr;
  std::vector<const BoardNeed*> others;
  for (const BoardNeed& placed : state.board.needs)
    if (!placed.complete && placed.missing > 0 && placed.need != answered) others.push_back(&placed);
  // The board's order, soonest first, among those that are as near.
  std::ranges::stable_sort(
      others, {}, [&](const BoardNeed* placed) { return distance_from(known, *state.wall.find(placed->need)); });
  if (others.size() > limits::kOtherNeeds) others.resize(limits::kOtherNeeds);
  std::vector<CardView> cards;
  for (const BoardNeed* placed : others) cards.push_back(card_of(state, *placed, language));
  return cards;
}

std::vector<CardView> offers_that_match(const AppState& state, const Need& need, const Language& language) {
  std::vector<CardView> cards;
  for (const auto& [id, match] : state.matches.offers_for(need, around(state))) {
    if (std::ranges::find(state.board.offers, id) == state.board.offers.end()) continue;
    CardView card = card_of(state, *state.wall.find(id), language);
    card.point = match_words(state, match, language.text, Hours::said);
    cards.push_back(std::move(card));
  }
  return cards;
}

}  // namespace mur::app
