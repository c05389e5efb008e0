#include "broker/store/restore.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "broker/store/file_forget_log.h"
#include "broker/store/sqlite_log_store.h"
#include "tests/support/counted_random.h"
#include "tests/support/log_samples.h"
#include "tests/support/temp_folder.h"

namespace mur::test {
namespace {

using broker::Commit;
using broker::DataLock;
using broker::SqliteLogStore;

const Epoch kNewEpoch{uuid_number(99)};

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>{file}, {}};
}

/// A log of one offer, backed up, and gone on to a second offer.
class RestoreLog : public testing::Test {
 protected:
  void SetUp() override {
    const auto log = SqliteLogStore::create(folder_.path(), random_).value();
    ASSERT_TRUE(log->append(0, Commit{.at = kNoon, .records = {a_record(offer_number(1), "first")}}));
    ASSERT_TRUE(log->back_up(backup_));
    ASSERT_TRUE(log->append(1, Commit{.at = kNoon, .records = {a_record(offer_number(2), "second")}}));
    epoch_ = log->head().epoch;
  }
  Result<broker::Restored> restore() {
    return restore_log(DataLock::take(folder_.path()).value(), backup_, kNewEpoch, kNoon);
  }

  CountedRandom random_;
  TempFolder folder_;
  TempFolder backups_;
  std::filesystem::path backup_ = backups_ / "monday.db";
  Epoch epoch_;
};

TEST_F(RestoreLog, TheBackupsRecordsAndHeadComeBackUnderANewEpoch) {
  const auto restored = restore();
  ASSERT_TRUE(restored) << restored.error().message;
  EXPECT_EQ(restored->head, 1U);
  EXPECT_EQ(restored->last_commit_at, kNoon);
  const auto log = SqliteLogStore::open(folder_.path()).value();
  EXPECT_EQ(log->head().epoch, kNewEpoch);
  EXPECT_NE(log->head().epoch, epoch_);
  EXPECT_EQ(log->head().seq, 1U);
  ASSERT_EQ(records_of(*log).size(), 1U);
  EXPECT_EQ(records_of(*log)[0].bytes, bytes_of("first"));
  EXPECT_EQ(log->append(1, Commit{.at = kNoon, .records = {a_record(offer_number(3), "third")}}).value(), 2U);
}

TEST_F(RestoreLog, TheLogThatWasInForceIsKeptBesideAndTheBackupStaysAsItWas) {
  const std::string backup = content_of(backup_);
  const auto restored = restore().value();
  EXPECT_EQ(restored.before.filename(), "log.db.before-restore-20260314T120000Z");
  EXPECT_EQ(content_of(backup_), backup);
  TempFolder elsewhere;
  std::filesystem::copy_file(restored.before, elsewhere / "log.db");
  const auto old = SqliteLogStore::open(elsewhere.path()).value();
  EXPECT_EQ(old->head().epoch, epoch_);
  EXPECT_EQ(records_of(*old).size(), 2U);
}

TEST_F(RestoreLog, WhatAKilledBrokerLeftInTheWriteAheadLogIsKeptWithItsLogAndNotMixedIn) {
  TempFolder killed;
  {
    const auto log = SqliteLogStore::open(folder_.path()).value();
    ASSERT_TRUE(log->append(2, Commit{.at = kNoon, .records = {a_record(offer_number(3), "third")}}));
    for (const char* name : {"log.db", "log.db-wal"}) std::filesystem::copy_file(folder_ / name, killed / name);
  }
  const auto restored = restore_log(DataLock::take(killed.path()).value(), backup_, kNewEpoch, kNoon).value();
  EXPECT_EQ(records_of(*SqliteLogStore::open(killed.path()).value()).size(), 1U);
  TempFolder elsewhere;
  std::filesystem::copy_file(restored.before, elsewhere / "log.db");
  std::filesystem::copy_file(restored.before.string() + "-wal", elsewhere / "log.db-wal");
  EXPECT_EQ(records_of(*SqliteLogStore::open(elsewhere.path()).value()).size(), 3U);
}

TEST_F(RestoreLog, WhatWasForgottenStaysForgotten) {
  ASSERT_TRUE(broker::FileForgetLog::open(folder_.path(), random_).value()->add({offer_number(1)}));
  const std::string before = content_of(folder_ / "forget.log");
  ASSERT_TRUE(restore());
  EXPECT_EQ(content_of(folder_ / "forget.log"), before);
  EXPECT_TRUE(broker::FileForgetLog::open(folder_.path(), random_).value()->contains(offer_number(1)));
}

TEST_F(RestoreLog, ADamagedBackupIsRefusedByItsNameAndTheLogInForceStays) {
  {
    std::fstream file(backup_, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096 + 8);
    file << std::string(3000, '?');
  }
  const auto refused = restore();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::corrupt);
  EXPECT_NE(refused.error().message.find("monday.db"), std::string::npos) << refused.error().message;
  const auto log = SqliteLogStore::open(folder_.path()).value();
  EXPECT_EQ(log->head().epoch, epoch_);
  EXPECT_EQ(records_of(*log).size(), 2U);
}

TEST_F(RestoreLog, AMissingBackupIsSaidSo) {
  backup_ = backups_ / "tuesday.db";
  EXPECT_EQ(restore().error().code, Errc::not_found);
}

TEST_F(RestoreLog, ARestoreThatWasKilledIsEndedByTheNextOneAndNoEmptyLogTakesItsPlace) {
  // Killed between moving the old log aside and putting the new one in its place.
  std::filesystem::rename(folder_ / "log.db", folder_ / "log.db.before-restore-20260314T110000Z");
  std::filesystem::copy_file(backup_, folder_ / "log.db.restoring");
  EXPECT_FALSE(SqliteLogStore::open(folder_.path()));
  const auto refused = SqliteLogStore::create(folder_.path(), random_);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("murctl restore"), std::string::npos);
  ASSERT_TRUE(restore());
  EXPECT_EQ(SqliteLogStore::open(folder_.path()).value()->head().epoch, kNewEpoch);
}

}  // namespace
}  // namespace mur::test
