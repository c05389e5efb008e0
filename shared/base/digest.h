#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>

#include "shared/base/bytes.h"

namespace mur {

using Digest128 = std::array<std::uint8_t, 16>;
using Digest256 = std::array<std::uint8_t, 32>;
using SecretKey256 = std::array<std::uint8_t, 32>;

/// BLAKE2b (RFC 7693) over the parts, each preceded by its length as 8 bytes little-endian, so that
/// ("ab","c") and ("a","bc") differ.
[[nodiscard]] Digest128 digest128(std::initializer_list<ByteSpan> parts);
[[nodiscard]] Digest256 digest256(std::initializer_list<ByteSpan> parts);
/// The same, keyed (RFC 7693 § 2.9): who lacks the key can neither make nor try values.
[[nodiscard]] Digest256 keyed_digest256(const SecretKey256& key, std::initializer_list<ByteSpan> parts);

/// Compares in constant time.
[[nodiscard]] bool equal_secret(ByteSpan a, ByteSpan b);

}  // namespace mur
