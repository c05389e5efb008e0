#include "shared/screening/phrase_book.h"

#include <algorithm>

#include "shared/base/words.h"
#include "shared/screening/letters.h"

namespace mur::screening {
namespace {

bool is_or_plural(std::string_view said, std::string_view word) {
  return said == word || (said.size() == word.size() + 1 && said.back() == 's' && said.starts_with(word));
}

}  // namespace

void PhraseBook::add(std::string_view phrase, std::uint8_t category) {
  std::vector<std::string> words = words_of(phrase);
  if (words.empty()) return;
  const std::string first = words.front();
  words.erase(words.begin());
  if (words.empty()) skeletons_.emplace(skeleton(first), category);
  phrases_[first].push_back({.more = std::move(words), .category = category});
}

std::optional<PhraseBook::Found> PhraseBook::at(std::span<const Word> words, std::size_t at) const {
  std::optional<Found> longest;
  const auto take = [&](std::string_view first, bool is_plural) {
    const auto found = phrases_.find(first);
    if (found == phrases_.end()) return;
    for (const Phrase& phrase : found->second) {
      const std::size_t count = phrase.more.size() + 1;
      if (at + count > words.size() || (longest && longest->words >= count) || (is_plural && count > 1)) continue;
      bool same = true;
      for (std::size_t i = 1; same && i < count; ++i)
        same = i + 1 == count ? is_or_plural(words[at + i].folded, phrase.more[i - 1])
                              : words[at + i].folded == phrase.more[i - 1];
      if (same) longest = Found{.category = phrase.category, .words = count};
    }
  };
  const std::string_view word = words[at].folded;
  take(word, false);
  if (word.size() > 1 && word.ends_with('s')) take(word.substr(0, word.size() - 1), true);
  return longest;
}

std::optional<std::uint8_t> PhraseBook::category_of(std::string_view folded) const {
  const Word word{.folded = std::string(folded), .span = {}};
  const auto found = at({&word, 1}, 0);
  return found ? std::optional(found->category) : std::nullopt;
}

std::optional<std::uint8_t> PhraseBook::category_of_masked(std::string_view folded) const {
  constexpr std::size_t kLeast = 4;
  if (folded.size() < kLeast || folded.front() == '*' || folded.back() == '*') return std::nullopt;
  // The first letter narrows the search down to a short stretch of the book.
  for (auto entry = phrases_.lower_bound(folded.substr(0, 1));
       entry != phrases_.end() && entry->first.front() == folded.front(); ++entry) {
    const std::string_view word = entry->first;
    const bool fits = word.size() == folded.size() &&
                      std::ranges::equal(word, folded, [](char a, char b) { return a == b || b == '*'; });
    if (!fits) continue;
    for (const Phrase& phrase : entry->second)
      if (phrase.more.empty()) return phrase.category;
  }
  return std::nullopt;
}

std::optional<std::uint8_t> PhraseBook::category_of_skeleton(std::string_view skeleton) const {
  const auto found = skeletons_.find(skeleton);
  return found == skeletons_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace mur::screening
