#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mur::kiosk {

/// Width of a piece of text, in the unit of the width given to `wrap`.
using MeasureText = std::function<float(std::string_view)>;

/// Breaks a text into lines no wider than `width`: at spaces, at line ends and after hyphens between letters; never at
/// a no-break space (U+00A0, U+202F), so that « 18 h 30 » and « Qui ? » stay whole. A word wider than a line is cut
/// where it must be. With `max_lines` > 0 the last line ends in "…" when there was more.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, float width, int max_lines,
                                            const MeasureText& measure);

}  // namespace mur::kiosk
