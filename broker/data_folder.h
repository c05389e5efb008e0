#pragma once

#include <filesystem>

namespace mur::broker {

/// Where a hub's data lies when nothing else is said: $XDG_DATA_HOME/mur, else ~/.local/share/mur (XDG Base Directory
/// Specification). mur-broker, murctl and `./mur up` agree on it.
[[nodiscard]] std::filesystem::path default_data_folder();

}  // namespace mur::broker
