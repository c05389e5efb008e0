#include "shared/skills/skill_search.h"

namespace mur::skills {

SkillSearch::SkillSearch(const SkillTree& tree) : tree_{tree} {
  constexpr std::uint8_t kName = 3;
  constexpr std::uint8_t kAlias = 2;
  for (std::size_t i = 0; i < tree.entries().size(); ++i) {
    const Entry& entry = tree.entries()[i];
    if (entry.hidden) continue;
    std::vector<WeightedText> texts{{entry.fr, kName}, {entry.en, kName}};
    for (const std::string& alias : entry.aliases) texts.push_back({alias, kAlias});
    (entry.kind == Kind::theme ? themes_ : skills_).add(static_cast<WordIndex::Document>(i), texts);
  }
}

std::vector<const Entry*> SkillSearch::search(Kind kind, std::string_view words, std::size_t most) const {
  std::vector<const Entry*> found;
  if (most == 0) return found;
  // What is spelt exactly so comes first, whatever else has the words.
  const Entry* spelt = tree_.find_spelt(kind, words);
  if (spelt != nullptr && !spelt->hidden) found.push_back(spelt);
  for (const WordIndex::Hit& hit : (kind == Kind::theme ? themes_ : skills_).search(words, most)) {
    const Entry* entry = &tree_.entries()[hit.document];
    if (entry != spelt && found.size() < most) found.push_back(entry);
  }
  return found;
}

const Entry* SkillSearch::nearest(Kind kind, std::string_view words) const {
  const auto found = search(kind, words, 1);
  return found.empty() ? nullptr : found.front();
}

}  // namespace mur::skills
