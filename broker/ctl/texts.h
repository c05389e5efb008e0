#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/text.h"

namespace mur::ctl {

/// What someone typed, as it is stored and sent.
[[nodiscard]] inline std::vector<std::string> normalized(const std::vector<std::string>& texts) {
  std::vector<std::string> result;
  for (const std::string& text : texts) result.push_back(normalize(text));
  return result;
}

}  // namespace mur::ctl
