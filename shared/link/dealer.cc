#include "shared/link/dealer.h"

#include <fmt/format.h>

#include <cstring>

#include "shared/domain/limits.h"

namespace mur::link {
namespace {

constexpr int kGoodbyeMilliseconds = 50;  // for the last frame to leave

void configure(zmq::socket_t& socket, const std::string& address, const KeyFile& key) {
  using namespace zmq::sockopt;
  socket.set(curve_serverkey, zmq::buffer(key.broker_key.data(), key.broker_key.size()));
  socket.set(curve_publickey, zmq::buffer(key.public_key.data(), key.public_key.size()));
  socket.set(curve_secretkey, zmq::buffer(key.secret_key.data(), key.secret_key.size()));
  socket.set(immediate, true);
  socket.set(reconnect_ivl, -1);
  socket.set(linger, kGoodbyeMilliseconds);
  socket.set(sndhwm, limits::kSendHighWaterMark);
  socket.set(rcvhwm, limits::kSendHighWaterMark);
  socket.set(maxmsgsize, static_cast<std::int64_t>(limits::kFrameBytes));
  socket.set(handshake_ivl, limits::kHandshakeMilliseconds);
  socket.set(heartbeat_ivl, limits::kHeartbeatMilliseconds);
  socket.set(heartbeat_timeout, limits::kHeartbeatTimeoutMilliseconds);
  socket.set(ipv6, address.find('[') != std::string::npos);
}

constexpr int kEvents = ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH |
                        ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL | ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL |
                        ZMQ_EVENT_DISCONNECTED | ZMQ_EVENT_CLOSED;

Handshake after(Handshake before, int event) {
  switch (event) {
    case ZMQ_EVENT_HANDSHAKE_SUCCEEDED: return Handshake::done;
    case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH: return Handshake::key_refused;
    case ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL:
    case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL: return before == Handshake::key_refused ? before : Handshake::failed;
    case ZMQ_EVENT_DISCONNECTED:
    case ZMQ_EVENT_CLOSED:
      // The reason came first; this only says that it is over.
      return before == Handshake::key_refused || before == Handshake::failed ? before : Handshake::lost;
    default: return before;
  }
}

}  // namespace

Result<Dealer> Dealer::connect(zmq::context_t& context, const std::string& address, const KeyFile& key) {
  try {
    zmq::socket_t socket{context, zmq::socket_type::dealer};
    configure(socket, address, key);
    const std::string watch = fmt::format("inproc://mur.link.monitor.{}", socket.handle());
    if (zmq_socket_monitor(socket.handle(), watch.c_str(), kEvents) != 0) throw zmq::error_t();
    zmq::socket_t monitor{context, zmq::socket_type::pair};
    monitor.set(zmq::sockopt::linger, 0);
    monitor.connect(watch);
    socket.connect(address);
    return Dealer{std::move(socket), std::move(monitor)};
  } catch (const zmq::error_t& error) {
    return fail(Errc::invalid, "brokers",
                fmt::format("cannot connect to {} ({}); write it like `tcp://host:7447`", address, error.what()));
  }
}

Dealer::~Dealer() {
  // First the monitor's writing end: without a reader it would block libzmq's own thread, and all sockets with it.
  if (socket_) zmq_socket_monitor(socket_.handle(), nullptr, 0);
}

Handshake Dealer::heed() {
  while (true) {
    zmq::message_t event;
    zmq::message_t address;
    if (!monitor_.recv(event, zmq::recv_flags::dontwait)) return handshake_;
    while (event.more() && monitor_.recv(address) && address.more()) {
    }
    std::uint16_t number = 0;
    if (event.size() < sizeof number) continue;
    std::memcpy(&number, event.data(), sizeof number);
    handshake_ = after(handshake_, number);
  }
}

bool Dealer::send(ByteSpan frame) {
  while (zmq_send(socket_.handle(), frame.data(), frame.size(), ZMQ_DONTWAIT) < 0)
    if (errno != EINTR) return false;
  return true;
}

std::optional<Result<zmq::message_t>> Dealer::receive() {
  zmq::message_t frame;
  if (!socket_.recv(frame, zmq::recv_flags::dontwait)) return std::nullopt;
  if (!frame.more()) return Result<zmq::message_t>{std::move(frame)};
  zmq::message_t rest;
  do {
    if (!socket_.recv(rest, zmq::recv_flags::dontwait)) break;
  } while (rest.more());
  return Result<zmq::message_t>{fail(Errc::corrupt, "message", "a message is one frame")};
}

}  // namespace mur::link
