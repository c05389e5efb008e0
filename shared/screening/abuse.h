#pragma once

#include <string_view>
#include <vector>

#include "shared/screening/span.h"
#include "shared/screening/word.h"
#include "shared/screening/word_lists.h"

namespace mur::screening {

struct FoundAbuse {
  Span span;
  Abuse abuse = Abuse::none;  ///< never none
};

/// Abuse of the word list, also where somebody hides it: "c0nn@rd", "connnnard", "c.o.n.n.a.r.d", "c*nnard", and
/// letters of other alphabets. `words` are words_in(utf8). In order, not overlapping.
[[nodiscard]] std::vector<FoundAbuse> abuse_in(std::string_view utf8, const std::vector<Word>& words);

}  // namespace mur::screening
