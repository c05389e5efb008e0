#pragma once

#include "kiosk/ui/frame.h"

namespace mur::kiosk {

/// What organizations answered to an offer, one under the other, each with what can be said to it. In a part that
/// scrolls where they have no room. `changing`: something is on its way, and nothing can be touched.
[[nodiscard]] Asked draw_offer_answers(Frame& frame, const Rect& rect, const std::vector<app::OfferAnswerView>& answers,
                                       bool changing);

}  // namespace mur::kiosk
