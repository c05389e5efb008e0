#pragma once

#include <string>
#include <string_view>

namespace mur::screening {

/// A contact in the one form that all spellings of it share: E.164 for a phone number (without a country's code read as
/// in France), small letters for an e-mail address. What is neither keeps its letters and digits.
[[nodiscard]] std::string normal_contact(std::string_view typed);

}  // namespace mur::screening
