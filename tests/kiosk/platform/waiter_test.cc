#include "kiosk/platform/waiter.h"

#include <gtest/gtest.h>

#include <thread>

#include "kiosk/platform/wake_up.h"
#include "kiosk/platform/window.h"

namespace mur::kiosk {
namespace {

using namespace std::chrono_literals;

class Waiting : public testing::Test {
 protected:
  void SetUp() override {
    Result<Window> window = Window::open({.title = "test", .size = {64, 64}, .mode = WindowMode::headless});
    ASSERT_TRUE(window) << window.error().message;
    window_.emplace(std::move(*window));
    SDL_PumpEvents();
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
  }

  /// Draws what is owed, so that the next wait may sleep.
  void settle(Waiter& waiter) {
    while (waiter.wait(std::nullopt, ignore_)) {
    }
  }

  std::optional<Window> window_;
  Waiter::Handler ignore_ = [](const SDL_Event&) {};
};

TEST_F(Waiting, ThreeFramesFollowAnEventThenItSleeps) {
  Waiter waiter(1ms);
  settle(waiter);
  SDL_Event event{};
  event.type = SDL_FINGERDOWN;
  SDL_PushEvent(&event);
  int handled = 0;
  const auto count = [&](const SDL_Event& each) { handled += each.type == SDL_FINGERDOWN ? 1 : 0; };
  EXPECT_TRUE(waiter.wait(std::nullopt, count));
  EXPECT_TRUE(waiter.wait(std::nullopt, count));
  EXPECT_TRUE(waiter.wait(std::nullopt, count));
  EXPECT_FALSE(waiter.wait(std::nullopt, count)) << "only the watchdog's turn: nothing to draw";
  EXPECT_EQ(handled, 1);
}

TEST_F(Waiting, ADeadlineThatPassesIsAReasonToDraw) {
  Waiter waiter(10s);
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(waiter.wait(std::nullopt, ignore_));
  EXPECT_TRUE(waiter.wait(1ms, ignore_));
}

TEST_F(Waiting, AnotherThreadEndsTheSleep) {
  Waiter waiter(60s);  // far longer than this test may take
  WakeUp wake_up;
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(waiter.wait(std::nullopt, ignore_));
  bool woken = false;
  std::thread other([&] { wake_up.wake(); });
  EXPECT_TRUE(waiter.wait(std::nullopt, [&](const SDL_Event& event) { woken = woken || wake_up.accepts(event); }));
  other.join();
  EXPECT_TRUE(woken);
}

TEST_F(Waiting, ManyWakesAreOneEventUntilItWasSeen) {
  WakeUp wake_up;
  wake_up.wake();
  wake_up.wake();
  SDL_Event event;
  int accepted = 0;
  while (SDL_PollEvent(&event) != 0) accepted += wake_up.accepts(event) ? 1 : 0;
  EXPECT_EQ(accepted, 1);
  wake_up.wake();
  while (SDL_PollEvent(&event) != 0) accepted += wake_up.accepts(event) ? 1 : 0;
  EXPECT_EQ(accepted, 2);
}

}  // namespace
}  // namespace mur::kiosk
