#include "shared/screening/people.h"

#include <algorithm>
#include <array>

#include "shared/screening/word_lists.h"

namespace mur::screening {
namespace {

constexpr std::array<std::string_view, 11> kTitles{"m",        "mr",     "mme",  "mmes", "mlle",        "mrs",
                                                   "monsieur", "madame", "miss", "ms",   "mademoiselle"};

/// Of one letter only « M. » with its capital and its full stop: « 5 m Grande salle » names nobody.
bool is_title(std::string_view utf8, const std::vector<Word>& words, std::size_t at) {
  const Word& word = words[at];
  if (std::ranges::find(kTitles, word.folded) == kTitles.end()) return false;
  if (word.folded.size() > 1) return true;
  return utf8[word.span.begin] == 'M' && gap_after(utf8, words, at) == ". ";
}

bool begins_with_capital(std::string_view utf8, const Word& word) {
  const char first = utf8[word.span.begin];
  if (first >= 'A' && first <= 'Z') return true;
  // Capitals with accents (« Élise ») are two bytes, C3 80 … C3 9E.
  if (static_cast<unsigned char>(first) != 0xC3 || word.span.begin + 1 >= utf8.size()) return false;
  const auto second = static_cast<unsigned char>(utf8[word.span.begin + 1]);
  return second >= 0x80 && second <= 0x9E;
}

}  // namespace

std::vector<Span> vulnerable_people_in(const std::vector<Word>& words) {
  const PhraseBook& book = word_lists().people;
  std::vector<Span> found;
  for (std::size_t i = 0; i < words.size();) {
    const auto phrase = book.at(words, i);
    if (!phrase) {
      ++i;
      continue;
    }
    if (phrase->category != 0) found.push_back({words[i].span.begin, words[i + phrase->words - 1].span.end});
    i += phrase->words;
  }
  return found;
}

std::vector<Span> named_people_in(std::string_view utf8, const std::vector<Word>& words) {
  constexpr std::size_t kWidest = 2;  // between a title and its name: a blank, a full stop and a blank
  std::vector<Span> found;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!is_title(utf8, words, i)) continue;
    std::size_t last = i;
    while (last + 1 < words.size() && last < i + 2 && begins_with_capital(utf8, words[last + 1]) &&
           gap_after(utf8, words, last).size() <= kWidest && !gap_after(utf8, words, last).contains('\n'))
      ++last;
    if (last == i) continue;
    found.push_back({words[i].span.begin, words[last].span.end});
    i = last;
  }
  return found;
}

}  // namespace mur::screening
