#pragma once

#include "kiosk/app/app_state.h"
#include "kiosk/app/calendar_views.h"
#include "kiosk/app/date_words.h"
#include "kiosk/app/filter_views.h"
#include "kiosk/app/form_views.h"
#include "kiosk/app/here_views.h"
#include "kiosk/app/reply_views.h"
#include "kiosk/app/report_views.h"
#include "kiosk/app/wall_views.h"

/// The pieces of make_view, one a screen.
namespace mur::app {

[[nodiscard]] AttractView make_attract(const AppState& state, const Language& language);
[[nodiscard]] HomeView make_home(const AppState& state, const Language& language);
[[nodiscard]] CalendarView make_calendar(const AppState& state, const Language& language);
[[nodiscard]] CalendarDayView make_calendar_day(const AppState& state, const Language& language);
[[nodiscard]] FilterView make_filters(const AppState& state, const Language& language);
[[nodiscard]] ChoicesView make_themes(const AppState& state, const Language& language);
[[nodiscard]] ChoicesView make_organizations(const AppState& state, const Language& language);
[[nodiscard]] HereView make_here_today(const AppState& state, const Language& language);
[[nodiscard]] BoardView make_board_of_needs(const AppState& state, const Language& language);
[[nodiscard]] BoardView make_board_of_offers(const AppState& state, const Language& language);
/// Nothing where the post has left the wall.
[[nodiscard]] std::optional<EventView> make_event(const AppState& state, const OccurrenceRef& shown,
                                                  const Language& language);
[[nodiscard]] std::optional<NeedView> make_need(const AppState& state, NeedId id, const Language& language);
[[nodiscard]] std::optional<OfferView> make_offer(const AppState& state, OfferId id, const Language& language);
[[nodiscard]] HelpView make_help(const AppState& state);

[[nodiscard]] WhatView make_what(const AppState& state, const Text& text);
[[nodiscard]] MoreView make_more(const AppState& state, const Text& text);
[[nodiscard]] std::optional<ConsentView> make_consent(const AppState& state, const Text& text);
[[nodiscard]] PrivacyView make_privacy(const AppState& state);
[[nodiscard]] WhenView make_when(const AppState& state, const Text& text);
/// Nothing where what is answered has left the wall.
[[nodiscard]] std::optional<ReplyWhenView> make_reply_when(const AppState& state, const Language& language);
/// Likewise.
[[nodiscard]] std::optional<ReportView> make_report(const AppState& state, const Language& language);
[[nodiscard]] std::optional<ContactView> make_contact(const AppState& state, const Language& language);
[[nodiscard]] std::optional<ReviewView> make_review(const AppState& state, const Language& language);
[[nodiscard]] SearchView make_search(const AppState& state, const Language& language);
/// Which step of its form a screen is.
[[nodiscard]] StepView step_of(const AppState& state, Screen screen);
[[nodiscard]] TypingView make_typing(const AppState& state, const Text& text);
[[nodiscard]] TicketView make_ticket_view(const AppState& state, const Language& language);
[[nodiscard]] ComeNowView make_come_now(const AppState& state, const Language& language);
[[nodiscard]] TicketStateView make_ticket_state(const AppState& state, const Language& language);

}  // namespace mur::app
