#pragma once

#include <string>
#include <vector>

#include "shared/base/ip.h"
#include "shared/base/result.h"
#include "shared/domain/hub.h"

namespace mur::broker {

/// How organizations' calendars are fetched.
struct FeedSettings {
  bool fetch = true;                       ///< false: a hub without a network
  std::vector<IpNetwork> allow_addresses;  ///< fetched from although they are not public
  std::string ca_file;                     ///< PEM, absolute; trusted besides the system's; empty: none
  std::string proxy;                       ///< "http://HOST:PORT", also https, socks5, socks5h; empty: none

  friend bool operator==(const FeedSettings&, const FeedSettings&) = default;
};

/// What hub.toml says.
struct Settings {
  Hub hub;  ///< id and seal_key are not the file's to say: nil
  std::string listen = "tcp://127.0.0.1:7447";
  std::string log_level = "info";  ///< trace, debug, info, warn, error
  FeedSettings feeds;

  friend bool operator==(const Settings&, const Settings&) = default;
};

/// Port: where the settings are read from, at the start and at each reload.
class SettingsSource {
 public:
  virtual ~SettingsSource() = default;
  /// Errc::invalid with one line for each fault: file, line and remedy.
  [[nodiscard]] virtual Result<Settings> read() const = 0;
};

}  // namespace mur::broker
