#pragma once

#include <string>
#include <thread>
#include <vector>
#include <zmq.hpp>

#include "broker/transport/key_ring.h"
#include "shared/base/result.h"

namespace mur::transport {

/// Where libzmq asks about every handshake (RFC 27/ZAP), and the domain the ROUTER names.
inline constexpr const char* kZapAddress = "inproc://zeromq.zap.01";
inline constexpr const char* kZapDomain = "mur";

/// The User-Id of an accepted key, and back: 64 lower-case hexadecimal digits.
[[nodiscard]] std::string user_id_of(const CurvePublicKey& key);
[[nodiscard]] std::optional<CurvePublicKey> key_of_user_id(std::string_view user_id);

/// Answers one ZAP request (the frames after the envelope). 200 with the key as User-Id when the ring has it, 400 when
/// it has not, 500 for a request that is not ZAP's.
[[nodiscard]] std::vector<std::string> judge(const std::vector<std::string>& request, const KeyRing& keys);

/// The `zap` thread: without it CURVE lets any key in. Start it before the ROUTER binds. Handshakes wait until the keys
/// are known. (ZAP has "come again", 300; libzmq 4.3.4 then leaves the connection hanging until the handshake times
/// out.)
class ZapHandler {
 public:
  ZapHandler(zmq::context_t& context, KeyRing& keys) : context_{context}, keys_{keys} {}
  ~ZapHandler() { stop(); }
  ZapHandler(const ZapHandler&) = delete;
  ZapHandler& operator=(const ZapHandler&) = delete;

  Status start();
  void stop();

 private:
  void run(zmq::socket_t requests, zmq::socket_t orders);

  zmq::context_t& context_;
  KeyRing& keys_;
  zmq::socket_t stopper_;
  std::thread thread_;
};

}  // namespace mur::transport
