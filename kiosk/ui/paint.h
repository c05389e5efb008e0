#pragma once

#include "kiosk/ui/ui.h"

namespace mur::kiosk {

[[nodiscard]] inline ImU32 packed(Color color) { return IM_COL32(color.r, color.g, color.b, color.a); }

/// A filled box with round corners; all lengths in u.
void fill(Ui& ui, const Rect& rect, Color color, float radius = 0);

/// A line of `thickness` just inside the box's border.
void outline(Ui& ui, const Rect& rect, Color color, float thickness, float radius);

/// Over a box already filled with `face`: the left part of its border, `width` thick and running out along its corners.
void left_edge(Ui& ui, const Rect& rect, Color edge, Color face, float width, float radius);

/// The ring round what is pressed or has the focus: just outside the box.
void ring(Ui& ui, const Rect& rect, float radius);

/// A hairline across the top of `rect`.
void rule(Ui& ui, const Rect& rect);

/// An icon of the given size with its middle at `center`.
void icon(Ui& ui, Point center, Icon icon, IconSize size, Color color);

}  // namespace mur::kiosk
