#include "kiosk/ui/card_grid.h"

#include <fmt/format.h>

#include <algorithm>

#include "kiosk/ui/screen_parts.h"

namespace mur::kiosk {

namespace {

constexpr int kAcross = 3;
constexpr int kAcrossPortrait = 2;

std::vector<Card> cards_of(const std::vector<app::CardView>& views, bool of_needs) {
  std::vector<Card> cards;
  for (const app::CardView& each : views) cards.push_back(of_needs ? need_card(each) : offer_card(each));
  return cards;
}

}  // namespace

int cards_across(const Frame& frame) {
  return frame.portrait() || frame.ui.theme().text_scale > 1 ? kAcrossPortrait : kAcross;
}

float card_row_height(Frame& frame, float width, const std::vector<app::CardView>& views, bool of_needs) {
  const int across = cards_across(frame);
  const float each = columns({0, 0, width, 0}, across, size::kGap)[0].w;
  float height = 0;
  const std::vector<Card> cards = cards_of(views, of_needs);
  for (std::size_t i = 0; i < std::min(cards.size(), static_cast<std::size_t>(across)); ++i)
    height = std::max(height, card_height(frame.ui, each, cards[i]));
  return height;
}

float draw_card_grid(Frame& frame, const Rect& content, const std::vector<app::CardView>& views, bool of_needs,
                     std::string_view prefix, Asked& asked) {
  Ui& ui = frame.ui;
  const int across = cards_across(frame);
  const std::vector<Card> cards = cards_of(views, of_needs);
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
