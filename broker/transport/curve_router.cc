#include "broker/transport/curve_router.h"

#include <fmt/format.h>

#include "broker/transport/zap_handler.h"
#include "shared/domain/limits.h"

namespace mur::transport {
namespace {

// ZMQ_ZAP_ENFORCE_DOMAIN: the library takes it, the packaged header hides it as draft.
constexpr int kZapEnforceDomain = 93;

void enforce_zap_domain(zmq::socket_t& socket) {
  const int on = 1;
  if (zmq_setsockopt(socket.handle(), kZapEnforceDomain, &on, sizeof on) != 0) throw zmq::error_t();
}

void configure(zmq::socket_t& socket, const std::string& address, const SecretKey256& secret_key) {
  using namespace zmq::sockopt;
  socket.set(curve_server, true);
  socket.set(curve_secretkey, zmq::buffer(secret_key.data(), secret_key.size()));
  socket.set(zap_domain, kZapDomain);
  enforce_zap_domain(socket);
  socket.set(router_mandatory, true);
  socket.set(router_handover, false);
  socket.set(sndhwm, limits::kSendHighWaterMark);
  socket.set(rcvhwm, limits::kReceiveHighWaterMark);
  socket.set(maxmsgsize, static_cast<std::int64_t>(limits::kFrameBytes));
  socket.set(linger, 0);
  socket.set(handshake_ivl, limits::kHandshakeMilliseconds);
  socket.set(heartbeat_ivl, limits::kHeartbeatMilliseconds);
  socket.set(heartbeat_timeout, limits::kHeartbeatTimeoutMilliseconds);
  socket.set(backlog, limits::kBacklog);
  socket.set(ipv6, address.find('[') != std::string::npos);
}

Error cannot_bind(const std::string& address, const zmq::error_t& error) {
  switch (error.num()) {
    case EADDRINUSE:
      return {Errc::conflict, "listen",
              fmt::format("{} is already in use: another broker may be running; stop it, or give `listen` another port",
                          address)};
    case EACCES:
      return {Errc::forbidden, "listen",
              fmt::format("this user may not listen at {}; give `listen` a port above 1023", address)};
    case EADDRNOTAVAIL:
    case ENODEV:
      return {
          Errc::invalid, "listen",
          fmt::format("this machine has no such address as {}; `tcp://0.0.0.0:7447` listens on all it has", address)};
    default:
      return {Errc::invalid, "listen",
              fmt::format("cannot listen at {} ({}); write it like `tcp://0.0.0.0:7447`", address, error.what())};
  }
}

}  // namespace

Status CurveRouter::bind(const std::string& address, const SecretKey256& secret_key) {
  try {
    socket_ = zmq::socket_t{context_, zmq::socket_type::router};
    configure(socket_, address, secret_key);
  } catch (const zmq::error_t& error) {
    return fail(Errc::io, "transport", fmt::format("the broker's socket could not be made: {}", error.what()));
  }
  try {
    socket_.bind(address);
    address_ = socket_.get(zmq::sockopt::last_endpoint);
  } catch (const zmq::error_t& error) {
    socket_.close();
    return fail(cannot_bind(address, error));
  }
  return {};
}

std::optional<Incoming> CurveRouter::receive() {
  zmq::message_t route;
  if (!socket_.recv(route, zmq::recv_flags::dontwait)) return std::nullopt;
  Incoming incoming{.route = route.to_string(), .key = {}, .payload = {}, .frames = 0};
  bool more = route.more();
  while (more) {
    zmq::message_t frame;
    if (!socket_.recv(frame, zmq::recv_flags::dontwait)) break;
    more = frame.more();
    if (++incoming.frames > 1) continue;  // read to the end, not kept
    // The payload frame carries the User-Id; on the routing-id frame it is missing after a poll.
    const char* user_id = zmq_msg_gets(frame.handle(), "User-Id");
    if (user_id != nullptr) incoming.key = key_of_user_id(user_id);
    incoming.payload = std::move(frame);
  }
  return incoming;
}

Sent CurveRouter::send(const Route& to, const zmq::message_t& frame) {
  // ROUTER_MANDATORY: the routing id is where a full or vanished connection shows.
  const int flags = ZMQ_SNDMORE | ZMQ_DONTWAIT;
  while (zmq_send(socket_.handle(), to.data(), to.size(), flags) < 0) {
    if (errno == EINTR) continue;
    return errno == EAGAIN ? Sent::full : Sent::gone;
  }
  zmq::message_t copy;
  copy.copy(const_cast<zmq::message_t&>(frame));  // shares the bytes; libzmq's counter is atomic
  while (zmq_msg_send(copy.handle(), socket_.handle(), ZMQ_DONTWAIT) < 0)
    if (errno != EINTR) return Sent::gone;
  return Sent::yes;
}

void CurveRouter::close(std::chrono::milliseconds patience) {
  if (!socket_) return;
  socket_.set(zmq::sockopt::linger, static_cast<int>(patience.count()));
  socket_.close();
}

}  // namespace mur::transport
