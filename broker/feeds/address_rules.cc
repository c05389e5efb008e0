#include "broker/feeds/address_rules.h"

#include <algorithm>

namespace mur::feeds {
namespace {

struct Range {
  IpNetwork network;
  std::string_view name;
};

constexpr IpNetwork v4(std::array<std::uint8_t, 4> bytes, int prefix) {
  IpNetwork network{.address = {.version = IpAddress::Version::v4}, .prefix = prefix};
  std::ranges::copy(bytes, network.address.bytes.begin());
  return network;
}

constexpr IpNetwork v6(std::array<std::uint16_t, 8> groups, int prefix) {
  IpNetwork network{.address = {.version = IpAddress::Version::v6}, .prefix = prefix};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    network.address.bytes[2 * i] = static_cast<std::uint8_t>(groups[i] >> 8U);
    network.address.bytes[2 * i + 1] = static_cast<std::uint8_t>(groups[i] & 0xFFU);
  }
  return network;
}

/// The first that holds an address names it.
constexpr Range kRanges[] = {
    {v4({0, 0, 0, 0}, 8), "an address of this machine itself"},                    // RFC 791
    {v4({10, 0, 0, 0}, 8), "a private address"},                                   // RFC 1918
    {v4({100, 64, 0, 0}, 10), "an address within a provider's network"},           // RFC 6598
    {v4({127, 0, 0, 0}, 8), "an address of this machine itself"},                  // RFC 1122
    {v4({169, 254, 0, 0}, 16), "a link-local address"},                            // RFC 3927
    {v4({172, 16, 0, 0}, 12), "a private address"},                                // RFC 1918
    {v4({192, 0, 0, 0}, 24), "a reserved address"},                                // RFC 6890
    {v4({192, 0, 2, 0}, 24), "an address for documentation"},                      // RFC 5737
    {v4({192, 88, 99, 0}, 24), "an address of 6to4 relays"},                       // RFC 7526
    {v4({192, 168, 0, 0}, 16), "a private address"},                               // RFC 1918
    {v4({198, 18, 0, 0}, 15), "an address for measurements"},                      // RFC 2544
    {v4({198, 51, 100, 0}, 24), "an address for documentation"},                   // RFC 5737
    {v4({203, 0, 113, 0}, 24), "an address for documentation"},                    // RFC 5737
    {v4({224, 0, 0, 0}, 4), "a multicast address"},                                // RFC 5771
    {v4({240, 0, 0, 0}, 4), "a reserved address"},                                 // RFC 1112, RFC 919
    {v6({0, 0, 0, 0, 0, 0, 0, 0}, 128), "an address of this machine itself"},      // RFC 4291
    {v6({0, 0, 0, 0, 0, 0, 0, 1}, 128), "an address of this machine itself"},      // RFC 4291
    {v6({0, 0, 0, 0, 0, 0xFFFF, 0, 0}, 96), "an IPv4 address in IPv6's clothes"},  // RFC 4291
    {v6({0x64, 0xFF9B, 0, 0, 0, 0, 0, 0}, 96), "an IPv4 address behind NAT64"},    // RFC 6052
    {v6({0x64, 0xFF9B, 1, 0, 0, 0, 0, 0}, 48), "an IPv4 address behind NAT64"},    // RFC 8215
    {v6({0x100, 0, 0, 0, 0, 0, 0, 0}, 64), "an address that discards"},            // RFC 6666
    {v6({0x2001, 0, 0, 0, 0, 0, 0, 0}, 32), "a Teredo address"},                   // RFC 4380
    {v6({0x2001, 0, 0, 0, 0, 0, 0, 0}, 23), "a reserved address"},                 // RFC 2928; 2001:2::/48 RFC 5180
    {v6({0x2001, 0xDB8, 0, 0, 0, 0, 0, 0}, 32), "an address for documentation"},   // RFC 3849
    {v6({0x2002, 0, 0, 0, 0, 0, 0, 0}, 16), "a 6to4 address"},                     // RFC 3056
    {v6({0x3FFF, 0, 0, 0, 0, 0, 0, 0}, 20), "an address for documentation"},       // RFC 9637
    {v6({0xFC00, 0, 0, 0, 0, 0, 0, 0}, 7), "a private address"},                   // RFC 4193
    {v6({0xFE80, 0, 0, 0, 0, 0, 0, 0}, 10), "a link-local address"},               // RFC 4291
    {v6({0xFEC0, 0, 0, 0, 0, 0, 0, 0}, 10), "a private address"},                  // RFC 3879
    {v6({0xFF00, 0, 0, 0, 0, 0, 0, 0}, 8), "a multicast address"},                 // RFC 4291
    {v6({0, 0, 0, 0, 0, 0, 0, 0}, 3), "an address that nobody was given"},         // RFC 4291: 2000::/3 is the
    {v6({0x4000, 0, 0, 0, 0, 0, 0, 0}, 2), "an address that nobody was given"},    // public internet, the rest waits
    {v6({0x8000, 0, 0, 0, 0, 0, 0, 0}, 1), "an address that nobody was given"},
};

}  // namespace

std::string_view special_range(const IpAddress& address) {
  const auto* range = std::ranges::find_if(kRanges, [&](const Range& one) { return one.network.contains(address); });
  return range == std::end(kRanges) ? std::string_view{} : range->name;
}

bool may_connect(const IpAddress& address, std::span<const IpNetwork> allowed) {
  return special_range(address).empty() ||
         std::ranges::any_of(allowed, [&](const IpNetwork& network) { return network.contains(address); });
}

}  // namespace mur::feeds
