#include "kiosk/ui/paint.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace mur::kiosk {

void fill(Ui& ui, const Rect& rect, Color color, float radius) {
  if (rect.empty()) return;
  ui.canvas().AddRectFilled(ui.px(Point{rect.x, rect.y}), ui.px(Point{rect.right(), rect.bottom()}), packed(color),
                            ui.px(std::min({radius, rect.w / 2, rect.h / 2})));
}

void outline(Ui& ui, const Rect& rect, Color color, float thickness, float radius) {
  const float px = std::max(1.F, std::round(ui.px(thickness)));
  const ImVec2 from = ui.px(Point{rect.x, rect.y});
  const ImVec2 to = ui.px(Point{rect.right(), rect.bottom()});
  // ImGui draws a line's middle along the path, and has already moved that path in by half a pixel.
  const float in = (px - 1) / 2;
  ui.canvas().AddRect(ImVec2(from.x + in, from.y + in), ImVec2(to.x - in, to.y - in), packed(color),
                      std::max(0.F, ui.px(radius) - px / 2), 0, px);
}

void left_edge(Ui& ui, const Rect& rect, Color color, float width, float radius) {
  const ImVec2 from = ui.px(Point{rect.x, rect.y});
  const ImVec2 to = ui.px(Point{rect.x + radius, rect.bottom()});
  const float round = to.x - from.x;
  const float thick = std::round(ui.px(width));
  ImDrawList& canvas = ui.canvas();
  // Out along the box's own round corners, and back along flatter ones: two quarter ellipses that meet in a point.
  constexpr int kSteps = 12;
  constexpr float kQuarter = 1.5707963F;
  std::vector<ImVec2> outer;
  std::vector<ImVec2> inner;
  const auto corner = [&](float center_y, float direction, int step) {
    const float angle = kQuarter * static_cast<float>(step) / kSteps;
    const float across = std::cos(angle);
    const float y = center_y + direction * round * std::sin(angle);
    outer.emplace_back(from.x + round - round * across, y);
    inner.emplace_back(from.x + round - (round - thick) * across, y);
  };
  for (int step = kSteps; step >= 0; --step) corner(from.y + round, -1, step);
  for (int step = 0; step <= kSteps; ++step) corner(to.y - round, 1, step);
  for (std::size_t i = 0; i + 1 < outer.size(); ++i)
    canvas.AddQuadFilled(outer[i], inner[i], inner[i + 1], outer[i + 1], packed(color));
}

void ring(Ui& ui, const Rect& rect, float radius) {
  outline(ui, rect.outset(size::kRing), ui.palette().text, size::kRing, radius + size::kRing);
}

void rule(Ui& ui, const Rect& rect) { fill(ui, {rect.x, rect.y, rect.w, size::kEdge}, ui.palette().rule); }

void icon(Ui& ui, Point center, Icon icon, IconSize size, Color color) {
  if (icon == Icon::none) return;
  const ImFontGlyph* glyph = ui.fonts().icon(icon, size);
  if (glyph == nullptr) return;
  // A Material icon fills the square of its em, and that square is the font's line.
  const float em = ui.px(size_of(size));
  const float stored = ui.fonts().icon_height(size);
  const float scale = ui.fonts().icon_scale(size);
  const float x = std::round(ui.px(center.x) - em / 2);
  const float y = std::round(ui.px(center.y) - stored / 2);
  ImDrawList& canvas = ui.canvas();
  canvas.PrimReserve(6, 4);
  canvas.PrimRectUV(ImVec2(x + glyph->X0 * scale, y + glyph->Y0 * scale), ImVec2(x + glyph->X1 * scale, y + glyph->Y1 * scale),
                    ImVec2(glyph->U0, glyph->V0), ImVec2(glyph->U1, glyph->V1), packed(color));
}

}  // namespace mur::kiosk
