#pragma once

#include <functional>
#include <optional>

#include "shared/link/event_queue.h"
#include "shared/link/replica.h"
#include "shared/protocol/message.h"

namespace mur::link {

/// Keeps a replica in step with the broker during one session after the other: pulls catch-ups, applies batches whole,
/// compares hashes. Says what it wants through `send`; an Error from a method ends the session. The link's thread only.
class Follower {
 public:
  using Send = std::function<void(const protocol::Message&)>;

  Follower(Replica replica, EventQueue& events) : replica_{std::move(replica)}, events_{events} {}

  [[nodiscard]] const ReplicaHead& head() const { return replica_.head(); }
  [[nodiscard]] bool is_current() const { return state_ == State::current; }
  /// Bytes of batches received since the last ping; many mean that one is due.
  [[nodiscard]] std::size_t unacknowledged() const { return unacknowledged_; }
  void acknowledged() { unacknowledged_ = 0; }

  /// A connection was lost or is new: an unfinished catch-up or batch is dropped.
  void reset();
  Status take(const protocol::Welcome& welcome, const Send& send);
  Status take(const protocol::Chunk& chunk, const Send& send);
  Status take(const protocol::Current& current, TimePoint now, const Send& send);
  Status take(protocol::BatchMessage batch, TimePoint now, const Send& send);
  Status take(const protocol::Pong& pong, const Send& send);
  /// Without broker: a wall that was not heard of for limits::kStaleDeletesVisitors deletes visitors' posts.
  Status grow_old(TimePoint now);

 private:
  enum class State : unsigned char { idle, catching_up, current, starting_over };
  Status start_over(Seq seq, const Send& send);

  Replica replica_;
  EventQueue& events_;
  State state_ = State::idle;
  bool snapshot_ = false;
  bool started_over_ = false;       // in this session
  protocol::BatchMessage partial_;  // a batch whose last piece has not come
  std::size_t partial_bytes_ = 0;
  std::size_t unacknowledged_ = 0;
};

}  // namespace mur::link
