#pragma once

#include <cstddef>

namespace mur::skills {

/// Bounds of a list of themes and skills. Mur's own are in shared/domain/limits.h.
struct ListLimits {
  std::size_t file_bytes;
  std::size_t entries;  ///< of both kinds together
  std::size_t depth;    ///< a skill without parent has depth 1
  std::size_t id;       ///< characters
  std::size_t name;     ///< characters, of an alias too
  std::size_t aliases;  ///< of one entry
  std::size_t codes;    ///< of one entry, of each sort
};

}  // namespace mur::skills
