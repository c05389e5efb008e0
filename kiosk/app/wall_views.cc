#include "kiosk/app/wall_views.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "kiosk/app/make_views.h"
#include "kiosk/app/post_words.h"
#include "kiosk/app/promise.h"
#include "shared/domain/limits.h"

namespace mur::app {

namespace {

using std::chrono::days;
using std::chrono::local_days;

constexpr std::size_t kAttractRows = 4;   // of each day
constexpr std::size_t kColumnCards = 6;   // more than any wall has room for
constexpr std::size_t kFoldUnder = 3;     // posts
constexpr std::size_t kRowsOfPage = 60;   // of the next days
constexpr std::size_t kCardsOfPage = 60;  // of a board
constexpr int kWorthSaying = 10;          // events in a week

bool is_over(const AppState& state, const AgendaEntry& entry) {
  return entry.end_at <= std::chrono::floor<std::chrono::seconds>(state.moment.now);
}

std::vector<RowView> rows_of(const AppState& state, const Language& language, local_days day) {
  std::vector<RowView> rows;
  for (const AgendaEntry& entry : state.agenda.entries()) {
    const local_days shown = std::max(std::chrono::floor<days>(entry.start), state.today());
    if (shown > day || rows.size() == kAttractRows) break;
    if (shown == day && !is_over(state, entry)) rows.push_back(row_of(state, entry, language));
  }
  return rows;
}

/// The week's days that have events still to come or going on: the wall's one look has no room for what is over.
std::vector<DayView> next_days(const AppState& state, const Language& language) {
  std::vector<DayView> list;
  const local_days today = state.today();
  std::size_t rows = 0;
  for (const AgendaEntry& entry : state.agenda.entries()) {
    const local_days day = std::max(std::chrono::floor<days>(entry.start), today);
    if (day >= today + days{7}) break;
    if (is_over(state, entry)) continue;
    if (list.empty() || list.back().day != day) {
      if (rows >= kRowsOfPage) break;
      const local_days before = list.empty() ? today : list.back().day;
      list.push_back({.day = day,
                      .number = language.dates.day_of_month(day),
                      .name = language.dates.short_day(day, today),
                      .month = is_same_month(before, day) ? std::string{} : language.dates.month(day),
                      .today = day == today,
                      .rows = {}});
    }
    list.back().rows.push_back(row_of(state, entry, language));
    ++rows;
  }
  return list;
}

int coming_in_a_week(const AppState& state) {
  const local_days end = state.today() + days{7};
  const auto count =
      std::count_if(state.agenda.entries().begin(), state.agenda.entries().end(),
                    [&](const AgendaEntry& entry) { return entry.start < end && !is_over(state, entry); });
  return count < kWorthSaying ? 0 : static_cast<int>(count);
}

std::vector<CardView> need_cards(const AppState& state, const Language& language, std::size_t first, std::size_t most) {
  std::vector<CardView> cards;
  const auto& needs = state.board.needs;
  for (std::size_t i = first; i < needs.size() && cards.size() < most; ++i)
    cards.push_back(card_of(state, needs[i], language));
  return cards;
}

std::vector<CardView> offer_cards(const AppState& state, const Language& language, std::size_t first,
                                  std::size_t most) {
  std::vector<CardView> cards;
  const auto& offers = state.board.offers;
  for (std::size_t i = first; i < offers.size() && cards.size() < most; ++i)
    cards.push_back(card_of(state, *state.wall.find(offers[i]), language));
  return cards;
}

/// Which page of `count` things is shown, kept inside; its first index.
std::size_t first_of_page(const AppState& state, std::size_t count) {
  const std::size_t last = count == 0 ? 0 : (count - 1) / kCardsOfPage;
  return std::min(state.visit.list_page, last) * kCardsOfPage;
}

}  // namespace

AttractView make_attract(const AppState& state, const Language& language) {
  return {.headline = headline_of(state, language),
          .today = rows_of(state, language, state.today()),
          .tomorrow = rows_of(state, language, state.today() + days{1}),
          .coming = coming_in_a_week(state),
          .invitations = {}};
}

HomeView make_home(const AppState& state, const Language& language) {
  return {.days = next_days(state, language),
          .needs = need_cards(state, language, 0, kColumnCards),
          .offers = offer_cards(state, language, 0, kColumnCards),
          .needs_folded = state.board.needs.size() < kFoldUnder,
          .offers_folded = state.board.offers.size() < kFoldUnder};
}

BoardView make_board_of_needs(const AppState& state, const Language& language) {
  const std::size_t count = state.board.needs.size();
  const std::size_t first = first_of_page(state, count);
  BoardView view{.of_needs = true, .cards = need_cards(state, language, first, kCardsOfPage)};
  view.count = static_cast<int>(count);
  view.more = first + view.cards.size() < count;
  view.earlier = first > 0;
  return view;
}

BoardView make_board_of_offers(const AppState& state, const Language& language) {
  const std::size_t count = state.board.offers.size();
  const std::size_t first = first_of_page(state, count);
  BoardView view{.of_needs = false, .cards = offer_cards(state, language, first, kCardsOfPage)};
  view.count = static_cast<int>(count);
  view.more = first + view.cards.size() < count;
  view.earlier = first > 0;
  return view;
}

namespace {

/// The best of what is found that `make_card` has a card for: not all that is found stands on the board. `find` is
/// asked for more until there are enough.
template <class Find, class MakeCard>
std::vector<CardView> best_cards(const Find& find, const MakeCard& make_card) {
  constexpr std::size_t kMore = 8;
  for (std::size_t most = limits::kFound;; most *= kMore) {
    const auto ids = find(most);
    std::vector<CardView> cards;
    for (const auto& id : ids) {
      if (cards.size() == limits::kFound) break;
      if (std::optional<CardView> card = make_card(id)) cards.push_back(*std::move(card));
    }
    if (cards.size() == limits::kFound || ids.size() < most) return cards;
  }
}

}  // namespace

SearchView make_search(const AppState& state, const Language& language) {
  const Search& search = state.visit.search;
  SearchView view{.of_needs = state.page().screen == Screen::search_needs,
                  .words = search.words,
                  .max_length = most_typed(state.page().screen),
                  .typing = search.typing,
                  .cards = {}};
  if (view.of_needs) {
    std::unordered_map<NeedId, const BoardNeed*> shown;
    for (const BoardNeed& placed : state.board.needs) shown.emplace(placed.need, &placed);
    view.cards = best_cards([&](std::size_t most) { return state.posts.needs(search.words, most); },
                            [&](NeedId id) -> std::optional<CardView> {
                              const auto placed = shown.find(id);
                              if (placed == shown.end()) return std::nullopt;
                              return card_of(state, *placed->second, language);
                            });
  } else {
    const std::unordered_set<OfferId> shown(state.board.offers.begin(), state.board.offers.end());
    view.cards = best_cards([&](std::size_t most) { return state.posts.offers(search.words, most); },
                            [&](OfferId id) -> std::optional<CardView> {
                              if (!shown.contains(id)) return std::nullopt;
                              return card_of(state, *state.wall.find(id), language);
                            });
  }
  return view;
}

HelpView make_help(const AppState& state) {
  const Hub* hub = state.wall.hub();
  if (hub == nullptr) return {};
  return {.hub = hub->name,
          .address = hub->address,
          .controller = hub->privacy.controller,
          .rights = hub->privacy.rights_contact,
          .review_hours = promised_hours(state),
          .takes_contacts = takes_contacts(*hub)};
}

}  // namespace mur::app
