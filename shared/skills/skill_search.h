#pragma once

#include "shared/skills/tree.h"
#include "shared/skills/word_index.h"

namespace mur::skills {

/// Finds themes and skills as people spell them: names and aliases in both languages, whole, begun or nearly. Looks at
/// the tree it was made of, which outlives it unmoved. What is hidden is not found.
class SkillSearch {
 public:
  explicit SkillSearch(const SkillTree& tree);

  /// The best first.
  [[nodiscard]] std::vector<const Entry*> search(Kind kind, std::string_view words, std::size_t most) const;
  /// "Did you mean …"; null where nothing is near.
  [[nodiscard]] const Entry* nearest(Kind kind, std::string_view words) const;

 private:
  const SkillTree& tree_;
  WordIndex themes_;
  WordIndex skills_;
};

}  // namespace mur::skills
