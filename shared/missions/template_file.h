#pragma once

#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/missions/template.h"

namespace mur::missions {

/// assets/missions/templates.toml, as it was when this program was built.
[[nodiscard]] std::string_view default_templates();

/// Reads templates, TOML as in assets/missions/templates.toml. Errc::invalid with `file`, line, template, field and
/// remedy. No exception leaves it.
[[nodiscard]] Result<std::vector<Template>> read_templates(std::string_view toml, std::string_view file);

/// Null if there is none of this id.
[[nodiscard]] const Template* find_template(const std::vector<Template>& templates, std::string_view id);

}  // namespace mur::missions
