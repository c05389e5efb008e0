#pragma once

#include "kiosk/ui/frame.h"

namespace mur::kiosk {

/// How many stand side by side on this wall.
[[nodiscard]] int cards_across(const Frame& frame);
/// Of the first row of them.
[[nodiscard]] float card_row_height(Frame& frame, float width, const std::vector<app::CardView>& views, bool of_needs);

/// Cards of needs or of offers in rows of equal height, as many across as the wall has room for. Ids are `prefix` +
/// index. `asked` becomes the page of the card tapped, if any. Returns the height used.
float draw_card_grid(Frame& frame, const Rect& content, const std::vector<app::CardView>& views, bool of_needs,
                     std::string_view prefix, Asked& asked);

}  // namespace mur::kiosk
