#include "shared/protocol/decoder.h"

#include <fmt/format.h>

#include <algorithm>

#include "shared/domain/limits.h"

namespace mur::protocol {

Decoder::Decoder(ByteSpan bytes)
    : cereal::InputArchive<Decoder>{this},
      bytes_{bytes},
      frame_{.end = bytes.size(), .version = 0},
      memory_left_{std::min(limits::kDecodedBytesBase / 2 + bytes.size() * limits::kDecodedBytesPerByte,
                            limits::kDecodedBytesMost - limits::kDecodedBytesBase / 2)},
      elements_left_{limits::kElements} {}

bool Decoder::flag() {
  const auto value = number<std::uint8_t>();
  if (value > 1) refuse("", "a yes-or-no that is neither 0 nor 1");
  return value == 1;
}

ByteSpan Decoder::raw(std::size_t size) {
  if (size > left()) refuse("", "the bytes end too early");
  const ByteSpan found = bytes_.subspan(at_, size);
  at_ += size;
  return found;
}

std::size_t Decoder::length(const char* field, std::size_t most) {
  const std::size_t size = number<std::uint32_t>();
  if (size > most) refuse(field, fmt::format("{} bytes where {} are allowed", size, most));
  if (size > left()) refuse(field, "longer than what holds it");
  return size;
}

std::size_t Decoder::count(const char* field, std::size_t most) {
  const std::size_t elements = number<std::uint32_t>();
  if (elements > most) refuse(field, fmt::format("{} elements where {} are allowed", elements, most));
  if (elements > left()) refuse(field, "more elements than bytes");
  if (elements > elements_left_) refuse(field, fmt::format("more than {} elements in all", limits::kElements));
  elements_left_ -= elements;
  return elements;
}

void Decoder::spend(const char* field, std::size_t bytes) {
  if (bytes > memory_left_) refuse(field, "would take more memory than a message of this size may");
  memory_left_ -= bytes;
}

Decoder::Frame Decoder::enter() {
  const std::size_t size = length("structure", bytes_.size());
  const Frame outer = frame_;
  frame_ = {.end = at_ + size, .version = 0};
  frame_.version = number<std::uint16_t>();
  if (frame_.version == 0) refuse("structure", "version 0");
  return outer;
}

Decoder::Frame Decoder::enter_rest() {
  const Frame outer = frame_;
  frame_.version = number<std::uint16_t>();
  if (frame_.version == 0) refuse("structure", "version 0");
  return outer;
}

void Decoder::leave(const Frame& outer, std::uint16_t known_version) {
  if (frame_.version > known_version)
    at_ = frame_.end;
  else if (at_ != frame_.end)
    refuse("structure", fmt::format("{} bytes too many", left()));
  frame_ = outer;
}

void Decoder::expect_end() {
  if (left() != 0) refuse("", fmt::format("{} bytes follow the end", left()));
}

void Decoder::refuse(const char* field, std::string_view why, Errc code) const {
  throw Malformed{Error{code, field, fmt::format("{}{}byte {}: {}", field, *field == '\0' ? "" : ", ", at_, why)}};
}

}  // namespace mur::protocol
