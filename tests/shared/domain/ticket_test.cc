#include "shared/domain/ticket.h"

#include <gtest/gtest.h>

#include "tests/support/counted_random.h"

namespace mur {
namespace {

TEST(TicketCode, IsReadAsPeopleTypeIt) {
  test::CountedRandom random;
  const TicketSecret secret = make_ticket(random);
  ASSERT_EQ(secret.code.size(), 9U);
  EXPECT_EQ(*parse_ticket_code(format_ticket_code(secret.code)), secret.code);
  std::string lower;
  for (const char c : secret.code) lower.push_back(static_cast<char>(std::tolower(c)));
  EXPECT_EQ(*parse_ticket_code("  " + lower + " "), secret.code);
}

TEST(TicketCode, TakesLettersForTheDigitsTheyLookLike) {
  // 0 1 1 0 0 0 0 0, weights 1 to 8: the check is (2 + 3) mod 31 = 5.
  EXPECT_EQ(*parse_ticket_code("OIL00000 5"), "011000005");
}

TEST(TicketCode, NoticesOneWrongCharacterAndTwoSwapped) {
  test::CountedRandom random(77);
  const std::string code = make_ticket(random).code;
  constexpr std::string_view kSigns = "0123456789ABCDEFGHJKMNPQRSTVWXY";  // without Z, which equals 0 modulo 31
  for (std::size_t i = 0; i < code.size(); ++i)
    for (const char sign : kSigns) {
      std::string typed = code;
      typed[i] = sign;
      if (sign == code[i] || code[i] == 'Z') continue;
      EXPECT_FALSE(parse_ticket_code(typed)) << typed;
    }
  std::string swapped = code;
  std::swap(swapped[2], swapped[3]);
  ASSERT_NE(swapped, code);
  EXPECT_FALSE(parse_ticket_code(swapped));
}

TEST(TicketCode, SaysWhatIsWrongWithALengthOrASign) {
  EXPECT_EQ(parse_ticket_code("7K3").error().message, "a code has 9 characters; look at the ticket again");
  EXPECT_FALSE(parse_ticket_code("7K3M9Q2FA7"));
  EXPECT_FALSE(parse_ticket_code("7K3é"));
}

TEST(TicketHash, CodeAndClaimOfOneTicketDiffer) {
  test::CountedRandom random;
  const TicketHashes hashes = hash_ticket(SecretKey256{}, make_ticket(random));
  EXPECT_NE(hashes.code, hashes.claim);
}

}  // namespace
}  // namespace mur
