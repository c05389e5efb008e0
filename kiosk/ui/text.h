#pragma once

#include <optional>
#include <string_view>

#include "kiosk/ui/ui.h"

namespace mur::kiosk {

enum class Align : std::uint8_t { left, center, right };
enum class VAlign : std::uint8_t { top, middle, bottom };
enum class Strike : std::uint8_t { no, yes };

/// What to do with more text than fits: end it in "…", or first draw it smaller (never under 27u).
enum class Fit : std::uint8_t { ellipsis, shrink };

/// How a piece of text is set. `{.style = TextStyle::title}`
struct TextLook {
  TextStyle style = TextStyle::body;
  std::optional<Color> color{};  ///< the palette's text colour if not given
  Align align = Align::left;
  VAlign valign = VAlign::top;
  int max_lines = 0;  ///< 0: as many as it takes
  Strike strike = Strike::no;
  Fit fit = Fit::ellipsis;
};

/// Draws `utf8` in `box`, broken between words as French wants it, and returns the height used. Only Fit::shrink and
/// `valign` look at the box's height: otherwise max_lines bounds how far down the text goes.
float text(Ui& ui, const Rect& box, std::string_view utf8, const TextLook& look);

/// The height `text` will use in that width.
[[nodiscard]] float text_height(Ui& ui, float width, std::string_view utf8, const TextLook& look);

/// Width of one line.
[[nodiscard]] float text_width(Ui& ui, std::string_view utf8, TextStyle style);

/// The end of what `text` would draw: where the last line ends (x from the left of the box), and how many lines there
/// are. Tags follow titles there.
struct TextEnd {
  int lines = 0;
  float last_width = 0;
};
[[nodiscard]] TextEnd text_end(Ui& ui, float width, std::string_view utf8, const TextLook& look);

}  // namespace mur::kiosk
