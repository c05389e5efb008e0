#pragma once

#include <cereal/cereal.hpp>
#include <concepts>
#include <cstdint>
#include <span>
#include <string_view>

#include "shared/base/bytes.h"

namespace mur::protocol {

/// cereal's output archive for PROTOCOL.md § 2: fixed little-endian, the same value gives the same bytes everywhere.
/// Knows only what fields.h teaches it: cereal's own loaders and savers for containers are never included.
class Encoder : public cereal::OutputArchive<Encoder> {
 public:
  Encoder() : cereal::OutputArchive<Encoder>{this} {}

  template <std::integral Number>
  void number(Number value) {
    auto bits = static_cast<std::make_unsigned_t<Number>>(value);
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
      out_.push_back(static_cast<std::uint8_t>(bits & 0xFFU));
      if constexpr (sizeof(Number) > 1) bits = static_cast<decltype(bits)>(bits >> 8U);
    }
  }
  void raw(ByteSpan bytes) { out_.insert(out_.end(), bytes.begin(), bytes.end()); }
  /// A length or count that is known only later: reserves its four bytes and returns where they are.
  [[nodiscard]] std::size_t reserve_length();
  void set_length(std::size_t where, std::size_t value);

  /// An encoder writes the newest version of every structure.
  [[nodiscard]] static constexpr bool since(std::uint16_t) { return true; }
  [[nodiscard]] std::size_t size() const { return out_.size(); }
  [[nodiscard]] Bytes take() { return std::move(out_); }

 private:
  Bytes out_;
};

}  // namespace mur::protocol
