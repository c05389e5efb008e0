#pragma once

#include <string_view>
#include <vector>

namespace mur::kiosk {

/// One character of a UTF-8 text: its number, and its bytes in that text.
struct CodePoint {
  char32_t code = 0;
  std::string_view bytes;
};

/// Characters in order; malformed bytes are left out. The views point into `utf8`.
[[nodiscard]] std::vector<CodePoint> code_points(std::string_view utf8);

}  // namespace mur::kiosk
