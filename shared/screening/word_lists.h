#pragma once

#include <cstdint>
#include <string_view>

#include "shared/base/result.h"
#include "shared/screening/phrase_book.h"

namespace mur::screening {

/// Categories of the list of abuse. `none` is what only looks like it, and is left alone ("les lapins crétins").
enum class Abuse : std::uint8_t { none, insult, hate, sexual, threat };

[[nodiscard]] const char* to_string(Abuse abuse);

/// assets/screening/words.toml, whose head says how it is written.
struct WordLists {
  PhraseBook abuse;      ///< of categories Abuse
  PhraseBook paid_work;  ///< category 1; 0 is what only looks like it ("non rémunéré")
  PhraseBook people;     ///< category 1: children and vulnerable people; 0 is what only looks like it
};

/// Errc::invalid names the line.
[[nodiscard]] Result<WordLists> read_word_lists(std::string_view toml);
/// The list as it was when this program was built.
[[nodiscard]] std::string_view built_in_words();
/// That list, read once and never changed: any thread.
[[nodiscard]] const WordLists& word_lists();

}  // namespace mur::screening
