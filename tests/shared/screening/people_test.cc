#include "shared/screening/people.h"

#include <gtest/gtest.h>

#include "tests/shared/screening/kinds.h"

namespace mur::screening {
namespace {

using test::Pieces;
using test::pieces;

Pieces vulnerable(std::string_view text) { return pieces(MarkKind::vulnerable, text, screen("text", text)); }
Pieces named(std::string_view text) { return pieces(MarkKind::named_person, text, screen("text", text)); }

TEST(People, WhoCannotEasilySayNoIsSeen) {
  EXPECT_EQ(vulnerable("Aide aux devoirs le mardi"), Pieces{"Aide aux devoirs"});
  EXPECT_EQ(vulnerable("Sorties avec des MINEURS ISOLÉS"), Pieces{"MINEURS ISOLÉS"});
  EXPECT_EQ(vulnerable("Maraude dans le 10e"), Pieces{"Maraude"});
  EXPECT_EQ(vulnerable("homework help on Tuesdays"), Pieces{"homework help"});
}

TEST(People, FamiliesAndPlacesAreLeftAlone) {
  for (const char* text : {"Enfants bienvenus", "Un jeu d'enfant", "Goûter en famille, gratuit pour les enfants",
                           "square des Enfants du Monde", "Cuisine pour 80 voisins"})
    EXPECT_EQ(vulnerable(text), Pieces{}) << text;
}

TEST(People, ANameBehindATitleIsSeen) {
  EXPECT_EQ(named("chez Mme Martin, 2e étage"), Pieces{"Mme Martin"});
  EXPECT_EQ(named("demandez M. Jean Dupont"), Pieces{"M. Jean Dupont"});
  EXPECT_EQ(named("avec Madame Élise"), Pieces{"Madame Élise"});
  EXPECT_EQ(named("Ask Mrs Smith"), Pieces{"Mrs Smith"});
}

TEST(People, AnAddressToEverybodyNamesNobody) {
  for (const char* text : {"Mesdames, messieurs", "madame la maire", "à 5 m Grande salle", "ligne M. ouverte", "Mme"})
    EXPECT_EQ(named(text), Pieces{}) << text;
}

TEST(People, WhatIsSeenOfThemWaitsAndNothingElseDoes) {
  EXPECT_TRUE(always_waits(screen("text", "Aide aux devoirs")));
  EXPECT_TRUE(always_waits(screen("text", "chez Mme Martin")));
  EXPECT_FALSE(always_waits(screen("text", "Appelez le 06 12 34 56 78")));
}

}  // namespace
}  // namespace mur::screening
