#pragma once

#include <optional>
#include <string>

#include "kiosk/app/action.h"
#include "kiosk/app/view.h"
#include "kiosk/ui/widgets.h"

namespace mur::kiosk {

/// What a screen draws in: the toolkit, the words of the visitor's language, and the room that the chrome leaves.
struct Frame {
  Ui& ui;
  const app::Text& say;
  const app::HeadlineView& headline;
  KeyboardState& keyboard;
  /// Over the middle of a portrait wall: to be read, never to be touched. Empty in landscape.
  Rect ambient;
  /// Where fingers reach: between header (or ambient) and bar, within the margins.
  Rect body;

  [[nodiscard]] bool portrait() const { return !ambient.empty(); }
};

using Asked = std::optional<app::Action>;

// Screens: each draws one frame in one file of its name, and returns what the visitor asked for.
[[nodiscard]] Asked draw_attract_screen(Frame& frame, const app::AttractView& view);
[[nodiscard]] Asked draw_home_screen(Frame& frame, const app::HomeView& view);
[[nodiscard]] Asked draw_calendar_screen(Frame& frame, const app::CalendarView& view);
[[nodiscard]] Asked draw_calendar_day_screen(Frame& frame, const app::CalendarDayView& view);
[[nodiscard]] Asked draw_filter_screen(Frame& frame, const app::FilterView& view);
[[nodiscard]] Asked draw_choices_screen(Frame& frame, const app::ChoicesView& view);
[[nodiscard]] Asked draw_here_screen(Frame& frame, const app::HereView& view);
[[nodiscard]] Asked draw_board_screen(Frame& frame, const app::BoardView& view);
[[nodiscard]] Asked draw_event_screen(Frame& frame, const app::EventView& view);
[[nodiscard]] Asked draw_need_screen(Frame& frame, const app::NeedView& view);
[[nodiscard]] Asked draw_offer_screen(Frame& frame, const app::OfferView& view);
[[nodiscard]] Asked draw_gone_screen(Frame& frame, const app::GoneView& view);
[[nodiscard]] Asked draw_what_screen(Frame& frame, const app::WhatView& view);
[[nodiscard]] Asked draw_when_screen(Frame& frame, const app::WhenView& view);
[[nodiscard]] Asked draw_more_screen(Frame& frame, const app::MoreView& view);
[[nodiscard]] Asked draw_consent_screen(Frame& frame, const app::ConsentView& view);
[[nodiscard]] Asked draw_privacy_screen(Frame& frame, const app::PrivacyView& view);
[[nodiscard]] Asked draw_reply_when_screen(Frame& frame, const app::ReplyWhenView& view);
[[nodiscard]] Asked draw_contact_screen(Frame& frame, const app::ContactView& view);
[[nodiscard]] Asked draw_review_screen(Frame& frame, const app::ReviewView& view);
[[nodiscard]] Asked draw_typing_screen(Frame& frame, const app::TypingView& view);
[[nodiscard]] Asked draw_search_screen(Frame& frame, const app::SearchView& view);
[[nodiscard]] Asked draw_ticket_screen(Frame& frame, const app::TicketView& view);
[[nodiscard]] Asked draw_come_now_screen(Frame& frame, const app::ComeNowView& view);
[[nodiscard]] Asked draw_ticket_state_screen(Frame& frame, const app::TicketStateView& view);
[[nodiscard]] Asked draw_story_screen(Frame& frame, const app::StoryReviewView& view);
[[nodiscard]] Asked draw_report_screen(Frame& frame, const app::ReportView& view);
[[nodiscard]] Asked draw_help_screen(Frame& frame, const app::HelpView& view);

/// One whole picture: chrome, screen, and « Encore là ? » over it when it is time. Returns what was asked for.
[[nodiscard]] Asked draw_wall(Ui& ui, const app::View& view, const app::Text& say, KeyboardState& keyboard);

/// The theme that a visitor's aids ask for on this screen.
[[nodiscard]] Theme theme_for(const app::Aids& aids, int width_px, int height_px, float mm_per_px);

}  // namespace mur::kiosk
