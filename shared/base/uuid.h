#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/random.h"

namespace mur {

/// RFC 9562 identifier.
struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  friend auto operator<=>(const Uuid&, const Uuid&) = default;
  [[nodiscard]] bool is_nil() const { return *this == Uuid{}; }
};

/// Version 7: 48 bits of milliseconds, 74 random bits. Sorts by time of making.
[[nodiscard]] Uuid make_uuid(TimePoint now, RandomSource& random);

/// Version 8, made from a parent and a name: the same for the same arguments, on every machine. What a command creates
/// is named by derive_uuid(command id, "offer"), so a command that is decided twice names the same thing.
[[nodiscard]] Uuid derive_uuid(const Uuid& parent, std::string_view name);

/// "0190a6e0-…", 36 characters, lower case.
[[nodiscard]] std::string to_string(const Uuid& uuid);
/// The 36-character form, either case; nothing otherwise.
[[nodiscard]] std::optional<Uuid> parse_uuid(std::string_view text);

/// An id of one noun: an EventId is not an OfferId.
template <class Tag>
struct Id {
  Uuid uuid;

  friend auto operator<=>(const Id&, const Id&) = default;
  [[nodiscard]] bool is_nil() const { return uuid.is_nil(); }
};

template <class Tag>
[[nodiscard]] std::string to_string(const Id<Tag>& id) {
  return to_string(id.uuid);
}

}  // namespace mur

template <>
struct std::hash<mur::Uuid> {
  std::size_t operator()(const mur::Uuid& uuid) const noexcept {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    for (std::size_t i = 0; i < 8; ++i) {
      high = (high << 8U) | uuid.bytes[i];
      low = (low << 8U) | uuid.bytes[i + 8];
    }
    return static_cast<std::size_t>((high * 0x9E3779B97F4A7C15ULL) ^ low);
  }
};

template <class Tag>
struct std::hash<mur::Id<Tag>> {
  std::size_t operator()(const mur::Id<Tag>& id) const noexcept { return std::hash<mur::Uuid>{}(id.uuid); }
};
