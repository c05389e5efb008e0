#include "shared/screening/word.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>

#include "shared/base/text.h"
#include "shared/screening/character.h"

namespace mur::screening {
namespace {

constexpr unsigned char kAscii = 0x80;

/// Drawn onto the letter before it, or not drawn at all: no part of what is read.
bool is_ornament(UChar32 c) {
  const auto bit = U_MASK(u_charType(c));
  return (bit & (U_GC_M_MASK | U_GC_CF_MASK)) != 0;
}

/// Letters in circles and squares, which are symbols to Unicode and letters to who reads them.
bool is_enclosed_letter(UChar32 c) { return (c >= 0x249C && c <= 0x24E9) || (c >= 0x1F110 && c <= 0x1F189); }

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

void append_folded(std::string& word, std::string_view letter) {
  if (letter.size() == 1) {
    word += small(letter.front());
    return;
  }
  const std::string folded = fold(letter);
  std::ranges::transform(folded, std::back_inserter(word), small);  // "𝓒" decomposes to a capital
}

}  // namespace

std::vector<Word> words_in(std::string_view utf8, std::string_view also) {
  std::vector<Word> words;
  bool inside = false;
  each_character(utf8, [&](const Character& one) {
    const auto [c, begin, end] = one;
    const bool is_letter = c >= 0 && (u_isalnum(c) != 0 || is_enclosed_letter(c) ||
                                      (c < kAscii && also.find(static_cast<char>(c)) != std::string_view::npos));
    if (is_letter) {
      if (!inside) words.push_back({.folded = {}, .span = {begin, begin}});
      append_folded(words.back().folded, utf8.substr(begin, end - begin));
      words.back().span.end = end;
      inside = true;
    } else if (c >= 0 && is_ornament(c)) {
      if (inside) words.back().span.end = end;
    } else {
      inside = false;
    }
  });
  std::erase_if(words, [](const Word& word) { return word.folded.empty(); });
  return words;
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace mur::screening
