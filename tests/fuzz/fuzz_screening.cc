// Any bytes as a public text: every mark lies within it, between characters where it is UTF-8, in order, and can be
// shown.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "shared/base/text.h"
#include "shared/screening/phone.h"
#include "shared/screening/screen.h"
#include "shared/screening/shingles.h"

using mur::is_utf8;
using mur::screening::excerpt;
using mur::screening::is_phone_number;
using mur::screening::is_repeat;
using mur::screening::Mark;
using mur::screening::screen_need;
using mur::screening::shingles_of;
using mur::screening::why;

namespace {

void check(std::string_view text) {
  constexpr std::size_t kAround = 20;
  const bool is_text = is_utf8(text);
  std::uint32_t before = 0;
  for (const Mark& mark : screen_need("text", text)) {
    if (mark.offset < before || mark.length == 0 || mark.offset + mark.length > text.size()) std::abort();
    before = mark.offset;
    const std::string_view piece = text.substr(mark.offset, mark.length);
    (void)why(mark.kind, piece);
    if (is_text && (!is_utf8(piece) || !is_utf8(excerpt(text, mark, kAround)) || excerpt(text, mark, kAround).empty()))
      std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  check(bytes);
  check(mur::normalize(bytes));
  (void)is_phone_number(bytes);
  const auto shingles = shingles_of(bytes);
  if (!shingles.empty() && !is_repeat(shingles, shingles)) std::abort();
  return 0;
}
