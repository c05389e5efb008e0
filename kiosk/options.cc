#include "kiosk/options.h"

#include <CLI/CLI.hpp>

#include <cstdlib>

namespace mur::kiosk {

namespace {

std::filesystem::path usual_folder() {
  const char* data = std::getenv("XDG_DATA_HOME");
  const char* home = std::getenv("HOME");
  const std::filesystem::path base = data != nullptr && *data != '\0'
                                         ? std::filesystem::path(data)
                                         : std::filesystem::path(home == nullptr ? "." : home) / ".local" / "share";
  return base / "mur" / "kiosk-1";
}

}  // namespace

Parsed parse_options(int argc, char** argv, int usage_error_code) {
  Options options;
  CLI::App app{"The screen of an engagement wall: shows the hub's calendar, needs and offers, and takes offers."};
  app.set_version_flag("--version", "mur-kiosk " MUR_VERSION);
  app.add_option("--data", options.data,
                 "This screen's folder, with kiosk.toml; the first one of `./mur up` without this")
      ->option_text("DIR");
  app.add_option("--window", options.window, "A window of this size")->option_text("WxH");
  app.add_flag("--fullscreen", options.fullscreen, "The whole screen, without a pointer");
  app.add_option("--clock", options.clock,
                 "Start at this time and run on from there: 2026-03-14T18:30, in the hub's zone")
      ->option_text("TIME");

  const char* const pictures = "Pictures, drawn without a display";
  CLI::Option* shot = app.add_option("--screenshot", options.screenshot, "Write one screen as a PNG, and end")
                          ->option_text("OUT.png")
                          ->group(pictures);
  app.add_option("--screen", options.screen, "Which one; an event, a need or an offer by its id, else the first shown")
      ->option_text("NAME[:ID]")
      ->needs(shot)
      ->group(pictures);
  app.add_option("--size", options.size, "In pixels")->option_text("WxH")->needs(shot)->group(pictures);
  app.add_option("--language", options.language, "fr or en")->needs(shot)->group(pictures);
  app.add_option("--now", options.now, "The time it shows, in the hub's zone; all clocks stand still")
      ->option_text("TIME")
      ->needs(shot)
      ->group(pictures);
  CLI::Option* replica =
      app.add_option("--replica", options.replica, "From this folder's replica.db, which is only read")
          ->option_text("DIR")
          ->needs(shot)
          ->group(pictures);
  CLI::Option* key = app.add_option("--key", options.key, "With --connect: the key file")->option_text("FILE");
  key->needs(shot)->group(pictures);
  CLI::Option* connect = app.add_option("--connect", options.connect, "From this broker, tcp://HOST:PORT, within 10 s");
  connect->option_text("BROKER")->needs(shot)->needs(key)->excludes(replica)->group(pictures);
  key->needs(connect);
  app.add_flag("--list-screens", options.list_screens, "Print the names that --screen takes, and end")->group(pictures);
  app.footer("Exit codes: 0 ended as asked, 1 no data or failed, 2 usage or settings.");
  try {
    app.parse(argc, argv);
    if (!options.screenshot.empty() && options.screen.empty())
      throw CLI::RequiredError("--screen NAME (see --list-screens)");
  } catch (const CLI::ParseError& error) {
    const bool asked_for = app.exit(error) == 0;
    return {.options = std::nullopt, .exit_code = asked_for ? 0 : usage_error_code};
  }
  if (options.data.empty()) options.data = usual_folder();
  if (options.replica.empty()) options.replica = options.data;
  return {.options = std::move(options), .exit_code = 0};
}

}  // namespace mur::kiosk
