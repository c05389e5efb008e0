#pragma once

#include <string>
#include <vector>

#include "shared/domain/place.h"

namespace mur {

/// Who may come to help: what decides it for someone who reads the need.
struct WhoMayCome {
  Access access;                       ///< of the place, as an event's
  int age_from = 0;                    ///< years; 0: anyone
  bool groups = false;                 ///< friends, a class, colleagues together
  bool taught = false;                 ///< « on vous apprend sur place »
  std::vector<std::string> languages;  ///< BCP 47, that are spoken there

  friend bool operator==(const WhoMayCome&, const WhoMayCome&) = default;
};

}  // namespace mur
