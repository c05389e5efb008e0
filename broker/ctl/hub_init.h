#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "broker/config.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"

namespace mur::ctl {

/// Where the parts of a hub's folder lie.
struct HubFolder {
  std::filesystem::path root;

  [[nodiscard]] std::filesystem::path settings() const { return root / "hub.toml"; }
  [[nodiscard]] std::filesystem::path secrets() const { return root / "secrets"; }
  [[nodiscard]] std::filesystem::path admin_key() const { return root / "keys" / "admin.key"; }
  [[nodiscard]] std::filesystem::path kiosk() const { return root / "kiosk-1"; }
  [[nodiscard]] std::filesystem::path kiosk_key() const { return kiosk() / "kiosk.key"; }
};

/// Where programs on the broker's own machine reach what it listens on: "tcp://0.0.0.0:7447" answers at
/// "tcp://127.0.0.1:7447".
[[nodiscard]] std::string local_address(const std::string& listen);

/// Makes a hub in `folder` as `settings` say, with its secrets, its log, its first admin's and its first kiosk's keys,
/// all durable when this returns; hub.toml comes last. Errc::conflict, and nothing changes, when the folder holds a hub
/// or anything else than what `./mur up` leaves there; Errc::invalid for settings that break a rule.
Status init_hub(const HubFolder& folder, const broker::Settings& settings, const Clock& clock, RandomSource& random);

}  // namespace mur::ctl
