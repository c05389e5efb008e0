#include "shared/base/digest.h"

#include <sodium.h>

namespace mur {
namespace {

template <std::size_t N>
std::array<std::uint8_t, N> hash(ByteSpan key, std::initializer_list<ByteSpan> parts) {
  crypto_generichash_state state;
  crypto_generichash_init(&state, key.data(), key.size(), N);
  for (const ByteSpan part : parts) {
    std::array<std::uint8_t, 8> length{};
    for (std::size_t i = 0; i < length.size(); ++i)
      length[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(part.size()) >> (8 * i));
    crypto_generichash_update(&state, length.data(), length.size());
    crypto_generichash_update(&state, part.data(), part.size());
  }
  std::array<std::uint8_t, N> out{};
  crypto_generichash_final(&state, out.data(), N);
  return out;
}

}  // namespace

Digest128 digest128(std::initializer_list<ByteSpan> parts) { return hash<16>({}, parts); }
Digest256 digest256(std::initializer_list<ByteSpan> parts) { return hash<32>({}, parts); }
Digest256 keyed_digest256(const SecretKey256& key, std::initializer_list<ByteSpan> parts) {
  return hash<32>(key, parts);
}

bool equal_secret(ByteSpan a, ByteSpan b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace mur
