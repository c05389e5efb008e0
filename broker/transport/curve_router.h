#pragma once

#include <optional>
#include <string>
#include <zmq.hpp>

#include "broker/transport/outlet.h"
#include "shared/base/digest.h"
#include "shared/base/result.h"
#include "shared/domain/key.h"

namespace mur::transport {

/// One message from a client, as the socket gave it.
struct Incoming {
  Route route;
  std::optional<CurvePublicKey> key;  ///< as ZAP accepted it; absent: refuse
  zmq::message_t payload;             ///< the first frame after the route
  std::size_t frames = 0;             ///< how many there were after the route; one is right
};

/// The broker's ROUTER socket with CURVE, ZAP and the limits of DESIGN.md § 5. `bind` on any thread, then everything on
/// the one that owns it.
class CurveRouter : public Outlet {
 public:
  explicit CurveRouter(zmq::context_t& context) : context_{context} {}

  /// A ZapHandler must run already. Errc::conflict when the address is in use, Errc::invalid when it is none.
  Status bind(const std::string& address, const SecretKey256& secret_key);
  /// With the port that was bound.
  [[nodiscard]] std::string address() const { return address_; }
  [[nodiscard]] void* handle() { return socket_.handle(); }

  /// The next message, if one waits.
  [[nodiscard]] std::optional<Incoming> receive();
  Sent send(const Route& to, const zmq::message_t& frame) override;

  /// Closes the socket; what was sent last (goodbyes) gets `patience` to leave.
  void close(std::chrono::milliseconds patience);

 private:
  zmq::context_t& context_;
  zmq::socket_t socket_;
  std::string address_;
};

}  // namespace mur::transport
