#include "shared/domain/likeness.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "shared/base/text.h"
#include "shared/base/words.h"

namespace mur {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kMayDiffer = 5;  // letters from which on a word may have one that differs
constexpr int kNearlyAll = 80;         // percent of letters in common, of two places

// Folded. Articles and prepositions of the languages that hubs here write in, and what is said of an event's state.
constexpr std::array<std::string_view, 44> kSilent = {
    "a",   "au",   "aux", "avec", "d",   "dans", "de", "des", "du",  "en",  "et", "l",  "la",   "le", "les",
    "par", "pour", "sur", "un",   "une", "and",  "at", "by",  "for", "in",  "of", "on", "the",  "to", "with",
    "an",  "der",  "die", "das",  "und", "im",   "am", "het", "een", "van", "op", "te", "voor", "met"};
constexpr std::array<std::string_view, 14> kState = {"annule",  "annulee",  "annulation", "cancelled", "canceled",
                                                     "reporte", "reportee", "deplace",    "deplacee",  "postponed",
                                                     "complet", "rappel",   "reminder",   "abgesagt"};
constexpr std::array<std::array<std::string_view, 3>, 3> kStatePhrases = {
    {{"nouvelle", "date", ""}, {"sold", "out", ""}, {"save", "the", "date"}}};

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& list, const std::string& word) {
  return std::ranges::find(list, word) != list.end();
}

bool is_number(const std::string& word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

/// Takes every run of `phrase` out.
void cut_out(Words& words, const Words& phrase) {
  if (phrase.empty()) return;
  for (auto found = std::ranges::search(words, phrase); !found.empty(); found = std::ranges::search(words, phrase))
    words.erase(found.begin(), found.end());
}

std::size_t letters(const Words& words) {
  std::size_t sum = 0;
  for (const std::string& word : words) sum += length(word);
  return sum;
}

/// Equal, or one letter more, less or other. Bytes are compared: a letter beyond ASCII counts as several.
bool is_nearly(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const std::string& shorter = a.size() <= b.size() ? a : b;
  const std::string& longer = a.size() <= b.size() ? b : a;
  if (shorter.size() < kMayDiffer || longer.size() - shorter.size() > 1 || is_number(a) || is_number(b)) return false;
  const auto split = static_cast<std::size_t>(std::ranges::mismatch(shorter, longer).in1 - shorter.begin());
  const std::size_t skip = shorter.size() == longer.size() ? 1 : 0;
  return std::string_view{shorter}.substr(split + skip) == std::string_view{longer}.substr(split + 1);
}

/// The words of `a` that `b` has too, each of `b` once.
Words common(const Words& a, const Words& b) {
  std::vector<bool> taken(b.size(), false);
  Words both;
  for (const std::string& word : a)
    for (std::size_t i = 0; i < b.size(); ++i) {
      if (taken[i] || !is_nearly(word, b[i])) continue;
      taken[i] = true;
      both.push_back(word);
      break;
    }
  return both;
}

/// As often as they are said: "finale 2" and "finale 1" of "Concours 2" differ.
std::multiset<std::string> numbers(const Words& words) {
  std::multiset<std::string> found;
  std::ranges::copy_if(words, std::inserter(found, found.end()), is_number);
  return found;
}

/// One may say more ("salle 1, 2e étage"), not something else ("salle 2").
bool numbers_agree(const Words& a, const Words& b) {
  const std::multiset<std::string> of_a = numbers(a);
  const std::multiset<std::string> of_b = numbers(b);
  return std::ranges::includes(of_a, of_b) || std::ranges::includes(of_b, of_a);
}

Words without_silent(Words words) {
  Words kept = words;
  std::erase_if(kept, [](const std::string& word) { return is_in(kSilent, word); });
  return kept.empty() ? words : kept;
}

Words place_words(const Place& place) {
  Words words;
  for (const std::string* part : {&place.name, &place.room, &place.address})
    for (std::string& word : words_of(*part))
      if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
  return without_silent(std::move(words));
}

PlaceLikeness compare(const Words& a, const Words& b) {
  if (a.empty() || b.empty()) return PlaceLikeness::unknown;
  if (a == b) return PlaceLikeness::same;
  if (!numbers_agree(a, b)) return PlaceLikeness::different;
  const std::size_t shared = common(a, b).size();
  if (shared == std::min(a.size(), b.size()) || likeness(a, b) >= kNearlyAll) return PlaceLikeness::near;
  return PlaceLikeness::different;
}

}  // namespace

std::vector<std::string> telling_words(const std::string& title, const std::vector<std::string>& owners) {
  const Words all = words_of(title);
  Words words = all;
  for (const auto& phrase : kStatePhrases) {
    Words said;
    for (const std::string_view word : phrase)
      if (!word.empty()) said.emplace_back(word);
    cut_out(words, said);
  }
  for (const std::string& owner : owners) {
    Words left = words;
    cut_out(left, words_of(owner));
    if (!left.empty()) words = std::move(left);
  }
  std::erase_if(words, [](const std::string& word) { return is_in(kState, word); });
  words = without_silent(std::move(words));
  return words.empty() ? all : words;
}

int likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::size_t all = letters(a) + letters(b);
  if (all == 0 || !numbers_agree(a, b)) return 0;
  return static_cast<int>((letters(common(a, b)) + letters(common(b, a))) * 100 / all);
}

bool contains(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter == 0 || (shorter < 2 && a.size() != b.size()) || !numbers_agree(a, b)) return false;
  return common(a, b).size() == shorter;
}

PlaceLikeness place_likeness(const Place& a, const Place& b, const Hub* hub) {
  Words of_a = place_words(a);
  Words of_b = place_words(b);
  if (a.here && b.here) {  // in one house: only its rooms can differ
    if (of_a.empty() && of_b.empty()) return PlaceLikeness::same;
    if (of_a.empty() || of_b.empty()) return PlaceLikeness::near;
    return compare(of_a, of_b);
  }
  if (hub != nullptr && a.here != b.here) {
    const Place house{.name = hub->name, .address = hub->address, .here = false, .room = {}};
    Words& here = a.here ? of_a : of_b;
    const Words& there = a.here ? of_b : of_a;
    if (there.empty()) return PlaceLikeness::unknown;
    if (const PlaceLikeness room = compare(here, there); room == PlaceLikeness::same) return room;
    for (std::string& word : place_words(house)) here.push_back(std::move(word));
    return common(there, here).size() == there.size() ? PlaceLikeness::near : PlaceLikeness::different;
  }
  return compare(of_a, of_b);
}

}  // namespace mur
