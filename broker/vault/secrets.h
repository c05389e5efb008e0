#pragma once

#include <filesystem>

#include "shared/base/digest.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/base/seal.h"
#include "shared/domain/key.h"

namespace mur::broker {

/// What a hub must never lose and never show. One file each, in DIR/secrets (folder 0700, files 0600), as 64
/// hexadecimal digits and a line end; public halves are computed.
struct Secrets {
  struct CurvePair {  ///< of the broker's ROUTER (CURVE: X25519)
    CurvePublicKey public_key{};
    SecretKey256 secret_key{};
  };
  CurvePair broker;        ///< broker.key
  SealKeyPair hub;         ///< hub.key: opens contacts and tickets; never in a backup
  SecretKey256 ticket{};   ///< ticket.key: hashes codes and claims
  SecretKey256 command{};  ///< command.key: hashes commands' bytes
};

/// Makes `folder` and new secrets in it, durably. Errc::conflict if one is there already: then nothing is written, for
/// a hub that loses its key loses every contact.
Result<Secrets> create_secrets(const std::filesystem::path& folder, RandomSource& random);

/// Errc::not_found (a file is missing), Errc::invalid (not a key, or others than the owner may read it; the message
/// holds the chmod to run).
[[nodiscard]] Result<Secrets> read_secrets(const std::filesystem::path& folder);

}  // namespace mur::broker
