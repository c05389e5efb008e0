#pragma once

#include <cereal/cereal.hpp>
#include <concepts>
#include <cstdint>
#include <exception>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace mur::protocol {

/// Thrown by the decoder and what it calls; never leaves this room (read_whole in codec_support.h catches it).
class Malformed : public std::exception {
 public:
  explicit Malformed(Error error) : error_{std::move(error)} {}
  [[nodiscard]] const Error& error() const { return error_; }
  [[nodiscard]] const char* what() const noexcept override { return error_.message.c_str(); }

 private:
  Error error_;
};

/// cereal's input archive for PROTOCOL.md § 2, over bytes that may be hostile. Every read is checked against the end of
/// the innermost structure, every allocation is first taken from a budget of 64 x size + 64 KiB (and 16 MiB), every
/// list element from limits::kElements.
class Decoder : public cereal::InputArchive<Decoder> {
 public:
  explicit Decoder(ByteSpan bytes);

  template <std::integral Number>
  [[nodiscard]] Number number() {
    const ByteSpan bytes = raw(sizeof(Number));
    std::make_unsigned_t<Number> bits = 0;
    for (std::size_t i = sizeof(Number); i-- > 0;)
      bits = static_cast<std::make_unsigned_t<Number>>((static_cast<std::uint64_t>(bits) << 8U) | bytes[i]);
    return static_cast<Number>(bits);
  }
  [[nodiscard]] bool flag();
  [[nodiscard]] ByteSpan raw(std::size_t size);
  /// A length in bytes of what follows: at most `most`, and no more than there is.
  [[nodiscard]] std::size_t length(const char* field, std::size_t most);
  /// The number of elements that follow: at most `most`, and no more than there are bytes.
  [[nodiscard]] std::size_t count(const char* field, std::size_t most);

  /// Takes `bytes` of memory from the budget; call it before allocating.
  void spend(const char* field, std::size_t bytes);

  /// The structure being read: where it ends and which version wrote it.
  struct Frame {
    std::size_t end = 0;
    std::uint16_t version = 0;
  };
  /// Enters a structure (length, version); returns the outer one for `leave`.
  [[nodiscard]] Frame enter();
  /// Enters content without a length of its own: the structure ends where the bytes do.
  [[nodiscard]] Frame enter_rest();
  /// Leaves it: what a newer writer appended is skipped; what should not be there is refused.
  void leave(const Frame& outer, std::uint16_t known_version);
  /// Was the structure being read written by `version` or a newer one?
  [[nodiscard]] bool since(std::uint16_t version) const { return frame_.version >= version; }

  [[nodiscard]] std::size_t left() const { return frame_.end - at_; }
  /// Everything was read: Errc::corrupt otherwise.
  void expect_end();

  [[noreturn]] void refuse(const char* field, std::string_view why, Errc code = Errc::corrupt) const;

 private:
  ByteSpan bytes_;
  std::size_t at_ = 0;
  Frame frame_;
  std::size_t memory_left_;
  std::size_t elements_left_;
};

}  // namespace mur::protocol
