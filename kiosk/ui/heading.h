#pragma once

#include <string_view>

#include "kiosk/ui/ui.h"

namespace mur::kiosk {

/// « étape 1 sur 4 », with a bar for each step.
struct Steps {
  int at = 1;  ///< from 1
  int of = 1;
  std::string_view label;
};
[[nodiscard]] float progress_steps_width(Ui& ui, const Steps& steps);
/// Draws them at the right of `rect`, in its middle.
void progress_steps(Ui& ui, const Rect& rect, const Steps& steps);

/// A screen's title with the wizard's steps at its right; returns the height used.
float screen_title(Ui& ui, const Rect& rect, std::string_view title, const Steps* steps = nullptr);

}  // namespace mur::kiosk
