#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/seal.h"
#include "shared/domain/key.h"

namespace mur::link {

/// What `murctl key new --out FILE` writes and a client reads: its own CURVE key pair, where the broker is and the
/// broker's and the hub's public keys, so that a kiosk that has never been online can seal. TOML; mode 0600.
struct KeyFile {
  std::vector<std::string> brokers;  ///< "tcp://host:7447", tried in turn
  CurvePublicKey broker_key{};       ///< CURVE server key
  SealPublicKey hub_key{};           ///< seals contacts and tickets
  CurvePublicKey public_key{};
  std::array<std::uint8_t, 32> secret_key{};
  Role role = Role::kiosk;
  std::string label;
};

/// Errc::not_found, Errc::invalid ("kiosk.key:4: broker_key is …; write the file anew with `murctl key new`"), and a
/// file that others can read is refused with the chmod to run.
[[nodiscard]] Result<KeyFile> read_key_file(const std::filesystem::path& path);
/// The text of a key file; `name` is what messages call it. Errc::invalid, Errc::too_large.
[[nodiscard]] Result<KeyFile> parse_key_file(std::string_view text, const std::string& name);
/// Creates the file with mode 0600; Errc::conflict if it exists.
[[nodiscard]] Status write_key_file(const std::filesystem::path& path, const KeyFile& key);
/// A new CURVE pair.
void make_curve_pair(CurvePublicKey& public_key, std::array<std::uint8_t, 32>& secret_key);

}  // namespace mur::link
