#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/screening/word.h"

namespace mur::screening {

/// Words and phrases to look for, each of a category. Whole words only: a bad word inside a good one ("concombre",
/// "Scunthorpe") is none.
class PhraseBook {
 public:
  struct Found {
    std::uint8_t category = 0;
    std::size_t words = 0;  ///< how many it takes
  };

  /// Also finds it with an "s" at the end of its last word. Empty phrases are left out.
  void add(std::string_view phrase, std::uint8_t category);

  /// The longest phrase that begins with the word `at`.
  [[nodiscard]] std::optional<Found> at(std::span<const Word> words, std::size_t at) const;
  /// The category of one word that is a phrase by itself.
  [[nodiscard]] std::optional<std::uint8_t> category_of(std::string_view folded) const;
  /// A word with "*" for some of its letters ("f**k"), not for its first and last one.
  [[nodiscard]] std::optional<std::uint8_t> category_of_masked(std::string_view folded) const;
  /// Of a word that looks like one (screening::skeleton).
  [[nodiscard]] std::optional<std::uint8_t> category_of_skeleton(std::string_view skeleton) const;

 private:
  struct Phrase {
    std::vector<std::string> more;  ///< words after the first
    std::uint8_t category = 0;
  };
  std::map<std::string, std::vector<Phrase>, std::less<>> phrases_;  ///< by their first word
  std::map<std::string, std::uint8_t, std::less<>> skeletons_;       ///< of single words
};

}  // namespace mur::screening
