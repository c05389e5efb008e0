// mur-kiosk: options, settings, replica, link, window -> the loop.
#include <fmt/format.h>

#include "kiosk/event_loop.h"
#include "kiosk/kiosk_config.h"
#include "kiosk/named_screens.h"
#include "kiosk/options.h"
#include "kiosk/screenshot_command.h"
#include "shared/base/core_dump.h"
#include "shared/calendar/instant.h"
#include "shared/domain/limits.h"
#include "shared/link/zmq_link.h"
#include "shared/skills/default_list.h"

namespace mur::kiosk {
namespace {

enum Exit : int { kDone = 0, kFailed = 1, kUsage = 2 };

int stop_with(Exit code, const Error& error) {
  fmt::print(stderr, "mur-kiosk: {}\n", error.message);
  return code;
}

int list_screens() {
  for (const std::string& name : screen_names()) fmt::print("{}\n", name);
  return kDone;
}

bool is_mistake(const Error& error) { return error.code == Errc::invalid || error.code == Errc::not_found; }

int screenshot(const Options& options) {
  const auto size = parse_size(options.size, "--size");
  if (!size) return stop_with(kUsage, size.error());
  const Status taken = take_screenshot({.file = options.screenshot,
                                        .screen = options.screen,
                                        .size = *size,
                                        .language = options.language,
                                        .now = options.now,
                                        .replica = options.replica,
                                        .broker = options.connect,
                                        .key = options.key},
                                       locale_folder());
  if (taken) return kDone;
  return stop_with(is_mistake(taken.error()) ? kUsage : kFailed, taken.error());
}

Result<std::unique_ptr<Clock>> make_clock(const std::string& asked, const Wall& wall) {
  if (asked.empty()) return make_system_clock();
  const Hub* hub = wall.hub();
  const auto zone =
      hub == nullptr ? Result<calendar::Zone>(calendar::Zone::utc()) : calendar::Zone::find(hub->time_zone);
  if (!zone) return fail(zone.error());
  const auto start = calendar::parse_instant(asked, *zone);
  if (!start) return fail(Errc::invalid, "--clock", "--clock: " + start.error().message);
  return make_clock_starting_at(*start);
}

Milliseconds since_start() {
  return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

/// Settings, with what the command line says instead.
Result<KioskConfig> settings_of(const Options& options) {
  auto config = read_kiosk_config(options.data);
  if (!config) return config;
  if (!options.window.empty()) {
    const auto size = parse_size(options.window, "--window");
    if (!size) return fail(size.error());
    config->window = *size;
    config->fullscreen = false;
  }
  if (options.fullscreen) config->fullscreen = true;
  return config;
}

int run(const Options& options) {
  const auto config = settings_of(options);
  if (!config) return stop_with(kUsage, config.error());
  const auto key = link::read_key_file(config->key);
  if (!key) return stop_with(kUsage, key.error());
  auto languages = load_languages(locale_folder());
  if (!languages) return stop_with(kFailed, languages.error());

  auto skills = skills::default_tree(limits::kSkillList);
  if (!skills) return stop_with(kFailed, skills.error());

  auto replica = link::Replica::open_or_start_over(options.data);
  if (!replica) return stop_with(kFailed, replica.error());
  auto outbox = link::Outbox::open(options.data);
  if (!outbox) return stop_with(kFailed, outbox.error());
  auto loaded = replica->replica.load();
  if (!loaded) return stop_with(kFailed, loaded.error());
  const TimePoint heard_at = replica->replica.head().heard_at;
  const auto clock = make_clock(options.clock, loaded->wall);
  if (!clock) return stop_with(kUsage, clock.error());
  const auto random = make_system_random();

  auto display = Display::open({.title = "Mur",
                                .size = config->window,
                                .mode = config->fullscreen ? WindowMode::fullscreen : WindowMode::windowed},
                               *std::move(languages), config->mm_per_px);
  if (!display) return stop_with(kFailed, display.error());

  // The picture from the replica stands before the broker has answered.
  const app::Moment moment{(*clock)->now(), since_start()};
  app::AppState state = app::start_state({.language = config->language}, moment, *std::move(skills));
  state = app::update(std::move(state), app::WallLoaded{std::move(loaded->wall), heard_at}, moment).state;

  WakeUp wake_up;
  link::ZmqLink link({.key = *key, .client = "mur-kiosk " MUR_VERSION, .wake = [&wake_up] { wake_up.wake(); }},
                     std::move(replica->replica), *std::move(outbox), **clock, *random);
  Performer performer(link, key->hub_key, *random);
  EventLoop loop({.display = **display,
                  .link = link,
                  .performer = performer,
                  .clock = **clock,
                  .running = since_start,
                  .wake_up = wake_up},
                 std::move(state));
  const Status ended = loop.run();
  link.stop();
  return ended ? kDone : stop_with(kFailed, ended.error());
}

}  // namespace
}  // namespace mur::kiosk

int main(int argc, char** argv) {
  using namespace mur::kiosk;
  mur::leave_no_core_dump();
  const Parsed parsed = parse_options(argc, argv, kUsage);
  if (!parsed.options) return parsed.exit_code;
  if (parsed.options->list_screens) return list_screens();
  return parsed.options->screenshot.empty() ? run(*parsed.options) : screenshot(*parsed.options);
}
