#include "shared/calendar/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>

#include "shared/base/text.h"

namespace mur::calendar {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::string converted(std::string_view bytes, const char* charset) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(charset, &error));
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), error);
  std::string utf8;
  if (U_SUCCESS(error)) text.toUTF8String(utf8);
  return utf8;
}

/// "UTF-16LE" or "UTF-16BE" where the first bytes look like it: an iCalendar file starts with letters.
const char* wide_charset(std::string_view bytes) {
  if (bytes.size() < 4) return nullptr;
  if (bytes.starts_with("\xFF\xFE") || (bytes[0] != '\0' && bytes[1] == '\0' && bytes[3] == '\0')) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF") || (bytes[0] == '\0' && bytes[1] != '\0' && bytes[2] == '\0')) return "UTF-16BE";
  return nullptr;
}

/// More characters of several bytes than bytes that fit nothing: UTF-8 with damage.
bool is_mostly_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int32_t>(bytes.size());
  std::int32_t at = 0;
  std::size_t characters = 0;
  std::size_t broken = 0;
  while (at < size) {
    const bool single = data[at] < 0x80;
    UChar32 c = 0;
    U8_NEXT(data, at, size, c);
    if (c < 0) {
      ++broken;
    } else if (!single) {
      ++characters;
    }
  }
  return characters > broken;
}

}  // namespace

Utf8 from_wide(std::string_view bytes) {
  if (const char* charset = wide_charset(bytes)) {
    std::string text = converted(bytes, charset);
    constexpr std::string_view kMark = kUtf8Mark;  // the same character, U+FEFF
    if (text.starts_with(kMark)) text.erase(0, kMark.size());
    return {.text = std::move(text), .read_as = charset};
  }
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  return {.text = std::string(bytes), .read_as = {}};
}

Utf8 from_narrow(std::string bytes) {
  if (is_utf8(bytes) || is_mostly_utf8(bytes)) return {.text = std::move(bytes), .read_as = {}};
  return {.text = converted(bytes, "windows-1252"), .read_as = "windows-1252"};
}

}  // namespace mur::calendar
