#pragma once

#include <utility>
#include <vector>

#include "kiosk/app/update.h"
#include "tests/support/sample_wall.h"

namespace mur::test {

/// A kiosk as a value, told what happens to it: no screen, no broker, a clock that stands until `pass`.
class Story {
 public:
  explicit Story(Wall wall = SampleWall::full())
      : state(app::start_state({.language = "fr"}, {SampleWall::kNow, Milliseconds{0}})) {
    act(app::WallLoaded{std::move(wall), SampleWall::kNow});
    act(app::BrokerCame{});
    act(app::WallIsCurrent{SampleWall::kNow});
  }

  Story& act(const app::Action& action) {
    app::Update next = app::update(std::move(state), action, moment);
    state = std::move(next.state);
    for (app::Effect& effect : next.effects) effects.push_back(std::move(effect));
    return *this;
  }
  Story& open(app::Screen screen) { return act(app::Open{{.screen = screen}}); }
  Story& pass(Milliseconds time) {
    moment.now += time;
    moment.running += time;
    return act(app::Tick{});
  }
  [[nodiscard]] app::Screen screen() const { return state.page().screen; }

  app::AppState state;
  app::Moment moment{SampleWall::kNow, Milliseconds{0}};
  std::vector<app::Effect> effects;
};

}  // namespace mur::test
