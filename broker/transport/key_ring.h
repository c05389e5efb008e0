#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

#include "broker/ports/transport.h"

namespace mur::transport {

/// The keys in force, shared by the wire thread (every message) and the ZAP thread (every handshake): an immutable
/// table that is swapped whole. Any thread.
class KeyRing {
 public:
  /// Waits for the first `swap`: before it nobody can be judged. False when `give_up` was called first.
  [[nodiscard]] bool wait_until_known();
  void give_up();
  void swap(std::shared_ptr<const broker::KeyTable> keys);
  [[nodiscard]] std::optional<broker::KeyEntry> find(const CurvePublicKey& key) const;

 private:
  [[nodiscard]] std::shared_ptr<const broker::KeyTable> table() const;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool given_up_ = false;
  std::shared_ptr<const broker::KeyTable> keys_;  // shared with the core, which made it
};

}  // namespace mur::transport
