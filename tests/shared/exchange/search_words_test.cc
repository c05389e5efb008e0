#include "shared/exchange/search_words.h"

#include <gtest/gtest.h>

namespace mur::exchange {
namespace {

TEST(SearchWords, CaseAccentsAndPunctuationDoNotMatter) {
  EXPECT_EQ(search_words("31, Rue des RÉCOLLETS — l’Œuvre"), "31 rue des recollets l oeuvre");
  EXPECT_EQ(search_words(" « ! » "), "");
}

TEST(SearchWords, OnlyWholeWordsCount) {
  EXPECT_TRUE(holds_words("la grande salle au fond", "grande salle"));
  EXPECT_TRUE(holds_words("salle", "salle"));
  EXPECT_FALSE(holds_words("grandes salles", "salle"));
  EXPECT_FALSE(holds_words("131 rue bichat", "31 rue bichat"));
  EXPECT_TRUE(holds_words("131 rue a et 31 rue a", "31 rue a"));
  EXPECT_FALSE(holds_words("anything", ""));
}

TEST(SearchWords, AHashtagIsAWholeOne) {
  EXPECT_TRUE(holds_hashtag("Repas (#Mur), #quartier", "mur"));
  EXPECT_TRUE(holds_hashtag("#VieLocale", "vie locale"));
  EXPECT_TRUE(holds_hashtag("#vie-locale.", "#Vie locale"));
  EXPECT_FALSE(holds_hashtag("#murmure, mur", "mur"));
  EXPECT_FALSE(holds_hashtag("# mur", "mur"));
  EXPECT_FALSE(holds_hashtag("#", "#"));
}

}  // namespace
}  // namespace mur::exchange
