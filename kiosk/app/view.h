#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/app_state.h"
#include "kiosk/app/calendar_views.h"
#include "kiosk/app/date_words.h"
#include "kiosk/app/filter_views.h"
#include "kiosk/app/form_views.h"
#include "kiosk/app/here_views.h"
#include "kiosk/app/reply_views.h"
#include "kiosk/app/report_views.h"
#include "kiosk/app/story_views.h"
#include "kiosk/app/wall_views.h"

namespace mur::app {

/// The catalogues that this program has, by language.
using Languages = std::map<std::string, Language>;

struct LanguageChoice {
  std::string code;
  std::string name;  ///< its own name: "Français"
  bool selected = false;
};

/// What stands on every screen.
struct ChromeView {
  std::string hub;
  std::string address;
  std::string date;
  std::string clock;
  bool demo = false;
  std::string offline;  ///< how old the data is; empty while the broker is there
  std::vector<LanguageChoice> languages;
  Aids aids;
};

/// One picture of the wall, in words.
struct View {
  ChromeView chrome;
  Page page;
  HeadlineView headline;  ///< over a portrait wall, where nothing is touched
  std::variant<AttractView, HomeView, CalendarView, CalendarDayView, FilterView, ChoicesView, HereView, BoardView,
               EventView, NeedView, OfferView, SearchView, GoneView, WhatView, WhenView, MoreView, ConsentView,
               PrivacyView, ReplyWhenView, ContactView, ReviewView, TypingView, TicketView, ComeNowView,
               TicketStateView, HelpView, StoryReviewView, ReportView>
      screen;
  std::optional<int> seconds_left;  ///< of « Encore là ? »
};

/// The language the visitor reads; the first one there is where the wanted one is missing.
[[nodiscard]] const Language& language_of(const AppState& state, const Languages& languages);

/// Computed when something changed, not each frame.
[[nodiscard]] View make_view(const AppState& state, const Languages& languages);

}  // namespace mur::app
