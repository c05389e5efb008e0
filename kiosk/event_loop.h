#pragma once

#include <functional>

#include "kiosk/app/update.h"
#include "kiosk/display.h"
#include "kiosk/performer.h"
#include "kiosk/platform/waiter.h"
#include "kiosk/platform/wake_up.h"
#include "shared/base/clock.h"

namespace mur::kiosk {

/// The kiosk at work. One turn: sleep until something happens, take the broker's news, the visitor's fingers and the
/// time, update the state, do what it asks for, draw. Borrows everything. Main thread only.
class EventLoop {
 public:
  struct Parts {
    Display& display;
    link::BrokerLink& link;
    Performer& performer;
    const Clock& clock;
    /// Milliseconds since the start, on a clock that nobody sets.
    std::function<Milliseconds()> running;
    WakeUp& wake_up;
  };
  EventLoop(Parts parts, app::AppState state);

  /// Until the window is closed or a signal asks to end. Errc::unsupported if drawing fails.
  Status run();
  /// One turn; false when it was the last. Tests take single turns.
  Result<bool> turn();

  [[nodiscard]] const app::AppState& state() const { return state_; }

 private:
  [[nodiscard]] app::Moment moment() const;
  [[nodiscard]] std::optional<Milliseconds> deadline() const;
  void dispatch(const app::Action& action);
  void take_news();
  Status draw();

  Parts parts_;
  app::AppState state_;
  Input input_;
  Waiter waiter_;
  Milliseconds clock_offset_{0};  ///< the broker's clock against ours, where ours is off
};

}  // namespace mur::kiosk
