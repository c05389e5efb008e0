#pragma once

#include <string_view>

#include "shared/skills/tree_file.h"

namespace mur::skills {

/// assets/skills/skills.toml, as it was when this program was built.
[[nodiscard]] std::string_view default_list();
/// That list, read. A fault in it names the line.
[[nodiscard]] inline Result<SkillTree> default_tree(const ListLimits& limits) {
  return read_tree(default_list(), limits, "skills.toml");
}

/// The same with a hub's own list over it (Hub::skills, or its file's text).
[[nodiscard]] inline Result<SkillTree> hub_tree(std::string_view own, const ListLimits& limits) {
  return read_tree(default_list(), own, limits, "skills.toml");
}

}  // namespace mur::skills
