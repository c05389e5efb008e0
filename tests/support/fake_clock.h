#pragma once

#include <atomic>

#include "shared/base/clock.h"

namespace mur::test {

/// Time in a test's hands. May be read from any thread.
class FakeClock final : public Clock {
 public:
  explicit FakeClock(TimePoint start) : now_{start} {}

  [[nodiscard]] TimePoint now() const override { return now_; }
  /// The monotonic clock beside it.
  [[nodiscard]] Milliseconds monotonic() const { return monotonic_; }

  /// Time passes.
  void pass(Milliseconds time) {
    monotonic_ = monotonic() + time;
    now_ = now() + time;
  }
  /// Somebody sets the wall clock.
  void jump(Milliseconds by) { now_ = now() + by; }

 private:
  std::atomic<TimePoint> now_;
  std::atomic<Milliseconds> monotonic_{Milliseconds{0}};
};

}  // namespace mur::test
