#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "shared/domain/wall.h"
#include "shared/skills/search_index.h"
#include "shared/skills/tree.h"

namespace mur {

/// Finds needs and offers by what they say, in either language, forgiving accents and slips. Derived from a wall, and
/// never stored: what is erased is gone from it, too. First names are not looked at.
class PostSearch {
 public:
  void rebuild(const Wall& wall, const skills::SkillTree& tree);
  /// After the wall took these records.
  void refresh(const Wall& wall, const skills::SkillTree& tree, std::span<const RecordId> changed);

  /// The best first, at most so many. Whether a post may be shown is for the caller to say.
  [[nodiscard]] std::vector<NeedId> needs(std::string_view words, std::size_t most) const;
  [[nodiscard]] std::vector<OfferId> offers(std::string_view words, std::size_t most) const;

 private:
  void take(const Wall& wall, const skills::SkillTree& tree, const RecordId& id);

  skills::SearchIndex<NeedId> needs_;
  skills::SearchIndex<OfferId> offers_;
};

}  // namespace mur
