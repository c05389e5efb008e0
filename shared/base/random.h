#pragma once

#include <cstdint>
#include <memory>
#include <span>

namespace mur {

/// Port: where random bytes come from. Tests give a counted one.
class RandomSource {
 public:
  virtual ~RandomSource() = default;
  virtual void fill(std::span<std::uint8_t> out) = 0;
};

/// The operating system's generator, through libsodium. Composed in main. May be called from any thread.
[[nodiscard]] std::unique_ptr<RandomSource> make_system_random();

}  // namespace mur
