#include "kiosk/ui/text_buffer.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "kiosk/ui/code_points.h"
#include "shared/base/text.h"

namespace mur::kiosk {
namespace {

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

bool is_mark(char32_t code) { return u_getCombiningClass(static_cast<UChar32>(code)) != 0; }

std::string composed(const std::string& utf8) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error)) return utf8;
  const icu::UnicodeString normal = nfc->normalize(icu::UnicodeString::fromUTF8(utf8), error);
  std::string result;
  return U_FAILURE(error) ? utf8 : normal.toUTF8String(result);
}

}  // namespace

TextBuffer::TextBuffer(std::size_t max_length, std::string_view text) : max_length_(max_length) { insert(text); }

bool TextBuffer::insert(std::string_view utf8) {
  const std::string before = text_;
  for (const CodePoint& point : code_points(utf8)) {
    if (is_control(point.code)) continue;
    std::string longer = composed(text_ + std::string(point.bytes));
    if (mur::length(longer) > max_length_) break;
    text_ = std::move(longer);
  }
  return text_ != before;
}

bool TextBuffer::erase_last() {
  bool erased = false;
  bool marks = true;
  while (marks && !text_.empty()) {
    const CodePoint last = code_points(text_).back();
    marks = is_mark(last.code);
    text_.resize(static_cast<std::size_t>(last.bytes.data() - text_.data()));
    erased = true;
  }
  return erased;
}

bool TextBuffer::complete(std::string_view word) {
  const TextBuffer before = *this;
  text_.resize(text_.size() - last_word().size());
  const TextBuffer without_word = *this;
  insert(word);
  if (text_ != composed(without_word.text_ + std::string(word))) {
    *this = before;  // half a suggestion is worse than none
    return false;
  }
  insert(" ");
  return true;
}

std::size_t TextBuffer::length() const { return mur::length(text_); }

std::string_view TextBuffer::last_word() const {
  const std::size_t space = text_.rfind(' ');
  return std::string_view(text_).substr(space == std::string::npos ? 0 : space + 1);
}

}  // namespace mur::kiosk
