#pragma once

#include <gtest/gtest.h>

#include <cctype>
#include <string>
#include <vector>

#include "kiosk/app/update.h"
#include "kiosk/display.h"
#include "tests/support/program.h"

namespace mur::test {

/// A screen of its own, without a person in front of it.
class VirtualScreen {
 public:
  VirtualScreen() { name_ = ":" + server_.wait_for_line("").value_or("none"); }

  /// For a program that draws on it.
  [[nodiscard]] std::vector<std::string> environment() const {
    return {"DISPLAY=" + name_, "SDL_VIDEODRIVER=x11", "SDL_RENDER_DRIVER=software"};
  }

 private:
  Program server_{{"/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"}};
  std::string name_;
};

/// Someone in front of a kiosk: knows where its buttons are because the same code draws the same wall in this process,
/// and taps there on the real one.
class Visitor {
 public:
  static constexpr kiosk::PixelSize kSize{1920, 1080};

  /// In front of a wall that shows these records; `online`: its broker is there.
  Visitor(const VirtualScreen& screen, Wall wall, TimePoint now, bool online, RandomSource& random)
      : environment_{screen.environment()}, random_{random}, moment_{now, Milliseconds{0}} {
    auto languages = kiosk::load_languages(kiosk::locale_folder());
    EXPECT_TRUE(languages) << languages.error().message;
    auto opened = kiosk::Display::open({.title = "shadow",
                                        .size = kSize,
                                        .mode = kiosk::WindowMode::headless,
                                        .rendering = kiosk::Rendering::software},
                                       std::move(*languages), kiosk::Theme{}.mm_per_px);
    EXPECT_TRUE(opened) << opened.error().message;
    shadow_ = std::move(*opened);
    state_ = app::start_state({.language = "fr"}, moment_);
    act(app::WallLoaded{std::move(wall), now});
    if (!online) return;
    act(app::BrokerCame{});
    act(app::WallIsCurrent{now});
  }

  /// One tap after the other, each in the middle of what it names. Nothing waits in between: the kiosk takes taps in
  /// their order, however slowly it draws.
  void tap(const std::vector<std::string>& ids) {
    std::vector<std::string> words = {"/usr/bin/xdotool"};
    for (const std::string& id : ids) {
      settle();
      const kiosk::TouchTarget* target = shadow_->ui().targets().find(id);
      ASSERT_NE(target, nullptr) << id << " is not there to be touched";
      ASSERT_TRUE(target->enabled && !target->covered) << id;
      const kiosk::Point middle = target->visible.center();
      const float x = shadow_->ui().px(middle.x);
      const float y = shadow_->ui().px(middle.y);
      for (const bool down : {true, false}) draw({.x = x, .y = y, .present = true, .down = down});
      words.insert(words.end(), {"mousemove", std::to_string(static_cast<int>(x)), std::to_string(static_cast<int>(y)),
                                 "click", "1"});
    }
    Program finger(words, environment_);
    ASSERT_EQ(finger.wait(), 0) << finger.errors();
  }
  /// The real one alone: where `id` stands here, whether it is there yet or not.
  void touch(const std::string& id) {
    settle();
    const kiosk::TouchTarget* target = shadow_->ui().targets().find(id);
    ASSERT_NE(target, nullptr) << id << " is not there to be touched";
    const kiosk::Point middle = target->visible.center();
    Program finger({"/usr/bin/xdotool", "mousemove", std::to_string(static_cast<int>(shadow_->ui().px(middle.x))),
                    std::to_string(static_cast<int>(shadow_->ui().px(middle.y))), "click", "1"},
                   environment_);
    ASSERT_EQ(finger.wait(), 0) << finger.errors();
  }
  /// « Je propose… », from Attract to the ticket and away.
  void offer(const std::string& tile) {
    tap({"attract.band", "home.propose", "what." + tile, "when.evenings", "contact.none", "form.on", "ticket.done"});
  }

  /// On the keyboard of the screen, key by key.
  void type(const std::string& text) {
    for (const char c : text) {
      const std::string key = std::string("key.") + static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      settle();
      if (shadow_->ui().targets().find(key) == nullptr) tap({"key.page"});
      tap({key});
    }
  }
  /// « Mon ticket », from Attract to what the broker says of it: that, the real kiosk hears by itself.
  void look_up(const std::string& code, TicketState told) {
    tap({"attract.band", "home.ticket"});
    type(code);
    tap({"key.confirm"});
    act(app::TicketAsked{1});
    act(app::TicketAnswered{1, std::move(told)});
  }

  [[nodiscard]] const app::AppState& state() const { return state_; }

 private:
  void act(const app::Action& action) {
    app::Update next = app::update(std::move(state_), action, moment_);
    state_ = std::move(next.state);
    for (const app::Effect& effect : next.effects)
      if (std::holds_alternative<app::SubmitOffer>(effect) || std::holds_alternative<app::SubmitReply>(effect))
        act(app::PostKept{CommandId{}, make_ticket(random_)});
  }
  void draw(const kiosk::InputFrame& input) {
    const auto asked = shadow_->draw(state_, input, moment_.running);
    ASSERT_TRUE(asked) << asked.error().message;
    if (*asked) act(**asked);
  }
  void settle() {
    for (int frame = 0; frame < 4; ++frame) draw({});
  }

  std::vector<std::string> environment_;
  RandomSource& random_;
  app::Moment moment_;
  app::AppState state_;
  std::unique_ptr<kiosk::Display> shadow_;
};

}  // namespace mur::test
