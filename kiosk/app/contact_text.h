#pragma once

#include <string_view>

namespace mur::app {

/// Enough to catch a slip of the finger: as many digits as numbers of its country have, France's without a country's
/// code. Whether anybody answers there, only a call can tell. Blanks, dots, dashes, brackets and a leading + may be
/// typed.
[[nodiscard]] bool looks_like_phone_number(std::string_view typed);

/// One @ with something before it, and a name with a dot after it (RFC 5321 § 2.3.5), without blanks.
[[nodiscard]] bool looks_like_email_address(std::string_view typed);

}  // namespace mur::app
