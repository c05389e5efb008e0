#include "shared/base/clock.h"

namespace mur {
namespace {

class SystemClock final : public Clock {
 public:
  [[nodiscard]] TimePoint now() const override {
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
  }
};

class ShiftedClock final : public Clock {
 public:
  explicit ShiftedClock(TimePoint start) : start_{start}, begun_{std::chrono::steady_clock::now()} {}
  [[nodiscard]] TimePoint now() const override {
    return start_ + std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - begun_);
  }

 private:
  TimePoint start_;
  std::chrono::steady_clock::time_point begun_;
};

}  // namespace

std::unique_ptr<Clock> make_system_clock() { return std::make_unique<SystemClock>(); }
std::unique_ptr<Clock> make_clock_starting_at(TimePoint start) { return std::make_unique<ShiftedClock>(start); }

}  // namespace mur
