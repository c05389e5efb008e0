#include "broker/transport/zap_handler.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "shared/base/bytes.h"

namespace mur::transport {
namespace {

constexpr const char* kVersion = "1.0";
constexpr std::size_t kRequestFrames = 7;  // version, request id, domain, address, routing id, mechanism, key
constexpr const char* kStopAddress = "inproc://mur.zap.stop";

std::vector<std::string> reply(const std::string& request_id, const char* status, const char* text,
                               std::string user_id = {}) {
  return {kVersion, request_id, status, text, std::move(user_id), {}};
}

std::vector<std::string> receive_frames(zmq::socket_t& socket) {
  std::vector<std::string> frames;
  bool more = true;
  while (more) {
    zmq::message_t frame;
    if (!socket.recv(frame)) break;
    more = frame.more();
    if (frames.size() <= kRequestFrames) frames.push_back(frame.to_string());
  }
  return frames;
}

void send_frames(zmq::socket_t& socket, const std::vector<std::string>& frames) {
  for (std::size_t i = 0; i < frames.size(); ++i)
    socket.send(zmq::buffer(frames[i]), i + 1 < frames.size() ? zmq::send_flags::sndmore : zmq::send_flags::none);
}

}  // namespace

std::string user_id_of(const CurvePublicKey& key) { return to_hex(key); }

std::optional<CurvePublicKey> key_of_user_id(std::string_view user_id) {
  const std::optional<Bytes> bytes = from_hex(user_id);
  CurvePublicKey key{};
  if (!bytes || bytes->size() != key.size()) return std::nullopt;
  std::ranges::copy(*bytes, key.begin());
  return key;
}

std::vector<std::string> judge(const std::vector<std::string>& request, const KeyRing& keys) {
  const std::string request_id = request.size() > 1 ? request[1] : std::string{};
  if (request.size() != kRequestFrames || request[0] != kVersion)
    return reply(request_id, "500", "this is not a ZAP 1.0 request of one key");
  CurvePublicKey key{};
  if (request[2] != kZapDomain || request[5] != "CURVE" || request[6].size() != key.size())
    return reply(request_id, "400", "only CURVE keys are let in");
  std::ranges::copy(as_bytes(request[6]), key.begin());
  if (!keys.find(key)) return reply(request_id, "400", "this key is not known here");
  return reply(request_id, "200", "OK", user_id_of(key));
}

Status ZapHandler::start() {
  try {
    zmq::socket_t requests{context_, zmq::socket_type::rep};
    requests.set(zmq::sockopt::linger, 0);
    requests.bind(kZapAddress);
    zmq::socket_t orders{context_, zmq::socket_type::pair};
    orders.bind(kStopAddress);
    stopper_ = zmq::socket_t{context_, zmq::socket_type::pair};
    stopper_.connect(kStopAddress);
    // From here on the thread owns both sockets; starting it is the fence that ZeroMQ asks for.
    thread_ = std::thread(
        [this, r = std::move(requests), o = std::move(orders)]() mutable { run(std::move(r), std::move(o)); });
  } catch (const zmq::error_t& error) {
    return fail(Errc::io, "zap", std::string{"the key check could not be started: "} + error.what());
  }
  return {};
}

void ZapHandler::stop() {
  if (!thread_.joinable()) return;
  keys_.give_up();
  stopper_.send(zmq::str_buffer("stop"), zmq::send_flags::dontwait);
  thread_.join();
  stopper_.close();
}

void ZapHandler::run(zmq::socket_t requests, zmq::socket_t orders) {
  if (!keys_.wait_until_known()) return;
  std::array<zmq::pollitem_t, 2> items{{{requests.handle(), 0, ZMQ_POLLIN, 0}, {orders.handle(), 0, ZMQ_POLLIN, 0}}};
  while (true) {
    try {
      zmq::poll(items, std::chrono::milliseconds{-1});
      if ((items[1].revents & ZMQ_POLLIN) != 0) return;
      if ((items[0].revents & ZMQ_POLLIN) != 0) send_frames(requests, judge(receive_frames(requests), keys_));
    } catch (const zmq::error_t& error) {
      if (error.num() == EINTR) continue;
      return;  // ETERM: the context is going down
    }
  }
}

}  // namespace mur::transport
