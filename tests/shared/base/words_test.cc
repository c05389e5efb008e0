#include "shared/base/words.h"

#include <gtest/gtest.h>

namespace mur {
namespace {

using Words = std::vector<std::string>;

TEST(WordsOf, AreFoldedAndPartedByWhateverIsNoLetterOrDigit) {
  EXPECT_EQ(words_of("L’Œuvre d’été : n°3 — Café-débat"),
            (Words{"l", "oeuvre", "d", "ete", "n", "3", "cafe", "debat"}));
  EXPECT_EQ(words_of("🚲🎉 Vélo\tparade 🎉"), (Words{"velo", "parade"}));
}

TEST(WordsOf, OfOtherScriptsAreKept) { EXPECT_EQ(words_of("Встреча, 会議"), (Words{"встреча", "会議"})); }

TEST(WordsOf, OfNothingAreNone) {
  EXPECT_TRUE(words_of("").empty());
  EXPECT_TRUE(words_of(" … ✊ !").empty());
}

}  // namespace
}  // namespace mur
