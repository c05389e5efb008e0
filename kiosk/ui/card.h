#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/ui/badge.h"
#include "kiosk/ui/ui.h"

namespace mur::kiosk {

/// One line under a card's title: quiet, or the point in the card's accent (« il manque 3 personnes »).
struct CardLine {
  enum class Weight : std::uint8_t { quiet, point };
  std::string_view text;
  Weight weight = Weight::quiet;
};

/// A need (orange edge), an offer (blue edge), an organization, a match.
struct Card {
  Accent edge = Accent::none;
  std::string_view kicker{};  ///< quiet words over the title
  std::string_view title;
  std::vector<CardLine> lines{};
  std::vector<Badge> badges{};
  int title_lines = 2;
};

[[nodiscard]] float card_height(Ui& ui, float width, const Card& card);

/// Draws the card over `rect`; true when it was tapped. An empty `id` makes it a picture that can't be touched.
bool card(Ui& ui, std::string_view id, const Rect& rect, const Card& card);

/// Cards one under the other, as many whole ones as fit; the rest is not drawn.
struct CardList {
  std::optional<std::size_t> tapped;
  std::size_t drawn = 0;
  float height = 0;  ///< used
};
CardList card_list(Ui& ui, std::string_view id_prefix, const Rect& rect, const std::vector<Card>& cards);

/// A panel on the background.
void panel(Ui& ui, const Rect& rect);

/// One of the wall's columns: a panel with icon, title in its accent and a quiet line under it. With an `id` its title
/// leads on (a chevron says so).
struct Column {
  std::string_view id{};
  std::string_view title;
  std::string_view subtitle{};
  Icon icon = Icon::none;
  Accent accent = Accent::none;
};
struct ColumnResult {
  Rect content;         ///< what is left under the title
  bool tapped = false;  ///< the title was
};
ColumnResult column(Ui& ui, const Rect& rect, const Column& column);

}  // namespace mur::kiosk
