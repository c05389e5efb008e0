#include "broker/transport/wire.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "shared/protocol/codec.h"

namespace mur::transport {
namespace {

Error too_many_sessions() {
  return {Errc::try_again, "session", "too many clients are connected with this key, or in all; try again later"};
}
Error out_of_turn(const char* what) { return {Errc::invalid, "message", fmt::format("{} was not expected", what)}; }

Error no_common_version(const protocol::Hello& hello) {
  const bool client_is_older = hello.version_max < protocol::kVersionMin;
  return {Errc::unsupported, "version",
          fmt::format("the client speaks protocol {} to {}, this broker {} to {}: upgrade {}", hello.version_min,
                      hello.version_max, protocol::kVersionMin, protocol::kVersionMax,
                      client_is_older ? "the client" : "the broker")};
}

ByteSpan bytes_of(const zmq::message_t& frame) { return {frame.data<const std::uint8_t>(), frame.size()}; }

}  // namespace

Error key_not_in_force() {
  return {Errc::forbidden, "key", "this key is not, or no longer, accepted; ask for a new one with `murctl key new`"};
}

void Wire::arrived(Incoming incoming, Instant now) {
  Session* session = sessions_.at(incoming.route);
  // The key's standing is looked at with every message: a revocation needs no new handshake.
  if (!incoming.key || !keys_.find(*incoming.key) || (session != nullptr && session->key != *incoming.key)) {
    if (session != nullptr) return dismiss(*session, key_not_in_force());
    return refuse_stranger(incoming.route, key_not_in_force());
  }
  if (session != nullptr) session->heard_at = now;
  if (incoming.frames != 1) {
    const Error why = {Errc::corrupt, "message", "a message is one frame"};
    return session != nullptr ? dismiss(*session, why) : refuse_stranger(incoming.route, why);
  }
  Result<protocol::Message> message = protocol::decode(bytes_of(incoming.payload));
  if (!message) {
    if (session != nullptr) return dismiss(*session, message.error());
    return refuse_stranger(incoming.route, message.error());
  }
  if (const auto* hello = std::get_if<protocol::Hello>(&*message)) {
    if (session != nullptr) return dismiss(*session, out_of_turn("a second hello"));
    return greet(incoming, *hello, now);
  }
  if (session == nullptr) {
    if (std::holds_alternative<protocol::Bye>(*message)) return;
    return refuse_stranger(incoming.route, {Errc::closed, "session", "there is no such session; begin with hello"});
  }
  take(*session, std::move(*message), bytes_of(incoming.payload));
}

void Wire::greet(const Incoming& incoming, const protocol::Hello& hello, Instant now) {
  if (hello.version_max < protocol::kVersionMin || hello.version_min > protocol::kVersionMax)
    return refuse_stranger(incoming.route, no_common_version(hello));
  if (!epoch_) return refuse_stranger(incoming.route, {Errc::try_again, "broker", "the broker is starting"});
  Session* session = sessions_.open(incoming.route, *incoming.key);
  if (session == nullptr) return refuse_stranger(incoming.route, too_many_sessions());
  session->holder = *keys_.find(*incoming.key);
  session->scope = scope_of(Actor{.role = session->holder.role,
                                  .principal = session->holder.principal,
                                  .organization = session->holder.organization,
                                  .name = session->holder.label});
  session->heard_at = now;
  session->version = std::min(hello.version_max, protocol::kVersionMax);
  static_assert(Scope::kNewest == protocol::kVersionMax);
  session->scope.version = session->version;
  if (!hello.subscribe) {
    session->phase = Phase::unsubscribed;
    send(*session, welcome_to(*session, /*snapshot=*/false));
    return;
  }
  // Tombstones are kept for a while only: a client that is older could keep what is gone.
  const bool knows_something =
      hello.epoch == *epoch_ && hello.seq > 0 && hello.seq >= forgotten_to_ && hello.seq <= head_;
  welcome(*session, knows_something ? From::here : From::nothing, hello.seq);
}

void Wire::take(Session& session, protocol::Message message, ByteSpan frame) {
  if (auto* command = std::get_if<protocol::CommandMessage>(&message))
    return take_command(session, std::move(*command), frame);
  if (auto* query = std::get_if<protocol::QueryMessage>(&message)) return take_query(session, std::move(*query));
  if (const auto* ping = std::get_if<protocol::Ping>(&message)) return take_ping(session, *ping);
  if (std::holds_alternative<protocol::Bye>(message)) return sessions_.close(session.id);
  if (const auto* pull = std::get_if<protocol::Pull>(&message)) {
    if (session.phase != Phase::catching_up) return;  // sent before it knew that it is current
    session.catch_up.pulled = std::min(session.catch_up.pulled + pull->chunks, limits::kCatchUpWindow);
    return advance(session);
  }
  if (std::holds_alternative<protocol::SnapshotWanted>(message)) {
    if (session.phase == Phase::unsubscribed) return dismiss(session, out_of_turn("snapshot_wanted"));
    return welcome(session, From::nothing, 0);
  }
  dismiss(session, out_of_turn("a broker's message"));
}

void Wire::take_command(Session& session, protocol::CommandMessage message, ByteSpan frame) {
  const CommandId id = message.id;
  if (session.asked >= limits::kAskedPerSession) {
    send(session, protocol::Refusal{.command = id,
                                    .error = {Errc::slow_down, "command", "too many commands are under way"},
                                    .wait_seconds = 1});
    return;
  }
  if (!core_.push(broker::CommandArrived{.session = session.id,
                                         .key = session.holder.id,
                                         .id = id,
                                         .made_at = message.made_at,
                                         .command = std::move(message.command),
                                         .raw = Bytes{frame.begin(), frame.end()}})) {
    send(session, protocol::Refusal{
                      .command = id, .error = {Errc::try_again, "command", "the broker is busy"}, .wait_seconds = 1});
    return;
  }
  ++session.asked;
}

void Wire::take_query(Session& session, protocol::QueryMessage message) {
  const std::uint64_t id = message.id;
  if (session.asked >= limits::kAskedPerSession) {
    send(session, protocol::AnswerMessage{.query = id,
                                          .answer = Error{Errc::slow_down, "query", "too many queries are under way"}});
    return;
  }
  if (!core_.push(broker::QueryArrived{.session = session.id,
                                       .key = session.holder.id,
                                       .query = id,
                                       .question = std::move(message.query),
                                       .version = session.version})) {
    send(session,
         protocol::AnswerMessage{.query = id, .answer = Error{Errc::try_again, "query", "the broker is busy"}});
    return;
  }
  ++session.asked;
}

void Wire::take_ping(Session& session, const protocol::Ping& ping) {
  session.applied = ping.applied;
  session.unacknowledged.applied(ping.applied);
  protocol::Pong pong{.now = clock_.now(), .seq = 0, .hash = {}};
  if (session.phase == Phase::current || session.phase == Phase::behind) {
    pong.seq = session.sent;
    pong.hash = session.sent_hash;
  }
  switch (outlet_.send(session.route, frame_of(pong))) {
    case Sent::yes: break;
    case Sent::full:
      if (session.phase == Phase::current) session.phase = Phase::behind;
      return;
    case Sent::gone: return sessions_.close(session.id);
  }
  if (session.phase == Phase::behind && session.applied >= session.sent)
    return welcome(session, From::here, session.sent);
  if (session.phase == Phase::catching_up) advance(session);
}

bool Wire::hand_over(Session& session, zmq::message_t frame) {
  const Sent sent = session.answers.empty() ? outlet_.send(session.route, frame) : Sent::full;
  if (sent == Sent::yes) return true;
  if (sent == Sent::gone || session.answers.size() >= limits::kAnswersWaiting) {
    // It would wait for this for ever; without a session it comes back and asks again.
    sessions_.close(session.id);
    return false;
  }
  session.answers.push_back(std::move(frame));
  answers_wait_ = true;
  return true;
}

bool Wire::send_waiting() {
  if (!std::exchange(answers_wait_, false)) return false;
  std::vector<broker::SessionId> gone;
  for (auto& [id, session] : sessions_) {
    Sent sent = Sent::yes;
    while (!session.answers.empty() && (sent = outlet_.send(session.route, session.answers.front())) == Sent::yes)
      session.answers.pop_front();
    if (sent == Sent::gone) gone.push_back(id);
    if (sent == Sent::full) answers_wait_ = true;
  }
  for (const broker::SessionId id : gone) sessions_.close(id);
  return answers_wait_;
}

void Wire::dismiss(Session& session, Error why) {
  outlet_.send(session.route, frame_of(protocol::GoAway{std::move(why)}));
  sessions_.close(session.id);
}

void Wire::refuse_stranger(const Route& route, Error why) {
  outlet_.send(route, frame_of(protocol::GoAway{std::move(why)}));
}

void Wire::tick(Instant now) {
  const auto patience = timing_.ping_every * timing_.missed_pings;
  std::vector<broker::SessionId> silent;
  std::vector<broker::SessionId> waiting;
  for (auto& [id, session] : sessions_) {
    if (now - session.heard_at > patience)
      silent.push_back(id);
    else if (session.phase == Phase::catching_up)
      waiting.push_back(id);
  }
  for (const broker::SessionId id : silent)
    dismiss(*sessions_.find(id), {Errc::try_again, "session", "nothing was heard from this client; begin again"});
  for (const broker::SessionId id : waiting)
    if (Session* session = sessions_.find(id)) advance(*session);
  unwatch_forsaken();
}

void Wire::say_goodbye() {
  while (sessions_.size() > 0)
    dismiss(sessions_.begin()->second, {Errc::try_again, "broker", "the broker is stopping"});
}

std::vector<SessionStatus> Wire::status(Instant now) const {
  std::vector<SessionStatus> all;
  all.reserve(sessions_.size());
  for (const auto& [id, session] : sessions_)
    all.push_back(
        {.label = session.holder.label,
         .role = session.holder.role,
         .applied = session.applied,
         .idle_milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(now - session.heard_at).count(),
         .behind = session.phase == Phase::behind});
  return all;
}

}  // namespace mur::transport
