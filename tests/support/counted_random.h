#pragma once

#include "shared/base/random.h"

namespace mur::test {

/// Random bytes that are the same in every run: 1, 2, 3 …
class CountedRandom final : public RandomSource {
 public:
  explicit CountedRandom(std::uint8_t first = 1) : next_{first} {}
  void fill(std::span<std::uint8_t> out) override {
    for (std::uint8_t& byte : out) byte = next_++;
  }

 private:
  std::uint8_t next_;
};

}  // namespace mur::test
