#pragma once

#include <string_view>

namespace mur::skills {

/// assets/skills/skills.toml, as it was when this program was built.
[[nodiscard]] std::string_view default_list();

}  // namespace mur::skills
