#pragma once

#include <zmq.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <stdexcept>
#include <vector>

#include "shared/link/key_file.h"
#include "shared/protocol/codec.h"

namespace mur::test {

/// Many kiosks' connections in one thread: DEALERs with CURVE keys of their own, which catch up and then listen.
class Swarm {
 public:
  using Instant = std::chrono::steady_clock::time_point;

  explicit Swarm(const std::vector<link::KeyFile>& keys) {
    context_.set(zmq::ctxopt::max_sockets, static_cast<int>(keys.size()) + 16);
    for (const link::KeyFile& key : keys) {
      auto& socket = *sockets_.emplace_back(std::make_unique<zmq::socket_t>(context_, zmq::socket_type::dealer));
      socket.set(zmq::sockopt::curve_serverkey, zmq::buffer(key.broker_key.data(), 32));
      socket.set(zmq::sockopt::curve_publickey, zmq::buffer(key.public_key.data(), 32));
      socket.set(zmq::sockopt::curve_secretkey, zmq::buffer(key.secret_key.data(), 32));
      socket.set(zmq::sockopt::linger, 0);
      // A thousand handshakes on two cores take longer than one.
      socket.set(zmq::sockopt::handshake_ivl, 120000);
      socket.connect(key.brokers.front());
      polled_.push_back({socket.handle(), 0, ZMQ_POLLIN, 0});
    }
  }

  /// Every kiosk catches up. Returns when the last one is current.
  void catch_up() {
    for (const auto& socket : sockets_) send(*socket, protocol::Hello{.client = "bench"});
    std::size_t current = 0;
    listen([&](std::size_t kiosk, const protocol::Message& message) {
      if (std::holds_alternative<protocol::Welcome>(message)) send(*sockets_[kiosk], protocol::Pull{.chunks = 4});
      if (std::holds_alternative<protocol::Chunk>(message)) send(*sockets_[kiosk], protocol::Pull{.chunks = 1});
      if (std::holds_alternative<protocol::Current>(message)) ++current;
      return current < sockets_.size();
    });
  }

  /// Waits until every kiosk has batch `seq`; when the last one came.
  Instant everyone_has(Seq seq) {
    std::size_t reached = 0;
    Instant last{};
    listen([&](std::size_t kiosk, const protocol::Message& message) {
      if (const auto* batch = std::get_if<protocol::BatchMessage>(&message); batch != nullptr && batch->seq == seq) {
        ++reached;
        last = std::chrono::steady_clock::now();
        send(*sockets_[kiosk], protocol::Ping{.applied = seq});
      }
      return reached < sockets_.size();
    });
    return last;
  }

  /// Keeps the sessions alive.
  void ping(Seq applied) {
    for (const auto& socket : sockets_) send(*socket, protocol::Ping{.applied = applied});
  }

 private:
  static void send(zmq::socket_t& socket, const protocol::Message& message) {
    socket.send(zmq::buffer(protocol::encode(message)), zmq::send_flags::none);
  }

  template <class Heard>
  void listen(Heard&& heard) {
    const Instant deadline = std::chrono::steady_clock::now() + std::chrono::minutes{3};
    for (;;) {
      if (std::chrono::steady_clock::now() > deadline) throw std::runtime_error("the swarm waited in vain");
      zmq::poll(polled_, std::chrono::milliseconds{1000});
      for (std::size_t kiosk = 0; kiosk < polled_.size(); ++kiosk) {
        if ((polled_[kiosk].revents & ZMQ_POLLIN) == 0) continue;
        zmq::message_t frame;
        while (sockets_[kiosk]->recv(frame, zmq::recv_flags::dontwait)) {
          const auto message = protocol::decode({frame.data<const std::uint8_t>(), frame.size()});
          if (!message) throw std::runtime_error(message.error().message);
          if (const auto* away = std::get_if<protocol::GoAway>(&*message))
            throw std::runtime_error(away->error.message);
          if (!heard(kiosk, *message)) return;
        }
      }
    }
  }

  zmq::context_t context_{1};
  std::vector<std::unique_ptr<zmq::socket_t>> sockets_;
  std::vector<zmq::pollitem_t> polled_;
};

}  // namespace mur::test
