#pragma once

#include <cstddef>
#include <string_view>

namespace mur::skills {

/// Of a word no more bytes are looked at.
inline constexpr std::size_t kLongestWord = 40;

/// How far a typed word is from a word.
struct EditDistance {
  int whole;   ///< to the word
  int begins;  ///< to the beginning of the word that is nearest
};

/// Letters left out, added, mistaken, or two neighbours swapped (Damerau–Levenshtein, optimal string alignment), each
/// costing 1; what exceeds `most` (at most 3) is most + 1. Letters are bytes: words are folded, so Latin ones have one
/// byte a letter.
[[nodiscard]] EditDistance edit_distance(std::string_view typed, std::string_view word, int most);

}  // namespace mur::skills
