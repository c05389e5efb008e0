#pragma once

#include <string>
#include <vector>

#include "kiosk/app/text.h"

namespace mur::app {

/// BCP 47 tags as people of this language call them: "français, arabe et dari". A tag nobody knows stands as it is.
[[nodiscard]] std::string language_names(const std::vector<std::string>& tags, const Text& text);

}  // namespace mur::app
