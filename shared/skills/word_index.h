#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mur::skills {

/// A text to be found by its words, and how much a word in it counts against one in the other texts: a title 3, say.
struct WeightedText {
  std::string_view text;
  std::uint8_t weight = 1;
};

/// Which short texts hold these words, or words that begin so, or nearly: « menuserie » finds « Menuiserie ».
///
/// In memory, because a wall's posts are there anyway, are few (100,000 at the very most) and change one by one;
/// SQLite's FTS5 has no tolerance for slips, and an index on disk would outlive what was erased. Words are folded
/// (case, accents) and kept in order, so that a prefix is a range of the map. Slips are looked for only where hardly
/// anything begins as typed: one pass over the letters that each word has (a 32-bit set: most words fall there), then a
/// bounded edit distance. Unlike trigrams or a bucket for each first letter this misses nothing within the distance,
/// and needs nothing but one integer a word.
class WordIndex {
 public:
  using Document = std::uint32_t;  ///< small numbers: memory is spent up to the largest
  struct Hit {
    Document document;
    std::uint32_t score;
  };

  /// Adds a document, or puts it in place of what had its number.
  void add(Document document, std::span<const WeightedText> texts);
  /// Nothing happens where it is unknown.
  void remove(Document document);
  [[nodiscard]] std::size_t words() const { return by_word_.size(); }

  /// The best first, at most so many: those that answer all words of the query, or, where none does, as many as any.
  /// Words that only hold a sentence together ("de", "and") count only where there is no other. Among equals those of
  /// fewer words come first, then the lower number. Nothing for a query without a word.
  [[nodiscard]] std::vector<Hit> search(std::string_view query, std::size_t most) const;

 private:
  struct Posting {
    Document document;
    std::uint8_t weight;
  };
  struct Word {
    const std::string* text = nullptr;  ///< the map's
    std::vector<Posting> postings;
  };
  struct Ranking;

  void match(std::string_view word, bool is_last, Ranking& ranking) const;
  void match_nearly(std::string_view word, bool is_last, Ranking& ranking) const;

  std::map<std::string, std::uint32_t, std::less<>> by_word_;
  std::vector<Word> words_;
  std::vector<std::uint32_t> letters_;                 ///< of words_, beside it: looked through in one go
  std::vector<std::uint32_t> free_;                    ///< places of words_ without a word
  std::vector<std::vector<std::uint32_t>> documents_;  ///< the words of each
  std::size_t count_ = 0;                              ///< of documents that have a word
};

}  // namespace mur::skills
