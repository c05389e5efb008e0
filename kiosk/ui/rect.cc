#include "kiosk/ui/rect.h"

#include <algorithm>
#include <numeric>

namespace mur::kiosk {

Rect Rect::within(const Rect& other) const {
  const float left = std::max(x, other.x);
  const float top = std::max(y, other.y);
  return {left, top, std::max(0.F, std::min(right(), other.right()) - left),
          std::max(0.F, std::min(bottom(), other.bottom()) - top)};
}

Rect Rect::centered(float width, float height) const {
  return {x + (w - width) / 2, y + (h - height) / 2, width, height};
}

Rect Rect::take_top(float height, float gap) {
  const Rect piece{x, y, w, std::min(height, h)};
  const float used = std::min(h, piece.h + gap);
  y += used;
  h -= used;
  return piece;
}

Rect Rect::take_bottom(float height, float gap) {
  const float taken = std::min(height, h);
  const Rect piece{x, bottom() - taken, w, taken};
  h -= std::min(h, taken + gap);
  return piece;
}

Rect Rect::take_left(float width, float gap) {
  const Rect piece{x, y, std::min(width, w), h};
  const float used = std::min(w, piece.w + gap);
  x += used;
  w -= used;
  return piece;
}

Rect Rect::take_right(float width, float gap) {
  const float taken = std::min(width, w);
  const Rect piece{right() - taken, y, taken, h};
  w -= std::min(w, taken + gap);
  return piece;
}

std::vector<Rect> columns(const Rect& whole, int count, float gap) {
  return columns(whole, std::vector<float>(static_cast<std::size_t>(count), 1.F), gap);
}

std::vector<Rect> rows(const Rect& whole, int count, float gap) {
  const float height = (whole.h - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
  std::vector<Rect> pieces;
  for (int i = 0; i < count; ++i)
    pieces.push_back({whole.x, whole.y + static_cast<float>(i) * (height + gap), whole.w, height});
  return pieces;
}

std::vector<Rect> columns(const Rect& whole, const std::vector<float>& shares, float gap) {
  const float total = std::accumulate(shares.begin(), shares.end(), 0.F);
  const float room = whole.w - gap * static_cast<float>(shares.size() - 1);
  std::vector<Rect> pieces;
  float x = whole.x;
  for (const float share : shares) {
    const float width = room * share / total;
    pieces.push_back({x, whole.y, width, whole.h});
    x += width + gap;
  }
  return pieces;
}

std::vector<Rect> grid(const Rect& whole, int across, int down, float gap) {
  std::vector<Rect> cells;
  for (const Rect& row : rows(whole, down, gap))
    for (const Rect& cell : columns(row, across, gap)) cells.push_back(cell);
  return cells;
}

}  // namespace mur::kiosk
