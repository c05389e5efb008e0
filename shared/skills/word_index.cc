#include "shared/skills/word_index.h"

#include <algorithm>
#include <array>
#include <bit>

#include "shared/base/words.h"
#include "shared/skills/edit_distance.h"

namespace mur::skills {
namespace {

// How well a word answers, before the text's weight and the word's rarity.
constexpr std::uint32_t kWhole = 100;
constexpr std::uint32_t kSingular = 90;  // "vélos" for "vélo"
constexpr std::uint32_t kBegins = 50;    // and up to 30 more, the more of the word is there
constexpr std::uint32_t kBeginsMore = 30;
constexpr std::uint32_t kNearly = 40;  // minus what each slip costs
constexpr std::uint32_t kNearlyBegins = 30;
constexpr std::uint32_t kSlip = 10;
/// With fewer documents that answer as typed, slips are looked for.
constexpr std::size_t kHardlyAny = 5;
constexpr std::size_t kLeastToSlipAtBeginning = 5;  // letters: shorter ones begin like too many

/// Words that hold a sentence together, folded; sorted.
constexpr std::array<std::string_view, 50> kBetween{
    "and", "au",  "aux", "avec", "ce",  "ces", "chez", "dans", "de",  "des",   "du",   "elle", "en",
    "est", "et",  "for", "from", "ici", "il",  "in",   "is",   "je",  "la",    "le",   "les",  "ma",
    "mes", "mon", "nos", "nous", "of",  "on",  "or",   "ou",   "par", "pas",   "plus", "pour", "qui",
    "sa",  "se",  "ses", "son",  "sur", "to",  "un",   "une",  "vos", "votre", "with"};
static_assert(std::ranges::is_sorted(kBetween));

bool is_between(std::string_view word) { return std::ranges::binary_search(kBetween, word); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Single letters are what an apostrophe leaves ("l’été") and say nothing.
bool is_indexed(std::string_view word) { return !is_between(word) && (word.size() > 1 || is_digit(word.front())); }

std::uint32_t letters_of(std::string_view word) {
  constexpr unsigned kBits = 32;
  std::uint32_t set = 0;
  for (const char c : word) set |= std::uint32_t{1} << (static_cast<unsigned char>(c) % kBits);
  return set;
}

/// Slips forgiven in a word.
int allowed_slips(std::string_view word) {
  constexpr std::size_t kShort = 4;
  constexpr std::size_t kLong = 8;
  if (word.size() < kShort) return 0;
  return word.size() < kLong ? 1 : 2;
}

std::string cut(std::string word) {
  if (word.size() > kLongestWord) word.resize(kLongestWord);
  return word;
}

}  // namespace

/// What the documents have won so far.
struct WordIndex::Ranking {
  struct Sum {
    std::uint16_t words = 0;    ///< of the query, answered
    std::uint16_t current = 0;  ///< of the query's word at hand: the best
    std::uint32_t score = 0;
  };
  std::vector<Sum> sums;
  std::vector<Document> touched;  ///< by the word at hand

  void take(const Word& word, std::uint32_t quality) {
    for (const Posting& posting : word.postings) {
      Sum& sum = sums[posting.document];
      const auto value = static_cast<std::uint16_t>(quality * posting.weight);
      if (sum.current == 0) touched.push_back(posting.document);
      sum.current = std::max(sum.current, value);
    }
  }
  /// Ends the word at hand: rare words count more.
  void settle(std::size_t documents) {
    if (touched.empty()) return;
    const auto rarity = static_cast<std::uint32_t>(std::bit_width(documents / touched.size()));
    for (const Document document : touched) {
      Sum& sum = sums[document];
      ++sum.words;
      sum.score += sum.current * (rarity + 1);
      sum.current = 0;
    }
    touched.clear();
  }
};

void WordIndex::add(Document document, std::span<const WeightedText> texts) {
  remove(document);
  std::map<std::string, std::uint8_t> found;
  for (const WeightedText& each : texts) {
    for (std::string& folded : words_of(each.text)) {
      if (!is_indexed(folded)) continue;
      std::uint8_t& weight = found[cut(std::move(folded))];
      weight = std::max(weight, each.weight);
    }
  }
  if (found.empty()) return;
  if (documents_.size() <= document) documents_.resize(std::size_t{document} + 1);
  ++count_;
  for (const auto& [text, weight] : found) {
    const auto [known, fresh] = by_word_.try_emplace(text, 0);
    if (fresh) {
      if (free_.empty()) {
        free_.push_back(static_cast<std::uint32_t>(words_.size()));
        words_.emplace_back();
        letters_.push_back(0);
      }
      known->second = free_.back();
      free_.pop_back();
      words_[known->second].text = &known->first;
      letters_[known->second] = letters_of(known->first);
    }
    words_[known->second].postings.push_back({document, weight});
    documents_[document].push_back(known->second);
  }
}

void WordIndex::remove(Document document) {
  if (document >= documents_.size() || documents_[document].empty()) return;
  for (const std::uint32_t place : documents_[document]) {
    Word& word = words_[place];
    const auto posting = std::ranges::find(word.postings, document, &Posting::document);
    *posting = word.postings.back();
    word.postings.pop_back();
    if (!word.postings.empty()) continue;
    by_word_.erase(by_word_.find(*word.text));
    word = Word{};
    letters_[place] = 0;
    free_.push_back(place);
  }
  documents_[document].clear();
  --count_;
}

void WordIndex::match(std::string_view word, bool is_last, Ranking& ranking) const {
  for (auto it = by_word_.lower_bound(word); it != by_word_.end() && it->first.starts_with(word); ++it) {
    const auto typed = static_cast<std::uint32_t>(word.size());
    const auto length = static_cast<std::uint32_t>(it->first.size());
    ranking.take(words_[it->second], typed == length ? kWhole : kBegins + kBeginsMore * typed / length);
  }
  if (word.size() >= 4 && (word.back() == 's' || word.back() == 'x'))
    if (const auto one = by_word_.find(word.substr(0, word.size() - 1)); one != by_word_.end())
      ranking.take(words_[one->second], kSingular);
  if (ranking.touched.size() < kHardlyAny) match_nearly(word, is_last, ranking);
}

void WordIndex::match_nearly(std::string_view word, bool is_last, Ranking& ranking) const {
  const int slips = allowed_slips(word);
  if (slips == 0) return;
  const std::uint32_t letters = letters_of(word);
  const bool may_begin = is_last && word.size() >= kLeastToSlipAtBeginning;
  for (std::size_t place = 0; place < letters_.size(); ++place) {
    // Each slip explains at most one letter that the word lacks.
    if (std::popcount(letters & ~letters_[place]) > slips) continue;
    const std::string* text = words_[place].text;
    if (text == nullptr || text->starts_with(word)) continue;
    if (text->size() + static_cast<std::size_t>(slips) < word.size()) continue;
    if (!may_begin && text->size() > word.size() + static_cast<std::size_t>(slips)) continue;
    const EditDistance distance = edit_distance(word, *text, slips);
    if (distance.whole <= slips)
      ranking.take(words_[place], kNearly - kSlip * static_cast<std::uint32_t>(distance.whole));
    else if (may_begin && distance.begins <= slips)
      ranking.take(words_[place], kNearlyBegins - kSlip * static_cast<std::uint32_t>(distance.begins));
  }
}

std::vector<WordIndex::Hit> WordIndex::search(std::string_view query, std::size_t most) const {
  std::vector<std::string> asked = words_of(query);
  for (std::string& word : asked) word = cut(std::move(word));
  // The last word is still being typed: a single letter of it counts.
  std::vector<std::string_view> wanted;
  for (const std::string& word : asked)
    if (is_indexed(word) || (&word == &asked.back() && !is_between(word))) wanted.push_back(word);
  if (wanted.empty() && !asked.empty()) wanted.push_back(asked.back());
  if (wanted.empty() || count_ == 0 || most == 0) return {};

  Ranking ranking;
  ranking.sums.resize(documents_.size());
  for (const std::string_view word : wanted) {
    match(word, word.data() == asked.back().data(), ranking);
    ranking.settle(count_);
  }
  std::uint16_t answered = 1;
  for (const Ranking::Sum& sum : ranking.sums) answered = std::max(answered, sum.words);
  // One number orders two hits, so that a letter that half the posts answer costs no look at the posts themselves.
  struct Ranked {
    std::uint64_t rank;
    Document document;
  };
  std::vector<Ranked> ranked;
  for (std::size_t i = 0; i < ranking.sums.size(); ++i) {
    const Ranking::Sum& sum = ranking.sums[i];
    if (sum.words != answered) continue;
    const auto words = static_cast<std::uint32_t>(documents_[i].size());
    ranked.push_back({(std::uint64_t{sum.score} << 32U) | ~words, static_cast<Document>(i)});
  }
  most = std::min(most, ranked.size());
  std::ranges::partial_sort(
      ranked, ranked.begin() + static_cast<std::ptrdiff_t>(most),
      [](const Ranked& a, const Ranked& b) { return a.rank != b.rank ? a.rank > b.rank : a.document < b.document; });
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < most; ++i)
    hits.push_back({ranked[i].document, static_cast<std::uint32_t>(ranked[i].rank >> 32U)});
  return hits;
}

}  // namespace mur::skills
