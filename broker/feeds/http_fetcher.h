#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "broker/feeds/fetch.h"

namespace mur::feeds {

/// Fetches calendars: https through libcurl, any number at once, and files. Belongs to one thread, which wait() blocks;
/// wake() may come from any.
///
/// What it keeps to, whatever a server says: https only, certificates always verified; only public or allowed
/// addresses, checked on the one that is connected to, for every connection, also after a redirect; FetchRules' time
/// and size; limits::kFetchRedirects and kFetchHeadBytes; no cookie, no proxy from the environment, no password for a
/// second host.
class HttpFetcher {
 public:
  using Number = std::uint64_t;
  struct Fetched {
    Number number;
    FetchOutcome outcome;
  };

  HttpFetcher();
  /// Ends what is under way, at once.
  ~HttpFetcher();
  HttpFetcher(const HttpFetcher&) = delete;
  HttpFetcher& operator=(const HttpFetcher&) = delete;

  /// Starts a fetch. Its outcome, also that of a wrong address, comes out of wait() exactly once, under `number`.
  void start(Number number, const FetchRequest& request, const FetchRules& rules);
  [[nodiscard]] std::size_t under_way() const;

  /// Moves all fetches on, and returns those that ended. Waits for that, for `wake_on` (a descriptor; -1: none) to
  /// become readable or for wake(), at most `patience`; may return early with nothing.
  [[nodiscard]] std::vector<Fetched> wait(Milliseconds patience, int wake_on = -1);
  void wake();

 private:
  class Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace mur::feeds
