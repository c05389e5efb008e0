#include "shared/domain/state_hash.h"

namespace mur {
namespace {

Digest128 digest_of(const RecordId& id, ByteSpan bytes) {
  const std::array<std::uint8_t, 1> kind{static_cast<std::uint8_t>(id.kind)};
  return digest128({kind, id.uuid.bytes, bytes});
}

}  // namespace

void StateHash::add(const RecordId& id, ByteSpan bytes_as_sent) {
  const Digest128 digest = digest_of(id, bytes_as_sent);
  unsigned carry = 0;
  for (std::size_t i = 0; i < sum_.size(); ++i) {
    carry += static_cast<unsigned>(sum_[i]) + digest[i];
    sum_[i] = static_cast<std::uint8_t>(carry & 0xFFU);
    carry >>= 8U;
  }
}

void StateHash::remove(const RecordId& id, ByteSpan bytes_as_sent) {
  const Digest128 digest = digest_of(id, bytes_as_sent);
  int borrow = 0;
  for (std::size_t i = 0; i < sum_.size(); ++i) {
    const int difference = static_cast<int>(sum_[i]) - static_cast<int>(digest[i]) - borrow;
    borrow = difference < 0 ? 1 : 0;
    sum_[i] = static_cast<std::uint8_t>(difference & 0xFF);
  }
}

StateHash StateHash::from(const Digest128& value) {
  StateHash hash;
  hash.sum_ = value;
  return hash;
}

}  // namespace mur
