#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/ip.h"
#include "shared/domain/feed.h"
#include "shared/domain/limits.h"

/// Fetching one file: what is asked, under which rules, and what came of it.
namespace mur::feeds {

/// What holds for every fetch.
struct FetchRules {
  bool use_network = true;                 ///< false: only files are read
  std::vector<IpNetwork> allow_addresses;  ///< connected to although they are not public
  std::string ca_file;                     ///< PEM, trusted besides the system's; empty: none
  std::string proxy;                       ///< empty: none, whatever the environment says
  std::string user_agent = "Mur (+calendar reader)";
  Milliseconds most = limits::kFetchMost;              ///< of the whole fetch, redirects and all
  Milliseconds connect = limits::kFetchConnect;        ///< of one connection
  Seconds slow_for = limits::kFetchSlowFor;            ///< below limits::kFetchSlowest for so long
  std::size_t bytes = limits::kReadLimits.file_bytes;  ///< of the file, as sent and as unpacked
};

struct FetchRequest {
  std::string url;            ///< https, webcal or, where files may be read, file; may hold a secret
  std::string etag;           ///< empty: whatever stands there
  std::string last_modified;  ///< the same
  bool may_read_files = false;
};

/// Either `trouble`, or `not_modified`, or the bytes of what stands there now.
struct FetchOutcome {
  FeedTrouble trouble = FeedTrouble::none;
  std::string problem;  ///< one sentence with its remedy; names the host, never the path or the query
  bool not_modified = false;
  std::string body;
  std::string etag;                 ///< to ask with the next time; empty where the server names none that can be kept
  std::string last_modified;        ///< the same
  std::uint32_t retry_minutes = 0;  ///< Retry-After of an answer that refuses; 0: none
};

}  // namespace mur::feeds
