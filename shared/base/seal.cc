#include "shared/base/seal.h"

#include <sodium.h>

namespace mur {

static_assert(kSealOverhead == crypto_box_SEALBYTES);

SealKeyPair make_seal_key_pair() {
  SealKeyPair keys;
  crypto_box_keypair(keys.public_key.data(), keys.secret_key.data());
  return keys;
}

Bytes seal(const SealPublicKey& to, ByteSpan plain) {
  Bytes box(plain.size() + kSealOverhead);
  // Fails only for a public key of low order; then the box stays all zero and never opens.
  if (crypto_box_seal(box.data(), plain.data(), plain.size(), to.data()) != 0) box.assign(box.size(), 0);
  return box;
}

Result<Bytes> open_sealed(const SealKeyPair& keys, ByteSpan box) {
  if (box.size() < kSealOverhead) return fail(Errc::corrupt, "sealed box", "the sealed box is too short");
  Bytes plain(box.size() - kSealOverhead);
  if (crypto_box_seal_open(plain.data(), box.data(), box.size(), keys.public_key.data(), keys.secret_key.data()) != 0)
    return fail(Errc::corrupt, "sealed box", "the sealed box does not open with this hub's key");
  return plain;
}

}  // namespace mur
