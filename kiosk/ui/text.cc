#include "kiosk/ui/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "kiosk/ui/code_points.h"
#include "kiosk/ui/line_break.h"
#include "kiosk/ui/paint.h"

namespace mur::kiosk {
namespace {

constexpr std::array kShrinkSteps{1.F, 0.92F, 0.84F, 0.76F, 0.68F, 0.6F, 0.52F};
constexpr float kStrikeHeight = 0.36F;  // of the em above the baseline: through the x-height's middle
constexpr float kBaseline = 0.8F;       // of the line of glyphs, from its top (Inter: 2728 / 3408)

bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }

/// Draws and measures single lines of one style at one scale; px.
class Setter {
 public:
  Setter(Ui& ui, TextStyle style, float shrink) : ui_(ui), style_(style), shrink_(shrink) {
    if (!spec_of(style).tabular) return;
    for (char32_t digit = U'0'; digit <= U'9'; ++digit)
      digit_width_ = std::max(digit_width_, ui.fonts().glyph(style, digit).advance);
  }

  float width(std::string_view line) const {
    float used = 0;
    for (const CodePoint& point : code_points(line)) used += advance(point.code, ui_.fonts().glyph(style_, point.code));
    return used * shrink_;
  }

  float height() const { return ui_.fonts().height(style_) * shrink_; }

  /// `top_left` is that of the line of glyphs.
  void draw(ImVec2 top_left, std::string_view line, Color color) const {
    ImDrawList& canvas = ui_.canvas();
    const float scale = ui_.fonts().scale(style_) * shrink_;
    float pen = top_left.x;
    for (const CodePoint& point : code_points(line)) {
      const Fonts::Glyph glyph = ui_.fonts().glyph(style_, point.code);
      const float step = advance(point.code, glyph) * shrink_;
      if (glyph.image != nullptr && glyph.image->Visible != 0) {
        const float x = std::round(pen + (step - glyph.advance * shrink_) / 2);
        const ImFontGlyph& g = *glyph.image;
        canvas.PrimReserve(6, 4);
        canvas.PrimRectUV(ImVec2(x + g.X0 * scale, top_left.y + g.Y0 * scale),
                          ImVec2(x + g.X1 * scale, top_left.y + g.Y1 * scale), ImVec2(g.U0, g.V0), ImVec2(g.U1, g.V1),
                          packed(color));
      }
      pen += step;
    }
  }

 private:
  float advance(char32_t code, const Fonts::Glyph& glyph) const {
    return is_digit(code) && digit_width_ > 0 ? digit_width_ : glyph.advance;
  }

  Ui& ui_;
  TextStyle style_;
  float shrink_;
  float digit_width_ = 0;
};

struct Lines {
  std::vector<std::string> lines;
  float shrink = 1;
};

Lines wrapped(Ui& ui, float width, std::string_view utf8, const TextLook& look, float shrink, int max_lines) {
  const Setter setter(ui, look.style, shrink);
  const auto measure = [&](std::string_view piece) { return setter.width(piece); };
  // Widths are sums of fractions; a title measured to fit exactly must not break for a thousandth.
  return {wrap(utf8, ui.px(width) + 0.1F, max_lines, measure), shrink};
}

bool breaks_a_word(const Lines& lines, std::string_view utf8) {
  std::size_t spaces = 0;
  for (std::size_t i = 0; i + 1 < lines.lines.size(); ++i) {
    const std::string& line = lines.lines[i];
    const std::size_t at = utf8.find(line, spaces);
    if (at == std::string_view::npos) return true;
    spaces = at + line.size();
    if (spaces < utf8.size() && utf8[spaces] != ' ' && utf8[spaces] != '\n' && line.back() != '-') return true;
  }
  return false;
}

int lines_that_fit(Ui& ui, float height, const TextLook& look, float shrink) {
  const float line = ui.theme().line_height(look.style) * shrink;
  return std::max(1, static_cast<int>(std::floor((height + 0.5F) / line)));
}

/// The largest size at which everything fits the box; at the smallest, cut.
Lines shrunk(Ui& ui, const Rect& box, std::string_view utf8, const TextLook& look) {
  const float smallest = size::kSmallestText / ui.theme().text_size(look.style);
  Lines fitted;
  for (const float step : kShrinkSteps) {
    const float shrink = std::max(step, std::min(1.F, smallest));
    const int most = lines_that_fit(ui, box.h, look, shrink);
    const bool too_tall = ui.theme().line_height(look.style) * shrink > box.h + 1;
    const int allowed = look.max_lines > 0 ? std::min(most, look.max_lines) : most;
    fitted = wrapped(ui, box.w, utf8, look, shrink, 0);
    if (!too_tall && static_cast<int>(fitted.lines.size()) <= allowed && !breaks_a_word(fitted, utf8)) return fitted;
    fitted = wrapped(ui, box.w, utf8, look, shrink, allowed);
    if (shrink > step) break;
  }
  return fitted;
}

Lines set(Ui& ui, const Rect& box, std::string_view utf8, const TextLook& look) {
  if (look.fit == Fit::shrink) return shrunk(ui, box, utf8, look);
  return wrapped(ui, box.w, utf8, look, 1, look.max_lines);
}

float first_top(const Rect& box, float height, VAlign valign) {
  switch (valign) {
    case VAlign::top: return box.y;
    case VAlign::middle: return box.y + (box.h - height) / 2;
    case VAlign::bottom: return box.bottom() - height;
  }
  return box.y;
}

/// Tells tests what a reader would miss.
void note_fault(Ui& ui, const Rect& box, std::string_view utf8, const Lines& set_lines, float height) {
  constexpr std::string_view kEllipsis = "…";
  constexpr float kTolerance = 2;
  const bool cut = set_lines.lines.back().ends_with(kEllipsis) && !utf8.ends_with(kEllipsis);
  const bool over = !ui.in_view() && height > box.h + kTolerance;
  if (cut || over) ui.note({std::string(utf8), cut});
}

}  // namespace

float text(Ui& ui, const Rect& box, std::string_view utf8, const TextLook& look) {
  if (utf8.empty()) return 0;
  const Lines set_lines = set(ui, box, utf8, look);
  const Setter setter(ui, look.style, set_lines.shrink);
  const float line = ui.theme().line_height(look.style) * set_lines.shrink;
  const float height = line * static_cast<float>(set_lines.lines.size());
  note_fault(ui, box, utf8, set_lines, height);
  const Color color = look.color.value_or(ui.palette().text);
  float y = first_top(box, height, look.valign);
  for (const std::string& each : set_lines.lines) {
    const float width = setter.width(each);
    float x = ui.px(box.x);
    if (look.align == Align::center) x += (ui.px(box.w) - width) / 2;
    if (look.align == Align::right) x += ui.px(box.w) - width;
    const ImVec2 top_left(std::round(x), std::round(ui.px(y) + (ui.px(line) - setter.height()) / 2));
    setter.draw(top_left, each, color);
    if (look.strike == Strike::yes) {
      const float em = ui.theme().text_size(look.style) * set_lines.shrink;
      const float middle = top_left.y / ui.unit() + setter.height() / ui.unit() * kBaseline - em * kStrikeHeight;
      fill(ui, {top_left.x / ui.unit(), middle, width / ui.unit(), size::in_text::kStrikeThickness}, color);
    }
    y += line;
  }
  return height;
}

float text_height(Ui& ui, float width, std::string_view utf8, const TextLook& look) {
  if (utf8.empty()) return 0;
  const Lines lines = wrapped(ui, width, utf8, look, 1, look.max_lines);
  return static_cast<float>(lines.lines.size()) * ui.theme().line_height(look.style);
}

float text_width(Ui& ui, std::string_view utf8, TextStyle style) {
  return Setter(ui, style, 1).width(utf8) / ui.unit();
}

TextEnd text_end(Ui& ui, float width, std::string_view utf8, const TextLook& look) {
  const Lines lines = wrapped(ui, width, utf8, look, 1, look.max_lines);
  return {static_cast<int>(lines.lines.size()),
          lines.lines.empty() ? 0 : text_width(ui, lines.lines.back(), look.style)};
}

}  // namespace mur::kiosk
