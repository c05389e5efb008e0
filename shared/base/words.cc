#include "shared/base/words.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>

#include "shared/base/text.h"

namespace mur {

std::vector<std::string> words_of(std::string_view utf8) {
  const icu::UnicodeString folded = icu::UnicodeString::fromUTF8(fold(utf8));
  std::vector<std::string> words;
  for (std::int32_t at = 0; at < folded.length();) {
    const std::int32_t begin = at;
    while (at < folded.length() && u_isalnum(folded.char32At(at)) != 0) at = folded.moveIndex32(at, 1);
    if (at > begin) folded.tempSubStringBetween(begin, at).toUTF8String(words.emplace_back());
    if (at < folded.length()) at = folded.moveIndex32(at, 1);
  }
  return words;
}

}  // namespace mur
