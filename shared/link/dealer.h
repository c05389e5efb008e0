#pragma once

#include <optional>
#include <string>
#include <zmq.hpp>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/link/key_file.h"

namespace mur::link {

/// What a connection's monitor said last.
enum class Handshake : unsigned char {
  under_way,
  done,
  key_refused,  ///< the broker does not know our key
  failed,       ///< closed during the handshake: starting, or another broker than the key file's
  lost          ///< no connection, or none any more
};

/// One try to reach one broker: a fresh DEALER socket with CURVE that never reconnects by itself, and its monitor.
/// One thread owns it.
class Dealer {
 public:
  /// Errc::invalid when `address` is none. Returns at once; heed() tells what came of it.
  [[nodiscard]] static Result<Dealer> connect(zmq::context_t& context, const std::string& address, const KeyFile& key);

  Dealer(Dealer&&) noexcept = default;
  Dealer& operator=(Dealer&&) = delete;
  ~Dealer();

  [[nodiscard]] void* handle() { return socket_.handle(); }
  [[nodiscard]] void* monitor() { return monitor_.handle(); }

  /// Reads what the monitor has to say.
  Handshake heed();
  /// False when it can't leave just now.
  [[nodiscard]] bool send(ByteSpan frame);
  /// The next message's only frame; Errc::corrupt inside when there were several.
  [[nodiscard]] std::optional<Result<zmq::message_t>> receive();

 private:
  Dealer(zmq::socket_t socket, zmq::socket_t monitor) : socket_{std::move(socket)}, monitor_{std::move(monitor)} {}

  zmq::socket_t socket_;
  zmq::socket_t monitor_;
  Handshake handshake_ = Handshake::under_way;
};

}  // namespace mur::link
