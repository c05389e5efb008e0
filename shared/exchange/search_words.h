#pragma once

#include <string>
#include <string_view>

/// Finding what people call something in what other people wrote: case, accents, punctuation and blanks don't matter,
/// and a word counts only as a whole.
namespace mur::exchange {

/// A text's words, folded (base `fold`), one blank between two: "31, rue des Récollets" gives "31 rue des recollets".
[[nodiscard]] std::string search_words(std::string_view text);

/// True where the words of `phrase` stand in `words` one after the other. Both come from search_words(); no phrase
/// stands nowhere.
[[nodiscard]] bool holds_words(std::string_view words, std::string_view phrase);

/// True where `tag` stands in `text` as a hashtag: "#mur" for "mur". A hyphen or underscore inside belongs to a
/// hashtag, and does not matter: "vie locale" is "#vie-locale" or "#VieLocale".
[[nodiscard]] bool holds_hashtag(std::string_view text, std::string_view tag);

}  // namespace mur::exchange
