#include "shared/screening/shingles.h"

#include <algorithm>
#include <string>

#include "shared/screening/word.h"

namespace mur::screening {
namespace {

constexpr std::size_t kRun = 3;  // words
constexpr int kRepeat = 60;      // percent; one word changed in the middle of twenty leaves 71

/// FNV-1a, 64 bits. Nobody gains by a collision: it would mark a post.
std::uint64_t hash_of(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (std::size_t i = begin; i < end; ++i) {
    for (const char c : words[i].folded) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    hash = (hash ^ 0xffU) * 0x100000001b3U;  // no letter: "a b" is not "ab"
  }
  return hash;
}

}  // namespace

Shingles shingles_of(std::string_view utf8) {
  const std::vector<Word> words = words_in(utf8);
  Shingles shingles;
  if (words.empty()) return shingles;
  const std::size_t run = std::min(kRun, words.size());
  for (std::size_t i = 0; i + run <= words.size(); ++i) shingles.push_back(hash_of(words, i, i + run));
  std::ranges::sort(shingles);
  const auto twice = std::ranges::unique(shingles);
  shingles.erase(twice.begin(), twice.end());
  return shingles;
}

int resemblance(const Shingles& a, const Shingles& b) {
  std::size_t both = 0;
  for (auto at = a.begin(), other = b.begin(); at != a.end() && other != b.end();) {
    if (*at == *other) {
      ++both;
      ++at;
      ++other;
    } else if (*at < *other) {
      ++at;
    } else {
      ++other;
    }
  }
  const std::size_t either = a.size() + b.size() - both;
  return either == 0 ? 0 : static_cast<int>(both * 100 / either);
}

bool is_repeat(const Shingles& a, const Shingles& b) { return resemblance(a, b) >= kRepeat; }

}  // namespace mur::screening
