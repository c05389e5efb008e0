#pragma once

#include <string>

#include "shared/base/clock.h"

namespace mur::broker {

/// Doubts the wall clock before a wrong one expires everything (DESIGN.md § 4, clocks): when it jumps by more than
/// limits::kClockJump against the monotonic clock, when the log was last written more than limits::kClockGap ago, or
/// when it was written in what is now the future. While in doubt, expiry and purges wait for a person to accept.
class ClockGuard {
 public:
  /// `last_commit`: epoch = never.
  ClockGuard(TimePoint last_commit, TimePoint now, Milliseconds monotonic);

  /// To be called once a second or so. True when this look is the one that raised the doubt.
  bool observe(TimePoint now, Milliseconds monotonic);
  void accept(TimePoint now, Milliseconds monotonic);

  [[nodiscard]] bool is_suspect() const { return !doubt_.empty(); }
  /// "the clock jumped by 26 h"; empty when there is none.
  [[nodiscard]] const std::string& doubt() const { return doubt_; }

 private:
  TimePoint seen_;
  Milliseconds seen_monotonic_;
  std::string doubt_;
};

}  // namespace mur::broker
