#include "shared/link/zmq_link.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "shared/domain/limits.h"
#include "shared/protocol/codec.h"

namespace mur::link {
namespace {

constexpr std::size_t kPerTurn = 64;                                       // messages read before time is looked at
constexpr std::size_t kPingAfterBytes = limits::kUnacknowledgedBytes / 4;  // a ping ahead of its time: they were many

void drain(int descriptor) {
  std::uint64_t count = 0;
  [[maybe_unused]] const auto read = ::read(descriptor, &count, sizeof count);
}

ByteSpan bytes_of(const zmq::message_t& frame) { return {frame.data<const std::uint8_t>(), frame.size()}; }

}  // namespace

ZmqLink::ZmqLink(Options options, Replica replica, Outbox outbox, const Clock& clock, RandomSource& random)
    : options_{std::move(options)},
      clock_{clock},
      random_{random},
      events_{options_.wake},
      follower_{std::move(replica), events_},
      commands_{std::move(outbox), events_, random},
      questions_{events_},
      backoff_{random, options_.timing.reconnect_least, options_.timing.reconnect_most},
      nudge_{::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)},
      thread_{[this] { run(); }} {}

ZmqLink::~ZmqLink() {
  stop();
  ::close(nudge_);
}

Result<CommandId> ZmqLink::submit(Command command) {
  const TimePoint now = broker_now();
  const CommandId id{make_uuid(now, random_)};
  if (Status submitted = submit_as(id, now, std::move(command)); !submitted) return fail(submitted.error());
  return id;
}

Status ZmqLink::submit_as(CommandId id, TimePoint made_at, Command command) {
  Bytes bytes = protocol::encode_command({.id = id, .made_at = made_at, .command = std::move(command)});
  if (bytes.size() > limits::kFrameBytes)
    return fail(Errc::too_large, "command", "this is too large to be sent; make its texts and lists shorter");
  // What the broker could not read must not wait in an outbox for ever.
  if (auto readable = protocol::decode_command(bytes); !readable) return fail(readable.error());
  if (Status added = commands_.add(id, made_at, std::move(bytes)); !added) return added;
  nudge();
  return {};
}

std::uint64_t ZmqLink::ask(Query query) {
  const std::uint64_t id = questions_.ask(std::move(query));
  nudge();
  return id;
}

std::vector<LinkEvent> ZmqLink::take_events() { return events_.take(); }

void ZmqLink::stop() {
  if (!thread_.joinable()) return;
  stopping_ = true;
  nudge();
  thread_.join();
  questions_.fail_all({Errc::io, "link", "the connection was closed"});
}

void ZmqLink::run() {
  const std::vector<std::string>& brokers = options_.key.brokers;
  if (brokers.empty()) {
    events_.push(Disconnected{{Errc::invalid, "brokers", "the key file names no broker; add one to `brokers`"}});
    return;
  }
  for (std::size_t tries = 1; !stopping_; ++tries) {
    const Error why = hold_session(brokers[(tries - 1) % brokers.size()]);
    if (stopping_) return;
    events_.push(Disconnected{why});
    if (options_.subscribe)
      if (Status aged = follower_.grow_old(broker_now()); !aged) events_.push(Disconnected{aged.error()});
    if (tries % brokers.size() == 0) questions_.fail_all(why);
    if (rest(backoff_.next())) return;
  }
}

Error ZmqLink::hold_session(const std::string& address) {
  Result<Dealer> dealer = Dealer::connect(context_, address, options_.key);
  if (!dealer) return dealer.error();
  const Instant now = std::chrono::steady_clock::now();
  Session session{.dealer = std::move(*dealer), .address = address, .began_at = now, .heard_at = now, .ping_at = now};
  follower_.reset();
  Error why{};
  try {
    while (!stopping_) {
      if (Status stepped = step(session); !stepped) {
        why = stepped.error();
        break;
      }
    }
    if (stopping_ && session.welcomed) {
      [[maybe_unused]] const Status left = send(session, protocol::Bye{});  // at best
    }
  } catch (const zmq::error_t& error) {
    why = {Errc::io, "link", fmt::format("the connection to {} failed: {}", address, error.what())};
  }
  // A broker that can be reached deserves a quick second try; one whose records do not add up does not.
  if (session.welcomed && why.code != Errc::corrupt) backoff_.reset();
  commands_.end();
  questions_.fail_sent(why);
  return why;
}

Status ZmqLink::step(Session& session) {
  std::array<zmq::pollitem_t, 3> items{{{session.dealer.handle(), 0, ZMQ_POLLIN, 0},
                                        {session.dealer.monitor(), 0, ZMQ_POLLIN, 0},
                                        {nullptr, nudge_, ZMQ_POLLIN, 0}}};
  try {
    zmq::poll(items, patience(session));
  } catch (const zmq::error_t& error) {
    if (error.num() != EINTR) throw;
  }
  if ((items[2].revents & ZMQ_POLLIN) != 0) drain(nudge_);
  // What has arrived is read before the monitor may say that the connection is gone: a goodbye has a reason.
  if (Status read_all = read(session); !read_all) return read_all;
  if (Status heeded = heed(session); !heeded) return heeded;
  if (Status in_time = keep_time(session); !in_time) return in_time;
  return send_what_waits(session);
}

Status ZmqLink::heed(Session& session) {
  switch (session.dealer.heed()) {
    case Handshake::under_way: return {};
    case Handshake::key_refused: return fail(key_refused(session.address));
    case Handshake::failed:
      return fail(Errc::io, "brokers",
                  fmt::format("{} ended the handshake: it is starting, or it is not the broker this key file was made "
                              "for",
                              session.address));
    case Handshake::lost:
      if (session.welcomed)
        return fail(Errc::io, "brokers", fmt::format("the connection to {} was lost", session.address));
      return fail(no_answer(session.address));
    case Handshake::done: break;
  }
  if (session.greeted) return {};
  session.greeted = true;
  const ReplicaHead& head = follower_.head();
  return send(session, protocol::Hello{.client = options_.client,
                                       .epoch = head.epoch,
                                       .seq = head.seq,
                                       .hash = head.hash,
                                       .subscribe = options_.subscribe});
}

Status ZmqLink::read(Session& session) {
  for (std::size_t i = 0; i < kPerTurn; ++i) {
    std::optional<Result<zmq::message_t>> frame = session.dealer.receive();
    if (!frame) return {};
    if (!*frame) return fail(frame->error());
    session.heard_at = std::chrono::steady_clock::now();
    Result<protocol::Message> message = protocol::decode(bytes_of(**frame));
    if (!message) return fail(message.error());
    if (Status taken = take(session, std::move(*message)); !taken) return taken;
  }
  return {};
}

Status ZmqLink::take(Session& session, protocol::Message message) {
  Status sent;
  const Follower::Send reply = [&](const protocol::Message& out) {
    if (Status left = send(session, out); !left) sent = left;
  };
  const auto both = [&](Status taken) { return taken ? sent : taken; };

  if (auto* away = std::get_if<protocol::GoAway>(&message)) return fail(std::move(away->error));
  if (const auto* welcome = std::get_if<protocol::Welcome>(&message)) return take_welcome(session, *welcome);
  if (!session.welcomed) return fail(Errc::corrupt, "message", "the broker spoke before its welcome");
  if (const auto* chunk = std::get_if<protocol::Chunk>(&message)) return both(follower_.take(*chunk, reply));
  if (const auto* current = std::get_if<protocol::Current>(&message))
    return both(follower_.take(*current, broker_now(), reply));
  if (auto* batch = std::get_if<protocol::BatchMessage>(&message))
    return both(follower_.take(std::move(*batch), broker_now(), reply));
  if (const auto* receipt = std::get_if<protocol::ReceiptMessage>(&message))
    return commands_.answered(receipt->receipt, clock_.now());
  if (const auto* refusal = std::get_if<protocol::Refusal>(&message))
    return commands_.refused(*refusal, clock_.now(), std::chrono::steady_clock::now());
  if (auto* answer = std::get_if<protocol::AnswerMessage>(&message)) {
    questions_.answered(std::move(*answer));
    return {};
  }
  if (const auto* pong = std::get_if<protocol::Pong>(&message)) {
    clock_offset_ms_ = (pong->now - clock_.now()).count();
    return both(follower_.take(*pong, reply));
  }
  return fail(Errc::corrupt, "message", "the broker sent a client's message");
}

Status ZmqLink::take_welcome(Session& session, const protocol::Welcome& welcome) {
  const Milliseconds offset = welcome.now - clock_.now();
  clock_offset_ms_ = offset.count();
  if (!std::exchange(session.welcomed, true)) {
    const Epoch known = follower_.head().epoch;
    const bool another = !known.is_nil() && known != welcome.epoch;
    events_.push(Connected{.scope = welcome.scope, .clock_offset = offset});
    if (Status begun = commands_.begin(another ? CommandQueue::Log::another : CommandQueue::Log::same, clock_.now());
        !begun)
      return begun;
  }
  if (!options_.subscribe) return {};
  Status sent;
  Status taken = follower_.take(welcome, [&](const protocol::Message& out) {
    if (Status left = send(session, out); !left) sent = left;
  });
  return taken ? sent : taken;
}

Status ZmqLink::keep_time(Session& session) {
  const Instant now = std::chrono::steady_clock::now();
  if (!session.welcomed) {
    if (now - session.began_at > options_.timing.welcome_within) return fail(no_answer(session.address));
    return {};
  }
  if (now - session.heard_at > options_.timing.ping_every * options_.timing.missed_pongs)
    return fail(no_answer(session.address));
  const bool many = follower_.unacknowledged() >= kPingAfterBytes;
  if (now < session.ping_at && !many) return {};
  session.ping_at = now + options_.timing.ping_every;
  // One that can't leave now is missed like one that got lost.
  if (send(session, protocol::Ping{follower_.head().seq})) follower_.acknowledged();
  return {};
}

Status ZmqLink::send_what_waits(Session& session) {
  if (!session.welcomed) return {};
  questions_.pump([&](const protocol::Message& message) { return send(session, message).has_value(); });
  return commands_.pump(std::chrono::steady_clock::now(), [&](ByteSpan bytes) { return session.dealer.send(bytes); });
}

Milliseconds ZmqLink::patience(const Session& session) const {
  Instant until = session.welcomed ? session.ping_at : session.began_at + options_.timing.welcome_within;
  if (const auto resumes = commands_.resumes_at()) until = std::min(until, *resumes);
  return std::max(std::chrono::ceil<Milliseconds>(until - std::chrono::steady_clock::now()), Milliseconds{0});
}

Status ZmqLink::send(Session& session, const protocol::Message& message) {
  if (session.dealer.send(protocol::encode(message))) return {};
  return fail(Errc::io, "brokers", fmt::format("{} does not take what is sent to it", session.address));
}

Error ZmqLink::key_refused(const std::string& address) const {
  return {Errc::forbidden, "key",
          fmt::format("this {} is not accepted by the broker at {}; ask for a new one with `murctl key new`",
                      options_.key.role == Role::kiosk ? "kiosk's key" : "key", address)};
}

Error ZmqLink::no_answer(const std::string& address) const {
  return {Errc::io, "brokers", fmt::format("no answer from {}: is the broker running there?", address)};
}

bool ZmqLink::rest(Milliseconds time) {
  const Instant until = std::chrono::steady_clock::now() + time;
  while (!stopping_) {
    const auto left = std::chrono::ceil<Milliseconds>(until - std::chrono::steady_clock::now());
    if (left <= Milliseconds{0}) return false;
    pollfd item{.fd = nudge_, .events = POLLIN, .revents = 0};
    if (::poll(&item, 1, static_cast<int>(left.count())) > 0) drain(nudge_);
  }
  return true;
}

void ZmqLink::nudge() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(nudge_, &one, sizeof one);
}

TimePoint ZmqLink::broker_now() const { return clock_.now() + Milliseconds{clock_offset_ms_.load()}; }

}  // namespace mur::link
