#include "shared/base/text.h"

#include <gtest/gtest.h>

namespace mur {
namespace {

TEST(Utf8, AcceptsWellFormedOnly) {
  EXPECT_TRUE(is_utf8("Étudiants, œuvre, 🌻"));
  EXPECT_TRUE(is_utf8(""));
  EXPECT_FALSE(is_utf8("\xC3"));
  EXPECT_FALSE(is_utf8("\xC0\xAF"));      // overlong
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));  // surrogate
}

TEST(Length, CountsCharactersNotBytes) { EXPECT_EQ(length("été"), 3U); }

TEST(Normalize, ComposesAccentsAndDropsControls) { EXPECT_EQ(normalize("  e\u0301te\u0301\x01\r\nfin  "), "été\nfin"); }

TEST(Normalize, KeepsNoBreakSpacesInside) { EXPECT_EQ(normalize("Débat\u00A0: ici"), "Débat\u00A0: ici"); }

TEST(Normalize, ReplacesMalformedBytes) { EXPECT_TRUE(is_utf8(normalize("caf\xE9 noir"))); }

TEST(Shorten, LeavesShortTextsAlone) { EXPECT_EQ(shorten("Chorale", 7), "Chorale"); }

TEST(Shorten, CutsAtAWordAndSaysSo) {
  const std::string cut = shorten("Réparer les vélos du quartier", 20);
  EXPECT_EQ(cut, "Réparer les vélos…");
  EXPECT_LE(length(cut), 20U);
}

TEST(Shorten, CutsALongWordWhereItMust) {
  const std::string cut = shorten("anticonstitutionnellement", 10);
  EXPECT_EQ(cut, "anticonst…");
}

TEST(Shorten, NeverCutsWithinACharacter) {
  for (std::size_t limit = 1; limit < 12; ++limit) EXPECT_TRUE(is_utf8(shorten("ééééééééééé éé", limit))) << limit;
}

TEST(Fold, ForgetsCaseAccentsAndLigatures) { EXPECT_EQ(fold("Cœur d'ÉTÉ"), "coeur d'ete"); }

}  // namespace
}  // namespace mur
