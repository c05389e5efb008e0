#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace mur::test {

using SteadyClock = std::chrono::steady_clock;

inline double milliseconds_since(SteadyClock::time_point start) {
  return std::chrono::duration<double, std::milli>(SteadyClock::now() - start).count();
}

inline void tell(const std::string& what, std::vector<double> times) {
  std::ranges::sort(times);
  fmt::print("{}: p50 {:.1f} ms, p99 {:.1f} ms ({} times)\n", what, times[times.size() / 2],
             times[times.size() * 99 / 100], times.size());
}

}  // namespace mur::test
