#include "shared/screening/address.h"

#include <gtest/gtest.h>

#include "tests/shared/screening/kinds.h"

namespace mur::screening {
namespace {

using test::Pieces;
using test::pieces;

struct Said {
  const char* text;
  const char* found;
};

TEST(EmailAddresses, AreSeenAsPeopleWriteThem) {
  for (const Said& said : {
           Said{"Inscription : atelier.velo+2026@exemple.org.", "atelier.velo+2026@exemple.org"},
           Said{"(contact@maison-des-liens.exemple.fr)", "contact@maison-des-liens.exemple.fr"},
           Said{"mailto:ana@exemple.org?subject=x", "ana@exemple.org"},
           Said{"« ana@exemple.org »", "ana@exemple.org"},
           Said{"écrire à élodie@exémple.fr", "élodie@exémple.fr"},
           Said{"ANA_LUZ@EXEMPLE.ORG", "ANA_LUZ@EXEMPLE.ORG"},
       })
    EXPECT_EQ(pieces(MarkKind::email_address, said.text), Pieces{said.found}) << said.text;
}

TEST(EmailAddresses, AreSeenInDisguise) {
  for (const Said& said : {
           Said{"écrivez à ana arobase exemple point fr", "ana arobase exemple point fr"},
           Said{"jean point dupont arobase exemple point org merci", "jean point dupont arobase exemple point org"},
           Said{"ana [at] exemple [dot] org", "ana [at] exemple [dot] org"},
           Said{"ana(at)exemple.fr", "ana(at)exemple.fr"},
           Said{"ana AT gmail DOT com", "ana AT gmail DOT com"},
           Said{"ana chez gmail.com", "ana chez gmail.com"},
           Said{"ana @ exemple . fr", "ana @ exemple . fr"},
           Said{"ana@gmail", "ana@gmail"},
           Said{"ana＠exemple.fr", "ana＠exemple.fr"},
           Said{"ana arobase gmail", "ana arobase gmail"},
       })
    EXPECT_EQ(pieces(MarkKind::email_address, said.text), Pieces{said.found}) << said.text;
}

TEST(EmailAddresses, AreNotSeenInOtherSigns) {
  for (const char* text : {"rendez-vous @ 18 h", "3 @ 5 €", "on se voit chez Free ou chez Orange", "look at this point",
                           "@mairie sur les réseaux", "à 10 points d'écart", "chez Paul, point de vue sur la ville",
                           "meet at noon. Come in", "le point sur les retraites", "a@b", "ana@1.2.3.4"})
    EXPECT_EQ(pieces(MarkKind::email_address, text), Pieces{}) << text;
}

TEST(Links, AreSeenWithAndWithoutAScheme) {
  for (const Said& said : {
           Said{"voir https://exemple.org/page?x=1, puis venir", "https://exemple.org/page?x=1"},
           Said{"HTTP://EXEMPLE.ORG", "HTTP://EXEMPLE.ORG"},
           Said{"hxxp://exemple.org/a", "hxxp://exemple.org/a"},
           Said{"plus d'infos sur exemple.fr.", "exemple.fr"},
           Said{"inscription : bit.ly/atelier-velo", "bit.ly/atelier-velo"},
           Said{"maison-des-liens.exemple.org/agenda", "maison-des-liens.exemple.org/agenda"},
           Said{"allez sur exemple point org", "exemple point org"},
       })
    EXPECT_EQ(pieces(MarkKind::link, said.text), Pieces{said.found}) << said.text;
}

TEST(Links, AreNotSeenInSentencesAndShortForms) {
  for (const char* text : {"Fin de la semaine.De retour lundi", "M. Durand, 2e étage", "le point com' du mois",
                           "n.b. venir tôt", "18.30", "etc.", "S.A.R.L.", "J.-C.", "ici.Me voilà", "a.m./p.m."})
    EXPECT_EQ(pieces(MarkKind::link, text), Pieces{}) << text;
}

}  // namespace
}  // namespace mur::screening
