#pragma once

#include <atomic>
#include <memory>

#include "broker/core/answers.h"
#include "broker/core/committer.h"
#include "broker/core/feed_keeper.h"
#include "broker/core/hub_state.h"
#include "broker/core/parts.h"

namespace mur::broker {

/// The broker's own thread: state, decide, store. Takes what the wire brings, answers into the wire's mailbox, and does
/// what time makes due. Waits for room in that mailbox before it takes anything, so that nothing is ever dropped.
///
/// open(), step() and run() belong to one thread; stop() and reload() may come from any other.
class Core {
 public:
  /// Loads the log, forgets again what forget.log names, tells the wire LogOpened and KeysChanged, and takes over
  /// hub.toml: after this the transport may start. On an error it must not.
  [[nodiscard]] static Result<std::unique_ptr<Core>> open(CoreParts parts);
  Core(const Core&) = delete;
  Core& operator=(const Core&) = delete;
  ~Core() = default;

  /// Works until stop(). An error is fatal: the disk failed, the program must exit and recover.
  Status run();
  /// One round: what is due, a group of what feeds brought, then one mailbox-full, for whose first value it waits at
  /// most `patience`.
  Status step(Milliseconds patience);

  void stop();
  /// Re-reads hub.toml at the next round (SIGHUP); what came of it goes to the log.
  void reload();

 private:
  Core(CoreParts parts, HubState state);

  Status look_at_clock();
  Status do_what_is_due(TimePoint now, Milliseconds monotonic);
  Status purge(TimePoint now);
  Status work_off(std::vector<ToCore> arrived);
  Status take(const QueryArrived& query);
  void tell(FromCore told);

  CoreParts parts_;
  HubState state_;
  Committer committer_;
  FeedKeeper feeds_;
  Answers answers_;
  Milliseconds purge_at_{};  // monotonic
  Milliseconds due_at_{};    // monotonic: when to ask due() again
  std::atomic<bool> stop_asked_ = false;
  std::atomic<bool> reload_asked_ = false;
};

}  // namespace mur::broker
