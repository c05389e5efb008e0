#pragma once

#include <string_view>

#include "shared/base/result.h"

/// Who answers for an organization: its number in a public register, or a person.
namespace mur {

/// W and nine digits: the number of the Répertoire national des associations. Blanks don't matter.
[[nodiscard]] bool is_rna(std::string_view text);
/// Fourteen digits whose Luhn sum is right; of La Poste (SIREN 356 000 000), whose digits sum to a multiple of five, as
/// INSEE has it. Blanks don't matter.
[[nodiscard]] bool is_siret(std::string_view text);

/// A number that is one, or a name: Errc::invalid says what is wrong with it.
[[nodiscard]] Status check_named_guarantor(std::string_view text);

}  // namespace mur
