#pragma once

#include <string_view>
#include <vector>

#include "shared/screening/span.h"
#include "shared/screening/word.h"

/// Whom a text is about, where that asks for a second look whoever wrote it.
namespace mur::screening {

/// Children and people who can't easily say no, by the word list ([vulnerable] in words.toml).
[[nodiscard]] std::vector<Span> vulnerable_people_in(const std::vector<Word>& words);
/// « Mme Dupont », « M. Jean Martin », "Mrs Smith": a title and a name with a capital letter.
[[nodiscard]] std::vector<Span> named_people_in(std::string_view utf8, const std::vector<Word>& words);

}  // namespace mur::screening
