#pragma once

#include <string_view>

#include "shared/skills/tree.h"

namespace mur::skills {

/// Reads a list of themes and skills, TOML as in assets/skills/skills.toml. Over `base`, entries with a known id change
/// what they name and keep the rest, the others are added. Errc::invalid or too_large, with `file`, line, id, field and
/// remedy. No exception leaves it.
[[nodiscard]] Result<SkillTree> read_tree(std::string_view toml, const ListLimits& limits, std::string_view file,
                                          const SkillTree& base = {});

}  // namespace mur::skills
