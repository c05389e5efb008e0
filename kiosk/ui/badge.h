#pragma once

#include <string_view>
#include <vector>

#include "kiosk/ui/text.h"
#include "kiosk/ui/ui.h"

namespace mur::kiosk {

/// A word beside a title: filled and quiet (« gratuit »), or outlined in its accent (« annulé », « sans marche »).
struct Badge {
  std::string_view text;
  Accent accent = Accent::none;
};

[[nodiscard]] float badge_width(Ui& ui, const Badge& badge);
[[nodiscard]] float badge_height(Ui& ui);

/// Draws it with its left edge and its middle at `left_middle`; returns its width.
float badge(Ui& ui, Point left_middle, const Badge& badge);

/// A title with badges after its last word; they go to a line of their own where there is no room. Returns the height
/// used.
struct BadgedTitle {
  std::string_view title;
  std::vector<Badge> badges{};
  TextStyle style = TextStyle::label;
  Strike strike = Strike::no;
  int max_lines = 2;
};
float badged_title(Ui& ui, const Rect& box, const BadgedTitle& title);
[[nodiscard]] float badged_title_height(Ui& ui, float width, const BadgedTitle& title);

}  // namespace mur::kiosk
