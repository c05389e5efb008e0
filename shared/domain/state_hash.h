#pragma once

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/domain/ids.h"

namespace mur {

/// Order-independent hash over id and bytes-as-sent of the live records of one scope: broker and replica compare them.
/// A sum modulo 2^128 of BLAKE2b-128 digests, so that a change costs two additions.
class StateHash {
 public:
  void add(const RecordId& id, ByteSpan bytes_as_sent);
  void remove(const RecordId& id, ByteSpan bytes_as_sent);

  [[nodiscard]] const Digest128& value() const { return sum_; }
  [[nodiscard]] static StateHash from(const Digest128& value);

  friend bool operator==(const StateHash&, const StateHash&) = default;

 private:
  Digest128 sum_{};  // little-endian
};

}  // namespace mur
