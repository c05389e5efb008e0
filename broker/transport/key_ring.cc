#include "broker/transport/key_ring.h"

namespace mur::transport {

bool KeyRing::is_known() const { return table() != nullptr; }

void KeyRing::swap(std::shared_ptr<const broker::KeyTable> keys) {
  const std::lock_guard lock(mutex_);
  keys_.swap(keys);
}

std::optional<broker::KeyEntry> KeyRing::find(const CurvePublicKey& key) const {
  const auto keys = table();
  if (keys == nullptr) return std::nullopt;
  const auto at = keys->find(key);
  if (at == keys->end()) return std::nullopt;
  return at->second;
}

std::shared_ptr<const broker::KeyTable> KeyRing::table() const {
  const std::lock_guard lock(mutex_);
  return keys_;
}

}  // namespace mur::transport
