#pragma once

#include <curl/curl.h>

#include <string>

#include "broker/feeds/fetch.h"

/// What went wrong, in words for who registered the feed: one sentence and its remedy. None names a path or a query.
namespace mur::feeds {

struct Trouble {
  FeedTrouble what = FeedTrouble::none;
  std::string problem;
};

/// What is known of a transfer that libcurl gave up.
struct FailedTransfer {
  CURLcode code = CURLE_OK;
  std::string host;           ///< that was talked to last
  std::string detail;         ///< libcurl's own words; used only where they are known to hold no path
  bool is_connected = false;  ///< it got as far as asking for the file
  FetchRules rules;
};

[[nodiscard]] Trouble transfer_trouble(const FailedTransfer& failed);
/// Of an answer that is not the calendar.
[[nodiscard]] Trouble status_trouble(long status, const std::string& host);
[[nodiscard]] Trouble too_large(const std::string& host, const FetchRules& rules);
[[nodiscard]] Trouble broken_off(const std::string& host);
[[nodiscard]] Trouble too_many_headers(const std::string& host);

}  // namespace mur::feeds
