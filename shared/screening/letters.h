#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/screening/span.h"
#include "shared/screening/word.h"

/// Letters that are not what they look like. After Unicode Technical Standard #39, by ICU's spoof checker.
namespace mur::screening {

/// Words that mix alphabets which no language mixes ("pаypal" with a Cyrillic а), words of another alphabet that read
/// as Latin in a text without that alphabet, and letters taken from mathematics or circles ("𝓰𝓻𝓪𝓽𝓾𝓲𝓽", which no screen
/// reader can say). `words` are words_in(utf8). In order.
[[nodiscard]] std::vector<Span> look_alikes(std::string_view utf8, const std::vector<Word>& words);

/// What hides in a text or makes it unreadable: signs that turn the reading direction round, characters without width
/// inside a word, text written in invisible tags, and letters under a heap of accents ("zalgo"). In order.
[[nodiscard]] std::vector<Span> hidden_characters(std::string_view utf8);

/// The same for all words that look alike (UTS #39 § 4, skeleton); empty if ICU has no answer.
[[nodiscard]] std::string skeleton(std::string_view utf8);

}  // namespace mur::screening
