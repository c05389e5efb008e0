#include "kiosk/ui/match_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr float kOneBelow = 1000;  // of width, one card stands alone
constexpr float kAroundTitle = 12;

Card made(const MatchList& list, const app::CardView& view) {
  return list.of_needs ? need_card(view) : offer_card(view);
}

float draw_cards(Frame& frame, const Rect& rect, const MatchList& list, Asked& asked) {
  Ui& ui = frame.ui;
  const bool alone = rect.w < kOneBelow || ui.theme().text_scale > 1;
  const std::size_t across = alone ? 1 : 2;
  float y = rect.y;
  for (std::size_t first = 0; first < list.cards.size(); first += across) {
    const std::size_t last = std::min(first + across, list.cards.size());
    const std::vector<Rect> places = columns({rect.x, y, rect.w, 0}, static_cast<int>(across), size::kGap);
    float height = 0;
    for (std::size_t i = first; i < last; ++i)
      height = std::max(height, card_height(ui, places[0].w, made(list, list.cards[i])));
    for (std::size_t i = first; i < last; ++i) {
      Rect place = places[i - first];
      place.h = height;
      if (card(ui, fmt::format("{}.{}", list.id, i), place, made(list, list.cards[i])))
        asked = app::Open{list.cards[i].opens};
    }
    y += height + (last < list.cards.size() ? size::kGap : 0);
  }
  return y - rect.y;
}

}  // namespace

float draw_matches(Frame& frame, const Rect& rect, const MatchList& list, Asked& asked) {
  if (list.cards.empty()) return 0;
  Ui& ui = frame.ui;
  Rect rest = rect;
  rest.take_top(kAroundTitle);
  rest.take_top(text(ui, rest, list.title,
                     {.style = TextStyle::heading,
                      .color = ui.theme().accent(list.of_needs ? Accent::need : Accent::offer),
                      .max_lines = 2}),
                kAroundTitle);
  rest.take_top(draw_cards(frame, rest, list, asked));
  return rest.y - rect.y;
}

Asked draw_match_column(Frame& frame, const Rect& rect, const MatchList& list) {
  Asked asked;
  const Rect content = column(frame.ui, rect,
                              {.title = list.title,
                               .icon = list.of_needs ? Icon::pan_tool : Icon::card_giftcard,
                               .accent = list.of_needs ? Accent::need : Accent::offer})
                           .content;
  const std::string next = frame.say("Next");
  const std::string previous = frame.say("Previous");
  const std::string id = fmt::format("{}.list", list.id);
  scroll_area(frame.ui, id, content, scroll_labels(next, previous),
              [&](const Rect& inside) { return draw_cards(frame, endless(inside), list, asked); });
  return asked;
}

}  // namespace mur::kiosk
