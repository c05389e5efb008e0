#pragma once

#include "kiosk/ui/frame.h"

/// What a need or an offer is matched with, on the pages that show it.
namespace mur::kiosk {

/// Cards of needs (or of offers), each a way to its page. Card ids are `id`.0, `id`.1 …
struct MatchList {
  std::string_view id;
  std::string_view title{};
  bool of_needs = true;
  const std::vector<app::CardView>& cards;
};

/// The title and, under it, the cards: two side by side, with larger letters or in a narrow part one. Part of a page
/// that scrolls. Returns the height used, 0 where there is no card.
float draw_matches(Frame& frame, const Rect& rect, const MatchList& list, Asked& asked);

/// A column of its own, which scrolls.
Asked draw_match_column(Frame& frame, const Rect& rect, const MatchList& list);

}  // namespace mur::kiosk
