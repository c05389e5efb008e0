#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace mur::broker {

/// What the command line says.
struct Options {
  std::filesystem::path data;
  std::filesystem::path config;  ///< default: DATA/hub.toml
  std::string clock;             ///< empty: the machine's
  std::string listen;            ///< empty: as the configuration says
  bool check_config = false;
};

/// Either the options, or the exit code after --help, --version or a usage error (which has been printed).
struct Parsed {
  std::optional<Options> options;
  int exit_code = 0;
};
[[nodiscard]] Parsed parse_options(int argc, char** argv, int usage_error_code);

}  // namespace mur::broker
