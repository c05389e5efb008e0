#include "shared/screening/letters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "shared/screening/character.h"

namespace mur::screening {
namespace {

using Checker = std::unique_ptr<USpoofChecker, decltype(&uspoof_close)>;

Checker open_checker() {
  UErrorCode error = U_ZERO_ERROR;
  Checker checker(uspoof_open(&error), &uspoof_close);
  if (U_FAILURE(error)) return {nullptr, &uspoof_close};
  uspoof_setChecks(checker.get(), USPOOF_RESTRICTION_LEVEL, &error);
  uspoof_setRestrictionLevel(checker.get(), USPOOF_HIGHLY_RESTRICTIVE);
  return U_FAILURE(error) ? Checker(nullptr, &uspoof_close) : std::move(checker);
}

std::string skeleton_by(const USpoofChecker* checker, std::string_view utf8) {
  UErrorCode error = U_ZERO_ERROR;
  std::string out(utf8.size() * 3 + 16, '\0');
  const auto size = static_cast<std::int32_t>(utf8.size());
  std::int32_t written = 0;
  for (int round = 0; round < 2; ++round) {
    error = U_ZERO_ERROR;
    written = uspoof_getSkeletonUTF8(checker, 0, utf8.data(), size, out.data(), static_cast<std::int32_t>(out.size()),
                                     &error);
    if (error != U_BUFFER_OVERFLOW_ERROR) break;
    out.resize(static_cast<std::size_t>(written) + 1);
  }
  if (U_FAILURE(error)) return {};
  out.resize(static_cast<std::size_t>(written));
  return out;
}

/// Letters made for formulas, labels and keyboards of another width, which stand for plain ones.
bool is_dressed_up(UChar32 c) {
  return (c >= 0x1D400 && c <= 0x1D7CB) || (c >= 0xFF21 && c <= 0xFF5A) || (c >= 0x24B6 && c <= 0x24E9) ||
         (c >= 0x1F130 && c <= 0x1F189) || (c >= 0x249C && c <= 0x24B5);
}

struct Alphabets {
  bool has_latin = false;
  bool has_other = false;
  int dressed_up = 0;
  int letters = 0;
};

Alphabets alphabets_of(std::string_view word) {
  Alphabets found;
  each_character(word, [&](const Character& one) {
    const UChar32 c = one.code;
    if (c < 0 || u_isalpha(c) == 0) {
      if (c >= 0 && is_dressed_up(c)) ++found.dressed_up;
      return;
    }
    ++found.letters;
    if (is_dressed_up(c)) ++found.dressed_up;
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &error);
    if (script == USCRIPT_LATIN)
      found.has_latin = true;
    else if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED)
      found.has_other = true;
  });
  return found;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_latin_letter(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  return c >= 0 && u_isalpha(c) != 0 && uscript_getScript(c, &error) == USCRIPT_LATIN;
}

bool turns_direction(UChar32 c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }
/// A soft hyphen belongs in words.
bool has_no_width(UChar32 c) { return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || c == 0x180E; }
bool is_tag(UChar32 c) { return c >= 0xE0020 && c <= 0xE007F; }
/// Accents of no script, which can stand on any letter.
bool is_free_accent(UChar32 c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
         (c >= 0x20D0 && c <= 0x20DC) || (c >= 0xFE20 && c <= 0xFE2F);
}

/// Spans in order, those that lie `near` bytes apart at most as one.
std::vector<Span> joined(const std::vector<Span>& spans, std::size_t near) {
  std::vector<Span> all;
  for (const Span& span : spans) {
    if (!all.empty() && span.begin <= all.back().end + near)
      all.back().end = std::max(all.back().end, span.end);
    else
      all.push_back(span);
  }
  return all;
}

}  // namespace

std::string skeleton(std::string_view utf8) {
  const Checker checker = open_checker();
  return checker ? skeleton_by(checker.get(), utf8) : std::string{};
}

std::vector<Span> look_alikes(std::string_view utf8, const std::vector<Word>& words) {
  if (is_ascii(utf8)) return {};
  std::vector<Span> found;
  std::vector<const Word*> foreign;  // in no Latin letter
  std::vector<const Word*> latin;
  Checker checker{nullptr, &uspoof_close};
  for (const Word& word : words) {
    const std::string_view text = written(utf8, word.span);
    if (is_ascii(text)) {
      latin.push_back(&word);
      continue;
    }
    const Alphabets alphabets = alphabets_of(text);
    if (alphabets.dressed_up >= 2) {
      found.push_back(word.span);
    } else if (alphabets.has_latin && alphabets.has_other) {
      if (!checker) checker = open_checker();
      UErrorCode error = U_ZERO_ERROR;
      const auto size = static_cast<std::int32_t>(text.size());
      if (checker && uspoof_checkUTF8(checker.get(), text.data(), size, nullptr, &error) != 0 && U_SUCCESS(error))
        found.push_back(word.span);
    } else if (alphabets.has_other) {
      foreign.push_back(&word);
    } else {
      latin.push_back(&word);
    }
  }
  // A text in Russian has words that look Latin ("сосна" has not, "со" has); a Latin text has no such word by chance.
  if (!foreign.empty() && latin.size() >= foreign.size()) {
    constexpr std::size_t kLeastBytes = 6;  // three letters
    if (!checker) checker = open_checker();
    std::vector<Span> reads_latin;
    for (const Word* word : foreign) {
      const std::string_view text = written(utf8, word->span);
      if (checker && text.size() >= kLeastBytes && is_ascii(skeleton_by(checker.get(), text)))
        reads_latin.push_back(word->span);
    }
    if (reads_latin.size() == foreign.size()) found.insert(found.end(), reads_latin.begin(), reads_latin.end());
  }
  std::ranges::sort(found, {}, &Span::begin);
  return joined(found, 1);  // a sentence in such letters is one find
}

std::vector<Span> hidden_characters(std::string_view utf8) {
  constexpr int kHeap = 3;  // accents on one letter; Vietnamese has two
  if (is_ascii(utf8)) return {};
  std::vector<Span> found;
  const auto mark = [&found](std::size_t begin, std::size_t end) {
    if (!found.empty() && found.back().end >= begin)
      found.back().end = end;
    else
      found.push_back({begin, end});
  };
  UChar32 before = 0;
  std::size_t letter_begin = 0;
  std::size_t thin_begin = 0;
  std::size_t thin_end = 0;  // characters without width since the last letter; 0: none
  bool is_flag = false;
  int accents = 0;
  each_character(utf8, [&](const Character& one) {
    const auto [c, begin, end] = one;
    if (is_free_accent(c)) {
      if (++accents >= kHeap) mark(letter_begin, end);
      return;
    }
    accents = 0;
    if (turns_direction(c)) {
      mark(begin, end);
    } else if (is_tag(c)) {
      if (!is_flag) mark(begin, end);  // a flag of Scotland is an emoji with tags
    } else if (has_no_width(c)) {
      if (thin_end == 0) thin_begin = begin;
      thin_end = end;
      return;
    } else if (thin_end != 0 && is_latin_letter(before) && is_latin_letter(c)) {
      mark(thin_begin, thin_end);
    }
    if (!is_tag(c)) is_flag = c == 0x1F3F4;
    thin_end = 0;
    before = c;
    letter_begin = begin;
  });
  constexpr std::size_t kNear = 16;
  return joined(found, kNear);
}

}  // namespace mur::screening
