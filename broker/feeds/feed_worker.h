#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "broker/feeds/fetch.h"
#include "broker/ports/feeds.h"
#include "broker/ports/settings.h"

namespace mur::feeds {

/// hub.toml's [feeds], as the fetcher takes it. `version` is told to servers.
[[nodiscard]] FetchRules rules_of(const broker::FeedSettings& settings, const std::string& version);

/// The feeds' thread: takes what the core wants fetched, fetches limits::kFetchesAtOnce at once, reads what arrives and
/// hands it back. Each FetchWanted is answered exactly once, whatever happens; one that waits or is under way at stop()
/// is not.
///
/// start(), stop() and use() may come from any one thread.
class FeedWorker {
 public:
  /// Takes an answer over; false: there is no room for it yet, it is offered again. Called on the feeds' thread.
  using Deliver = std::function<bool(const broker::FeedFetched&)>;

  /// The mailbox, whose reader this is, and the clock outlive the worker.
  FeedWorker(broker::FetchMailbox& inbox, Deliver deliver, const Clock& clock, FetchRules rules);
  ~FeedWorker();
  FeedWorker(const FeedWorker&) = delete;
  FeedWorker& operator=(const FeedWorker&) = delete;

  void start();
  /// Ends what is under way, at once; only a file that is just being read is read to its end.
  void stop();
  /// For every fetch that starts from now on.
  void use(FetchRules rules);

 private:
  class Round;
  void run();
  [[nodiscard]] FetchRules rules() const;

  broker::FetchMailbox& inbox_;
  Deliver deliver_;
  const Clock& clock_;
  mutable std::mutex rules_mutex_;
  FetchRules rules_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace mur::feeds
