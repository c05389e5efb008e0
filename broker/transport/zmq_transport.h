#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "broker/transport/wire.h"
#include "broker/transport/zap_handler.h"

namespace mur::transport {

/// The ZeroMQ implementation of broker::Transport: one context, a ROUTER with CURVE on the `wire` thread, the key check
/// on the `zap` thread. Until the core has said KeysChanged, handshakes wait; until LogOpened, clients are told to come
/// again.
class ZmqTransport : public broker::Transport {
 public:
  struct Options {
    std::string address;        ///< "tcp://0.0.0.0:7447"; port 0: one that is free
    SecretKey256 secret_key{};  ///< CURVE; its public half is in the clients' key files
    WireTiming timing{};
    std::string program = "mur-broker";  ///< name and version, told in `welcome`
  };
  /// All three outlive the transport. The mailboxes' other ends are the core's.
  ZmqTransport(Options options, broker::CoreMailbox& to_core, broker::WireMailbox& from_core, const Clock& clock);
  ~ZmqTransport() override;
  ZmqTransport(const ZmqTransport&) = delete;
  ZmqTransport& operator=(const ZmqTransport&) = delete;

  Status start() override;
  void stop() override;
  [[nodiscard]] std::string address() const override;
  /// As of the last tick of the wire thread, a fifth of a second ago at most.
  [[nodiscard]] std::vector<SessionStatus> sessions() const override;

 private:
  void run();
  void serve(Wire& wire);

  Options options_;
  broker::CoreMailbox& to_core_;
  broker::WireMailbox& from_core_;
  const Clock& clock_;

  zmq::context_t context_;
  KeyRing keys_;
  ZapHandler zap_;
  CurveRouter router_;  // owned by the wire thread while it runs
  std::thread thread_;
  std::atomic<bool> stopping_ = false;

  mutable std::mutex sessions_mutex_;
  std::vector<SessionStatus> sessions_;
};

}  // namespace mur::transport
