#include "shared/protocol/fields.h"

#include <algorithm>

namespace mur::protocol {
namespace {

constexpr std::size_t kUtf8Longest = 4;  // bytes of one character

/// Cc of Unicode without LF and TAB: C0, DEL, and C1, which UTF-8 writes as C2 80 to C2 9F.
bool has_control(std::string_view utf8) {
  unsigned char before = 0;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) return true;
    if (before == 0xC2 && byte < 0xA0) return true;
    before = byte;
  }
  return false;
}

}  // namespace

bool is_clean(std::string_view utf8) { return !has_control(utf8) && is_utf8(utf8); }

std::string cleaned(std::string_view text, std::size_t most) {
  return is_clean(text) ? shorten(text, most) : shorten(normalize(text), most);
}

void read_text(Decoder& in, const char* name, std::string& value, std::size_t most) {
  constexpr std::size_t kSmallest = 32;  // what a std::string takes when it first leaves its own buffer
  const std::size_t size = in.length(name, most * kUtf8Longest);
  const std::string_view text = as_text(in.raw(size));
  if (!is_clean(text)) in.refuse(name, "text that is not UTF-8, or with control characters");
  if (size >= sizeof(std::string) / 2) in.spend(name, std::max(size + 1, kSmallest));
  value.assign(text);
}

void write_text(Encoder& out, std::string_view value) {
  out.number(static_cast<std::uint32_t>(value.size()));
  out.raw(as_bytes(value));
}

std::int64_t read_time(Decoder& in, std::int64_t earliest, std::int64_t latest) {
  const auto value = in.number<std::int64_t>();
  if (value < earliest || value > latest) in.refuse("", "a time outside the years 0 to 9999");
  return value;
}

}  // namespace mur::protocol
