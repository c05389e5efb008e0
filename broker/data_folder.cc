#include "broker/data_folder.h"

#include <cstdlib>
#include <string_view>

namespace mur::broker {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view{value};
}

}  // namespace

std::filesystem::path default_data_folder() {
  if (const auto data = environment("XDG_DATA_HOME"); !data.empty()) return std::filesystem::path(data) / "mur";
  return std::filesystem::path(environment("HOME")) / ".local" / "share" / "mur";
}

}  // namespace mur::broker
