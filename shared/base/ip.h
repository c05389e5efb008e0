#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace mur {

/// An address of a machine, as sockets have it: the most significant byte first.
struct IpAddress {
  enum class Version : std::uint8_t { v4 = 4, v6 = 6 };

  Version version = Version::v4;
  std::array<std::uint8_t, 16> bytes{};  ///< IPv4 fills the first four; the rest is zero

  friend bool operator==(const IpAddress&, const IpAddress&) = default;
};

/// "192.0.2.1" or "2001:db8::1" (RFC 4291 § 2.2); nothing for whatever else, also for a name or a zone ("%eth0").
[[nodiscard]] std::optional<IpAddress> parse_ip_address(std::string_view text);
[[nodiscard]] std::string to_string(const IpAddress& address);

/// All addresses that share their first `prefix` bits (CIDR, RFC 4632).
struct IpNetwork {
  IpAddress address;
  int prefix = 0;

  [[nodiscard]] bool contains(const IpAddress& other) const;
  friend bool operator==(const IpNetwork&, const IpNetwork&) = default;
};

/// "10.0.0.0/8", "fd00::/8", or one address alone. Errc::invalid says how to write it, also where bits beyond the
/// prefix are set: "10.1.2.3/8" could mean either.
[[nodiscard]] Result<IpNetwork> parse_ip_network(std::string_view text);
[[nodiscard]] std::string to_string(const IpNetwork& network);

}  // namespace mur
