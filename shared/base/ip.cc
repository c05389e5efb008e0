#include "shared/base/ip.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace mur {
namespace {

constexpr int kByteBits = 8;

int bits(const IpAddress& address) { return address.version == IpAddress::Version::v4 ? 32 : 128; }

int family(const IpAddress& address) { return address.version == IpAddress::Version::v4 ? AF_INET : AF_INET6; }

/// The first address of the network that `address` is in.
IpAddress first_of(IpAddress address, int prefix) {
  for (int i = 0; i < static_cast<int>(address.bytes.size()); ++i) {
    const int kept = std::clamp(prefix - i * kByteBits, 0, kByteBits);
    auto& byte = address.bytes[static_cast<std::size_t>(i)];
    byte = static_cast<std::uint8_t>(byte & (0xFF00U >> static_cast<unsigned>(kept)));
  }
  return address;
}

}  // namespace

std::optional<IpAddress> parse_ip_address(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return std::nullopt;
  const std::string whole(text);
  IpAddress address;
  if (::inet_pton(AF_INET, whole.c_str(), address.bytes.data()) == 1) return address;
  address = {.version = IpAddress::Version::v6};
  if (::inet_pton(AF_INET6, whole.c_str(), address.bytes.data()) == 1) return address;
  return std::nullopt;
}

std::string to_string(const IpAddress& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  ::inet_ntop(family(address), address.bytes.data(), text.data(), static_cast<socklen_t>(text.size()));
  return text.data();
}

bool IpNetwork::contains(const IpAddress& other) const {
  return other.version == address.version && first_of(other, prefix) == first_of(address, prefix);
}

Result<IpNetwork> parse_ip_network(std::string_view text) {
  const auto invalid = [text] {
    return fail(Errc::invalid, "network",
                fmt::format("\"{}\" is no network; write an address and how many of its bits count, as in "
                            "\"192.168.1.0/24\" or \"fd00::/8\"",
                            text));
  };
  const auto slash = text.find('/');
  const auto address = parse_ip_address(text.substr(0, slash));
  if (!address) return invalid();
  IpNetwork network{.address = *address, .prefix = bits(*address)};
  if (slash == std::string_view::npos) return network;
  const std::string_view digits = text.substr(slash + 1);
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), network.prefix);
  if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size() || network.prefix < 0 ||
      network.prefix > bits(*address))
    return invalid();
  const IpNetwork whole{.address = first_of(*address, network.prefix), .prefix = network.prefix};
  if (whole == network) return network;
  return fail(Errc::invalid, "network",
              fmt::format("\"{}\" sets bits beyond its /{}; did you mean \"{}\" or \"{}\"?", text, network.prefix,
                          to_string(whole), to_string(*address)));
}

std::string to_string(const IpNetwork& network) {
  return fmt::format("{}/{}", to_string(network.address), network.prefix);
}

}  // namespace mur
