#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "broker/ports/transport.h"
#include "broker/transport/curve_router.h"
#include "broker/transport/framing.h"
#include "broker/transport/key_ring.h"
#include "broker/transport/session_table.h"
#include "shared/domain/limits.h"
#include "shared/protocol/message.h"

namespace mur::transport {

struct WireTiming {
  Milliseconds ping_every = limits::kPingEvery;
  int missed_pings = limits::kMissedPongs;
};

/// What a client with a key that is not, or no longer, in force is told.
[[nodiscard]] Error key_not_in_force();

/// The broker's side of PROTOCOL.md: sessions from hello to goodbye, without sockets or threads. It is told what came
/// from a client, from the core and from the clock, and answers through an Outlet and the core's mailbox. Never waits.
/// Call from the wire thread only.
class Wire {
 public:
  Wire(Outlet& outlet, broker::CoreMailbox& core, KeyRing& keys, const Clock& clock, WireTiming timing,
       std::string program)
      : outlet_{outlet}, core_{core}, keys_{keys}, clock_{clock}, timing_{timing}, program_{std::move(program)} {}

  void arrived(Incoming incoming, Instant now);
  void told(broker::FromCore news);
  /// Ends silent sessions, asks again what the core had no room for.
  void tick(Instant now);
  /// Sends the answers that had to wait for the socket. True while some still wait.
  bool send_waiting();
  /// The broker stops.
  void say_goodbye();
  [[nodiscard]] std::vector<SessionStatus> status(Instant now) const;

 private:
  // One client's messages (wire.cc).
  void greet(const Incoming& incoming, const protocol::Hello& hello, Instant now);
  void take(Session& session, protocol::Message message, ByteSpan frame);
  void take_command(Session& session, protocol::CommandMessage message, ByteSpan frame);
  void take_query(Session& session, protocol::QueryMessage message);
  void take_ping(Session& session, const protocol::Ping& ping);
  /// An answer, at once or when the socket has room. False when the session ended: its client reads nothing.
  bool send(Session& session, const protocol::Message& message) { return hand_over(session, frame_of(message)); }
  bool hand_over(Session& session, zmq::message_t frame);
  void dismiss(Session& session, Error why);
  void refuse_stranger(const Route& route, Error why);

  // What the core says (wire_core.cc).
  void opened(const broker::LogOpened& log);
  void keys_changed(const broker::KeysChanged& changed);
  void committed(const broker::Committed& batch);
  void fan_out(Session& session, const BatchFrames& batch, Seq seq, const Digest128& hash);
  void answered(broker::AnswerReady ready);
  template <class Ready>
  Session* asker(const Ready& ready);

  // Catching up (wire_catch_up.cc).
  enum class From : unsigned char { nothing, here };
  [[nodiscard]] protocol::Welcome welcome_to(const Session& session, bool snapshot) const;
  void welcome(Session& session, From from, Seq since);
  /// No more batches until it has applied what it was sent.
  void fall_behind(Session& session);
  void page_arrived(broker::PageReady page);
  /// Sends, asks or completes whatever can be now.
  void advance(Session& session);
  void send_chunk(Session& session);
  void complete(Session& session);
  bool ask_page(Session& session);
  bool watch(const Scope& scope);
  void unwatch_forsaken();

  Outlet& outlet_;
  broker::CoreMailbox& core_;
  KeyRing& keys_;
  const Clock& clock_;
  WireTiming timing_;
  std::string program_;

  SessionTable sessions_;
  std::set<Scope> watched_;  // scopes of organizations and of older programs that the core was told of
  std::optional<Epoch> epoch_;
  Seq head_ = 0;
  Seq forgotten_to_ = 0;
  bool answers_wait_ = false;  // somewhere
};

}  // namespace mur::transport
