#include "shared/domain/state_hash.h"

#include <gtest/gtest.h>

namespace mur {
namespace {

RecordId offer(std::uint8_t n) {
  RecordId id{.kind = RecordKind::offer};
  id.uuid.bytes[15] = n;
  return id;
}

TEST(StateHash, DoesNotDependOnOrder) {
  StateHash a;
  StateHash b;
  a.add(offer(1), as_bytes("one"));
  a.add(offer(2), as_bytes("two"));
  b.add(offer(2), as_bytes("two"));
  b.add(offer(1), as_bytes("one"));
  EXPECT_EQ(a, b);
}

TEST(StateHash, ForgetsWhatIsRemoved) {
  StateHash hash;
  for (std::uint8_t i = 0; i < 100; ++i) hash.add(offer(i), as_bytes("text"));
  for (std::uint8_t i = 0; i < 100; ++i) hash.remove(offer(i), as_bytes("text"));
  EXPECT_EQ(hash, StateHash{});
}

TEST(StateHash, SeesAChangeOfBytesOrOfId) {
  StateHash one;
  StateHash other;
  StateHash third;
  one.add(offer(1), as_bytes("text"));
  other.add(offer(1), as_bytes("test"));
  third.add(offer(2), as_bytes("text"));
  EXPECT_NE(one, other);
  EXPECT_NE(one, third);
}

TEST(StateHash, GoesOnFromAKeptValue) {
  StateHash hash;
  hash.add(offer(1), as_bytes("one"));
  StateHash kept = StateHash::from(hash.value());
  hash.add(offer(2), as_bytes("two"));
  kept.add(offer(2), as_bytes("two"));
  EXPECT_EQ(hash, kept);
}

}  // namespace
}  // namespace mur
