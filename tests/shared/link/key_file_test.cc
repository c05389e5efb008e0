#include "shared/link/key_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "shared/domain/limits.h"
#include "tests/support/temp_folder.h"

namespace mur::test {
namespace {

using namespace link;

KeyFile a_key() {
  KeyFile key;
  key.brokers = {"tcp://wall.example:7447", "tcp://[2001:db8::1]:7447"};
  key.broker_key.fill(1);
  key.hub_key.fill(2);
  make_curve_pair(key.public_key, key.secret_key);
  key.role = Role::kiosk;
  key.label = "Hall d'entrée \"côté rue\"\\";
  return key;
}

void expect_same(const KeyFile& a, const KeyFile& b) {
  EXPECT_EQ(a.brokers, b.brokers);
  EXPECT_EQ(a.broker_key, b.broker_key);
  EXPECT_EQ(a.hub_key, b.hub_key);
  EXPECT_EQ(a.public_key, b.public_key);
  EXPECT_EQ(a.secret_key, b.secret_key);
  EXPECT_EQ(a.role, b.role);
  EXPECT_EQ(a.label, b.label);
}

class KeyFileTest : public testing::Test {
 protected:
  [[nodiscard]] std::string text() const {
    std::ifstream in(path);
    std::stringstream all;
    all << in.rdbuf();
    return all.str();
  }
  Result<KeyFile> read(const std::string& changed) {
    std::ofstream(path, std::ios::trunc | std::ios::binary) << changed;
    ::chmod(path.c_str(), 0600);
    return read_key_file(path);
  }
  [[nodiscard]] std::string with(const std::string& before, const std::string& after) const {
    std::string changed = text();
    const auto at = changed.find(before);
    EXPECT_NE(at, std::string::npos) << before;
    return changed.replace(at, before.size(), after);
  }

  TempFolder folder;
  std::filesystem::path path = folder / "kiosk.key";
  KeyFile key = a_key();
};

TEST_F(KeyFileTest, WhatIsWrittenIsReadAgain) {
  ASSERT_TRUE(write_key_file(path, key));

  const auto again = read_key_file(path);

  ASSERT_TRUE(again) << again.error().message;
  expect_same(*again, key);
}

TEST_F(KeyFileTest, OnlyItsOwnerCanReadIt) {
  ASSERT_TRUE(write_key_file(path, key));
  struct stat about{};
  ASSERT_EQ(::stat(path.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);

  ::chmod(path.c_str(), 0640);
  const auto shared = read_key_file(path);

  ASSERT_FALSE(shared);
  EXPECT_EQ(shared.error().code, Errc::forbidden);
  EXPECT_NE(shared.error().message.find("chmod 600 " + path.string()), std::string::npos);
}

TEST_F(KeyFileTest, AnExistingFileIsNotWrittenOver) {
  ASSERT_TRUE(write_key_file(path, key));
  const std::string before = text();

  const Status again = write_key_file(path, a_key());

  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, Errc::conflict);
  EXPECT_EQ(text(), before);
}

TEST_F(KeyFileTest, AMissingFileIsNotFound) {
  const auto none = read_key_file(path);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, Errc::not_found);
}

TEST_F(KeyFileTest, AFaultIsToldWithItsLineAndRemedy) {
  ASSERT_TRUE(write_key_file(path, key));
  const std::string broken = with(std::string(64, '0').replace(0, 2, "01").substr(0, 2) + "01", "zz01");
  std::size_t line = 1;
  for (const char c : broken.substr(0, broken.find("zz01")))
    if (c == '\n') ++line;

  const auto refused = read(broken);

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::invalid);
  EXPECT_EQ(refused.error().field, "broker_key");
  EXPECT_EQ(refused.error().message, "kiosk.key:" + std::to_string(line) +
                                         ": broker_key is not 64 hexadecimal digits; write the file anew with "
                                         "`murctl key new`");
}

TEST_F(KeyFileTest, EachFieldIsChecked) {
  ASSERT_TRUE(write_key_file(path, key));
  const std::vector<std::tuple<std::string, std::string, std::string>> faults{
      {"label", "libel", "label"},
      {"role = ", "role = 7 #", "role"},
      {"'kiosk'", "'clock'", "role"},
      {"'kiosk'", "'emperor'", "role"},
      {"tcp://wall", "http://wall", "brokers"},
      {"brokers = ", "brokers = [] #", "brokers"},
      {"secret_key = '", "secret_key = '00", "secret_key"}};
  const std::string good = text();
  for (const auto& [before, after, field] : faults) {
    std::ofstream(path, std::ios::trunc) << good;
    const auto refused = read(with(before, after));
    ASSERT_FALSE(refused) << after;
    EXPECT_EQ(refused.error().field, field) << refused.error().message;
  }
}

TEST_F(KeyFileTest, AnotherPairsSecretKeyIsNoticed) {
  KeyFile mixed = key;
  CurvePublicKey other{};
  make_curve_pair(other, mixed.secret_key);
  ASSERT_TRUE(write_key_file(path, mixed));

  const auto refused = read_key_file(path);

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "secret_key");
}

TEST_F(KeyFileTest, ATooLargeFileIsRefusedUnparsed) {
  const auto refused = read(std::string(limits::kKeyFileBytes + 1, '#'));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::too_large);
}

// Every cut and every bent byte of a good file: refused with a reason, or read as the same key with another label,
// address or role.
TEST_F(KeyFileTest, DamagedFilesAreRefusedOrStillSound) {
  ASSERT_TRUE(write_key_file(path, key));
  const std::string good = text();
  const auto check = [&](const std::string& damaged) {
    const auto result = parse_key_file(damaged, "kiosk.key");
    if (!result) {
      EXPECT_FALSE(result.error().message.empty());
      return false;
    }
    EXPECT_EQ(result->public_key, key.public_key);
    EXPECT_FALSE(result->brokers.empty());
    return true;
  };
  for (std::size_t size = 0; size < good.size() - 1; ++size) EXPECT_FALSE(check(good.substr(0, size))) << size;
  std::size_t survived = 0;
  for (std::size_t at = 0; at < good.size(); ++at)
    for (const char byte : {'\0', '"', '[', '=', '\n', '\xff'}) {
      std::string damaged = good;
      if (std::exchange(damaged[at], byte) != byte && check(damaged)) ++survived;
    }
  EXPECT_LT(survived, 6 * good.size() / 2);
}

}  // namespace
}  // namespace mur::test
