#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "broker/ports/transport.h"

namespace mur::transport {

/// The keys in force, shared by the wire thread (every message) and the ZAP thread (every handshake): an immutable
/// table that is swapped whole. Any thread.
class KeyRing {
 public:
  /// False until the first `swap`: nobody can be judged yet.
  [[nodiscard]] bool is_known() const;
  void swap(std::shared_ptr<const broker::KeyTable> keys);
  [[nodiscard]] std::optional<broker::KeyEntry> find(const CurvePublicKey& key) const;

 private:
  [[nodiscard]] std::shared_ptr<const broker::KeyTable> table() const;

  mutable std::mutex mutex_;
  std::shared_ptr<const broker::KeyTable> keys_;  // shared with the core, which made it
};

}  // namespace mur::transport
