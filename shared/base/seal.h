#pragma once

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/base/result.h"

namespace mur {

/// The hub's key pair for sealing (X25519). Kiosks hold the public half only.
using SealPublicKey = std::array<std::uint8_t, 32>;
struct SealKeyPair {
  SealPublicKey public_key{};
  SecretKey256 secret_key{};
};

/// What sealing adds to a plaintext, in bytes.
inline constexpr std::size_t kSealOverhead = 48;

[[nodiscard]] SealKeyPair make_seal_key_pair();

/// A libsodium sealed box (crypto_box_seal): only the secret key opens it; two seals of one text differ.
[[nodiscard]] Bytes seal(const SealPublicKey& to, ByteSpan plain);
/// Errc::corrupt if the box was not sealed for this pair or was altered.
[[nodiscard]] Result<Bytes> open_sealed(const SealKeyPair& keys, ByteSpan box);

}  // namespace mur
