#include "broker/options.h"

#include <CLI/CLI.hpp>

#include "broker/data_folder.h"

namespace mur::broker {

Parsed parse_options(int argc, char** argv, int usage_error_code) {
  Options options;
  CLI::App app{"The broker of an engagement wall: holds the truth, and sends it to every kiosk."};
  app.set_version_flag("--version", "mur-broker " MUR_VERSION);
  options.data = default_data_folder();
  app.add_option("--data", options.data, "The hub's folder, made by `murctl hub init` (default: $XDG_DATA_HOME/mur)")
      ->option_text("DIR");
  app.add_option("--config", options.config, "The hub's settings; DIR/hub.toml without this")->option_text("FILE");
  app.add_flag("--check-config", options.check_config, "Say whether the settings are right, and end");
  app.add_option("--clock", options.clock,
                 "Start at this time and run on from there: 2026-03-14T18:30, in the hub's zone")
      ->option_text("TIME");
  app.add_option("--listen", options.listen, "Where kiosks connect, instead of what the settings say")
      ->option_text("tcp://HOST:PORT");
  app.footer(
      "SIGHUP reads the settings again, SIGTERM and SIGINT end the broker.\n"
      "Exit codes: 0 ended as asked, 1 failed, 2 usage or settings, 3 another broker uses the folder,\n"
      "4 the address is in use, 5 the disk failed.");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool asked_for = app.exit(error) == 0;
    return {.options = std::nullopt, .exit_code = asked_for ? 0 : usage_error_code};
  }
  if (options.config.empty()) options.config = options.data / "hub.toml";
  return {.options = std::move(options), .exit_code = 0};
}

}  // namespace mur::broker
