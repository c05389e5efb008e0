#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "kiosk/ui/ui.h"

namespace mur::test {

/// Screens made only to look at the toolkit and to hold its rules against: never part of the product.
struct GalleryScene {
  std::string_view name;
  std::function<void(kiosk::Ui&)> draw;
};
[[nodiscard]] std::vector<GalleryScene> gallery();

}  // namespace mur::test
