#include "shared/skills/search_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "shared/skills/edit_distance.h"

namespace mur::skills {
namespace {

using Ids = std::vector<std::string>;

class Search : public ::testing::Test {
 protected:
  void put(const std::string& id, const std::string& title, const std::string& text = {}) {
    index.add(id, {{title, 3}, {text, 1}});
  }
  Ids find(std::string_view query, std::size_t most = 10) const { return index.search(query, most); }

  SearchIndex<std::string> index;
};

TEST_F(Search, IgnoresCaseAndAccents) {
  put("a", "Réparation de vélos");
  EXPECT_EQ(find("reparation"), Ids{"a"});
  EXPECT_EQ(find("VÉLOS"), Ids{"a"});
  EXPECT_EQ(find("vélo"), Ids{"a"});
  EXPECT_EQ(find("piano"), Ids{});
}

TEST_F(Search, FindsWhatBeginsSoWhileItIsBeingTyped) {
  put("a", "Menuiserie");
  put("b", "Mécanique");
  EXPECT_EQ(find("m").size(), 2U);
  EXPECT_EQ(find("men"), Ids{"a"});
  EXPECT_EQ(find("menuis"), Ids{"a"});
  EXPECT_EQ(find("serie"), Ids{}) << "not the end of a word";
}

TEST_F(Search, ForgivesSlipsTheMoreTheLongerTheWord) {
  put("a", "Menuiserie");
  put("b", "Chant");
  for (const auto* slip : {"menuserie", "mneuiserie", "menuizerie", "meuniserie", "enuiserie", "menusrie"})
    EXPECT_EQ(find(slip), Ids{"a"}) << slip;
  EXPECT_EQ(find("menuse"), Ids{"a"}) << "on the way to it";
  EXPECT_EQ(find("chnat"), Ids{"b"});
  EXPECT_EQ(find("chz"), Ids{}) << "short words are taken at their word";
}

TEST_F(Search, APlainMatchComesBeforeAForgivenOne) {
  put("near", "Une main");
  put("begins", "Painture");
  put("whole", "Du pain");
  EXPECT_EQ(find("pain"), (Ids{"whole", "begins", "near"}));
}

TEST_F(Search, SlipsAreNotLookedForWhereEnoughAnswersAsTyped) {
  for (int i = 0; i < 5; ++i) put("pain" + std::to_string(i), "Pain");
  put("main", "Main");
  const Ids found = find("pain");
  EXPECT_EQ(found.size(), 5U);
  EXPECT_EQ(std::ranges::find(found, "main"), found.end());
}

TEST_F(Search, ATitleCountsMoreThanATextAndARareWordMoreThanACommonOne) {
  put("text", "Autre chose", "on y parle de climat");
  put("title", "Climat");
  EXPECT_EQ(find("climat"), (Ids{"title", "text"}));
}

TEST_F(Search, WantsAllWordsAndWhereNothingHasAllTheRarest) {
  put("a", "Atelier vélo");
  put("b", "Atelier cuisine");
  put("c", "Atelier couture");
  EXPECT_EQ(find("atelier vélo"), Ids{"a"});
  EXPECT_EQ(find("atelier de vélo"), Ids{"a"}) << "words that only hold a sentence together don't count";
  EXPECT_EQ(find("atelier vélo poterie"), Ids{"a"});
  EXPECT_EQ(find("vélo poterie"), Ids{"a"});
}

TEST_F(Search, APluralFindsTheSingular) {
  put("a", "Un vélo pour tous");
  for (int i = 0; i < 6; ++i) put("other" + std::to_string(i), "Des vélos");
  EXPECT_EQ(find("vélos").size(), 7U);
}

TEST_F(Search, AWordBetweenIsStillTheBeginningOfAnother) {
  put("a", "Dessin");
  EXPECT_EQ(find("de"), Ids{"a"});
  EXPECT_EQ(find("d"), Ids{"a"});
  EXPECT_EQ(find(""), Ids{});
  EXPECT_EQ(find(" … "), Ids{});
}

TEST_F(Search, WhatIsRemovedIsGoneAndWhatIsPutAgainIsAnew) {
  put("a", "Chant");
  put("b", "Chant choral");
  index.remove("a");
  EXPECT_EQ(find("chant"), Ids{"b"});
  put("b", "Danse");
  EXPECT_EQ(find("chant"), Ids{});
  EXPECT_EQ(find("danse"), Ids{"b"});
  index.remove("b");
  index.remove("unknown");
  EXPECT_EQ(index.words().words(), 0U) << "no word of what is gone stays in memory";
  put("c", "Chorale");
  EXPECT_EQ(find("chorale"), Ids{"c"});
}

TEST_F(Search, GivesNoMoreThanAskedFor) {
  for (int i = 0; i < 20; ++i) put(std::to_string(i), "Chant");
  EXPECT_EQ(find("chant", 3), (Ids{"0", "1", "2"}));
  EXPECT_EQ(find("chant", 0), Ids{});
}

TEST_F(Search, AnyTextIsTaken) {
  put("a", std::string(5000, 'x') + " \xff\xfe 👩‍🍳 Ελληνικά 中文");
  EXPECT_EQ(find(std::string(4000, 'x')), Ids{"a"});
  EXPECT_EQ(find("ελληνικα"), Ids{"a"});
  EXPECT_EQ(find("中"), Ids{"a"});
}

/// The filter by letters must not lose a word that the distance would keep.
TEST(SearchSlips, AreFoundJustAsWithEveryWordMeasured) {
  std::mt19937 random{7};
  const auto word = [&random] {
    std::string text(5 + random() % 5, 'a');
    for (char& c : text) c = static_cast<char>('a' + random() % 5);
    return text;
  };
  SearchIndex<std::string> index;
  std::vector<std::string> words;
  for (int i = 0; i < 300; ++i) {
    const std::string one = word();
    if (std::ranges::find(words, one) != words.end()) continue;
    words.push_back(one);
    index.add(one, {{one, 1}});
  }
  for (int i = 0; i < 300; ++i) {
    const std::string typed = word();
    const int slips = typed.size() < 8 ? 1 : 2;
    if (std::ranges::count_if(words, [&](const auto& one) { return one.starts_with(typed); }) >= 5) continue;
    Ids expected;
    for (const std::string& one : words) {
      const EditDistance distance = edit_distance(typed, one, slips);
      if (distance.whole <= slips || distance.begins <= slips ||
          (typed.back() == 's' && one == typed.substr(0, typed.size() - 1)))
        expected.push_back(one);
    }
    Ids found = index.search(typed, words.size());
    std::ranges::sort(found);
    std::ranges::sort(expected);
    ASSERT_EQ(found, expected) << typed;
  }
}

}  // namespace
}  // namespace mur::skills
