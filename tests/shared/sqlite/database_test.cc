#include "shared/sqlite/database.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>

#include "tests/support/faulty_disk.h"
#include "tests/support/temp_folder.h"

namespace mur::test {
namespace {

constexpr std::array kOne{"CREATE TABLE words (word TEXT NOT NULL)"};
constexpr std::array kTwo{kOne[0], "ALTER TABLE words ADD COLUMN language TEXT NOT NULL DEFAULT 'fr'"};
constexpr std::array kBad{kOne[0], "CREATE TABLE more (word TEXT); INSERT INTO nowhere VALUES (1)"};
constexpr sqlite::Schema kVersion1{.application_id = 7, .steps = kOne};
constexpr sqlite::Schema kVersion2{.application_id = 7, .steps = kTwo};
constexpr sqlite::Schema kVersionBad{.application_id = 7, .steps = kBad};

class Database : public testing::Test {
 protected:
  auto open(const sqlite::Schema& schema) { return sqlite::open(file_, schema, sqlite::Missing::create); }
  static std::int64_t number(SQLite::Database& database, const char* sql) {
    return database.execAndGet(sql).getInt64();
  }
  void given_a_version_1_file_with_one_word() {
    auto database = open(kVersion1);
    ASSERT_TRUE(database) << database.error().message;
    (*database)->exec("INSERT INTO words VALUES ('mur')");
  }

  TempFolder folder_;
  std::filesystem::path file_ = folder_ / "words.db";
  std::filesystem::path copy_ = folder_ / "words.db.before-schema-2";
};

TEST_F(Database, AnOlderFileIsCopiedAndThenMigrated) {
  given_a_version_1_file_with_one_word();
  {
    const auto database = open(kVersion2);
    ASSERT_TRUE(database) << database.error().message;
    EXPECT_EQ(number(**database, "PRAGMA user_version"), 2);
    EXPECT_EQ((*database)->execAndGet("SELECT word || language FROM words").getString(), "murfr");
  }
  SQLite::Database copy(copy_.string(), SQLite::OPEN_READONLY);
  EXPECT_EQ(number(copy, "PRAGMA user_version"), 1);
  EXPECT_EQ(copy.execAndGet("SELECT word FROM words").getString(), "mur");
}

TEST_F(Database, AMigrationThatFailsLeavesTheFileAsItWas) {
  given_a_version_1_file_with_one_word();
  ASSERT_FALSE(open(kVersionBad));
  const auto database = open(kVersion1);
  ASSERT_TRUE(database) << database.error().message;
  EXPECT_EQ(number(**database, "PRAGMA user_version"), 1);
  EXPECT_EQ(number(**database, "SELECT count(*) FROM sqlite_master WHERE name = 'more'"), 0);
  EXPECT_EQ(number(**database, "SELECT count(*) FROM words"), 1);
}

TEST_F(Database, AMigrationThatWasCutOffStartsAgainWithAFreshCopy) {
  given_a_version_1_file_with_one_word();
  std::ofstream(copy_) << "half a copy";
  ASSERT_TRUE(open(kVersion2));
  SQLite::Database copy(copy_.string(), SQLite::OPEN_READONLY);
  EXPECT_EQ(number(copy, "SELECT count(*) FROM words"), 1);
}

TEST_F(Database, ANewFileIsNewestAtOnceAndNothingIsCopied) {
  const auto database = open(kVersion2);
  ASSERT_TRUE(database) << database.error().message;
  EXPECT_EQ(number(**database, "PRAGMA user_version"), 2);
  EXPECT_FALSE(std::filesystem::exists(copy_));
}

TEST_F(Database, ANewerFileIsRefused) {
  {
    ASSERT_TRUE(open(kVersion2));
  }
  EXPECT_EQ(open(kVersion1).error().code, Errc::unsupported);
}

TEST_F(Database, EveryConnectionHasTheDiscipline) {
  const auto database = open(kVersion1).value();
  EXPECT_EQ(database->execAndGet("PRAGMA journal_mode").getString(), "wal");
  EXPECT_EQ(database->execAndGet("PRAGMA locking_mode").getString(), "exclusive");
  EXPECT_EQ(number(*database, "PRAGMA synchronous"), 2);
  EXPECT_EQ(number(*database, "PRAGMA secure_delete"), 1);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "words.db-shm"));
}

TEST_F(Database, ASecondProgramIsToldThatTheFileIsInUse) {
  const auto first = open(kVersion1).value();
  const auto second = open(kVersion1);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, Errc::conflict);
  EXPECT_NE(second.error().message.find("in use by another program"), std::string::npos) << second.error().message;
}

TEST_F(Database, ACopyThatFailsLeavesNoFile) {
  FaultyDisk disk;
  const auto database = open(kVersion1).value();
  database->exec("INSERT INTO words VALUES ('mur')");
  disk.fill_up();
  EXPECT_EQ(sqlite::copy_to(*database, folder_ / "copy.db").error().code, Errc::try_again);
  disk.make_room();
  EXPECT_FALSE(std::filesystem::exists(folder_ / "copy.db"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "copy.db.partial"));
  EXPECT_TRUE(sqlite::copy_to(*database, folder_ / "copy.db"));
}

}  // namespace
}  // namespace mur::test
