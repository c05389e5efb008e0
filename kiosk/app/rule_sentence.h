#pragma once

#include <string>
#include <vector>

#include "kiosk/app/date_words.h"
#include "shared/calendar/rule_words.h"

namespace mur::app {

/// The dates of a series that are still to come, this one included.
struct DatesLeft {
  std::vector<std::chrono::local_days> days;  ///< the first ones
  int count = 0;                              ///< of all
  bool all = false;                           ///< none comes after them, however far one looks
};

/// « chaque mardi jusqu’au 31 mars », « un mardi sur deux, encore 3 dates », « le 2ᵉ mardi du mois, sauf le 10 mars »;
/// where a rule is finer than that, the dates themselves. Empty for what happens once.
[[nodiscard]] std::string rule_sentence(const calendar::RuleWords& words, const DatesLeft& left,
                                        const Language& language, std::chrono::local_days today);

}  // namespace mur::app
