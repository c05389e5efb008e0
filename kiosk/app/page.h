#pragma once

#include <chrono>
#include <cstdint>

#include "shared/domain/ids.h"

namespace mur::app {

/// Which picture the wall shows.
enum class Screen : std::uint8_t {
  attract,
  home,
  calendar,                ///< as a list, a week or a month
  calendar_day,            ///< one day of it, whole
  calendar_filters,        ///< « Filtrer »
  calendar_themes,         ///< … by theme
  calendar_organizations,  ///< … by organization
  here_today,              ///< « Qui est là aujourd’hui »
  event,
  needs,
  need,
  offers,
  offer,
  offer_what,  ///< « Je propose… », step 1: tiles
  offer_text,  ///< … « Autre… », typed
  offer_when,  ///< step 2
  offer_more,  ///< from the review: how well, how much, from where
  reply_when,  ///< « Je veux aider »: once, and on which date, or each time
  contact,     ///< of every form: three equal choices
  consent,     ///< … may an organization of a sensitive kind know it?
  reach,       ///< … a number or an address, typed and masked
  review,      ///< of every form: what will be sent
  first_name,  ///< … typed
  ticket,
  come_now,         ///< « J'y vais maintenant »: where to go
  my_ticket,        ///< type the code
  my_ticket_state,  ///< what became of the post
  help,
  search_needs,  ///< « Chercher » among the needs: typed, answered with each letter
  search_offers,
  story_text,      ///< « Raconter », with a ticket: typed
  story_name,      ///< … the first name, typed
  story,           ///< … may it be shown?
  report,          ///< « Signaler un problème »: why
  appeal,          ///< « Répondre » to a refusal or a hiding, typed
  answer_consent,  ///< « Mon ticket »: a yes that gives the contact to an organization of a sensitive kind
  privacy          ///< « En savoir plus »: who keeps what, how long, and the rights
};

/// One occurrence of an event: who speaks for it, and when it starts on the hub's clock.
struct OccurrenceRef {
  EventId event;
  std::chrono::local_seconds start{};

  friend auto operator<=>(const OccurrenceRef&, const OccurrenceRef&) = default;
};

/// A screen and what it is about. The history of a visit is a list of pages.
struct Page {
  Screen screen = Screen::attract;
  OccurrenceRef occurrence;  ///< of Screen::event
  NeedId need;               ///< of Screen::need
  OfferId offer;             ///< of Screen::offer
  RecordId reported;         ///< of Screen::report: which post

  friend bool operator==(const Page&, const Page&) = default;
};

/// Long lists, shown in pages.
[[nodiscard]] constexpr bool is_list(Screen screen) {
  return screen == Screen::calendar || screen == Screen::calendar_day || screen == Screen::needs ||
         screen == Screen::offers;
}
/// What is told of a meeting.
[[nodiscard]] constexpr bool is_story(Screen screen) {
  return screen == Screen::story_text || screen == Screen::story_name || screen == Screen::story;
}
/// Steps of a form, a ticket or a code: « Effacer et quitter » is in reach there, and nobody takes pictures of them.
[[nodiscard]] constexpr bool is_form(Screen screen) {
  return (screen >= Screen::offer_what && screen <= Screen::first_name) || screen == Screen::my_ticket ||
         is_story(screen) || screen == Screen::appeal;
}
/// What the next person in the row must not read.
[[nodiscard]] constexpr bool is_private(Screen screen) {
  return screen == Screen::ticket || screen == Screen::contact || screen == Screen::reach ||
         screen == Screen::my_ticket || screen == Screen::my_ticket_state || is_story(screen) ||
         screen == Screen::appeal || screen == Screen::answer_consent;
}
[[nodiscard]] constexpr bool is_search(Screen screen) {
  return screen == Screen::search_needs || screen == Screen::search_offers;
}
/// Screens where something is typed.
[[nodiscard]] constexpr bool is_typed(Screen screen) {
  return screen == Screen::offer_text || screen == Screen::reach || screen == Screen::first_name ||
         screen == Screen::my_ticket || screen == Screen::story_text || screen == Screen::story_name ||
         screen == Screen::appeal || is_search(screen);
}

}  // namespace mur::app
