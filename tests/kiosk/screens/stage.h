#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/app/update.h"
#include "kiosk/ui/frame.h"
#include "tests/kiosk/ui/test_wall.h"
#include "tests/support/sample_wall.h"

namespace mur::test {

/// A whole kiosk without machine and broker: the state, its views and its screens, driven by fingers through the real
/// input layer. Effects wait in `effects` for the test to answer.
class Stage {
 public:
  struct Options {
    int width = 1920;
    int height = 1080;
    app::Aids aids{};
    Wall wall = SampleWall::full();
  };
  explicit Stage(Options options);

  void act(const app::Action& action);
  /// From Attract along the way, as a new visitor with these aids.
  void walk(const std::vector<app::Action>& actions, const app::Aids& aids);
  void walk(const std::vector<app::Action>& actions) { walk(actions, state_.visit.aids); }
  /// Texts of the picture that were cut or ran out of their box.
  [[nodiscard]] std::string text_faults();
  void tap(std::string_view id);
  void pass(Milliseconds time);
  [[nodiscard]] TestWall& wall() { return *wall_; }
  [[nodiscard]] const app::AppState& state() const { return state_; }
  [[nodiscard]] app::Screen screen() const { return state_.page().screen; }

  std::vector<app::Effect> effects;
  int touches = 0;

 private:
  void draw(kiosk::Ui& ui);

  app::Languages languages_;
  app::AppState state_;
  std::optional<app::View> view_;  // of that version of the state
  std::uint64_t view_version_ = 0;
  kiosk::KeyboardState keyboard_;
  app::Moment moment_;
  std::unique_ptr<TestWall> wall_;
};

[[nodiscard]] app::Languages test_languages();

}  // namespace mur::test
