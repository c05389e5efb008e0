#include <algorithm>

#include "kiosk/ui/card_grid.h"
#include "kiosk/ui/screen_parts.h"
#include "kiosk/ui/typing_keys.h"

namespace mur::kiosk {

namespace {

constexpr float kAgain = 520;

/// What stands where no card is: what may be typed, or what to do now.
void draw_nothing(Frame& frame, const Rect& rect, const app::SearchView& view) {
  const app::Text& say = frame.say;
  const std::string words =
      view.words.empty() ? say("Accents and small mistakes do not matter.")
                         : say.format("Nothing found for “{0}”. Try another word, or fewer letters.", view.words);
  text(frame.ui, rect, words,
       {.style = TextStyle::lead, .color = frame.ui.palette().muted, .max_lines = 2, .fit = Fit::shrink});
}

/// Over the keyboard is room for the best only: as cards, or where they are too tall, as their titles. « Chercher »
/// puts the keyboard away and shows all.
Asked draw_best(Frame& frame, const Rect& rect, const app::SearchView& view) {
  Asked asked;
  if (card_row_height(frame, rect.w, view.cards, view.of_needs) <= rect.h) {
    const std::size_t most = std::min(view.cards.size(), static_cast<std::size_t>(cards_across(frame)));
    const std::vector<app::CardView> best(view.cards.begin(), view.cards.begin() + static_cast<std::ptrdiff_t>(most));
    draw_card_grid(frame, rect, best, view.of_needs, "search.card.", asked);
    return asked;
  }
  std::vector<std::string_view> titles;
  for (const app::CardView& each : view.cards) titles.push_back(each.title);
  Rect row = rect;
  if (const auto chosen =
          suggestion_row(frame.ui, row.take_top(std::max(size::kChip, frame.ui.theme().target())), titles))
    asked = app::Open{view.cards[*chosen].opens};
  return asked;
}

}  // namespace

Asked draw_search_screen(Frame& frame, const app::SearchView& view) {
  Ui& ui = frame.ui;
  const app::Text& say = frame.say;
  Rect rest = frame.body;
  Asked asked;
  if (view.typing) {
    const float board = keyboard_height(ui, frame.keyboard);
    asked = draw_typing_keys(frame, rest.take_bottom(board, size::kKeyGap), view.words, view.max_length, say("Search"));
  } else {
    const std::string again = say("Change the words");
    Rect actions = rest.take_bottom(size::kMainAction, size::kActionsGap);
    if (button(ui, "search.again", actions.take_left(std::min(kAgain, actions.w)),
               {.label = again, .icon = Icon::search, .icon_place = IconPlace::beside}))
      asked = app::ChangeText{view.words};
  }
  // In portrait what is only read goes over the middle; what is touched stays under it.
  Rect& above = frame.portrait() ? frame.ambient : rest;
  if (frame.portrait() || !view.typing) {
    const std::string title = view.of_needs ? say("I want to help") : say("Offered");
    above.take_top(screen_title(ui, above, title), size::kGap);
  }
  const Rect field =
      frame.portrait() ? above.take_bottom(size::kField, size::kGap) : above.take_top(size::kField, size::kKeyGap);
  const std::string hint = say("a word: a skill, a thing, a place");
  text_field(ui, field, {.value = view.words, .hint = hint, .focused = view.typing});
  if (view.cards.empty()) {
    draw_nothing(frame, rest, view);
    return asked;
  }
  if (view.typing) {
    if (Asked of_best = draw_best(frame, rest, view)) asked = of_best;
    return asked;
  }
  const std::string next = say("Next");
  const std::string previous = say("Previous");
  scroll_area(ui, "search.cards", rest, scroll_labels(next, previous), [&](const Rect& content) {
    return draw_card_grid(frame, content, view.cards, view.of_needs, "search.card.", asked);
  });
  return asked;
}

}  // namespace mur::kiosk
