#include "shared/screening/phone.h"

#include <gtest/gtest.h>

#include "tests/shared/screening/kinds.h"

namespace mur::screening {
namespace {

using test::Pieces;
using test::pieces;

Pieces numbers(std::string_view text) { return pieces(MarkKind::phone_number, text); }

struct Said {
  const char* text;
  const char* number;
};

TEST(PhoneNumbers, AreSeenAsPeopleWriteThem) {
  for (const Said& said : {
           Said{"Réservation au 01 42 68 53 00 ou sur place.", "01 42 68 53 00"},
           Said{"Tél. : 04.72.10.30.30", "04.72.10.30.30"},
           Said{"Appelez Léa (06-12-34-56-78) le soir", "06-12-34-56-78"},
           Said{"Écrire ou téléphoner : 0612345678.", "0612345678"},
           Said{"numéro vert 0 800 123 456, gratuit", "0 800 123 456"},
           Said{"depuis la Belgique : +32 470 12 34 56", "+32 470 12 34 56"},
           Said{"+33 (0)6 12 34 56 78", "+33 (0)6 12 34 56 78"}, Said{"0033 6 12 34 56 78", "0033 6 12 34 56 78"},
           Said{"à Londres +44 20 7946 0958, à midi", "+44 20 7946 0958"},
           Said{"06\u202F12\u202F34\u202F56\u202F78", "06\u202F12\u202F34\u202F56\u202F78"},
           Said{"à partir de 18 h, 06 12 34 56 78", "06 12 34 56 78"},
           Said{"06 39 98 12 34", "06 39 98 12 34"},  // a prefix that is in no table
       })
    EXPECT_EQ(numbers(said.text), Pieces{said.number}) << said.text;
}

TEST(PhoneNumbers, AreSeenInDisguise) {
  for (const Said& said : {
           Said{"mon zéro six douze trente-quatre cinquante-six soixante-dix-huit, le soir",
                "zéro six douze trente-quatre cinquante-six soixante-dix-huit"},
           Said{"zéro six, douze, trente quatre, quatre-vingt-dix-neuf, zéro zéro",
                "zéro six, douze, trente quatre, quatre-vingt-dix-neuf, zéro zéro"},
           Said{"zero six un deux trois quatre cinq six sept huit", "zero six un deux trois quatre cinq six sept huit"},
           Said{"06 point 12 point 34 point 56 point 78", "06 point 12 point 34 point 56 point 78"},
           Said{"O6 I2 34 56 78", "O6 I2 34 56 78"},
           Said{"06*12*34*56*78 merci", "06*12*34*56*78"},
           Said{"06/12/34/56/78", "06/12/34/56/78"},
           Said{"06_12_34_56_78", "06_12_34_56_78"},
           Said{"06 douze 34 cinquante six 78", "06 douze 34 cinquante six 78"},
           Said{"0️⃣6️⃣ 1️⃣2️⃣ 3️⃣4️⃣ 5️⃣6️⃣ 7️⃣8️⃣", "0️⃣6️⃣ 1️⃣2️⃣ 3️⃣4️⃣ 5️⃣6️⃣ 7️⃣8️⃣"},
           Said{"０６１２３４５６７８", "０６１２３４５６７８"},
           Said{"0 6 1 2 3 4 5 6 7 8", "0 6 1 2 3 4 5 6 7 8"},
           Said{"𝟎𝟔 𝟏𝟐 𝟑𝟒 𝟓𝟔 𝟕𝟖", "𝟎𝟔 𝟏𝟐 𝟑𝟒 𝟓𝟔 𝟕𝟖"},
           Said{"33 6 12 34 56 78", "33 6 12 34 56 78"},
           Said{"oh six twelve no, zero six one two three four five six seven eight",
                "zero six one two three four five six seven eight"},
       })
    EXPECT_EQ(numbers(said.text), Pieces{said.number}) << said.text;
}

TEST(PhoneNumbers, AreNotSeenInOtherNumbers) {
  for (const char* text : {
           "du 06.12 au 13.12.2026",
           "06.12 - 13.12.2026",
           "les 06, 13, 20, 27 janvier et 10 février",
           "les 03, 10 et 17 mars, puis 07, 14 et 21 avril",
           "ouvert 09:00-12:00 14:00-18:00",
           "09h00 - 12h00 / 14h00 - 18h00",
           "06/12/2026 18:30, 06/12/2026 – 13/12/2026, 06/12/26 18:30",
           "le 06 12 2026 18 h 30",
           "2026-03-21 18:30 – 2026-03-22 02:00",
           "75010 Paris, 69100 Villeurbanne",
           "SIRET 732 829 320 00074, RNA W751234567",
           "ISBN 978-2-07-036002-4, ISBN 0-306-40615-2",
           "IBAN FR76 3000 6000 0112 3456 7890 189",
           "1, 2, 3, 4, 5, 6, 7, 8, 9, 10",
           "un, deux, trois, nous irons au bois, quatre, cinq, six",
           "zéro déchet, zéro gaspillage, 100 % local",
           "appelez le 115, le 3919 ou le 18",
           "48.856613, 2.352222",
           "de 10 000 à 1 500 000 000 €",
           "20260321T183000Z",
           "commande n° 1234567890",
       })
    EXPECT_EQ(numbers(text), Pieces{}) << text;
}

TEST(PhoneNumbers, SeveralInARowAreSeenEach) {
  EXPECT_EQ(numbers("06 12 34 56 78 01 42 68 53 00"), (Pieces{"06 12 34 56 78", "01 42 68 53 00"}));
  EXPECT_EQ(numbers("06.12.34.56.78 / 01.42.68.53.00"), (Pieces{"06.12.34.56.78", "01.42.68.53.00"}));
  EXPECT_EQ(numbers("+33 6 12 34 56 78 / 01 42 68 53 00"), (Pieces{"+33 6 12 34 56 78", "01 42 68 53 00"}));
  std::string many;
  for (int i = 0; i < 400; ++i) many += "0612345678 ";
  EXPECT_EQ(numbers(many).size(), 400U);
}

TEST(PhoneNumbers, ALinkThatRingsAPhoneIsOne) {
  EXPECT_EQ(numbers("https://wa.me/33612345678"), Pieces{"https://wa.me/33612345678"});
}

TEST(PhoneNumbers, TypedAsAContactHaveAsManyDigitsAsTheirCountryGives) {
  for (const char* typed : {"06 12 34 56 78", "0612345678", "+33 6 12 34 56 78", "01.42.68.53.00", "+32 470 12 34 56",
                            "+49 (0)30/123456", "+44 20 7946 0958", "06 39 98 12 34", "0033612345678"})
    EXPECT_TRUE(is_phone_number(typed)) << typed;
  for (const char* typed : {"", "06 12 34 56", "06 12 34 56 7", "06 12 34 56 78 90", "12345", "+33 6 12 34", "abc",
                            "+999 12345678", "06 12 34 56 78 a", "+", "0", "()", "06+12345678"})
    EXPECT_FALSE(is_phone_number(typed)) << typed;
}

}  // namespace
}  // namespace mur::screening
