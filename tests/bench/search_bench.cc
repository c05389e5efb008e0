// How long a search over posts takes, a key after the other, on walls of 1,000, 10,000 and 100,000 posts whose words
// are those of real lists of services, skills and things ($MUR_SHARED_DATA/needs_offers).
#include <fmt/format.h>
#include <time.h>

#include <algorithm>

#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "shared/base/text.h"
#include "shared/base/words.h"
#include "shared/domain/limits.h"
#include "shared/skills/default_list.h"
#include "shared/skills/search_index.h"
#include "shared/skills/skill_search.h"
#include "tests/support/shared_data.h"

namespace mur::test {
namespace {

constexpr std::size_t kAsked = 20;  // what a board shows of the answer
constexpr int kRounds = 20;

/// What this thread has computed. A search waits for nothing, so on a machine with other work this is what it takes.
double milliseconds_computed() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}
double milliseconds_computed_since(double start) { return milliseconds_computed() - start; }

/// As tell() does, in hundredths, and with the longest.
void tell_computed(const std::string& what, std::vector<double> times) {
  std::ranges::sort(times);
  fmt::print("{}: p50 {:.2f} ms, p99 {:.2f} ms, longest {:.2f} ms ({} times)\n", what, times[times.size() / 2],
             times[times.size() * 99 / 100], times.back(), times.size());
}

/// The lines of the real lists, each a phrase as people name a service, a skill or a thing.
std::vector<std::string> phrases() {
  std::vector<std::string> list;
  for (const char* name :
       {"accorderie_types_de_service.open.csv", "jeveuxaider_skills.csv", "freegle_item_categories.csv",
        "rome_v347_referentiel_competence.csv", "tousbenevoles_missions_sample.open.csv"}) {
    std::ifstream file(shared_data() / "needs_offers" / name);
    for (std::string line; std::getline(file, line);)
      if (const std::string phrase = shorten(normalize(line), limits::kTitle); !phrase.empty()) list.push_back(phrase);
  }
  return list;
}

/// Every letter of what is typed is a search of its own.
std::vector<std::string> keys(const std::string& typed) {
  std::vector<std::string> list;
  for (std::size_t i = 1; i <= typed.size(); ++i)
    if (i == typed.size() || (static_cast<unsigned char>(typed[i]) & 0xC0U) != 0x80U)
      list.push_back(typed.substr(0, i));
  return list;
}

void search_posts(const std::vector<std::string>& phrases, std::size_t posts) {
  std::mt19937 random{20260312};
  const auto phrase = [&] { return phrases[random() % phrases.size()]; };
  skills::SearchIndex<std::size_t> index;
  const auto start = milliseconds_computed();
  for (std::size_t i = 0; i < posts; ++i) {
    const std::string title = phrase();
    const std::string text = phrase();
    index.add(i, {{title, 6}, {text, 2}});
  }
  const double built = milliseconds_computed_since(start);
  fmt::print("{} posts, {} different words: index made in {:.0f} ms\n", posts, index.words().words(), built);

  const auto measure = [&](const std::string& what, const std::vector<std::string>& queries) {
    std::vector<double> times;
    std::size_t found = 0;
    for (int round = 0; round < kRounds; ++round)
      for (const std::string& query : queries) {
        const auto begin = milliseconds_computed();
        found += index.search(query, kAsked).size();
        times.push_back(milliseconds_computed_since(begin));
      }
    tell_computed(
        fmt::format("  {} ({:.1f} found)", what, static_cast<double>(found) / static_cast<double>(times.size())),
        times);
  };
  measure("one letter", {"a", "c", "d", "p", "s"});
  measure("\"menuserie\", key by key", keys("menuserie"));
  measure("\"réparation de vélo\", key by key", keys("réparation de vélo"));
  measure("slips in long words", {"comptabiltié", "infromatique", "acompagnement", "photogrpahie", "acceuil"});
  measure("three common words",
          {"conduite de machine de fabrication", "aide aux devoirs enfants", "vente en gros produits"});
  measure("nothing like it", {"xyzzyqwk", "zzzzzzzzzz"});

  std::vector<double> puts;
  for (int i = 0; i < 1000; ++i) {
    const std::string title = phrase();
    const auto begin = milliseconds_computed();
    index.add(random() % posts, {{title, 6}});
    puts.push_back(milliseconds_computed_since(begin));
  }
  tell_computed("  a post changed", puts);
}

void search_skills() {
  const auto begin = milliseconds_computed();
  const auto tree = skills::default_tree(limits::kSkillList);
  const double read = milliseconds_computed_since(begin);
  if (!tree) {
    fmt::print(stderr, "{}\n", tree.error().message);
    return;
  }
  const auto indexed = milliseconds_computed();
  const skills::SkillSearch search(*tree);
  fmt::print("the list of skills: read in {:.1f} ms, indexed in {:.1f} ms\n", read,
             milliseconds_computed_since(indexed));
  std::vector<double> times;
  for (int round = 0; round < kRounds; ++round)
    for (const std::string& query : keys("menuserie")) {
      const auto start = milliseconds_computed();
      const auto found = search.search(skills::Kind::skill, query, kAsked);
      times.push_back(milliseconds_computed_since(start));
    }
  tell_computed("  \"menuserie\", key by key", times);
}

}  // namespace
}  // namespace mur::test

int main() {
  const std::vector<std::string> phrases = mur::test::phrases();
  if (phrases.empty()) {
    fmt::print(stderr, "search_bench: the shared data (needs_offers) is not there\n");
    return 1;
  }
  fmt::print("{} real phrases\n", phrases.size());
  mur::test::search_skills();
  for (const std::size_t posts : {1'000UL, 10'000UL, 100'000UL}) mur::test::search_posts(phrases, posts);
}
