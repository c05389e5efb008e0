#include "shared/exchange/search_words.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "shared/base/text.h"

namespace mur::exchange {
namespace {

icu::UnicodeString folded(std::string_view text) { return icu::UnicodeString::fromUTF8(fold(text)); }

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString letters_of(std::string_view tag) {
  const icu::UnicodeString text = folded(tag);
  icu::UnicodeString letters;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
    if (u_isalnum(text.char32At(at)) != 0) letters.append(text.char32At(at));
  return letters;
}

}  // namespace

std::string search_words(std::string_view text) {
  const icu::UnicodeString all = folded(text);
  icu::UnicodeString words;
  bool between = false;
  for (std::int32_t at = 0; at < all.length(); at = all.moveIndex32(at, 1)) {
    const UChar32 c = all.char32At(at);
    if (u_isalnum(c) == 0) {
      between = !words.isEmpty();
      continue;
    }
    if (between) words.append(static_cast<UChar32>(' '));
    between = false;
    words.append(c);
  }
  return utf8(words);
}

bool holds_words(std::string_view words, std::string_view phrase) {
  if (phrase.empty()) return false;
  for (auto at = words.find(phrase); at != std::string_view::npos; at = words.find(phrase, at + 1)) {
    const auto end = at + phrase.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

bool holds_hashtag(std::string_view text, std::string_view tag) {
  const icu::UnicodeString wanted = letters_of(tag);
  if (wanted.isEmpty()) return false;
  const icu::UnicodeString all = folded(text);
  constexpr char16_t kHash = u'#';
  for (auto at = all.indexOf(kHash); at >= 0; at = all.indexOf(kHash, at + 1)) {
    icu::UnicodeString found;
    for (std::int32_t next = at + 1; next < all.length(); next = all.moveIndex32(next, 1)) {
      const UChar32 c = all.char32At(next);
      if (u_isalnum(c) != 0) {
        found.append(c);
      } else if (c != U'-' && c != U'_') {
        break;
      }
    }
    if (found == wanted) return true;
  }
  return false;
}

}  // namespace mur::exchange
