#include "broker/vault/secrets.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/support/seeded_random.h"
#include "tests/support/temp_folder.h"

namespace mur::broker {
namespace {

using test::SeededRandom;
using test::TempFolder;

mode_t mode_of(const std::filesystem::path& path) {
  struct stat about{};
  EXPECT_EQ(::stat(path.c_str(), &about), 0);
  return about.st_mode & 0777U;
}

class SecretsTest : public testing::Test {
 protected:
  TempFolder folder;
  std::filesystem::path secrets = folder / "secrets";
  SeededRandom random{1};
};

TEST_F(SecretsTest, WhatIsCreatedIsReadAgain) {
  const auto made = create_secrets(secrets, random);
  ASSERT_TRUE(made) << made.error().message;

  const auto read = read_secrets(secrets);

  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->broker.public_key, made->broker.public_key);
  EXPECT_EQ(read->broker.secret_key, made->broker.secret_key);
  EXPECT_EQ(read->hub.public_key, made->hub.public_key);
  EXPECT_EQ(read->hub.secret_key, made->hub.secret_key);
  EXPECT_EQ(read->ticket, made->ticket);
  EXPECT_EQ(read->command, made->command);
  EXPECT_NE(read->ticket, read->command);
}

TEST_F(SecretsTest, OnlyTheirOwnerCanReadThem) {
  ASSERT_TRUE(create_secrets(secrets, random));

  EXPECT_EQ(mode_of(secrets), 0700U);
  for (const char* name : {"broker.key", "hub.key", "ticket.key", "command.key"})
    EXPECT_EQ(mode_of(secrets / name), 0600U) << name;
}

TEST_F(SecretsTest, SecretsThatAreThereAreNeverReplaced) {
  const auto made = create_secrets(secrets, random);
  std::filesystem::remove(secrets / "broker.key");

  const auto again = create_secrets(secrets, random);

  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, Errc::conflict);
  EXPECT_FALSE(std::filesystem::exists(secrets / "broker.key"));
}

TEST_F(SecretsTest, AFileThatOthersCanReadIsRefusedWithTheRemedy) {
  ASSERT_TRUE(create_secrets(secrets, random));
  ::chmod((secrets / "hub.key").c_str(), 0640);

  const auto read = read_secrets(secrets);

  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Errc::invalid);
  EXPECT_NE(read.error().message.find("chmod 600 " + (secrets / "hub.key").string()), std::string::npos);
}

TEST_F(SecretsTest, AMissingOrBrokenFileIsNamed) {
  ASSERT_TRUE(create_secrets(secrets, random));
  std::ofstream(secrets / "ticket.key") << "not a key\n";
  const auto broken = read_secrets(secrets);
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().code, Errc::invalid);
  EXPECT_NE(broken.error().message.find("ticket.key"), std::string::npos);

  std::filesystem::remove(secrets / "ticket.key");
  const auto missing = read_secrets(secrets);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, Errc::not_found);
  EXPECT_NE(missing.error().message.find("ticket.key"), std::string::npos);
}

TEST_F(SecretsTest, TheHubsPairOpensWhatItsPublicHalfSealed) {
  const auto made = create_secrets(secrets, random);

  const auto opened = open_sealed(made->hub, seal(made->hub.public_key, as_bytes("bonjour")));

  ASSERT_TRUE(opened);
  EXPECT_EQ(as_text(*opened), "bonjour");
}

}  // namespace
}  // namespace mur::broker
