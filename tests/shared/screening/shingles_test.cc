#include "shared/screening/shingles.h"

#include <gtest/gtest.h>

#include "shared/screening/screen.h"

namespace mur::screening {
namespace {

bool repeats(std::string_view a, std::string_view b) { return is_repeat(shingles_of(a), shingles_of(b)); }

TEST(Repeats, AreNearlyTheSameText) {
  constexpr std::string_view kText =
      "Nous cherchons quatre personnes pour servir la soupe samedi soir à la salle des fêtes, de 18 h à 21 h. Repas "
      "offert à tous.";
  EXPECT_TRUE(repeats(kText, kText));
  EXPECT_TRUE(repeats(kText,
                      "NOUS CHERCHONS QUATRE PERSONNES pour servir la soupe, samedi soir, à la salle des fetes de 18 h "
                      "à 21 h ! Repas offert à tous…"));
  EXPECT_TRUE(repeats(kText,
                      "Nous cherchons cinq personnes pour servir la soupe samedi soir à la salle des fêtes, de 18 h à "
                      "21 h. Repas offert à tous."));
  EXPECT_FALSE(repeats(
      kText, "Nous cherchons deux personnes pour coller des affiches dimanche matin dans le quartier de la gare."));
  EXPECT_TRUE(repeats("je répare les vélos", "Je répare les vélos !"));
  EXPECT_FALSE(repeats("je répare les vélos", "je répare les ordinateurs"));
  EXPECT_TRUE(repeats("guitare", "Guitare"));
  EXPECT_FALSE(repeats("", ""));
  EXPECT_FALSE(repeats("!!!", "???"));
}

TEST(Resemblance, IsAShareOfRuns) {
  EXPECT_EQ(resemblance(shingles_of("a b c d"), shingles_of("a b c e")), 33);
  EXPECT_EQ(resemblance(shingles_of("a b c"), shingles_of("c b a")), 0);
}

TEST(Excerpt, ShowsWhereInTheText) {
  const std::string text = "Été au jardin\navec vous : appelez le 06 12 34 56 78 après le dîner, merci beaucoup";
  const auto marks = screen("text", text);
  ASSERT_EQ(marks.size(), 1U);
  EXPECT_EQ(excerpt(text, marks[0], 20), "…vous : appelez le [06 12 34 56 78] après le dîner,…");
  EXPECT_EQ(excerpt(text, marks[0], 200),
            "Été au jardin avec vous : appelez le [06 12 34 56 78] après le dîner, merci beaucoup");
  EXPECT_EQ(excerpt("court", marks[0], 20), "");
  EXPECT_EQ(excerpt("ééé", Mark{.kind = MarkKind::link, .field = "text", .offset = 1, .length = 2}, 20), "");
}

}  // namespace
}  // namespace mur::screening
