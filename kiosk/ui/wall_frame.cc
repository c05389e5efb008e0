#include <fmt/format.h>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kLargeText = 1.5F;
constexpr float kAmbientShare = 0.55F;  // of a portrait wall: out of reach from a wheelchair, never to be touched
constexpr float kOfflineGap = 8;
constexpr float kDialogueWidth = 920;
constexpr float kDialogueHeight = 620;
constexpr float kDialoguePadding = 44;

/// The accessibility bar's items; they keep the strings that BarItem only points to.
struct Bar {
  std::vector<std::string> words;
  std::vector<BarItem> left;
  std::vector<BarItem> right;
};

std::string_view keep(Bar& bar, std::string word) {
  bar.words.push_back(std::move(word));
  return bar.words.back();
}

Bar make_bar(const app::ChromeView& chrome, const app::Text& say) {
  Bar bar;
  bar.words.reserve(2 * chrome.languages.size() + 8);  // views point into it
  for (const app::LanguageChoice& language : chrome.languages)
    bar.left.push_back({.id = keep(bar, fmt::format("bar.language.{}", language.code)),
                        .label = language.name,
                        .icon = language.selected ? Icon::language : Icon::none,
                        .selected = language.selected});
  bar.right = {{"bar.large", keep(bar, say("A+")), Icon::none, chrome.aids.large_text},
               {"bar.contrast", keep(bar, say("Contrast")), Icon::brightness_6, chrome.aids.high_contrast},
               {"bar.slower", keep(bar, say("Slower")), Icon::slow_motion_video, chrome.aids.slower}};
  return bar;
}

Asked asked_by(std::string_view id, const app::ChromeView& chrome) {
  if (id.empty()) return std::nullopt;
  if (id == "bar.large") return app::ToggleAid{app::Aid::large_text};
  if (id == "bar.contrast") return app::ToggleAid{app::Aid::contrast};
  if (id == "bar.slower") return app::ToggleAid{app::Aid::slower};
  for (const app::LanguageChoice& language : chrome.languages)
    if (id == fmt::format("bar.language.{}", language.code)) return app::SetLanguage{language.code};
  return std::nullopt;
}

void draw_offline(Ui& ui, const Rect& rect, std::string_view words) {
  const Color ink = ui.theme().accent(Accent::attention);
  Rect line = rect;
  icon(ui, line.take_left(size_of(IconSize::line), kOfflineGap).center(), Icon::cloud_off, IconSize::line, ink);
  text(ui, line, words,
       {.style = TextStyle::small, .color = ink, .valign = VAlign::middle, .max_lines = 1, .fit = Fit::shrink});
}

/// « Encore là ? »: whoever walked on is forgotten, whoever reads on says so with one large button.
Asked draw_still_there(Ui& ui, const app::Text& say, int seconds) {
  Asked asked;
  const Rect screen = ui.screen();
  dialogue(ui, "still_there", std::min(kDialogueWidth, screen.w - 2 * size::kMargin), kDialogueHeight,
           [&](const Rect& panel_rect) {
             Rect rest = panel_rect.inset(kDialoguePadding);
             const std::string leave = say("Erase and leave");
             const std::string stay = say("Carry on");
             if (button(ui, "still.leave", rest.take_bottom(size::kMainAction, size::kGap),
                        {.label = leave, .icon = Icon::close, .icon_place = IconPlace::beside}))
               asked = app::Leave{};
             if (button(ui, "still.stay", rest.take_bottom(size::kActions, size::kGap),
                        {.label = stay, .fill = Accent::good, .style = TextStyle::action}))
               asked = app::StayOn{};
             rest.take_top(
                 text(ui, rest, say("Still there?"),
                      {.style = TextStyle::title, .align = Align::center, .max_lines = 1, .fit = Fit::shrink}),
                 size::kTargetGap);
             text(ui, rest,
                  say.plural("This screen is wiped in {0} second.", "This screen is wiped in {0} seconds.", seconds),
                  {.style = TextStyle::lead, .color = ui.palette().muted, .align = Align::center, .max_lines = 2});
           });
  return asked;
}

struct DrawScreen {
  Frame& frame;
  Asked operator()(const app::AttractView& view) const { return draw_attract_screen(frame, view); }
  Asked operator()(const app::HomeView& view) const { return draw_home_screen(frame, view); }
  Asked operator()(const app::CalendarView& view) const { return draw_calendar_screen(frame, view); }
  Asked operator()(const app::CalendarDayView& view) const { return draw_calendar_day_screen(frame, view); }
  Asked operator()(const app::FilterView& view) const { return draw_filter_screen(frame, view); }
  Asked operator()(const app::ChoicesView& view) const { return draw_choices_screen(frame, view); }
  Asked operator()(const app::HereView& view) const { return draw_here_screen(frame, view); }
  Asked operator()(const app::BoardView& view) const { return draw_board_screen(frame, view); }
  Asked operator()(const app::EventView& view) const { return draw_event_screen(frame, view); }
  Asked operator()(const app::NeedView& view) const { return draw_need_screen(frame, view); }
  Asked operator()(const app::OfferView& view) const { return draw_offer_screen(frame, view); }
  Asked operator()(const app::GoneView& view) const { return draw_gone_screen(frame, view); }
  Asked operator()(const app::WhatView& view) const { return draw_what_screen(frame, view); }
  Asked operator()(const app::WhenView& view) const { return draw_when_screen(frame, view); }
  Asked operator()(const app::MoreView& view) const { return draw_more_screen(frame, view); }
  Asked operator()(const app::ConsentView& view) const { return draw_consent_screen(frame, view); }
  Asked operator()(const app::PrivacyView& view) const { return draw_privacy_screen(frame, view); }
  Asked operator()(const app::ReplyWhenView& view) const { return draw_reply_when_screen(frame, view); }
  Asked operator()(const app::ContactView& view) const { return draw_contact_screen(frame, view); }
  Asked operator()(const app::ReviewView& view) const { return draw_review_screen(frame, view); }
  Asked operator()(const app::TypingView& view) const { return draw_typing_screen(frame, view); }
  Asked operator()(const app::SearchView& view) const { return draw_search_screen(frame, view); }
  Asked operator()(const app::TicketView& view) const { return draw_ticket_screen(frame, view); }
  Asked operator()(const app::ComeNowView& view) const { return draw_come_now_screen(frame, view); }
  Asked operator()(const app::TicketStateView& view) const { return draw_ticket_state_screen(frame, view); }
  Asked operator()(const app::StoryReviewView& view) const { return draw_story_screen(frame, view); }
  Asked operator()(const app::ReportView& view) const { return draw_report_screen(frame, view); }
  Asked operator()(const app::HelpView& view) const { return draw_help_screen(frame, view); }
};

}  // namespace

Theme theme_for(const app::Aids& aids, int width_px, int height_px, float mm_per_px) {
  return {.scheme = aids.high_contrast ? Scheme::high_contrast : Scheme::dark,
          .width_px = width_px,
          .height_px = height_px,
          .mm_per_px = mm_per_px,
          .text_scale = aids.large_text ? kLargeText : 1.0F};
}

Asked draw_wall(Ui& ui, const app::View& view, const app::Text& say, KeyboardState& keyboard) {
  const app::ChromeView& chrome = view.chrome;
  Bar bar = make_bar(chrome, say);
  if (app::is_typed(view.page.screen)) {  // the board needs the height of the actions: ways out stand in the bar
    bar.right.pop_back();
    bar.right.push_back({"bar.back", keep(bar, say("Back")), Icon::arrow_back});
    bar.right.push_back({"bar.leave", keep(bar, say("Erase and leave")), Icon::close});
  }
  ScreenParts parts = cut_screen(ui, 0, bottom_bar_height(ui, bar.left, bar.right));
  const std::string demo = chrome.demo ? say("Demonstration") : std::string{};
  header(ui, parts.header,
         {.hub = chrome.hub, .address = chrome.address, .date = chrome.date, .clock = chrome.clock, .tag = demo});
  if (!chrome.offline.empty())
    draw_offline(ui, parts.body.take_top(size_of(IconSize::line), kOfflineGap), chrome.offline);

  Rect ambient;
  if (ui.theme().portrait()) {
    const float middle = ui.screen().h * kAmbientShare;
    parts.body.take_top(size::kTargetGap);
    ambient = parts.body.take_top(middle - size::kGap - parts.body.y, size::kGap);
  }
  Frame frame{
      .ui = ui, .say = say, .headline = view.headline, .keyboard = keyboard, .ambient = ambient, .body = parts.body};
  Asked asked = std::visit(DrawScreen{frame}, view.screen);
  const std::string_view id = bottom_bar(ui, parts.bar, bar.left, bar.right);
  if (id == "bar.back")
    asked = app::GoBack{};
  else if (id == "bar.leave")
    asked = app::Leave{};
  else if (Asked of_bar = asked_by(id, chrome))
    asked = std::move(of_bar);
  if (view.seconds_left) asked = draw_still_there(ui, say, *view.seconds_left);
  return asked;
}

}  // namespace mur::kiosk
