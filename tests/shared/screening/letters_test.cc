#include "shared/screening/letters.h"

#include <gtest/gtest.h>

#include "tests/shared/screening/kinds.h"

namespace mur::screening {
namespace {

using test::Pieces;
using test::pieces;

struct Said {
  std::string text;
  std::string found;
};

TEST(LookAlikes, AreSeen) {
  for (const Said& said : {
           Said{"la banque pаypal vous écrit", "pаypal"},    // Cyrillic а
           Said{"Réunion Ρublique", "Ρublique"},             // Greek capital rho
           Said{"atelier gratuit de сосо le soir", "сосо"},  // all Cyrillic, reads as Latin
           Said{"Atelier 𝓰𝓻𝓪𝓽𝓾𝓲𝓽", "𝓰𝓻𝓪𝓽𝓾𝓲𝓽"},
           Said{"Ｐｒｏｍｏ du jour", "Ｐｒｏｍｏ"},
           Said{"Ⓟⓡⓞⓜⓞ", "Ⓟⓡⓞⓜⓞ"},
       })
    EXPECT_EQ(pieces(MarkKind::look_alike, said.text), Pieces{said.found}) << said.text;
}

TEST(LookAlikes, AreNotSeenInLanguagesAndUnits) {
  for (const char* text : {
           "Été, œuvre, Łódź, İstanbul, naïve, Đà Nẵng",
           "Добро пожаловать! Клуб со всеми",
           "Καλώς ήρθατε",
           "مرحبا بكم في البيت",
           "欢迎 IT 部门",
           "おはよう Paris コンサート",
           "한국어 K-pop",
           "10 µm, 5 Ω, 3 ℃, 20 m², H₂O, CO₂",
           "π = 3,14",
           "l’été – l'hiver… « ok »",
           "₽ € ½ ¼ n° №",
           "Atelier Добро пожаловать",
           "ÉCOLE 1ᵉʳ étage, 2ᵉ",
           "β-carotène, α et ω",
           "😀 👍🏽 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
       })
    EXPECT_EQ(pieces(MarkKind::look_alike, text), Pieces{}) << text;
}

TEST(HiddenCharacters, AreSeen) {
  for (const Said& said : {
           Said{"abc\u202Edef", "\u202E"},
           Said{"gra\u200Btuit", "\u200B"},
           Said{"z\u0300\u0301\u0302\u0303alg", "z\u0300\u0301\u0302\u0303"},
           Said{"a\U000E0041\U000E0042", "\U000E0041\U000E0042"},
       })
    EXPECT_EQ(pieces(MarkKind::hidden_characters, said.text), Pieces{said.found}) << said.text;
}

TEST(HiddenCharacters, ThatWritingNeedsAreNone) {
  for (const char* text : {"👩\u200D👧 famille", "می\u200Cخواهم", "\uFEFFBonjour", "mot \u200Bmot", "Viê\u0323t",
                           "co\u00ADopérer", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "ทำงาน ที่นี่", "שָׁלוֹם", "❤️"})
    EXPECT_EQ(pieces(MarkKind::hidden_characters, text), Pieces{}) << text;
}

}  // namespace
}  // namespace mur::screening
