#pragma once

#include <string_view>
#include <vector>

#include "shared/screening/span.h"
#include "shared/screening/word.h"

namespace mur::screening {

/// E-mail addresses: an RFC 5321 mailbox whose host has a dot (quoted local parts and literal addresses are nobody's),
/// in any script; and those that somebody hides: « ana arobase exemple point fr », "ana [at] exemple (dot) org", "ana @
/// gmail". `words` are words_in(utf8). In order, not overlapping.
[[nodiscard]] std::vector<Span> email_addresses(std::string_view utf8, const std::vector<Word>& words);

/// A top-level domain that people in a hub would write: "fr", "org". `label` in small letters.
[[nodiscard]] bool is_common_domain(std::string_view label);

}  // namespace mur::screening
