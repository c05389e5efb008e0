#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/screening/span.h"
#include "shared/screening/word.h"

/// Phone numbers, by libphonenumber and its tables. Without a country's code they are read as in France.
namespace mur::screening {

/// Where a text gives numbers that one can call: national or international, with any usual separator. Not dates,
/// prices, SIRET or ISBN numbers, nor emergency and service numbers of two to four digits. In order, not overlapping.
[[nodiscard]] std::vector<Span> phone_numbers(std::string_view utf8);

/// The same where somebody hides one: « zéro six douze … », "O6 I2 34 56 78", "0️⃣6️⃣…", "06*12*34*56*78". French
/// numbers only. `words` are words_in(utf8).
[[nodiscard]] std::vector<Span> hidden_phone_numbers(std::string_view utf8, const std::vector<Word>& words);

/// Could somebody answer there? As many digits as its country's numbers have. Whether the number is given to anyone
/// only a call can tell; and tables age, so that a new prefix must not be refused.
[[nodiscard]] bool is_phone_number(std::string_view typed);

/// "+33612345678"; empty where no number can be read.
[[nodiscard]] std::string e164(std::string_view typed);

}  // namespace mur::screening
