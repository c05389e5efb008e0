#pragma once

#include <span>
#include <string_view>

#include "shared/base/ip.h"

/// Which machines a feed may make the broker talk to: those of the public internet, and what hub.toml allows beside.
/// Pure: the fetcher asks it about every address that it is about to connect to.
namespace mur::feeds {

/// What the range is for that `address` lies in, in a sentence's words ("a private address"), if it is one that the
/// registries keep from the public internet (IANA IPv4 and IPv6 special-purpose address registries, RFC 6890); empty
/// for a public address.
[[nodiscard]] std::string_view special_range(const IpAddress& address);

/// Public, or in one of the networks that are allowed all the same.
[[nodiscard]] bool may_connect(const IpAddress& address, std::span<const IpNetwork> allowed);

}  // namespace mur::feeds
