#include "tests/kiosk/screens/stage.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "shared/domain/limits.h"
#include "shared/skills/default_list.h"

namespace mur::test {

app::Languages test_languages() {
  app::Languages languages;
  for (const char* code : {"fr", "en"}) {
    auto language = app::load_language(code, MUR_LOCALE_DIR);
    if (!language) throw std::runtime_error(language.error().message);
    languages.emplace(code, *std::move(language));
  }
  return languages;
}

Stage::Stage(Options options)
    : languages_(test_languages()),
      state_(app::start_state(options.aids, {SampleWall::kNow, Milliseconds{0}},
                              skills::default_tree(limits::kSkillList).value())),
      moment_{SampleWall::kNow, Milliseconds{0}} {
  act(app::WallLoaded{std::move(options.wall), SampleWall::kNow});
  act(app::BrokerCame{});
  act(app::WallIsCurrent{SampleWall::kNow});
  const kiosk::Theme theme =
      kiosk::theme_for(options.aids, options.width, options.height, kiosk::size::kTargetMm / kiosk::size::kTarget);
  wall_ = std::make_unique<TestWall>(theme, [this](kiosk::Ui& ui) { draw(ui); });
}

void Stage::act(const app::Action& action) {
  auto next = app::update(std::move(state_), action, moment_);
  state_ = std::move(next.state);
  for (app::Effect& effect : next.effects) effects.push_back(std::move(effect));
}

void Stage::walk(const std::vector<app::Action>& actions, const app::Aids& aids) {
  act(app::Leave{});
  act(app::BrokerCame{});
  act(app::WallIsCurrent{moment_.now});
  state_.visit.aids = aids;
  view_.reset();
  wall_->ui().forget();
  keyboard_ = kiosk::KeyboardState{};
  for (const app::Action& action : actions) act(action);
  const kiosk::Theme theme = wall_->ui().theme();
  wall_->set_theme(kiosk::theme_for(aids, theme.width_px, theme.height_px, theme.mm_per_px));
  wall_->settle();
}

std::string Stage::text_faults() {
  std::string all;
  for (const kiosk::Ui::TextFault& fault : wall_->ui().text_faults())
    all += (fault.cut ? "cut: " : "out of its box: ") + fault.text + "\n";
  return all;
}

void Stage::draw(kiosk::Ui& ui) {
  if (!view_ || view_version_ != state_.version) {  // as kiosk::Display does
    view_ = app::make_view(state_, languages_);
    view_version_ = state_.version;
  }
  const app::View& view = *view_;
  const app::Text& say = app::language_of(state_, languages_).text;
  if (const kiosk::Asked asked = kiosk::draw_wall(ui, view, say, keyboard_)) act(*asked);
}

void Stage::tap(std::string_view id) {
  act(app::Touched{});
  EXPECT_TRUE(wall_->tap(id)) << id << " is not there to be touched";
  const app::Aids& aids = state_.visit.aids;
  kiosk::Theme theme = wall_->ui().theme();
  wall_->set_theme(kiosk::theme_for(aids, theme.width_px, theme.height_px, theme.mm_per_px));
  wall_->settle();
  ++touches;
}

void Stage::pass(Milliseconds time) {
  moment_.now += time;
  moment_.running += time;
  act(app::Tick{});
  wall_->settle();
}

}  // namespace mur::test
