#include <fmt/format.h>

#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kBoardColumn = 470;
constexpr float kHeadlineShare = 0.46F;  // of the ambient half
constexpr float kPortraitActions = 292;
constexpr float kInvitation = 150;

struct Posts {
  std::string_view id;
  const std::vector<app::CardView>& cards;
  bool folded;
  Accent accent;
  Icon icon;
};

/// One of the two columns: cards that fit, and an invitation where there are few.
Asked draw_posts(Frame& frame, const Rect& rect, const Posts& posts, std::string_view title, std::string_view subtitle,
                 std::string_view invitation) {
  Ui& ui = frame.ui;
  const bool needs = posts.accent == Accent::need;
  const ColumnResult made = column(
      ui, rect, {.id = posts.id, .title = title, .subtitle = subtitle, .icon = posts.icon, .accent = posts.accent});
  if (made.tapped) return app::Open{{.screen = needs ? app::Screen::needs : app::Screen::offers}};
  std::vector<Card> cards;
  for (const app::CardView& each : posts.cards)
    cards.push_back(needs ? need_card(each, Detail::brief) : offer_card(each));
  Rect rest = made.content;
  Asked asked;
  const CardList list = card_list(ui, fmt::format("{}.card", posts.id), rest, cards);
  if (list.tapped) asked = app::Open{posts.cards[*list.tapped].opens};
  rest.take_top(list.height, size::kGap);
  if (posts.folded && rest.h >= kInvitation) draw_invitation(ui, rest, posts.icon, posts.accent, invitation, {});
  return asked;
}

Asked draw_columns(Frame& frame, const std::vector<Rect>& places, const app::HomeView& view) {
  const app::Text& say = frame.say;
  const Posts needs{"home.needs", view.needs, view.needs_folded, Accent::need, Icon::pan_tool};
  const Posts offers{"home.offers", view.offers, view.offers_folded, Accent::offer, Icon::card_giftcard};
  const std::string need_line = view.needs.empty() ? say("Nothing is asked for just now. Come back soon!")
                                                   : say("And you, what are you looking for?");
  const std::string offer_line =
      view.offers.empty() ? say("Be the first to propose something!") : say("And you, what do you propose?");
  Asked asked = draw_posts(frame, places[0], needs, say("Wanted"), say("asked by the organizations"), need_line);
  if (Asked of_offers =
          draw_posts(frame, places[1], offers, say("Offered"), say("proposed by the residents"), offer_line))
    asked = of_offers;
  return asked;
}

Asked asked_by(std::string_view id) {
  if (id == "home.calendar") return app::Open{{.screen = app::Screen::calendar}};
  if (id == "home.help_out") return app::Open{{.screen = app::Screen::needs}};
  if (id == "home.propose") return app::Open{{.screen = app::Screen::offer_what}};
  if (id == "home.ticket") return app::Open{{.screen = app::Screen::my_ticket}};
  if (id == "home.help") return app::Open{{.screen = app::Screen::help}};
  return std::nullopt;
}

Asked draw_actions(Frame& frame, const Rect& rect) {
  const app::Text& say = frame.say;
  const std::string calendar = say("Calendar");
  const std::string help_out = say("I want to help");
  const std::string propose = say("I propose…");
  const std::string ticket = say("My ticket");
  const std::string help = say("Help");
  const Action main_one{"home.help_out", {.label = help_out, .icon = Icon::pan_tool, .fill = Accent::need}};
  const Action main_two{"home.propose", {.label = propose, .icon = Icon::card_giftcard, .fill = Accent::offer}};
  const Action others[] = {{"home.calendar", {.label = calendar, .icon = Icon::event}},
                           {"home.ticket", {.label = ticket, .icon = Icon::confirmation_number}},
                           {"home.help", {.label = help, .icon = Icon::help_outline}}};
  if (!frame.portrait())
    return asked_by(action_row(frame.ui, rect, {others[0], main_one, main_two, others[1], others[2]}));
  const std::vector<Rect> halves = rows(rect, 2, size::kGap);
  Asked asked = asked_by(action_row(frame.ui, halves[0], {main_one, main_two}));
  if (Asked of_others = asked_by(action_row(frame.ui, halves[1], {others[0], others[1], others[2]}))) asked = of_others;
  return asked;
}

}  // namespace

Asked draw_home_screen(Frame& frame, const app::HomeView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Rect rest = frame.body;
  Asked asked =
      draw_actions(frame, rest.take_bottom(frame.portrait() ? kPortraitActions : size::kActions, size::kActionsGap));
  Rect agenda;
  std::vector<Rect> boards;
  if (frame.portrait()) {
    Rect above = frame.ambient;
    draw_headline(ui, above.take_top(above.h * kHeadlineShare, size::kColumnGap), frame.headline, VAlign::top);
    agenda = above;
    boards = columns(rest, 2, size::kGap);
  } else {
    boards.push_back(rest.take_right(kBoardColumn, size::kColumnGap));
    boards.insert(boards.begin(), rest.take_right(kBoardColumn, size::kColumnGap));
    agenda = rest;
  }
  const ColumnResult days = column(ui, agenda,
                                   {.id = frame.portrait() ? std::string_view{} : "home.days",
                                    .title = say("The next 7 days"),
                                    .icon = Icon::event});
  if (days.tapped) asked = app::Open{{.screen = app::Screen::calendar}};
  if (view.days.empty())
    draw_invitation(ui, days.content, Icon::event, Accent::none, say("Nothing is planned for the next 7 days."),
                    say("The calendar says what comes later."));
  if (const auto row = draw_days(ui, days.content, view.days, frame.portrait() ? "" : "home.day"))
    asked = app::Open{{.screen = app::Screen::event, .occurrence = *row}};
  if (Asked of_boards = draw_columns(frame, boards, view)) asked = of_boards;
  return asked;
}

}  // namespace mur::kiosk
