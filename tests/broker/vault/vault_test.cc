#include "broker/vault/vault.h"

#include <gtest/gtest.h>

#include "shared/domain/limits.h"
#include "shared/protocol/codec.h"
#include "tests/support/seeded_random.h"
#include "tests/support/temp_folder.h"

namespace mur::broker {
namespace {

class VaultTest : public testing::Test {
 protected:
  [[nodiscard]] Bytes sealed(ByteSpan plain) const { return seal(vault.seal_key(), plain); }
  static Secrets some_secrets(std::uint64_t seed) {
    const test::TempFolder folder;
    test::SeededRandom random(seed);
    return create_secrets(folder.path(), random).value();
  }

  test::SeededRandom random{1};
  SecretVault vault{some_secrets(2)};
  SecretVault other{some_secrets(3)};
};

TEST_F(VaultTest, ATicketBecomesTheHashesThatFindIt) {
  const TicketSecret ticket = make_ticket(random);

  const auto hashes = vault.open_ticket(sealed(protocol::encode_ticket(ticket)));

  ASSERT_TRUE(hashes) << hashes.error().message;
  EXPECT_EQ(hashes->code, vault.hash_code(ticket.code));
  EXPECT_NE(hashes->code, other.hash_code(ticket.code));
  EXPECT_NE(hashes->claim, hashes->code);
}

TEST_F(VaultTest, ABoxOfAnotherHubIsInvalidAndSaysWhatToDo) {
  const Bytes box = seal(other.seal_key(), protocol::encode_ticket(make_ticket(random)));

  const auto ticket = vault.open_ticket(box);
  const auto contact = vault.open_contact(box);

  ASSERT_FALSE(ticket);
  EXPECT_EQ(ticket.error().code, Errc::invalid);
  EXPECT_NE(ticket.error().message.find("murctl key new"), std::string::npos);
  ASSERT_FALSE(contact);
  EXPECT_EQ(contact.error().code, Errc::invalid);
}

TEST_F(VaultTest, WhatIsNoTicketIsInvalid) {
  EXPECT_FALSE(vault.open_ticket({}));
  EXPECT_FALSE(vault.open_ticket(sealed(as_bytes("bonjour"))));
  EXPECT_FALSE(vault.open_ticket(Bytes(limits::kSealedBox + 1)));
  EXPECT_FALSE(vault.open_ticket(sealed(protocol::encode_ticket({.code = "AAAAAAAA0", .claim = {}}))));
}

TEST_F(VaultTest, AContactIsOpened) {
  const auto contact = vault.open_contact(sealed(as_bytes("06 11 22 33 44")));

  ASSERT_TRUE(contact);
  EXPECT_EQ(*contact, "06 11 22 33 44");
}

TEST_F(VaultTest, WhatIsNoContactIsCorrupt) {
  for (const std::string& plain : {std::string{}, std::string(limits::kContact + 1, 'x'), std::string("\xFF\xFE")}) {
    const auto contact = vault.open_contact(sealed(as_bytes(plain)));
    ASSERT_FALSE(contact);
    EXPECT_EQ(contact.error().code, Errc::corrupt);
  }
}

TEST_F(VaultTest, ACommandsHashNeedsTheKey) {
  const Bytes command{1, 2, 3};

  EXPECT_EQ(vault.hash_command(command), vault.hash_command(command));
  EXPECT_NE(vault.hash_command(command), vault.hash_command(Bytes{1, 2, 4}));
  EXPECT_NE(vault.hash_command(command), other.hash_command(command));
}

}  // namespace
}  // namespace mur::broker
