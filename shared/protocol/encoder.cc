#include "shared/protocol/encoder.h"

namespace mur::protocol {

std::size_t Encoder::reserve_length() {
  const std::size_t where = out_.size();
  number(std::uint32_t{0});
  return where;
}

void Encoder::set_length(std::size_t where, std::size_t value) {
  for (std::size_t i = 0; i < sizeof(std::uint32_t); ++i)
    out_[where + i] = static_cast<std::uint8_t>((value >> (8 * i)) & 0xFFU);
}

}  // namespace mur::protocol
