#include "shared/screening/paid_work.h"

#include <gtest/gtest.h>

#include "tests/shared/screening/kinds.h"

namespace mur::screening {
namespace {

using test::Pieces;
using test::pieces;

Pieces pay(std::string_view text) { return pieces(MarkKind::paid_work, text, screen_need("text", text)); }

struct Said {
  const char* text;
  const char* found;
};

TEST(PaidWork, IsSeen) {
  for (const Said& said : {
           Said{"Animateur, 12 €/h, le mercredi", "12 €/h"},
           Said{"payé 11,65 euros de l'heure", "11,65 euros de l'heure"},
           Said{"1 500 € net", "1 500 € net"},
           Said{"1800 € brut", "1800 € brut"},
           Said{"80€ par jour", "80€ par jour"},
           Said{"£12 per hour", "12 per hour"},
           Said{"contrat de 35 h par semaine", "35 h par semaine"},
           Said{"35h/semaine du lundi au vendredi", "35h/semaine"},
           Said{"39 heures hebdomadaires", "39 heures hebdomadaires"},
           Said{"Nous recrutons en CDI", "en CDI"},
           Said{"un CDD de six mois", "CDD"},
           Said{"Mission rémunérée", "rémunérée"},
           Said{"au SMIC", "au SMIC"},
           Said{"salaire selon expérience", "salaire"},
           Said{"poste à temps plein", "poste à temps plein"},
           Said{"Vente à domicile, complément de revenus assuré", "complément de revenus"},
           Said{"aider nos clients", "nos clients"},
           Said{"Paid position, full time.", "Paid position"},
       }) {
    const Pieces found = pay(said.text);
    ASSERT_FALSE(found.empty()) << said.text;
    EXPECT_EQ(found.front(), said.found) << said.text;
  }
}

TEST(PaidWork, IsNotSeenInWhatVolunteersDo) {
  for (const char* text : {
           "Mission bénévole, non rémunérée",
           "2 heures par semaine",
           "environ 1h30 par semaine (flexible)",
           "repas à 5 €",
           "5 € la semaine prochaine",
           "adhésion : 10 € par an",
           "participation libre, 2 € le café",
           "35 personnes par semaine",
           "aide au CDI du collège",
           "sans rémunération",
           "le dimanche de 8 h à 20 h",
           "24 h chrono",
           "30 h de musique",
           "collecte de 300 kg par mois",
           "accueil des clients du bar associatif",
           "budget de 1 500 € pour le festival",
           "aide à la recherche d'emploi",
           "expliquer aux jeunes comment comprendre sa fiche de paie",
           "18 € par adulte",
           "sas d'entrée",
           "une prime à la bonne humeur",
       })
    EXPECT_EQ(pay(text), Pieces{}) << text;
}

TEST(PaidWork, IsLookedForInNeedsOnly) {
  EXPECT_EQ(pieces(MarkKind::paid_work, "je cherche un CDI, 35 h par semaine"), Pieces{});
}

}  // namespace
}  // namespace mur::screening
