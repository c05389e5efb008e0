#include "kiosk/ui/card_grid.h"

#include <fmt/format.h>

#include <algorithm>

#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr int kAcross = 3;
constexpr int kAcrossPortrait = 2;

}  // namespace

float draw_card_grid(Frame& frame, const Rect& content, const std::vector<app::CardView>& views, bool of_needs,
                     std::string_view prefix, Asked& asked) {
  Ui& ui = frame.ui;
  const int across = frame.portrait() || ui.theme().text_scale > 1 ? kAcrossPortrait : kAcross;
  std::vector<Card> cards;
  for (const app::CardView& each : views) cards.push_back(of_needs ? need_card(each) : offer_card(each));
  float y = content.y;
  for (std::size_t first = 0; first < cards.size(); first += static_cast<std::size_t>(across)) {
    const std::size_t last = std::min(first + static_cast<std::size_t>(across), cards.size());
    const std::vector<Rect> places = columns({content.x, y, content.w, 0}, across, size::kGap);
    float height = 0;
    for (std::size_t i = first; i < last; ++i) height = std::max(height, card_height(ui, places[0].w, cards[i]));
    for (std::size_t i = first; i < last; ++i) {
      Rect place = places[i - first];
      place.h = height;
      if (card(ui, fmt::format("{}{}", prefix, i), place, cards[i])) asked = app::Open{views[i].opens};
    }
    y += height + size::kGap;
  }
  return y - content.y;
}

}  // namespace mur::kiosk
