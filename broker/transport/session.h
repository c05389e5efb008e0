#pragma once

#include <chrono>
#include <deque>
#include <optional>

#include "broker/ports/transport.h"
#include "broker/transport/outlet.h"

namespace mur::transport {

/// Timers run on the machine's steady clock; only `welcome` and `pong` carry the broker's time.
using Instant = std::chrono::steady_clock::time_point;

/// Bytes of batches sent and not yet acknowledged by a ping.
class Unacknowledged {
 public:
  void sent(Seq seq, std::size_t bytes);
  void applied(Seq seq);
  void clear();
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  struct Batch {
    Seq seq = 0;
    std::size_t bytes = 0;
  };
  std::deque<Batch> batches_;  // every one has at least one frame's bytes, so the cap on bytes bounds it
  std::size_t bytes_ = 0;
};

/// A catch-up under way: where it stands, and at most one page that waits for the client to pull.
struct CatchUp {
  broker::Cursor cursor;
  std::size_t pulled = 0;                     ///< chunks the client is ready for
  bool page_asked = false;                    ///< the core owes a page
  bool page_stale = false;                    ///< … of a catch-up that was started over: to be dropped
  std::deque<broker::EncodedRecord> records;  ///< arrived, not sent
  bool complete = false;                      ///< after `records` the scope stands at `head` with `hash`
  Seq head = 0;
  Digest128 hash{};
};

enum class Phase : unsigned char {
  unsubscribed,  ///< commands and queries only
  catching_up,   ///< pulls; live batches are not sent
  current,       ///< gets every batch
  behind         ///< had too much unacknowledged: gets nothing until it has applied what was sent
};

/// One client, from hello to the end. Memory: one page and the list of unacknowledged batches.
struct Session {
  broker::SessionId id = 0;
  Route route;
  CurvePublicKey key{};
  broker::KeyEntry holder;
  std::uint16_t version = 0;
  Scope scope;
  Phase phase = Phase::unsubscribed;
  CatchUp catch_up;
  Seq sent = 0;  ///< last batch (or `current`) sent whole
  Digest128 sent_hash{};
  Seq applied = 0;  ///< as the last ping said
  Unacknowledged unacknowledged;
  std::size_t asked = 0;  ///< commands and queries that the core owes an answer
  /// Answers that the socket has no room for at this moment: libzmq tells late, by halves of its high-water mark, that
  /// the other side has read. At most limits::kAnswersWaiting.
  std::deque<zmq::message_t> answers;
  Instant heard_at{};
};

}  // namespace mur::transport
