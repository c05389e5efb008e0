#include "broker/store/sqlite_log_store.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "broker/store/log_schema.h"
#include "tests/support/counted_random.h"
#include "tests/support/faulty_disk.h"
#include "tests/support/log_samples.h"
#include "tests/support/temp_folder.h"

namespace mur::test {
namespace {

using broker::Commit;
using broker::SqliteLogStore;

Commit offer_said(std::uint8_t number, std::string_view text) {
  return {.at = kNoon,
          .records = {a_record(offer_number(number), text)},
          .receipts = {a_receipt(1, number, offer_number(number))}};
}

/// Every byte of every file of the folder.
std::string raw_bytes(const std::filesystem::path& folder) {
  std::string bytes;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>{file}, {});
  }
  return bytes;
}

class SqliteLog : public testing::Test {
 protected:
  std::unique_ptr<SqliteLogStore> create() {
    CountedRandom random;
    return SqliteLogStore::create(folder_.path(), random).value();
  }
  TempFolder folder_;
};

TEST_F(SqliteLog, WhatWasAppendedIsThereAfterTheNextStart) {
  broker::LogHead head;
  {
    const auto log = create();
    ASSERT_TRUE(log->append(0, offer_said(1, "two hours a week")));
    head = log->head();
  }
  const auto log = SqliteLogStore::open(folder_.path()).value();
  EXPECT_EQ(log->head(), head);
  ASSERT_EQ(records_of(*log).size(), 1U);
  EXPECT_EQ(records_of(*log)[0].bytes, bytes_of("two hours a week"));
  EXPECT_TRUE(log->append(1, offer_said(2, "a van")));
}

TEST_F(SqliteLog, AnAppendThatReturnedSurvivesAPowerCut) {
  FaultyDisk disk;
  const auto log = create();
  for (std::uint8_t number = 1; number <= 8; ++number) {
    ASSERT_TRUE(log->append(number - 1U, offer_said(number, "said")));
    if (number == 4) {
      ASSERT_TRUE(log->scrub());  // a checkpoint moves everything, and must not lose it
    }

    TempFolder after;
    disk.cut_power(folder_.path(), after.path());
    const auto found = SqliteLogStore::open(after.path());
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ((*found)->head(), log->head());
    EXPECT_EQ(records_of(**found), records_of(*log));
    EXPECT_TRUE((*found)->receipt(PrincipalId{uuid_number(1)}, CommandId{uuid_number(number)}).value());
  }
}

TEST_F(SqliteLog, ACreationThatReturnedSurvivesAPowerCut) {
  FaultyDisk disk;
  const auto log = create();
  TempFolder after;
  disk.cut_power(folder_.path(), after.path());
  EXPECT_EQ(SqliteLogStore::open(after.path()).value()->head(), log->head());
}

TEST_F(SqliteLog, AFullDiskWritesNothingAndTheLogGoesOnOnceThereIsRoom) {
  FaultyDisk disk;
  const auto log = create();
  ASSERT_TRUE(log->append(0, offer_said(1, "first")));
  const auto head = log->head();
  disk.fill_up();
  const auto refused = log->append(1, offer_said(2, std::string(30000, 'x')));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::try_again);
  EXPECT_NE(refused.error().message.find("is full"), std::string::npos);
  EXPECT_EQ(log->head(), head);
  disk.make_room();
  EXPECT_EQ(records_of(*log).size(), 1U);
  EXPECT_EQ(log->append(1, offer_said(2, "second")).value(), 2U);
}

TEST_F(SqliteLog, AfterAFailedFsyncNothingIsAskedOfTheDiskAgain) {
  FaultyDisk disk;
  const auto log = create();
  ASSERT_TRUE(log->append(0, offer_said(1, "first")));
  const auto head = log->head();
  disk.fail_next_sync();
  const auto refused = log->append(1, offer_said(2, "second"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::io);
  EXPECT_EQ(log->head(), head);

  // The disk would work again; a retry could acknowledge what was lost.
  EXPECT_EQ(log->append(1, offer_said(2, "second")).error().code, Errc::io);
  EXPECT_EQ(log->receipt(PrincipalId{uuid_number(1)}, CommandId{uuid_number(1)}).error().code, Errc::io);
  EXPECT_EQ(log->contact(offer_number(1)).error().code, Errc::io);
  EXPECT_EQ(log->audit(1).error().code, Errc::io);
  EXPECT_EQ(log->purge(kNoon).error().code, Errc::io);
  EXPECT_EQ(log->scrub().error().code, Errc::io);
  EXPECT_EQ(log->back_up(folder_ / "copy.db").error().code, Errc::io);
}

TEST_F(SqliteLog, AFailedFsyncOfAnErasureIsFatalToo) {
  FaultyDisk disk;
  const auto log = create();
  ASSERT_TRUE(log->append(0, offer_said(1, "first")));
  disk.fail_next_sync();
  EXPECT_EQ(log->scrub().error().code, Errc::io);
  EXPECT_EQ(log->append(1, offer_said(2, "second")).error().code, Errc::io);
}

TEST_F(SqliteLog, AnErasureLeavesNoTrace) {
  const std::string secret = "0612345678 de Mme Untel";
  const auto log = create();
  // Long ones lie in overflow pages, short ones among others: both must go.
  std::string in_long(9000, '.');
  in_long += secret;
  ASSERT_TRUE(log->append(0, Commit{.at = kNoon,
                                    .records = {a_record(offer_number(1), in_long), a_record(offer_number(2), secret),
                                                a_record(offer_number(3), "stays")},
                                    .contacts = {a_contact(offer_number(1), secret, kNoon)}}));
  ASSERT_NE(raw_bytes(folder_.path()).find(secret), std::string::npos) << "the test looks where it should";
  ASSERT_TRUE(log->append(1, Commit{.at = kNoon,
                                    .records = {a_tombstone(offer_number(1)), a_record(offer_number(2), "other")},
                                    .contacts = {ContactChange{.post = offer_number(1)}}}));
  ASSERT_TRUE(log->scrub());
  EXPECT_EQ(raw_bytes(folder_.path()).find(secret), std::string::npos);
  EXPECT_NE(raw_bytes(folder_.path()).find("stays"), std::string::npos);
}

TEST_F(SqliteLog, OpeningEmptiesWhatAKilledBrokerLeftInTheWriteAheadLog) {
  TempFolder killed;
  {
    const auto log = create();
    ASSERT_TRUE(log->append(0, offer_said(1, "said")));
    for (const char* name : {"log.db", "log.db-wal"}) std::filesystem::copy_file(folder_ / name, killed / name);
  }
  ASSERT_GT(std::filesystem::file_size(killed / "log.db-wal"), 0U);
  const auto log = SqliteLogStore::open(killed.path()).value();
  EXPECT_EQ(std::filesystem::file_size(killed / "log.db-wal"), 0U);
  EXPECT_EQ(log->head().seq, 1U);
}

TEST_F(SqliteLog, ABackUpIsOneWholePrivateFile) {
  const auto log = create();
  ASSERT_TRUE(log->append(0, offer_said(1, "said")));
  TempFolder elsewhere;
  const auto copy = elsewhere / "log.db";
  ASSERT_TRUE(log->back_up(copy));
  ASSERT_TRUE(log->append(1, offer_said(2, "later")));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(elsewhere.path()), {}), 1);
  EXPECT_EQ(std::filesystem::status(copy).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  const auto restored = SqliteLogStore::open(elsewhere.path()).value();
  EXPECT_EQ(restored->head().seq, 1U);
  EXPECT_EQ(records_of(*restored)[0].bytes, bytes_of("said"));
}

TEST_F(SqliteLog, AFolderWithoutLogIsNotOpenedAndAFolderWithOneGetsNoSecond) {
  CountedRandom random;
  const auto missing = SqliteLogStore::open(folder_.path());
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, Errc::not_found);
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
  const auto epoch = create()->head().epoch;
  EXPECT_EQ(SqliteLogStore::create(folder_.path(), random).error().code, Errc::conflict);
  EXPECT_EQ(SqliteLogStore::open(folder_.path()).value()->head().epoch, epoch);
}

TEST_F(SqliteLog, TwoLogsHaveTwoEpochs) {
  CountedRandom random;
  TempFolder other;
  const auto one = SqliteLogStore::create(folder_.path(), random).value();
  const auto two = SqliteLogStore::create(other.path(), random).value();
  EXPECT_NE(one->head().epoch, two->head().epoch);
}

TEST_F(SqliteLog, AFileOfANewerVersionIsRefusedWithASentenceAndStaysAsItIs) {
  create();
  {
    SQLite::Database file((folder_ / "log.db").string(), SQLite::OPEN_READWRITE);
    file.exec("PRAGMA user_version = 99");
  }
  const std::string before = raw_bytes(folder_.path());
  const auto refused = SqliteLogStore::open(folder_.path());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::unsupported);
  EXPECT_NE(refused.error().message.find("newer version of Mur (schema 99; this one knows 1)"), std::string::npos)
      << refused.error().message;
  EXPECT_EQ(raw_bytes(folder_.path()), before);
}

TEST_F(SqliteLog, AFileOfAnotherKindIsRefused) {
  {
    SQLite::Database file((folder_ / "log.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    file.exec("CREATE TABLE recipes (name TEXT)");
  }
  EXPECT_EQ(SqliteLogStore::open(folder_.path()).error().code, Errc::corrupt);
  std::ofstream(folder_ / "log.db", std::ios::trunc) << std::string(5000, '?');
  EXPECT_EQ(SqliteLogStore::open(folder_.path()).error().code, Errc::corrupt);
}

TEST_F(SqliteLog, AnotherProgramCannotOpenItMeanwhile) {
  const auto log = create();
  ASSERT_TRUE(log->append(0, offer_said(1, "said")));
  SQLite::Database other((folder_ / "log.db").string(), SQLite::OPEN_READWRITE);
  EXPECT_THROW(other.exec("DELETE FROM records"), SQLite::Exception);
  EXPECT_EQ(records_of(*log).size(), 1U);
}

TEST_F(SqliteLog, AuditRowsCannotBeChanged) {
  ASSERT_TRUE(create()->append(0, Commit{.at = kNoon, .audit = {an_audit_row("approve", kNoon)}}));
  SQLite::Database file((folder_ / "log.db").string(), SQLite::OPEN_READWRITE);
  EXPECT_THROW(file.exec("UPDATE audit SET actor = 'nobody'"), SQLite::Exception);
}

}  // namespace
}  // namespace mur::test
