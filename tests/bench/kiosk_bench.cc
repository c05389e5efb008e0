// What a visitor feels: from touch to changed picture, and from power to the first picture of a full wall. 1080p, drawn
// in software on SDL's dummy driver. The calendar is in kiosk_calendar_bench.cc.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "shared/domain/state_hash.h"
#include "shared/link/replica.h"
#include "shared/protocol/codec.h"
#include "tests/bench/full_calendar.h"
#include "tests/bench/tell.h"
#include "tests/kiosk/screens/stage.h"
#include "tests/support/temp_folder.h"

namespace mur::test {
namespace {

constexpr int kTouches = 300;
constexpr int kRecords = 10000;

/// One finger down and up on one target after the other of Home: the frame after the press shows it.
void touches() {
  Stage stage({});
  stage.walk({});
  stage.act(app::Touched{});
  stage.wall().settle();
  std::vector<double> pressed;
  for (int i = 0; i < kTouches; ++i) {
    const auto& targets = stage.wall().ui().targets().all();
    std::vector<kiosk::Point> middles;
    for (const kiosk::TouchTarget& target : targets)
      if (target.enabled && !target.visible.empty())
        middles.push_back({target.visible.x + target.visible.w / 2, target.visible.y + target.visible.h / 2});
    const kiosk::Point at = middles[static_cast<std::size_t>(i) % middles.size()];
    const auto start = SteadyClock::now();
    stage.wall().finger_down(at);
    stage.wall().frame();
    pressed.push_back(milliseconds_since(start));
    stage.wall().finger_up({1, 1});  // lifted elsewhere: no tap
    stage.wall().settle();
  }
  tell("touch to changed picture, Home", pressed);
}

/// A replica of a big hub, and mur-kiosk from its start to the picture of Home.
void boot() {
  const TempFolder folder;
  {
    auto replica = link::Replica::open(folder.path(), link::Replica::Mode::read_write).value();
    const Wall sample = SampleWall::full();
    OrganizationId organization;
    sample.each<Organization>([&](const Organization& one) { organization = one.id; });
    std::vector<Record> records{*sample.hub()};
    sample.each<Organization>([&](const Organization& one) { records.emplace_back(one); });
    for (Event& event : many_events(organization, kRecords)) records.emplace_back(std::move(event));
    StateHash hash;
    std::vector<protocol::WireRecord> wire;
    for (const Record& record : records) {
      wire.push_back({.id = id_of(record), .seq = 1, .live = true, .bytes = protocol::encode_record(record)});
      hash.add(wire.back().id, wire.back().bytes);
    }
    if (!replica.begin_catch_up(Epoch{derive_uuid(Uuid{}, "bench")}, true) || !replica.stage(wire) ||
        !replica.finish_catch_up(1, hash.value(), SampleWall::kNow))
      throw std::runtime_error("the replica could not be filled");
  }
  std::vector<double> times;
  for (int i = 0; i < 10; ++i) {
    const std::string command = fmt::format(
        "{}/bin/mur-kiosk --screenshot {}/home.png --screen home --size 1920x1080 --now 2026-03-12T18:24 --replica {}",
        MUR_BINARY_DIR, folder.path().string(), folder.path().string());
    const auto start = SteadyClock::now();
    if (std::system(command.c_str()) != 0) throw std::runtime_error("mur-kiosk failed: " + command);
    times.push_back(milliseconds_since(start));
  }
  tell("start to first picture, a replica of 10,000 records (2,000 weekly), picture written as PNG", times);
}

}  // namespace
}  // namespace mur::test

int main() {
  mur::test::touches();
  mur::test::boot();
}
