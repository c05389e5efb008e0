#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>
#include <zmq.hpp>

#include "shared/link/backoff.h"
#include "shared/link/broker_link.h"
#include "shared/link/command_queue.h"
#include "shared/link/dealer.h"
#include "shared/link/event_queue.h"
#include "shared/link/follower.h"
#include "shared/link/key_file.h"
#include "shared/link/questions.h"

namespace mur::link {

struct LinkTiming {
  Milliseconds reconnect_least = limits::kReconnectLeast;
  Milliseconds reconnect_most = limits::kReconnectMost;
  Milliseconds ping_every = limits::kPingEvery;
  int missed_pongs = limits::kMissedPongs;
  Milliseconds welcome_within = Milliseconds{2 * limits::kHandshakeMilliseconds};
};

/// BrokerLink over ZeroMQ: one thread that tries the key file's brokers in turn, keeps the replica in step, sends the
/// outbox and carries the queries. Begins when made.
class ZmqLink : public BrokerLink {
 public:
  struct Options {
    KeyFile key;
    std::string client = "mur";  ///< program and version, told in `hello`
    /// Called after each event, on this link's thread or the caller's of submit() and ask(); must not call the link.
    std::function<void()> wake;
    bool subscribe = true;  ///< false: no records, only commands and queries (most of murctl)
    LinkTiming timing{};
  };
  /// Clock and randomness outlive the link and are used from two threads. murctl gives a replica and an outbox in
  /// memory.
  ZmqLink(Options options, Replica replica, Outbox outbox, const Clock& clock, RandomSource& random);
  ~ZmqLink() override;
  ZmqLink(const ZmqLink&) = delete;
  ZmqLink& operator=(const ZmqLink&) = delete;

  Result<CommandId> submit(Command command) override;
  /// For a command whose id and time are derived (an import that can be resumed): the same arguments, the same bytes.
  Status submit_as(CommandId id, TimePoint made_at, Command command);
  std::uint64_t ask(Query query) override;
  [[nodiscard]] std::vector<LinkEvent> take_events() override;
  void stop() override;

 private:
  using Instant = std::chrono::steady_clock::time_point;
  /// One connection, from the first try to the end.
  struct Session {
    Dealer dealer;
    std::string address;
    Instant began_at;
    Instant heard_at;
    Instant ping_at;
    bool greeted = false;  // hello has left
    bool welcomed = false;
  };

  void run();
  [[nodiscard]] Error hold_session(const std::string& address);
  Status step(Session& session);
  Status heed(Session& session);
  Status read(Session& session);
  Status take(Session& session, protocol::Message message);
  Status take_welcome(Session& session, const protocol::Welcome& welcome);
  Status keep_time(Session& session);
  Status send_what_waits(Session& session);
  [[nodiscard]] Milliseconds patience(const Session& session) const;
  Status send(Session& session, const protocol::Message& message);
  [[nodiscard]] Error key_refused(const std::string& address) const;
  [[nodiscard]] Error no_answer(const std::string& address) const;
  /// Waits on the wake-up descriptor; true when the link was stopped.
  [[nodiscard]] bool rest(Milliseconds time);
  void nudge();
  [[nodiscard]] TimePoint broker_now() const;

  Options options_;
  const Clock& clock_;
  RandomSource& random_;
  EventQueue events_;
  Follower follower_;
  CommandQueue commands_;
  Questions questions_;
  Backoff backoff_;
  std::atomic<std::int64_t> clock_offset_ms_ = 0;
  std::atomic<bool> stopping_ = false;
  int nudge_ = -1;  // eventfd: a command, a question or the stop
  zmq::context_t context_;
  std::thread thread_;
};

}  // namespace mur::link
