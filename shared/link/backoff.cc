#include "shared/link/backoff.h"

#include <algorithm>
#include <array>

namespace mur::link {

Milliseconds Backoff::next() {
  ceiling_ = std::min(ceiling_ * 2, most_);
  std::array<std::uint8_t, 4> bytes{};
  random_.fill(bytes);
  std::uint32_t number = 0;
  for (const std::uint8_t byte : bytes) number = (number << 8U) | byte;
  const Milliseconds span = std::max(ceiling_ - least_, Milliseconds{0});
  return least_ + Milliseconds{static_cast<std::int64_t>(number % static_cast<std::uint64_t>(span.count() + 1))};
}

}  // namespace mur::link
