#pragma once

#include <vector>

namespace mur::kiosk {

struct Point {
  float x = 0;
  float y = 0;
};

/// A rectangle of the wall in u. Screens are laid out by cutting: `Rect actions = rest.take_bottom(172, 24);`
struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;
  friend bool operator==(const Rect&, const Rect&) = default;

  [[nodiscard]] float right() const { return x + w; }
  [[nodiscard]] float bottom() const { return y + h; }
  [[nodiscard]] Point center() const { return {x + w / 2, y + h / 2}; }
  [[nodiscard]] bool empty() const { return w <= 0 || h <= 0; }
  [[nodiscard]] bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }

  [[nodiscard]] Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
  [[nodiscard]] Rect inset(float all) const { return inset(all, all); }
  [[nodiscard]] Rect outset(float all) const { return inset(-all, -all); }
  [[nodiscard]] Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
  /// The part inside `other`; empty if none.
  [[nodiscard]] Rect within(const Rect& other) const;
  /// A box of that size in the middle.
  [[nodiscard]] Rect centered(float width, float height) const;

  /// Cut a piece off; what is left, less `gap`, stays here. Asking for more than there is takes all.
  Rect take_top(float height, float gap = 0);
  Rect take_bottom(float height, float gap = 0);
  Rect take_left(float width, float gap = 0);
  Rect take_right(float width, float gap = 0);
};

/// `count` equal pieces side by side, or one above the other.
[[nodiscard]] std::vector<Rect> columns(const Rect& whole, int count, float gap);
[[nodiscard]] std::vector<Rect> rows(const Rect& whole, int count, float gap);

/// Pieces side by side in the proportions of `shares`, like CSS fr units.
[[nodiscard]] std::vector<Rect> columns(const Rect& whole, const std::vector<float>& shares, float gap);

/// Cells of a grid, row by row.
[[nodiscard]] std::vector<Rect> grid(const Rect& whole, int across, int down, float gap);

}  // namespace mur::kiosk
