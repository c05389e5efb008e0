#include "shared/screening/screen.h"

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

TEST(Screening, SeesWhatOpensAMeeting) {
  for (const char* text :
       {"https://zoom.us/j/123456789?pwd=QWxhZGRpbg", "https://us02web.zoom.us/j/8?a=1&amp;pwd=x",
        "https://meet.exemple.org/salle?jwt=ey.J", "https://teams.microsoft.com/meet/1?p=secret", "Passcode: 123456",
        "mot de passe\u00A0: soleil", "Code d\u2019acc\u00E8s : 4242", "Kenncode: 99"})
    EXPECT_EQ(kinds(text), std::vector{MarkKind::meeting_link}) << text;
}

TEST(Screening, AMeetingsAddressWithoutItsPasswordIsALink) {
  for (const char* text : {"https://zoom.us/j/123456789", "https://meet.jit.si/AtelierDuMardi",
                           "https://exemple.org/?page=2&p=3", "https://exemple.org/?pwd="})
    EXPECT_EQ(kinds(text), std::vector{MarkKind::link}) << text;
  for (const char* text : {"le mot de passe est sur la porte", "un passeport : oui", "Password"})
    EXPECT_EQ(kinds(text), std::vector<MarkKind>{}) << text;
}

TEST(Screening, AllWaysToReachPeopleInOneTextAreMarkedInOrder) {
  EXPECT_EQ(
      kinds("06 12 34 56 78, a@exemple.org, https://zoom.us/j/1?pwd=x Passcode: 7"),
      (std::vector{MarkKind::phone_number, MarkKind::email_address, MarkKind::meeting_link, MarkKind::meeting_link}));
}

}  // namespace
}  // namespace mur::screening
