#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/skills/tree.h"

namespace mur::matching {

/// A word of a text: as it is spelt (folded), and what its forms have in common ("animer", "animation" → "anim").
struct ReadWord {
  std::string word;
  std::string stem;

  friend bool operator==(const ReadWord&, const ReadWord&) = default;
};

/// The words of a text that say something, in their order: those that only hold it together ("de", "and"), and those
/// that every post of a wall could have ("aider", "bénévole"), are left out.
[[nodiscard]] std::vector<ReadWord> telling_words(std::string_view text);

/// Reads the themes and skills of a list out of what people type: « Accompagner un enfant dans ses devoirs » names
/// « Aide aux devoirs ». A name or an alias is found where all its words stand close together, in whatever form;
/// nothing is guessed from words that are merely spelt alike. Entries are named by their place in the tree it was made
/// of.
class SkillReader {
 public:
  using Place = std::uint16_t;  ///< in SkillTree::entries()

  SkillReader() = default;
  explicit SkillReader(const skills::SkillTree& tree);

  /// Without doubles, in the order of the list. Hidden entries are read as well.
  [[nodiscard]] std::vector<Place> read(std::string_view text) const;

 private:
  struct Spelling {
    Place entry;
    std::size_t words;  ///< different ones
    std::size_t said;   ///< all of them: « porte-à-porte » says one twice
  };
  void add(Place entry, std::string_view text);

  std::vector<Spelling> spellings_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_key_;  ///< the spellings that have it
};

}  // namespace mur::matching
