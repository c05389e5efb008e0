#include "shared/base/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <cstdint>

namespace mur {
namespace {

const icu::Normalizer2& nfc() {
  UErrorCode error = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(error);
}

const icu::Normalizer2& nfkd() {
  UErrorCode error = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFKDInstance(error);
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

bool is_kept(UChar32 c) { return c == '\n' || c == '\t' || u_charType(c) != U_CONTROL_CHAR; }

}  // namespace

bool is_utf8(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  std::int32_t units = 0;
  u_strFromUTF8(nullptr, 0, &units, text.data(), static_cast<std::int32_t>(text.size()), &error);
  return error == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(error);
}

std::size_t length(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8)
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
  return count;
}

std::string normalize(std::string_view text) {
  const icu::UnicodeString source = from_utf8(text);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1)) {
    const UChar32 c = source.char32At(i);
    if (c == '\r') {
      if (source.char32At(i + 1) != '\n') kept.append(static_cast<UChar32>('\n'));
    } else if (is_kept(c)) {
      kept.append(c);
    }
  }
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString normal = nfc().normalize(kept, error);
  normal.trim();
  std::string utf8;
  normal.toUTF8String(utf8);
  return utf8;
}

std::string shorten(std::string_view utf8, std::size_t limit) {
  if (length(utf8) <= limit || limit == 0) return std::string(limit == 0 ? std::string_view{} : utf8);
  std::size_t cut = 0;
  std::size_t last_space = 0;
  std::size_t last_space_count = 0;
  for (std::size_t i = 0, count = 0; i < utf8.size() && count < limit; ++i) {
    if (i + 1 < utf8.size() && (static_cast<unsigned char>(utf8[i + 1]) & 0xC0U) == 0x80U) continue;
    if (utf8[i] == ' ' || utf8[i] == '\n') {
      last_space = i;
      last_space_count = count;
    }
    if (++count < limit) cut = i + 1;
  }
  if (last_space_count > limit - limit / 5) cut = last_space;
  std::string_view kept = utf8.substr(0, cut);
  while (!kept.empty() && (kept.back() == ' ' || kept.back() == '\n')) kept.remove_suffix(1);
  return std::string(kept) + "…";
}

std::string fold(std::string_view utf8) {
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString folded = from_utf8(utf8);
  folded.foldCase();
  folded = nfkd().normalize(folded, error);
  icu::UnicodeString plain;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (c == 0x0153) {
      plain.append(icu::UnicodeString("oe"));
    } else if (c == 0x00E6) {
      plain.append(icu::UnicodeString("ae"));
    } else if (u_charType(c) != U_NON_SPACING_MARK) {
      plain.append(c);
    }
  }
  std::string out;
  plain.toUTF8String(out);
  return out;
}

}  // namespace mur
