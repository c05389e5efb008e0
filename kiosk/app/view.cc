#include "kiosk/app/view.h"

#include <algorithm>
#include <cassert>

#include "kiosk/app/make_views.h"
#include "kiosk/app/post_words.h"
#include "kiosk/app/update.h"

namespace mur::app {

namespace {

/// How old the wall is, once the broker has been away for long enough to matter.
std::string offline_words(const AppState& state, const Language& language) {
  if (!is_offline(state)) return {};
  if (state.link.heard_at == TimePoint{}) return language.text("Offline");
  const std::string ago = language.dates.ago(state.moment.now - state.link.heard_at);
  return ago.empty() ? language.text("Offline · data less than a minute old")
                     : language.text.format("Offline · data from {0}", ago);
}

ChromeView make_chrome(const AppState& state, const Languages& languages, const Language& language) {
  ChromeView chrome{.date = language.dates.day(state.today(), state.today()),
                    .clock = language.dates.time(state.local_now()),
                    .offline = offline_words(state, language),
                    .aids = state.visit.aids};
  const Hub* hub = state.wall.hub();
  if (hub != nullptr) {
    chrome.hub = hub->name;
    chrome.address = hub->address;
    chrome.demo = hub->demo;
  }
  for (const auto& [code, each] : languages)
    chrome.languages.push_back({code, each.text("English"), code == language.text.language()});
  // The wall's own language first.
  std::stable_partition(chrome.languages.begin(), chrome.languages.end(),
                        [&](const LanguageChoice& choice) { return choice.code == state.site.language; });
  return chrome;
}

decltype(View::screen) make_screen(const AppState& state, const Language& language) {
  using Screens = decltype(View::screen);
  const auto found = [](auto view) -> Screens {
    if (view) return *std::move(view);
    return GoneView{};
  };
  const Page& page = state.page();
  switch (page.screen) {
    case Screen::attract: return make_attract(state, language);
    case Screen::home: return make_home(state, language);
    case Screen::calendar: return make_calendar(state, language);
    case Screen::calendar_day: return make_calendar_day(state, language);
    case Screen::calendar_filters: return make_filters(state, language);
    case Screen::calendar_themes: return make_themes(state, language);
    case Screen::calendar_organizations: return make_organizations(state, language);
    case Screen::here_today: return make_here_today(state, language);
    case Screen::event: return found(make_event(state, page.occurrence, language));
    case Screen::needs: return make_board_of_needs(state, language);
    case Screen::need: return found(make_need(state, page.need, language));
    case Screen::offers: return make_board_of_offers(state, language);
    case Screen::offer: return found(make_offer(state, page.offer, language));
    case Screen::offer_what: return make_what(state, language.text);
    case Screen::offer_when: return make_when(state, language.text);
    case Screen::offer_more: return make_more(state, language.text);
    case Screen::consent:
    case Screen::answer_consent: return found(make_consent(state, language.text));
    case Screen::privacy: return make_privacy(state);
    case Screen::reply_when: return found(make_reply_when(state, language));
    case Screen::contact: return found(make_contact(state, language));
    case Screen::review: return found(make_review(state, language));
    case Screen::offer_text:
    case Screen::reach:
    case Screen::first_name:
    case Screen::story_text:
    case Screen::story_name:
    case Screen::my_ticket:
    case Screen::appeal: return make_typing(state, language.text);
    case Screen::report: return found(make_report(state, language));
    case Screen::ticket: return make_ticket_view(state, language);
    case Screen::come_now: return make_come_now(state, language);
    case Screen::my_ticket_state: return make_ticket_state(state, language);
    case Screen::help: return make_help(state);
    case Screen::story: return make_story_review(state);
    case Screen::search_needs:
    case Screen::search_offers: return make_search(state, language);
  }
  return GoneView{};
}

}  // namespace

const Language& language_of(const AppState& state, const Languages& languages) {
  assert(!languages.empty());
  const auto wanted = languages.find(state.visit.aids.language);
  return wanted == languages.end() ? languages.begin()->second : wanted->second;
}

View make_view(const AppState& state, const Languages& languages) {
  const Language& language = language_of(state, languages);
  View view{.chrome = make_chrome(state, languages, language),
            .page = state.page(),
            .headline = headline_of(state, language),
            .screen = make_screen(state, language),
            .seconds_left = seconds_left(state)};
  if (auto* attract = std::get_if<AttractView>(&view.screen))
    for (const auto& [code, each] : languages)
      if (code != language.text.language()) attract->invitations.push_back(each.text("Touch the screen"));
  return view;
}

}  // namespace mur::app
