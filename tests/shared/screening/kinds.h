#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/screening/screen.h"

namespace mur::screening::test {

/// What the marks of one kind are on, as it is written.
inline std::vector<std::string> pieces(MarkKind kind, std::string_view text, const std::vector<Mark>& marks) {
  std::vector<std::string> found;
  for (const Mark& mark : marks)
    if (mark.kind == kind) found.emplace_back(text.substr(mark.offset, mark.length));
  return found;
}

inline std::vector<std::string> pieces(MarkKind kind, std::string_view text) {
  return pieces(kind, text, screen("text", text));
}

using Pieces = std::vector<std::string>;

}  // namespace mur::screening::test
