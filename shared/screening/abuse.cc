#include "shared/screening/abuse.h"

#include <algorithm>
#include <optional>
#include <string>

#include "shared/screening/letters.h"

namespace mur::screening {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

Abuse abuse_of(std::optional<std::uint8_t> category) { return category ? static_cast<Abuse>(*category) : Abuse::none; }

char behind(char c) {
  switch (c) {
    case '@':
    case '4': return 'a';
    case '3': return 'e';
    case '1':
    case '!':
    case '|': return 'i';
    case '0': return 'o';
    case '$':
    case '5': return 's';
    case '7':
    case '+': return 't';
    default: return c;
  }
}

/// "c0nn@rd!" → "connard"; empty if it holds no such sign, or too few letters to be meant as a word.
std::string behind_signs(std::string_view folded) {
  constexpr std::ptrdiff_t kLeastLetters = 2;
  while (!folded.empty() && std::string_view("!+|").contains(folded.back())) folded.remove_suffix(1);
  if (std::ranges::count_if(folded, is_letter) < kLeastLetters) return {};
  std::string word(folded);
  std::ranges::transform(word, word.begin(), behind);
  return word == folded ? std::string{} : word;
}

/// Runs of three letters and more, cut to `most`; empty if there is none.
std::string shorter_runs(std::string_view folded, std::size_t most) {
  std::string cut;
  bool has_run = false;
  for (std::size_t i = 0; i < folded.size();) {
    std::size_t end = i;
    while (end < folded.size() && folded[end] == folded[i]) ++end;
    const bool is_long = end - i >= 3 && is_letter(folded[i]);
    has_run = has_run || is_long;
    cut.append(is_long ? most : end - i, folded[i]);
    i = end;
  }
  return has_run ? cut : std::string{};
}

/// One word by itself, whatever it is dressed as.
Abuse disguised(const PhraseBook& book, std::string_view folded) {
  if (folded.contains('*')) {
    if (const Abuse abuse = abuse_of(book.category_of_masked(folded)); abuse != Abuse::none) return abuse;
  }
  for (const std::string& plain : {behind_signs(folded), shorter_runs(folded, 1), shorter_runs(folded, 2)})
    if (!plain.empty())
      if (const Abuse abuse = abuse_of(book.category_of(plain)); abuse != Abuse::none) return abuse;
  if (std::ranges::all_of(folded, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return Abuse::none;
  // "сonnаrd" with Cyrillic letters
  constexpr std::size_t kLongest = 64;
  return folded.size() <= kLongest ? abuse_of(book.category_of_skeleton(skeleton(folded))) : Abuse::none;
}

/// "c.o.n.n.a.r.d": how many words of one letter follow each other with the same thing between them.
std::size_t spelled_out(std::string_view utf8, const std::vector<Word>& words, std::size_t at) {
  constexpr std::size_t kWidest = 3;
  std::size_t count = 0;
  std::string_view between;
  while (at + count < words.size() && words[at + count].folded.size() == 1) {
    const std::string_view gap = gap_after(utf8, words, at + count);
    if (count == 0) between = gap;
    ++count;
    if (gap != between || gap.size() > kWidest) break;
  }
  return count;
}

}  // namespace

std::vector<FoundAbuse> abuse_in(std::string_view utf8, const std::vector<Word>& words) {
  constexpr std::size_t kLeastSpelled = 4;
  const PhraseBook& book = word_lists().abuse;
  std::vector<FoundAbuse> found;
  for (std::size_t i = 0; i < words.size();) {
    if (const auto phrase = book.at(words, i)) {
      const Span span{words[i].span.begin, words[i + phrase->words - 1].span.end};
      if (const auto abuse = static_cast<Abuse>(phrase->category); abuse != Abuse::none) found.push_back({span, abuse});
      i += phrase->words;
      continue;
    }
    if (const std::size_t count = spelled_out(utf8, words, i); count >= kLeastSpelled) {
      std::string joined;
      for (std::size_t k = 0; k < count; ++k) joined += words[i + k].folded;
      if (const Abuse abuse = abuse_of(book.category_of(joined)); abuse != Abuse::none)
        found.push_back({{words[i].span.begin, words[i + count - 1].span.end}, abuse});
      i += count;
      continue;
    }
    ++i;
  }
  // Signs that stand for letters part words otherwise: these are other words.
  for (const Word& word : words_in(utf8, "@$!*|+"))
    if (const Abuse abuse = disguised(book, word.folded); abuse != Abuse::none) found.push_back({word.span, abuse});
  std::ranges::stable_sort(found, {}, [](const FoundAbuse& one) { return one.span.begin; });
  std::vector<FoundAbuse> kept;
  for (const FoundAbuse& one : found)
    if (kept.empty() || one.span.begin >= kept.back().span.end) kept.push_back(one);
  return kept;
}

}  // namespace mur::screening
