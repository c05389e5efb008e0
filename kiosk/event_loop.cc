#include "kiosk/event_loop.h"

#include <algorithm>
#include <cstdlib>

#include "shared/domain/limits.h"

namespace mur::kiosk {

namespace {

constexpr Milliseconds kLongestSleep{2000};  // signals and watchdogs are looked after at least this often

}  // namespace

EventLoop::EventLoop(Parts parts, app::AppState state)
    : parts_(std::move(parts)), state_(std::move(state)), waiter_(kLongestSleep) {}

app::Moment EventLoop::moment() const { return {parts_.clock.now() + clock_offset_, parts_.running()}; }

std::optional<Milliseconds> EventLoop::deadline() const {
  const Milliseconds next = app::until_next_change(state_);
  const std::optional<Milliseconds> redraw = parts_.display.redraw_in();
  return redraw ? std::min(next, *redraw) : next;
}

void EventLoop::dispatch(const app::Action& action) {
  const bool visited = state_.page().screen != app::Screen::attract;
  const std::uint64_t version = state_.version;
  app::Update next = app::update(std::move(state_), action, moment());
  state_ = std::move(next.state);
  if (state_.version != version) waiter_.ask_for_frames();
  if (visited && state_.page().screen == app::Screen::attract) parts_.display.forget();
  for (app::Effect& effect : next.effects) dispatch(parts_.performer.perform(std::move(effect)));
}

void EventLoop::take_news() {
  for (link::LinkEvent& event : parts_.link.take_events()) {
    if (const auto* connected = std::get_if<link::Connected>(&event)) {
      const bool off = std::chrono::abs(connected->clock_offset) > limits::kKioskClockOff;
      clock_offset_ = off ? connected->clock_offset : Milliseconds{0};
    }
    if (const auto action = action_of(std::move(event))) dispatch(*action);
  }
}

Status EventLoop::draw() {
  do {
    Result<Asked> asked = parts_.display.draw(state_, input_.next(), parts_.running());
    if (!asked) return fail(asked.error());
    if (*asked) dispatch(**asked);
  } while (input_.pending());
  parts_.display.present();
  return {};
}

Result<bool> EventLoop::turn() {
  const bool due = waiter_.wait(deadline(), [this](const SDL_Event& event) {
    if (!parts_.wake_up.accepts(event)) input_.handle(event, parts_.display.size());
  });
  take_news();
  if (input_.take_sign_of_life()) dispatch(app::Touched{});
  dispatch(app::Tick{});
  if (input_.quit_asked()) return false;
  if (due)
    if (Status drawn = draw(); !drawn) return fail(drawn.error());
  return true;
}

Status EventLoop::run() {
  while (true) {
    const Result<bool> more = turn();
    if (!more) return fail(more.error());
    if (!*more) return {};
  }
}

}  // namespace mur::kiosk
