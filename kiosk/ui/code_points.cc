#include "kiosk/ui/code_points.h"

#include <unicode/utf8.h>

#include <cstdint>

namespace mur::kiosk {

namespace {

// ICU's macro narrows inside.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
UChar32 next_code(const char* text, std::int32_t& at, std::int32_t length) {
  UChar32 code = 0;
  U8_NEXT(text, at, length, code);
  return code;
}
#pragma GCC diagnostic pop

}  // namespace

std::vector<CodePoint> code_points(std::string_view utf8) {
  std::vector<CodePoint> points;
  points.reserve(utf8.size());
  const auto length = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t at = 0; at < length;) {
    const std::int32_t start = at;
    const UChar32 code = next_code(utf8.data(), at, length);
    if (code < 0) continue;
    points.push_back({static_cast<char32_t>(code),
                      utf8.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start))});
  }
  return points;
}

}  // namespace mur::kiosk
