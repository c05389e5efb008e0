#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mur {

/// The words of a text, folded as `fold` does it (case, accents, ligatures), in their order: runs of letters and digits
/// (UAX #44 general categories L and N). Everything else parts them: blanks, punctuation, emoji.
[[nodiscard]] std::vector<std::string> words_of(std::string_view utf8);

}  // namespace mur
