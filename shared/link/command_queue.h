#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <optional>

#include "shared/base/clock.h"
#include "shared/link/backoff.h"
#include "shared/link/event_queue.h"
#include "shared/link/outbox.h"
#include "shared/protocol/message.h"

namespace mur::link {

/// The outbox with what is under way: sends what waits in order, at most limits::kSendWindow without an answer, and
/// exactly the bytes that were kept. `slow_down` and `try_again` are waited out, never told. `add` may be called from
/// any thread, the rest from the link's.
class CommandQueue {
 public:
  using Instant = std::chrono::steady_clock::time_point;
  /// Sends one frame; false when it can't leave now.
  using Send = std::function<bool(ByteSpan)>;

  CommandQueue(Outbox outbox, EventQueue& events, RandomSource& random)
      : outbox_{std::move(outbox)}, events_{events}, put_off_{random} {}

  Status add(CommandId id, TimePoint made_at, Bytes bytes);
  /// A session has begun: nothing is under way, everything that waits is to be sent again. With a new epoch so is what
  /// was acknowledged of late.
  enum class Log : unsigned char { same, another };
  Status begin(Log log, TimePoint now);
  /// The session is over.
  void end();
  /// Sends what may go now. Between begin() and end() only.
  Status pump(Instant now, const Send& send);
  /// When pump() has something to do again by itself.
  [[nodiscard]] std::optional<Instant> resumes_at() const;

  Status answered(const Receipt& receipt, TimePoint now);
  Status refused(const protocol::Refusal& refusal, TimePoint now, Instant instant);

 private:
  struct Sending {
    CommandId id;
    bool under_way = false;
  };
  void forget(CommandId id);
  void tell_waiting();

  Outbox outbox_;
  EventQueue& events_;
  Backoff put_off_;           // grows while the broker keeps saying `try_again`
  mutable std::mutex mutex_;  // over the outbox and what follows
  bool begun_ = false;
  std::deque<Sending> sending_;
  std::size_t under_way_ = 0;
  std::optional<Instant> paused_until_;
};

}  // namespace mur::link
