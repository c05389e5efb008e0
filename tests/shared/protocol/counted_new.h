#pragma once

#include <cstddef>

namespace mur::counted {

/// Bytes that operator new of this program has given out so far, taken back or not.
[[nodiscard]] std::size_t allocated();

}  // namespace mur::counted
