#pragma once

#include <functional>
#include <string_view>

#include "kiosk/ui/ui.h"

namespace mur::kiosk {

/// « Suite » and « Précédent »: who can't drag turns pages.
struct ScrollLabels {
  std::string_view next;
  std::string_view previous;
};

/// Draws the content from the top left of the rectangle given (wide as the view, at its place on the screen) and
/// returns the height it took. Widgets are used as everywhere; what is outside the view is neither seen nor touched.
using DrawContent = std::function<float(const Rect& content)>;

/// A list that a finger drags and throws, with buttons to turn its pages when it is longer than `rect`. A drag never
/// taps what it started on.
void scroll_area(Ui& ui, std::string_view id, const Rect& rect, const ScrollLabels& labels, const DrawContent& draw);

/// Something over the screen that must be answered first: shades everything drawn before and keeps fingers from it,
/// then calls `draw` with a panel of the given size in the middle. Draw it last.
void dialogue(Ui& ui, std::string_view id, float width, float height, const std::function<void(const Rect&)>& draw);

}  // namespace mur::kiosk
