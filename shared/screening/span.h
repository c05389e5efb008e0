#pragma once

#include <cstddef>

namespace mur::screening {

/// A piece of a text: bytes of its UTF-8, from `begin` up to, not including, `end`. Both stand between characters.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace mur::screening
