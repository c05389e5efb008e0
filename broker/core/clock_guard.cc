#include "broker/core/clock_guard.h"

#include <fmt/format.h>

#include "shared/domain/limits.h"

namespace mur::broker {
namespace {

auto whole_hours(Milliseconds span) { return std::chrono::duration_cast<std::chrono::hours>(span).count(); }

}  // namespace

ClockGuard::ClockGuard(TimePoint last_commit, TimePoint now, Milliseconds monotonic)
    : seen_{now}, seen_monotonic_{monotonic} {
  if (last_commit == TimePoint{}) return;
  if (now - last_commit > limits::kClockGap)
    doubt_ = fmt::format("the log was last written {} hours ago", whole_hours(now - last_commit));
  else if (last_commit - now > limits::kClockJump)
    doubt_ = fmt::format("the log was last written {} hours in the future", whole_hours(last_commit - now));
}

bool ClockGuard::observe(TimePoint now, Milliseconds monotonic) {
  const Milliseconds jump = (now - seen_) - (monotonic - seen_monotonic_);
  seen_ = now;
  seen_monotonic_ = monotonic;
  if (is_suspect() || std::chrono::abs(jump) <= limits::kClockJump) return false;
  doubt_ =
      fmt::format("the clock jumped by {} minutes", std::chrono::duration_cast<std::chrono::minutes>(jump).count());
  return true;
}

void ClockGuard::accept(TimePoint now, Milliseconds monotonic) {
  seen_ = now;
  seen_monotonic_ = monotonic;
  doubt_.clear();
}

}  // namespace mur::broker
