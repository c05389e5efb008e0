#include "broker/ctl/plain.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>

namespace mur::ctl {
namespace {

/// Calls `visit(code point, its UTF-8)` for each character; malformed bytes come as U+FFFD.
template <class Visit>
void each_character(std::string_view text, Visit&& visit) {
  const auto characters = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  for (std::int32_t at = 0; at < characters.length(); at = characters.moveIndex32(at, 1)) {
    const UChar32 c = characters.char32At(at);
    std::string bytes;
    icu::UnicodeString(c).toUTF8String(bytes);
    visit(c, std::string_view{bytes});
  }
}

bool may_be_shown(UChar32 c) {
  constexpr UChar32 kZeroWidthJoiner = 0x200D;  // inside emoji and Indic words
  const auto type = u_charType(c);
  return c == kZeroWidthJoiner ||
         (type != U_CONTROL_CHAR && type != U_FORMAT_CHAR && type != U_LINE_SEPARATOR && type != U_PARAGRAPH_SEPARATOR);
}

std::string cleaned(std::string_view text, std::string_view line_end) {
  std::string clean;
  clean.reserve(text.size());
  each_character(text, [&](UChar32 c, std::string_view bytes) {
    if (c == '\n')
      clean += line_end;
    else if (c == '\t')
      clean += ' ';
    else if (may_be_shown(c))
      clean += bytes;
  });
  return clean;
}

std::size_t width_of(UChar32 c) {
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::string plain(std::string_view text) { return cleaned(text, " "); }
std::string plain_lines(std::string_view text) { return cleaned(text, "\n"); }

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  each_character(text, [&](UChar32 c, std::string_view) { width += width_of(c); });
  return width;
}

std::string fit(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string{text};
  if (width == 0) return {};
  std::string kept;
  std::size_t used = 1;  // the "…"
  bool full = false;
  each_character(text, [&](UChar32 c, std::string_view bytes) {
    full = full || used + width_of(c) > width;
    if (full) return;
    used += width_of(c);
    kept += bytes;
  });
  while (kept.ends_with(' ')) kept.pop_back();
  return kept + "…";
}

}  // namespace mur::ctl
