#pragma once

#include <chrono>
#include <memory>

namespace mur {

/// Milliseconds since 1970-01-01T00:00:00Z. What the wire, the log and `decide` speak.
using TimePoint = std::chrono::sys_time<std::chrono::milliseconds>;
using Milliseconds = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;

/// Port: where a program's time comes from. Implementations may be called from any thread.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual TimePoint now() const = 0;
};

/// The machine's clock, or one that started at `start` when this was called and runs on from there (`--clock TIME`).
/// Composed in main; nothing of level 3 or lower makes one.
[[nodiscard]] std::unique_ptr<Clock> make_system_clock();
[[nodiscard]] std::unique_ptr<Clock> make_clock_starting_at(TimePoint start);

}  // namespace mur
