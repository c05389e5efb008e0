#include "shared/screening/abuse.h"

#include <gtest/gtest.h>

#include "tests/shared/screening/kinds.h"

namespace mur::screening {
namespace {

using test::Pieces;
using test::pieces;

TEST(WordList, IsWellWritten) {
  const auto lists = read_word_lists(built_in_words());
  ASSERT_TRUE(lists) << lists.error().message;
}

TEST(WordList, NamesTheLineOfAFault) {
  EXPECT_TRUE(read_word_lists("[allowed]\nwords = [1]").error().message.contains("words.toml:2"));
  EXPECT_TRUE(read_word_lists("[allowed]\nwords = \"a\"").error().message.contains("words.toml:2"));
  EXPECT_TRUE(read_word_lists("[allowed\n").error().message.contains("words.toml:"));
  EXPECT_TRUE(read_word_lists("").error().message.contains("[allowed]"));
}

struct Said {
  const char* text;
  const char* found;
  const char* why;
};

TEST(AbuseWords, AreSeenWithTheirSort) {
  for (const Said& said : {
           Said{"Quel connard, ce voisin", "connard", "abuse (insult)"},
           Said{"FILS DE PUTE", "FILS DE PUTE", "abuse (insult)"},
           Said{"bande d'abrutis", "abrutis", "abuse (insult)"},
           Said{"espèce de crétin !", "espèce de crétin", "abuse (insult)"},
           Said{"you are an asshole", "asshole", "abuse (insult)"},
           Said{"sales arabes, dehors", "sales arabes", "abuse (hate)"},
           Said{"Mort aux Juifs", "Mort aux Juifs", "abuse (hate)"},
           Said{"go back to your country", "go back to your country", "abuse (hate)"},
           Said{"plan cul ce soir ?", "plan cul", "abuse (sexual)"},
           Said{"free porn here", "porn", "abuse (sexual)"},
           Said{"Je sais où tu habites.", "Je sais où tu habites", "abuse (threat)"},
           Said{"I’ll kill you", "I’ll kill you", "abuse (threat)"},
       }) {
    EXPECT_EQ(pieces(MarkKind::abuse, said.text), Pieces{said.found}) << said.text;
    EXPECT_EQ(why(MarkKind::abuse, said.found), said.why);
  }
}

TEST(AbuseWords, AreSeenInDisguise) {
  for (const Said& said : {
           Said{"c0nn@rd", "c0nn@rd", ""},
           Said{"gros connnnnard", "connnnnard", ""},
           Said{"c.o.n.n.a.r.d", "c.o.n.n.a.r.d", ""},
           Said{"c o n n a r d va", "c o n n a r d", ""},
           Said{"c*nnard", "c*nnard", ""},
           Said{"f**k this", "f**k", ""},
           Said{"$alope", "$alope", ""},
           Said{"сonnаrd", "сonnаrd", ""},  // Cyrillic с and а
           Said{"𝓬𝓸𝓷𝓷𝓪𝓻𝓭", "𝓬𝓸𝓷𝓷𝓪𝓻𝓭", ""},
           Said{"con\u200Bnard", "con\u200Bnard", ""},
           Said{"ENCULÉÉÉÉ", "ENCULÉÉÉÉ", ""},
           Said{"p3d3", "p3d3", ""},
       })
    EXPECT_EQ(pieces(MarkKind::abuse, said.text), Pieces{said.found}) << said.text;
}

TEST(AbuseWords, InsideGoodWordsAreNone) {
  for (const char* text : {
           "Scunthorpe, Penistone, Essex et Sussex",
           "concombre, conférence, conseil, Connecticut",
           "la Putainière",
           "disputes et réputation",
           "une computation",
           "classe de 3e, classic bass",
           "grass roots, assembly, passage",
           "cock-a-leekie, cocktail, coq au vin, peacock",
           "un cul-de-sac, un cul de poule, faire cul sec",
           "la chienne Luna attend sa famille",
           "un bâtard et deux baguettes",
           "chatte stérilisée à donner",
           "l'équipe de bénévoles",
           "la Marche des salopettes",
           "les lapins crétins, film pour enfants",
           "violence faite aux femmes, viol, sexisme : en parler",
           "éducation à la sexualité",
           "histoire du nazisme",
           "Ni putes ni soumises",
           "Dick et Fanny jouent du hautbois",
           "le Nègre de Nantes, roman",
           "une shiitake, du shih-tzu",
           "les noirs et blancs de Doisneau",
           "femmes noires, femmes arabes : rencontre",
           "l'île de Lesbos",
           "mise à mort du taureau",
           "moules, mortier, sables",
           "apporter 2 kg de pommes, h1n1, M2, C4",
           "a+b, c++, 5$, @tous",
           "*gras* et _souligné_",
           "chili con carne, con amore",
           "cône, cônes, Cones",
           "une tour de Babel, un beurre, un beur",
           "Nos amis roms et gitans",
           "fdp inclus",
       })
    EXPECT_EQ(pieces(MarkKind::abuse, text), Pieces{}) << text;
}

}  // namespace
}  // namespace mur::screening
