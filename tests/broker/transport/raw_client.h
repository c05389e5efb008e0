#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>
#include <zmq.hpp>

#include "shared/link/key_file.h"
#include "shared/protocol/codec.h"
#include "tests/support/scripted_broker.h"

namespace mur::test {

/// A DEALER in the test's hands, with none of our client's manners.
class RawClient {
 public:
  explicit RawClient(const link::KeyFile& key, const std::string& routing_id = {}, int receive_high_water_mark = 1000) {
    socket_.set(zmq::sockopt::curve_serverkey, zmq::buffer(key.broker_key.data(), 32));
    socket_.set(zmq::sockopt::curve_publickey, zmq::buffer(key.public_key.data(), 32));
    socket_.set(zmq::sockopt::curve_secretkey, zmq::buffer(key.secret_key.data(), 32));
    socket_.set(zmq::sockopt::linger, 0);
    socket_.set(zmq::sockopt::rcvhwm, receive_high_water_mark);
    if (!routing_id.empty()) socket_.set(zmq::sockopt::routing_id, routing_id);
    zmq_socket_monitor(socket_.handle(), "inproc://monitor",
                       ZMQ_EVENT_HANDSHAKE_FAILED_AUTH | ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_DISCONNECTED);
    monitor_.set(zmq::sockopt::linger, 0);
    monitor_.connect("inproc://monitor");
    socket_.connect(key.brokers.front());
  }

  ~RawClient() { zmq_socket_monitor(socket_.handle(), nullptr, 0); }  // before its reader goes
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  void send(const protocol::Message& message) { send_bytes(protocol::encode(message)); }
  void send_bytes(const Bytes& bytes) { socket_.send(zmq::buffer(bytes), zmq::send_flags::none); }
  void send_frames(std::size_t count, const Bytes& bytes) {
    for (std::size_t i = 0; i < count; ++i)
      socket_.send(zmq::buffer(bytes), i + 1 < count ? zmq::send_flags::sndmore : zmq::send_flags::none);
  }

  /// The next message; nothing when the deadline comes first.
  std::optional<protocol::Message> receive(std::chrono::milliseconds patience = kDeadline) {
    socket_.set(zmq::sockopt::rcvtimeo, static_cast<int>(patience.count()));
    zmq::message_t frame;
    if (!socket_.recv(frame)) return std::nullopt;
    auto message = protocol::decode({frame.data<const std::uint8_t>(), frame.size()});
    EXPECT_TRUE(message) << (message ? "" : message.error().message);
    if (!message) return std::nullopt;
    return std::move(*message);
  }
  /// The next message, which must be of this kind.
  template <class Kind>
  std::optional<Kind> expect() {
    auto message = receive();
    if (!message) {
      ADD_FAILURE() << "no answer in time";
      return std::nullopt;
    }
    auto* wanted = std::get_if<Kind>(&*message);
    if (wanted == nullptr) {
      ADD_FAILURE() << "another message came: alternative " << message->index();
      return std::nullopt;
    }
    return std::move(*wanted);
  }
  /// The next event of the monitor.
  int next_event() {
    monitor_.set(zmq::sockopt::rcvtimeo, static_cast<int>(std::chrono::milliseconds{kDeadline}.count()));
    zmq::message_t event;
    zmq::message_t address;
    if (!monitor_.recv(event) || !monitor_.recv(address)) return 0;
    std::uint16_t number = 0;
    std::memcpy(&number, event.data(), sizeof number);
    return number;
  }

  /// Says hello and takes the welcome.
  std::optional<protocol::Welcome> greet(protocol::Hello hello = {.client = "raw"}) {
    send(hello);
    return expect<protocol::Welcome>();
  }

 private:
  zmq::context_t context_;
  zmq::socket_t socket_{context_, zmq::socket_type::dealer};
  zmq::socket_t monitor_{context_, zmq::socket_type::pair};
};

}  // namespace mur::test
