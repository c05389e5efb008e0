#pragma once

#include <string>
#include <zmq.hpp>

namespace mur::transport {

/// ZeroMQ's name for a connection. It only addresses an answer: never an identity, never echoed, never logged.
using Route = std::string;

enum class Sent : unsigned char {
  yes,
  full,  ///< the client does not read: nothing was sent
  gone   ///< the connection is no more
};

/// Where the sessions' frames leave. Never waits.
class Outlet {
 public:
  virtual ~Outlet() = default;
  /// Sends one frame; `frame` stays usable, its bytes are shared and not copied.
  virtual Sent send(const Route& to, const zmq::message_t& frame) = 0;
};

}  // namespace mur::transport
