#include <algorithm>

#include "kiosk/ui/card_grid.h"
#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kBack = 300;

void draw_title(Frame& frame, Rect& rest, const app::BoardView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  const std::string title = view.of_needs ? say("I want to help") : say("Offered");
  const std::string line = view.of_needs ? say("What the organizations ask for") : say("What the residents propose");
  rest.take_top(screen_title(ui, rest, title));
  rest.take_top(text(ui, rest, line, {.style = TextStyle::paragraph, .color = ui.palette().muted, .max_lines = 1}),
                size::kGap);
}

}  // namespace

Asked draw_board_screen(Frame& frame, const app::BoardView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Asked asked;
  Rect rest = frame.body;
  Rect actions = rest.take_bottom(size::kMainAction, size::kActionsGap);
  const std::string back = say("Back");
  const std::string propose = say("I propose…");
  const std::string search = say("Search");
  if (button(ui, "board.back", actions.take_left(kBack, size::kGap),
             {.label = back, .icon = Icon::arrow_back, .icon_place = IconPlace::beside}))
    asked = app::GoBack{};
  if (!view.cards.empty() && button(ui, "board.search", actions.take_left(kBack, size::kGap),
                                    {.label = search, .icon = Icon::search, .icon_place = IconPlace::beside}))
    asked = app::Open{{.screen = view.of_needs ? app::Screen::search_needs : app::Screen::search_offers}};
  if (button(ui, "board.propose",
             actions.take_right(std::max(kBack, actions.w / (frame.portrait() ? 2 : 3)), size::kGap),
             {.label = propose, .icon = Icon::card_giftcard, .fill = Accent::offer, .icon_place = IconPlace::beside}))
    asked = app::Open{{.screen = app::Screen::offer_what}};
  if (frame.portrait()) {
    Rect above = frame.ambient;
    draw_title(frame, above, view);
    draw_headline(ui, above, frame.headline, VAlign::middle);
  } else {
    draw_title(frame, rest, view);
  }
  if (view.cards.empty()) {
    draw_invitation(ui, rest, view.of_needs ? Icon::pan_tool : Icon::card_giftcard,
                    view.of_needs ? Accent::need : Accent::offer,
                    view.of_needs ? say("Nothing is asked for just now.") : say("Nobody has proposed anything yet."),
                    view.of_needs ? say("Tell us what you would like to do: the organizations read it.")
                                  : say("Be the first: it takes less than a minute."));
    return asked;
  }
  const std::string next = say("Next");
  const std::string previous = say("Previous");
  const std::string more = say("More");
  const std::string earlier = say("Back to the ones before");
  const char* list = view.of_needs ? "board.needs" : "board.offers";
  scroll_area(ui, list, rest, scroll_labels(next, previous), [&](const Rect& content) {
    Rect at = content;
    const auto page_button = [&](std::string_view id, std::string_view label, Icon mark, int by) {
      const Rect place{at.x, at.y, at.w, size::kMainAction};
      at.y += place.h + size::kGap;
      if (!button(ui, id, place, {.label = label, .icon = mark, .icon_place = IconPlace::beside})) return;
      asked = app::TurnPage{by};
      ui.scrolling(list).to_top();
    };
    if (view.earlier) page_button("board.earlier", earlier, Icon::expand_less, -1);
    at.y += draw_card_grid(frame, at, view.cards, view.of_needs, "board.card.", asked);
    if (view.more) page_button("board.more", more, Icon::expand_more, +1);
    return at.y - content.y;
  });
  return asked;
}

}  // namespace mur::kiosk
