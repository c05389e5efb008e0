#pragma once

#include <string>
#include <vector>

#include "shared/domain/wall.h"

namespace mur::ctl {

/// One kind of personal data that a hub keeps (GDPR art. 13 and 30).
struct PersonalData {
  std::string what;
  std::string where;
  std::string how_long;   ///< and what deletes it
  std::string who;        ///< may see it
  std::size_t today = 0;  ///< how many there are, as far as this key sees them
};

/// All of them, in French or in English; durations are those of shared/domain/limits.h.
[[nodiscard]] std::vector<PersonalData> personal_data(const Wall& wall, bool french);

/// What the hub does not say yet of itself, as hub.toml calls it: without all of it no contact is taken.
[[nodiscard]] std::vector<std::string> missing_in(const Privacy& privacy);

}  // namespace mur::ctl
