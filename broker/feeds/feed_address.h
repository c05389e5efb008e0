#pragma once

#include <string>

#include "broker/feeds/fetch.h"

namespace mur::feeds {

/// Where a feed's URL leads (RFC 3986), taken apart.
struct FeedAddress {
  std::string url;       ///< https, without user, password and fragment; empty: a file
  std::string user;      ///< for this host only
  std::string password;  ///< the same
  std::string host;      ///< "example.org" or "example.org:8443", for sentences
  std::string file;      ///< a path; empty: not a file
};

/// https and webcal (which is https by another name), and file where it is allowed. Errc::forbidden for any other
/// scheme, a file that may not be read, or an address in numbers that may not be connected to; Errc::invalid for what
/// is no URL. No sentence repeats more of the URL than its host.
[[nodiscard]] Result<FeedAddress> parse_feed_address(const FetchRequest& request, const FetchRules& rules);

/// The host of a URL for a sentence: "example.org", with its port unless it goes without saying; "the server" where
/// there is none.
[[nodiscard]] std::string host_of(const std::string& url);
/// Where there is none to name.
inline constexpr std::string_view kNoHost = "the server";

/// Why a host at such an address is not fetched from, and who may change that.
[[nodiscard]] std::string address_refused(const std::string& host, std::string_view range);

}  // namespace mur::feeds
