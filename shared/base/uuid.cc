#include "shared/base/uuid.h"

#include <algorithm>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"

namespace mur {
namespace {

void set_version(Uuid& uuid, unsigned version) {
  uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0FU) | (version << 4U));
  uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3FU) | 0x80U);
}

bool is_dash(std::size_t position) { return position == 8 || position == 13 || position == 18 || position == 23; }

}  // namespace

Uuid make_uuid(TimePoint now, RandomSource& random) {
  Uuid uuid;
  random.fill(uuid.bytes);
  const auto milliseconds = static_cast<std::uint64_t>(now.time_since_epoch().count());
  for (std::size_t i = 0; i < 6; ++i) uuid.bytes[i] = static_cast<std::uint8_t>(milliseconds >> (8 * (5 - i)));
  set_version(uuid, 7);
  return uuid;
}

Uuid derive_uuid(const Uuid& parent, std::string_view name) {
  Uuid uuid;
  uuid.bytes = digest128({parent.bytes, as_bytes(name)});
  set_version(uuid, 8);
  return uuid;
}

std::string to_string(const Uuid& uuid) {
  std::string text = to_hex(uuid.bytes);
  for (const std::size_t dash : {8U, 13U, 18U, 23U}) text.insert(dash, 1, '-');
  return text;
}

std::optional<Uuid> parse_uuid(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  std::string hex;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_dash(i) != (text[i] == '-')) return std::nullopt;
    if (!is_dash(i)) hex.push_back(text[i]);
  }
  const auto bytes = from_hex(hex);
  if (!bytes) return std::nullopt;
  Uuid uuid;
  std::ranges::copy(*bytes, uuid.bytes.begin());
  return uuid;
}

}  // namespace mur
