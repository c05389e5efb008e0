#pragma once

#include <string_view>

#include "shared/skills/tree.h"

namespace mur::skills {

/// Reads a list of themes and skills, TOML as in assets/skills/skills.toml. Errc::invalid or too_large, with `file`,
/// line, id, field and remedy. No exception leaves it.
[[nodiscard]] Result<SkillTree> read_tree(std::string_view toml, const ListLimits& limits, std::string_view file);

/// The same with a hub's own list over it: an entry of `own` with a known id takes that one's place, others are added.
/// Faults name `file`, the one of `own`.
[[nodiscard]] Result<SkillTree> read_tree(std::string_view toml, std::string_view own, const ListLimits& limits,
                                          std::string_view file);

}  // namespace mur::skills
