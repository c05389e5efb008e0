#include "shared/screening/contact.h"

#include <gtest/gtest.h>

namespace mur::screening {
namespace {

TEST(NormalContact, IsOneForAllSpellingsOfANumber) {
  for (const char* typed : {"06 12 34 56 78", "0612345678", "06.12.34.56.78", "+33 6 12 34 56 78", "0033612345678",
                            "06\u00A012\u202F34 56 78"})
    EXPECT_EQ(normal_contact(typed), "+33612345678") << typed;
  EXPECT_EQ(normal_contact("+32 470 12 34 56"), "+32470123456");
}

TEST(NormalContact, IsOneForAllSpellingsOfAnAddress) {
  EXPECT_EQ(normal_contact(" Ana@Example.ORG "), "ana@example.org");
  EXPECT_EQ(normal_contact("ana@example.org"), "ana@example.org");
}

TEST(NormalContact, OfWhatIsNeitherKeepsLettersAndDigits) {
  EXPECT_EQ(normal_contact("12-34"), normal_contact("1234"));
  EXPECT_NE(normal_contact("poste 12"), normal_contact("poste 13"));
}

}  // namespace
}  // namespace mur::screening
