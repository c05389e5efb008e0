#include "broker/transport/key_ring.h"

namespace mur::transport {

bool KeyRing::wait_until_known() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return keys_ != nullptr || given_up_; });
  return !given_up_;
}

void KeyRing::give_up() {
  const std::lock_guard lock(mutex_);
  given_up_ = true;
  changed_.notify_all();
}

void KeyRing::swap(std::shared_ptr<const broker::KeyTable> keys) {
  const std::lock_guard lock(mutex_);
  keys_.swap(keys);
  changed_.notify_all();
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
