#include "shared/matching/skill_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "shared/base/words.h"

namespace mur::matching {
namespace {

using skills::Entry;
using skills::SkillTree;

/// Words that hold a sentence together, folded. "son" stands here too: « son potentiel » is no sound.
constexpr std::array<std::string_view, 78> kHolding{
    "a",    "afin", "ai",  "and",  "any",  "at",    "au",  "aux",  "avec",  "ce",    "ces",   "chez", "d",
    "dans", "de",   "des", "du",   "en",   "entre", "est", "et",   "etre",  "for",   "from",  "have", "i",
    "il",   "in",   "is",  "j",    "je",   "l",     "la",  "le",   "les",   "leur",  "leurs", "lors", "m",
    "ma",   "me",   "mes", "mon",  "my",   "n",     "ne",  "nos",  "notre", "nous",  "of",    "on",   "or",
    "ou",   "par",  "pas", "plus", "pour", "qu",    "que", "qui",  "s",     "sa",    "se",    "ses",  "si",
    "son",  "sous", "sur", "the",  "to",   "un",    "une", "vers", "vos",   "votre", "vous",  "with", "your"};

/// Stems of what every second post says: what they have in common says nothing.
constexpr std::array<std::string_view, 114> kEverywhere{
    "accompagn", "action",   "activit",   "aid",      "aide",      "aider",    "aim",      "aime",     "aimer",
    "anim",      "apprendr", "apprendre", "apre",     "associ",    "atelier",  "avoir",    "benevol",  "besoin",
    "bien",      "bon",      "charg",     "cherch",   "cherchon",  "cinq",     "coup",     "demi",     "deux",
    "dimanch",   "dispo",    "disponibl", "dix",      "don",       "donn",     "equip",    "evening",  "fair",
    "faire",     "famil",    "faut",      "five",     "four",      "friday",   "gen",      "grand",    "help",
    "heur",      "hour",     "huit",      "jeudi",    "jour",      "journe",   "lieu",     "lundi",    "main",
    "maison",    "mardi",    "matin",     "mercredi", "mettr",     "midi",     "minut",    "mission",  "moi",
    "monday",    "need",     "neuf",      "nouveau",  "organis",   "parti",    "particip", "peopl",    "person",
    "personn",   "petit",    "peu",       "peux",     "possibl",   "pouvoir",  "prefer",   "pret",     "projet",
    "propos",    "proposon", "public",    "quatr",    "quelqu",    "recherch", "samedi",   "saturday", "savoir",
    "semain",    "sept",     "six",       "soir",     "soutenir",  "soutien",  "sunday",   "temp",     "tenir",
    "three",     "thursday", "time",      "toujour",  "tout",      "trois",    "tuesday",  "two",      "vendredi",
    "vingt",     "voir",     "volunteer", "vouloir",  "wednesday", "weekend"};

/// Endings that forms of one word differ by, longest first.
constexpr std::array<std::string_view, 20> kEndings{"atrice", "ateur", "ation", "ement", "trice", "teur", "tion",
                                                    "euse",   "ment",  "ance",  "age",   "ant",   "ent",  "eur",
                                                    "ier",    "ing",   "er",    "ez",    "ir",    "e"};
constexpr std::size_t kShortestStem = 4;

/// Without what the plural adds.
std::string singular(std::string word) {
  constexpr std::size_t kShortest = 5;
  if (word.size() >= kShortest && (word.back() == 's' || word.back() == 'x')) word.pop_back();
  return word;
}

std::string stem_of(const std::string& singular) {
  for (const std::string_view ending : kEndings)
    if (singular.size() >= ending.size() + kShortestStem && singular.ends_with(ending))
      return singular.substr(0, singular.size() - ending.size());
  return singular;
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// A word by itself and not by its stem.
std::string exactly(const std::string& singular) { return "=" + singular; }

/// What a spelling is found by: a short stem alone would be too many words' ("porter" is no "porte").
constexpr std::size_t kTellingStem = 5;
std::string key_of(const std::string& word, std::size_t words_of_spelling) {
  std::string light = singular(word);
  std::string stem = stem_of(light);
  return words_of_spelling == 1 && stem.size() < kTellingStem ? exactly(light) : stem;
}

std::vector<std::string> without_holding_words(std::string_view text) {
  std::vector<std::string> words = words_of(text);
  std::erase_if(words, [](const std::string& word) { return is_one_of(kHolding, word); });
  return words;
}

/// Where a spelling was found, as far as its words stand close together.
struct Found {
  std::uint32_t spelling;
  std::set<std::size_t> at;
};

}  // namespace

std::vector<ReadWord> telling_words(std::string_view text) {
  constexpr std::size_t kShortest = 3;
  std::vector<ReadWord> list;
  for (std::string& word : without_holding_words(text)) {
    std::string stem = stem_of(singular(word));
    const bool number = std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
    if (word.size() >= kShortest && !number && !is_one_of(kEverywhere, stem))
      list.push_back({std::move(word), std::move(stem)});
  }
  return list;
}

SkillReader::SkillReader(const SkillTree& tree) {
  for (std::size_t i = 0; i < tree.entries().size(); ++i) {
    const Entry& entry = tree.entries()[i];
    const auto place = static_cast<Place>(i);
    add(place, entry.fr);
    add(place, entry.en);
    for (const std::string& alias : entry.aliases) add(place, alias);
  }
}

void SkillReader::add(Place entry, std::string_view text) {
  const std::vector<std::string> words = without_holding_words(text);
  std::set<std::string> keys;
  for (const std::string& word : words) keys.insert(key_of(word, words.size()));
  if (keys.empty()) return;
  const auto spelling = static_cast<std::uint32_t>(spellings_.size());
  spellings_.push_back({entry, keys.size(), words.size()});
  for (const std::string& key : keys) by_key_[key].push_back(spelling);
}

std::vector<SkillReader::Place> SkillReader::read(std::string_view text) const {
  constexpr std::size_t kApart = 3;  // words between those of a spelling, at most
  const std::vector<std::string> words = without_holding_words(text);
  std::map<std::uint32_t, std::map<std::string, std::vector<std::size_t>>> seen;  // of each spelling: its words, where
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string light = singular(words[i]);
    for (const std::string& key : {stem_of(light), exactly(light)}) {
      const auto known = by_key_.find(key);
      if (known == by_key_.end()) continue;
      for (const std::uint32_t spelling : known->second) seen[spelling][key].push_back(i);
    }
  }
  std::vector<Found> found;
  for (const auto& [spelling, keys] : seen) {
    const auto [entry, wanted, said] = spellings_[spelling];
    if (keys.size() != wanted) continue;
    // Around each place of its first word: the nearest of each other one.
    for (const std::size_t first : keys.begin()->second) {
      std::set<std::size_t> at;
      for (const auto& [key, places] : keys)
        at.insert(*std::ranges::min_element(
            places, {}, [&](std::size_t place) { return place > first ? place - first : first - place; }));
      std::size_t near = 0;
      for (const auto& [key, places] : keys)
        for (const std::size_t place : places)
          if (place + kApart >= first && place <= first + said + kApart) ++near;
      if (near >= said && at.size() == wanted && *at.rbegin() - *at.begin() < wanted + kApart)
        found.push_back({spelling, std::move(at)});
    }
  }
  // « site web » is no « web »: what stands within a longer name is not meant by itself.
  std::set<Place> entries;
  for (const Found& one : found) {
    const bool within = std::ranges::any_of(found, [&](const Found& other) {
      return other.at.size() > one.at.size() && std::ranges::includes(other.at, one.at);
    });
    if (!within) entries.insert(spellings_[one.spelling].entry);
  }
  return {entries.begin(), entries.end()};
}

}  // namespace mur::matching
