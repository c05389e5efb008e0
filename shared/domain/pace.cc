#include "shared/domain/pace.h"

#include <algorithm>
#include <limits>

#include "shared/domain/limits.h"

namespace mur {

std::optional<Seconds> usual_delay(const Pace& pace) {
  if (pace.minutes.size() < limits::kPaceShown) return std::nullopt;
  std::vector<std::uint32_t> sorted = pace.minutes;
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::ranges::nth_element(sorted, middle);
  return std::chrono::minutes{*middle};
}

void note_decision(Pace& pace, std::optional<Milliseconds> waited) {
  resume(pace);
  if (!waited) return;
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(*waited).count();
  pace.minutes.push_back(
      static_cast<std::uint32_t>(std::clamp<std::int64_t>(minutes, 0, std::numeric_limits<std::uint32_t>::max())));
  if (pace.minutes.size() > limits::kPaceKept) pace.minutes.erase(pace.minutes.begin());
}

void note_expiry(Pace& pace, TimePoint now) {
  pace.expired = std::min(pace.expired + 1, limits::kExpiredPause);
  if (pace.expired >= limits::kExpiredPause && !pace.paused_at) pace.paused_at = now;
}

void resume(Pace& pace) {
  pace.expired = 0;
  pace.paused_at.reset();
}

}  // namespace mur
