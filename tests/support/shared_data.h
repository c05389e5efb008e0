#pragma once

#include <cstdlib>
#include <filesystem>

namespace mur::test {

/// Where the data that nobody here wrote lives: $MUR_SHARED_DATA, else ../shared/data beside the source tree.
/// Where the folder exists, a test of it must run; where it does not, the test skips itself.
inline std::filesystem::path shared_data() {
  if (const char* named = std::getenv("MUR_SHARED_DATA")) return named;
  return std::filesystem::path(MUR_SOURCE_DIR).parent_path() / "shared" / "data";
}

inline bool has_shared_data() { return std::filesystem::is_directory(shared_data()); }

}  // namespace mur::test
