#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/screening/span.h"

namespace mur::screening {

/// A word as its reader takes it, and where it stands. Folded as mur::fold() does it: small letters, no accents, no
/// ornament, no invisible characters; "𝓒𝓸𝓷" is "con", "0️⃣" is "0".
struct Word {
  std::string folded;
  Span span;
};

/// Runs of letters and digits, and of the characters of `also` (ASCII) between or beside them, in their order. Linear.
[[nodiscard]] std::vector<Word> words_in(std::string_view utf8, std::string_view also = {});

/// What stands between a word and the next one.
[[nodiscard]] inline std::string_view gap_after(std::string_view utf8, const std::vector<Word>& words, std::size_t at) {
  const std::size_t begin = words[at].span.end;
  const std::size_t end = at + 1 < words.size() ? words[at + 1].span.begin : utf8.size();
  return utf8.substr(begin, end - begin);
}

/// As it is written.
[[nodiscard]] inline std::string_view written(std::string_view utf8, const Span& span) {
  return utf8.substr(span.begin, span.end - span.begin);
}

/// All of them ASCII digits, and at least one?
[[nodiscard]] bool is_digits(std::string_view text);

}  // namespace mur::screening
