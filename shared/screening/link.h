#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "shared/screening/span.h"
#include "shared/screening/word.h"

namespace mur::screening {

enum class LinkKind : std::uint8_t {
  page,     ///< a web address
  meeting,  ///< what opens a video meeting: an address with its password in it, or "Passcode: …"
  person    ///< an address that rings somebody's phone: wa.me/33612345678
};

struct Link {
  Span span;
  LinkKind kind = LinkKind::page;
};

/// Web addresses, with or without a scheme ("exemple.fr", « exemple point org », "hxxp://…"), and what opens a meeting.
/// `words` are words_in(utf8). In order, not overlapping.
[[nodiscard]] std::vector<Link> links_in(std::string_view utf8, const std::vector<Word>& words);

}  // namespace mur::screening
