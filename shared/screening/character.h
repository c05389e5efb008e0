#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mur::screening {

/// One character of a text, and where it stands.
struct Character {
  std::int32_t code = 0;  ///< its code point; negative where the bytes are no UTF-8
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The character that begins at the byte `at`, which is in the text.
[[nodiscard]] Character character_at(std::string_view utf8, std::size_t at);
/// The character that ends before the byte `at`, which is not 0.
[[nodiscard]] Character character_before(std::string_view utf8, std::size_t at);

template <class Visit>
void each_character(std::string_view utf8, const Visit& visit) {
  for (std::size_t at = 0; at < utf8.size();) {
    const Character one = character_at(utf8, at);
    visit(one);
    at = one.end;
  }
}

}  // namespace mur::screening
