#include "shared/domain/likeness.h"

#include <gtest/gtest.h>

namespace mur {
namespace {

using Words = std::vector<std::string>;

Words telling(const std::string& title) { return telling_words(title, {}); }
int alike(const std::string& a, const std::string& b) { return likeness(telling(a), telling(b)); }

TEST(TellingWords, LeaveOutArticlesAccentsAndWhatIsSaidOfItsState) {
  EXPECT_EQ(telling("ANNULÉ – La Fête de l’Été"), (Words{"fete", "ete"}));
  EXPECT_EQ(telling("Marche pour le climat (nouvelle date)"), (Words{"marche", "climat"}));
  EXPECT_EQ(telling("SOLD OUT: the big concert"), (Words{"big", "concert"}));
}

TEST(TellingWords, LeaveOutTheOrganizationThatATitleNames) {
  EXPECT_EQ(telling_words("Collectif Climat : marche", {"Collectif climat"}), (Words{"marche"}));
  EXPECT_EQ(telling_words("Collectif Climat", {"Collectif climat"}), (Words{"collectif", "climat"}))
      << "nothing would be left";
}

TEST(TellingWords, KeepATitleThatIsAllArticles) { EXPECT_EQ(telling("Le de la"), (Words{"le", "de", "la"})); }

TEST(Likeness, DoesNotHangOnOrderAccentsOrOneLetter) {
  EXPECT_EQ(alike("Marche pour le climat", "CLIMAT : la marche !"), 100);
  EXPECT_EQ(alike("Atelier vélo", "Ateliers velo"), 100);
  EXPECT_LT(alike("Atelier vélo", "Atelier couture"), 70);
  EXPECT_EQ(alike("Chorale", "Débat logement"), 0);
}

TEST(Likeness, ShortWordsAndNumbersMustBeTheSame) {
  EXPECT_LT(alike("Bal des poètes", "Bar des poètes"), 90);
  EXPECT_EQ(alike("Atelier 3", "Atelier 4"), 0);
  EXPECT_EQ(alike("Séance 2026", "Séance 2027"), 0);
  EXPECT_GT(alike("Rencontres 2026", "Rencontres"), 60) << "one may say more";
  EXPECT_EQ(alike("Team Fortress 2 - Semifinal 1", "Team Fortress 2 - Semifinal 2"), 0);
  EXPECT_GT(alike("Salon 2 : finale 2", "Salon 2"), 40);
}

TEST(Likeness, OfNothingIsNone) { EXPECT_EQ(likeness({}, {}), 0); }

TEST(Containment, WantsTwoWordsOrAllOfThem) {
  EXPECT_TRUE(contains(telling("Marche pour le climat"), telling("Grande marche pour le climat à Paris")));
  EXPECT_FALSE(contains(telling("Marche"), telling("Grande marche pour le climat")));
  EXPECT_TRUE(contains(telling("Chorale"), telling("Chorale !")));
  EXPECT_FALSE(contains(telling("Atelier vélo"), telling("Atelier couture")));
}

class Places : public ::testing::Test {
 protected:
  Places() {
    hub.name = "La Maison commune";
    hub.address = "31, rue des Récollets";
  }
  static Place there(const std::string& name, const std::string& address = {}) {
    return {.name = name, .address = address, .here = false, .room = {}};
  }
  static Place here(const std::string& room) { return {.name = {}, .address = {}, .here = true, .room = room}; }
  [[nodiscard]] PlaceLikeness of(const Place& a, const Place& b) const {
    EXPECT_EQ(place_likeness(a, b, &hub), place_likeness(b, a, &hub)) << "whoever is named first";
    return place_likeness(a, b, &hub);
  }
  Hub hub;
};

TEST_F(Places, AreTheSameHoweverTheyAreWritten) {
  EXPECT_EQ(of(there("Place de la République"), there("place de la republique")), PlaceLikeness::same);
  EXPECT_EQ(of(there("Place de la République"), there("Place de la République", "75003 Paris")), PlaceLikeness::near);
  EXPECT_EQ(of(there("Place de la République"), there("Place d’Italie")), PlaceLikeness::different);
  EXPECT_EQ(of(there("Salle 1"), there("Salle 2")), PlaceLikeness::different);
  EXPECT_EQ(of(there("Place de la République"), there("")), PlaceLikeness::unknown);
}

TEST_F(Places, InTheHubDifferByTheirRooms) {
  EXPECT_EQ(of(here(""), here("")), PlaceLikeness::same);
  EXPECT_EQ(of(here("Grande salle"), here("")), PlaceLikeness::near);
  EXPECT_EQ(of(here("Grande salle"), here("Cour")), PlaceLikeness::different);
}

TEST_F(Places, OutsideMayNameTheHub) {
  EXPECT_EQ(of(here("Grande salle"), there("La Maison commune")), PlaceLikeness::near);
  EXPECT_EQ(of(here(""), there("La Maison commune", "31 rue des Récollets")), PlaceLikeness::near);
  EXPECT_EQ(of(here("Grande salle"), there("Bourse du travail")), PlaceLikeness::different);
}

}  // namespace
}  // namespace mur
