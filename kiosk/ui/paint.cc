#include "kiosk/ui/paint.h"

#include <algorithm>
#include <cmath>

namespace mur::kiosk {
namespace {

// A border's inner corner is flatter than its outer one.
constexpr float kInnerCorner = 0.6F;

constexpr float kQuarterTurn = 1.57079633F;
constexpr float kSeam = 2;  // px by which a corner reaches under its neighbours

/// A quarter of a disc, clockwise from `quarter` quarter turns (0: the right), with its straight sides a seam too wide.
void corner(ImDrawList& canvas, ImVec2 center, float box_radius, int quarter, ImU32 ink) {
  // ImGui smooths an edge half a pixel outwards, and SDL's software triangles round that up: stay inside the box.
  const float radius = box_radius - 0.5F;
  const float first = static_cast<float>(quarter) * kQuarterTurn;
  const float last = first + kQuarterTurn;
  const ImVec2 start(std::round(std::cos(first)), std::round(std::sin(first)));
  const ImVec2 end(std::round(std::cos(last)), std::round(std::sin(last)));
  canvas.PathLineTo(ImVec2(center.x + start.x * radius - end.x * kSeam, center.y + start.y * radius - end.y * kSeam));
  canvas.PathArcTo(center, radius, first, last);
  canvas.PathLineTo(ImVec2(center.x + end.x * radius - start.x * kSeam, center.y + end.y * radius - start.y * kSeam));
  canvas.PathLineTo(ImVec2(center.x - (start.x + end.x) * kSeam, center.y - (start.y + end.y) * kSeam));
  canvas.PathFillConvex(ink);
}

}  // namespace

void fill(Ui& ui, const Rect& rect, Color color, float radius) {
  if (rect.empty()) return;
  const ImVec2 from = ui.px(Point{rect.x, rect.y});
  const ImVec2 to = ui.px(Point{rect.right(), rect.bottom()});
  const float round = std::floor(std::min({ui.px(radius), (to.x - from.x) / 2, (to.y - from.y) / 2}));
  const ImU32 ink = packed(color);
  ImDrawList& canvas = ui.canvas();
  if (round < 1) return canvas.AddRectFilled(from, to, ink);
  // Four corners, then three plain boxes over their seams: in software a box is copied, while ImGui's one round polygon
  // is computed pixel by pixel.
  corner(canvas, ImVec2(from.x + round, from.y + round), round, 2, ink);
  corner(canvas, ImVec2(to.x - round, from.y + round), round, 3, ink);
  corner(canvas, ImVec2(to.x - round, to.y - round), round, 0, ink);
  corner(canvas, ImVec2(from.x + round, to.y - round), round, 1, ink);
  canvas.AddRectFilled(ImVec2(from.x, from.y + round), ImVec2(to.x, to.y - round), ink);
  canvas.AddRectFilled(ImVec2(from.x + round, from.y), ImVec2(to.x - round, from.y + round), ink);
  canvas.AddRectFilled(ImVec2(from.x + round, to.y - round), ImVec2(to.x - round, to.y), ink);
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

void left_edge(Ui& ui, const Rect& rect, Color edge, Color face, float width, float radius) {
  const float inner_radius = radius * kInnerCorner;
  const float reach = width + inner_radius;
  const Rect strip{rect.x, rect.y, reach, rect.h};
  ui.canvas().PushClipRect(ui.px(Point{strip.x, strip.y}), ui.px(Point{strip.right(), strip.bottom()}), true);
  fill(ui, {rect.x, rect.y, 3 * radius, rect.h}, edge, radius);
  fill(ui, {rect.x + width, rect.y, 3 * radius, rect.h}, face, inner_radius);
  ui.canvas().PopClipRect();
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
  canvas.PrimRectUV(ImVec2(x + glyph->X0 * scale, y + glyph->Y0 * scale),
                    ImVec2(x + glyph->X1 * scale, y + glyph->Y1 * scale), ImVec2(glyph->U0, glyph->V0),
                    ImVec2(glyph->U1, glyph->V1), packed(color));
}

}  // namespace mur::kiosk
