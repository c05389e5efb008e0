#include "shared/screening/mark.h"

#include <gtest/gtest.h>

namespace mur::screening {
namespace {

std::vector<MarkKind> kinds(std::string_view text) {
  std::vector<MarkKind> found;
  for (const Mark& mark : screen("text", text)) found.push_back(mark.kind);
  return found;
}

TEST(Screening, SeesHowPeopleWriteTheirNumbers) {
  for (const char* text : {"appelez le 06 12 34 56 78", "06.12.34.56.78", "0612345678", "+33 6 12 34 56 78",
                           "+33(0)612345678", "06-12-34-56-78 le soir", "tel:06\u00A012\u00A034\u00A056\u00A078"})
    EXPECT_EQ(kinds(text), std::vector{MarkKind::phone_number}) << text;
}

TEST(Screening, LeavesDatesPricesAndCountsAlone) {
  for (const char* text : {"le 21.03.2026 à 18 h 30", "de 2024 à 2026", "80 repas, 12 m²", "5 € / 3 €", "75010 Paris",
                           "SIRET 732 829 320 00074", "1, 2, 3, 4, 5, 6, 7, 8, 9", "ISBN 9782070360024"})
    EXPECT_EQ(kinds(text), std::vector<MarkKind>{}) << text;
}

TEST(Screening, SeesAddressesAndLinks) {
  EXPECT_EQ(kinds("écrire à ana.luz+mur@exemple.org."), std::vector{MarkKind::email_address});
  EXPECT_EQ(kinds("voir https://exemple.org/page et www.exemple.fr"), (std::vector{MarkKind::link, MarkKind::link}));
  EXPECT_EQ(kinds("rendez-vous @ 18 h"), std::vector<MarkKind>{});
}

TEST(Screening, SaysWhereInTheText) {
  const std::string text = "Été : 06 12 34 56 78 !";
  const auto marks = screen("text", text);
  ASSERT_EQ(marks.size(), 1U);
  EXPECT_EQ(text.substr(marks[0].offset, marks[0].length), "06 12 34 56 78");
  EXPECT_EQ(marks[0].field, "text");
}

TEST(Screening, ALinkIsNoContact) {
  EXPECT_FALSE(has_contact(screen("text", "https://exemple.org")));
  EXPECT_TRUE(has_contact(screen("text", "a@exemple.org")));
}

}  // namespace
}  // namespace mur::screening
