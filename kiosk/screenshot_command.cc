#include "kiosk/screenshot_command.h"

#include <fmt/format.h>

#include <condition_variable>
#include <mutex>

#include "kiosk/app/update.h"
#include "kiosk/display.h"
#include "kiosk/named_screens.h"
#include "kiosk/performer.h"
#include "shared/calendar/instant.h"
#include "shared/domain/limits.h"
#include "shared/link/zmq_link.h"
#include "shared/skills/default_list.h"

namespace mur::kiosk {

namespace {

constexpr Seconds kConnectWithin{10};
constexpr int kMostFrames = 12;  // to settle: fonts grow once, lists are laid out twice

class StoppedClock final : public Clock {
 public:
  explicit StoppedClock(TimePoint at) : at_(at) {}
  [[nodiscard]] TimePoint now() const override { return at_; }

 private:
  TimePoint at_;
};

struct Data {
  Wall wall;
  TimePoint heard_at{};
  bool current = false;
};

Result<Data> from_replica(const std::filesystem::path& folder) {
  auto replica = link::Replica::open(folder, link::Replica::Mode::read_only);
  if (!replica) return fail(Errc::io, folder.string(), replica.error().message);
  auto loaded = replica->load();
  if (!loaded) return fail(loaded.error());
  return Data{.wall = std::move(loaded->wall), .heard_at = replica->head().heard_at};
}

/// Follows a broker into memory until it is current.
Result<Data> from_broker(const ScreenshotOrder& order) {
  auto key = link::read_key_file(order.key);
  if (!key) return fail(Errc::io, "--key", key.error().message);
  key->brokers = {order.broker};
  auto replica = link::Replica::open_in_memory();
  if (!replica) return fail(replica.error());
  auto outbox = link::Outbox::open_in_memory();
  if (!outbox) return fail(outbox.error());
  std::mutex mutex;
  std::condition_variable woken;
  bool news = false;
  const auto clock = make_system_clock();
  const auto random = make_system_random();
  link::ZmqLink link({.key = *key,
                      .client = "mur-kiosk --screenshot",
                      .wake =
                          [&] {
                            const std::lock_guard lock(mutex);
                            news = true;
                            woken.notify_one();
                          }},
                     *std::move(replica), *std::move(outbox), *clock, *random);
  Data data;
  std::string why = fmt::format("no answer from {} within {} s", order.broker, kConnectWithin.count());
  const auto end = std::chrono::steady_clock::now() + kConnectWithin;
  while (!data.current) {
    for (link::LinkEvent& event : link.take_events()) {
      if (auto* changed = std::get_if<link::RecordsChanged>(&event)) {
        if (changed->replaced) data.wall = Wall{};
        for (StampedRecord& record : changed->records) data.wall.apply(std::move(record));
      } else if (const auto* current = std::get_if<link::BecameCurrent>(&event)) {
        data.current = true;
        data.heard_at = current->at;
      } else if (const auto* left = std::get_if<link::Disconnected>(&event)) {
        why = left->why.message;
      }
    }
    std::unique_lock lock(mutex);
    if (!data.current && !woken.wait_until(lock, end, [&] { return news; })) return fail(Errc::io, "--connect", why);
    news = false;
  }
  return data;
}

Result<TimePoint> time_of(const ScreenshotOrder& order, const Wall& wall) {
  if (order.now.empty()) return make_system_clock()->now();
  const Hub* hub = wall.hub();
  const auto zone = calendar::Zone::find(hub->time_zone);
  if (!zone) return fail(zone.error());
  auto now = calendar::parse_instant(order.now, *zone);
  if (!now) return fail(Errc::invalid, "--now", "--now: " + now.error().message);
  return now;
}

/// Frames until nothing moves any more.
Result<Picture> settle(Display& display, const app::AppState& state) {
  for (int i = 0; i < kMostFrames; ++i) {
    const auto drawn = display.draw(state, InputFrame{}, state.moment.running);
    if (!drawn) return fail(drawn.error());
    if (i > 2 && !display.redraw_in()) break;
  }
  return display.picture();
}

}  // namespace

Status take_screenshot(const ScreenshotOrder& order, const std::filesystem::path& locale) {
  auto languages = load_languages(locale);
  if (!languages) return fail(languages.error());
  if (!languages->contains(order.language))
    return fail(Errc::invalid, "--language", fmt::format("there is no catalogue for \"{}\"", order.language));
  Result<Data> data = order.broker.empty() ? from_replica(order.replica) : from_broker(order);
  if (!data) return fail(data.error());
  if (data->wall.hub() == nullptr)
    return fail(Errc::io, "data", "there is nothing to show yet: this kiosk has never been connected to its broker");
  const auto now = time_of(order, data->wall);
  if (!now) return fail(now.error());

  const app::Moment moment{*now, Milliseconds{0}};
  auto skills = skills::default_tree(limits::kSkillList);
  if (!skills) return fail(skills.error());
  app::AppState state = app::start_state({.language = order.language}, moment, *std::move(skills));
  state = app::update(std::move(state), app::WallLoaded{std::move(data->wall), data->heard_at}, moment).state;
  if (data->current) state = app::update(std::move(state), app::WallIsCurrent{data->heard_at}, moment).state;
  const auto colon = order.screen.find(':');
  const std::string id = colon == std::string::npos ? std::string{} : order.screen.substr(colon + 1);
  auto shown =
      open_named_screen(std::move(state), order.screen.substr(0, colon), id, languages->at(order.language).text);
  if (!shown) return fail(shown.error());

  auto display = Display::open(
      {.title = "Mur", .size = order.size, .mode = WindowMode::headless, .rendering = Rendering::software},
      *std::move(languages), order.mm_per_px);
  if (!display) return fail(display.error());
  const auto picture = settle(**display, *shown);
  if (!picture) return fail(picture.error());
  return save_png(*picture, order.file);
}

}  // namespace mur::kiosk
