#include "shared/screening/character.h"

#include <unicode/utf8.h>

// ICU's macros narrow integers where g++ sees it.
#pragma GCC diagnostic ignored "-Wconversion"

namespace mur::screening {

Character character_at(std::string_view utf8, std::size_t at) {
  const auto size = static_cast<std::int32_t>(utf8.size());
  auto next = static_cast<std::int32_t>(at);
  UChar32 code = 0;
  U8_NEXT(utf8.data(), next, size, code);
  return {.code = code, .begin = at, .end = static_cast<std::size_t>(next)};
}

Character character_before(std::string_view utf8, std::size_t at) {
  auto before = static_cast<std::int32_t>(at);
  UChar32 code = 0;
  U8_PREV(utf8.data(), 0, before, code);
  return {.code = code, .begin = static_cast<std::size_t>(before), .end = at};
}

}  // namespace mur::screening
