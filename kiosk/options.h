#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace mur::kiosk {

/// mur-kiosk's command line as typed; values are checked where they are used.
struct Options {
  std::filesystem::path data;
  std::string window;
  bool fullscreen = false;
  std::string clock;

  bool list_screens = false;
  std::filesystem::path screenshot;  ///< empty: run
  std::string screen;
  std::string size = "1920x1080";
  std::string language = "fr";
  std::string now;
  std::filesystem::path replica;
  std::string connect;
  std::filesystem::path key;
};

struct Parsed {
  std::optional<Options> options;  ///< nothing: help or a mistake was printed; end with `exit_code`
  int exit_code = 0;
};

[[nodiscard]] Parsed parse_options(int argc, char** argv, int usage_error_code);

}  // namespace mur::kiosk
