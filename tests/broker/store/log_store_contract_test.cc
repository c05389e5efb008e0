#include <gtest/gtest.h>

#include <memory>

#include "broker/store/sqlite_log_store.h"
#include "shared/domain/limits.h"
#include "tests/support/counted_random.h"
#include "tests/support/log_samples.h"
#include "tests/support/memory_log_store.h"
#include "tests/support/temp_folder.h"

/// What every implementation of broker::LogStore promises.
namespace mur::test {
namespace {

using broker::Commit;
using broker::LogStore;

struct Subject {
  const char* name;
  std::unique_ptr<LogStore> (*make)(const std::filesystem::path& folder);
};

std::unique_ptr<LogStore> make_sqlite(const std::filesystem::path& folder) {
  CountedRandom random;
  return broker::SqliteLogStore::create(folder, random).value();
}

std::unique_ptr<LogStore> make_memory(const std::filesystem::path&) {
  CountedRandom random;
  return std::make_unique<MemoryLogStore>(broker::make_epoch(random));
}

class LogStoreContract : public testing::TestWithParam<Subject> {
 protected:
  TempFolder folder_;
  std::unique_ptr<LogStore> log_ = GetParam().make(folder_.path());
};

TEST_P(LogStoreContract, ANewLogIsNamedAndEmpty) {
  EXPECT_FALSE(log_->head().epoch.is_nil());
  EXPECT_EQ(log_->head().seq, 0U);
  EXPECT_EQ(log_->head().last_commit_at, TimePoint{});
  EXPECT_TRUE(records_of(*log_).empty());
}

TEST_P(LogStoreContract, BatchesAreNumberedFromOneWithoutGaps) {
  for (std::uint8_t number = 1; number <= 5; ++number) {
    const auto seq = log_->append(number - 1U, Commit{.at = kNoon, .records = {a_record(offer_number(number), "x")}});
    ASSERT_TRUE(seq) << seq.error().message;
    EXPECT_EQ(*seq, number);
  }
  const auto records = records_of(*log_);
  ASSERT_EQ(records.size(), 5U);
  for (std::size_t i = 0; i < records.size(); ++i) EXPECT_EQ(records[i].seq, i + 1);
}

TEST_P(LogStoreContract, ARecordComesBackAsItWentIn) {
  const broker::LogRecord given{
      .id = offer_number(3), .seq = 77, .schema = 9, .tombstone = false, .at = TimePoint{}, .bytes = Bytes{0, 255, 0}};
  ASSERT_TRUE(log_->append(0, Commit{.at = kNoon, .records = {given}}));
  broker::LogRecord expected = given;
  expected.seq = 1;
  expected.at = kNoon;
  EXPECT_EQ(records_of(*log_), std::vector{expected});
}

TEST_P(LogStoreContract, ACommitWithoutRecordsTakesNoNumberButDatesTheLog) {
  ASSERT_TRUE(log_->append(0, Commit{.at = kNoon, .records = {a_record(offer_number(1), "x")}}));
  const TimePoint later = kNoon + std::chrono::minutes{3};
  const auto seq = log_->append(1, Commit{.at = later, .receipts = {a_receipt(1, 2, offer_number(1))}});
  ASSERT_TRUE(seq);
  EXPECT_EQ(*seq, 1U);
  EXPECT_EQ(log_->head().seq, 1U);
  EXPECT_EQ(log_->head().last_commit_at, later);
  const auto receipt = log_->receipt(PrincipalId{uuid_number(1)}, CommandId{uuid_number(2)}).value();
  ASSERT_TRUE(receipt);
  EXPECT_EQ(receipt->receipt.seq, 1U);
}

TEST_P(LogStoreContract, AMovedHeadIsAConflictAndNothingIsWritten) {
  ASSERT_TRUE(log_->append(0, Commit{.at = kNoon, .records = {a_record(offer_number(1), "first")}}));
  const auto head = log_->head();
  const auto refused = log_->append(0, Commit{.at = kNoon + std::chrono::hours{1},
                                              .records = {a_record(offer_number(1), "second")},
                                              .receipts = {a_receipt(1, 1, offer_number(1))},
                                              .audit = {an_audit_row("approve", kNoon)},
                                              .contacts = {a_contact(offer_number(1), "box", kNoon)}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::conflict);
  EXPECT_EQ(log_->head(), head);
  EXPECT_EQ(records_of(*log_)[0].bytes, bytes_of("first"));
  EXPECT_FALSE(log_->receipt(PrincipalId{uuid_number(1)}, CommandId{uuid_number(1)}).value());
  EXPECT_TRUE(log_->audit(10).value().empty());
  EXPECT_FALSE(log_->contact(offer_number(1)).value());
}

TEST_P(LogStoreContract, ACommitIsWrittenWholeOrNotAtAll) {
  ASSERT_TRUE(log_->append(0, Commit{.at = kNoon,
                                     .records = {a_record(offer_number(1), "first")},
                                     .receipts = {a_receipt(1, 1, offer_number(1))},
                                     .contacts = {a_contact(offer_number(1), "old box", kNoon)}}));
  const auto head = log_->head();
  // The last of its receipts is there already: what was written before it must go with it.
  const auto refused =
      log_->append(1, Commit{.at = kNoon + std::chrono::hours{1},
                             .records = {a_record(offer_number(1), "second"), a_record(offer_number(2), "new")},
                             .receipts = {a_receipt(1, 2, offer_number(2)), a_receipt(1, 1, offer_number(1))},
                             .audit = {an_audit_row("approve", kNoon)},
                             .contacts = {a_contact(offer_number(1), "new box", kNoon)}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::conflict);
  EXPECT_EQ(log_->head(), head);
  ASSERT_EQ(records_of(*log_).size(), 1U);
  EXPECT_EQ(records_of(*log_)[0].bytes, bytes_of("first"));
  EXPECT_FALSE(log_->receipt(PrincipalId{uuid_number(1)}, CommandId{uuid_number(2)}).value());
  EXPECT_TRUE(log_->audit(10).value().empty());
  EXPECT_EQ(log_->contact(offer_number(1)).value()->sealed, bytes_of("old box"));
  // And the log goes on.
  EXPECT_TRUE(
      log_->append(1, Commit{.at = kNoon,
                             .records = {a_record(offer_number(2), "new")},
                             .receipts = {a_receipt(1, 2, offer_number(2)), a_receipt(1, 3, offer_number(2))}}));
}

TEST_P(LogStoreContract, AReceiptIsFoundByPrincipalAndCommandOnly) {
  const auto row = a_receipt(1, 5, offer_number(9));
  ASSERT_TRUE(log_->append(0, Commit{.at = kNoon, .records = {a_record(offer_number(9), "x")}, .receipts = {row}}));
  auto expected = row;
  expected.receipt.seq = 1;
  for (int again = 0; again < 2; ++again)
    EXPECT_EQ(log_->receipt(PrincipalId{uuid_number(1)}, CommandId{uuid_number(5)}).value(), expected);
  EXPECT_FALSE(log_->receipt(PrincipalId{uuid_number(2)}, CommandId{uuid_number(5)}).value());
  EXPECT_FALSE(log_->receipt(PrincipalId{uuid_number(1)}, CommandId{uuid_number(6)}).value());
  // Another principal may use the same id; nobody's receipt is replaced.
  EXPECT_TRUE(log_->append(1, Commit{.at = kNoon, .receipts = {a_receipt(2, 5, offer_number(8))}}));
  EXPECT_EQ(log_->receipt(PrincipalId{uuid_number(1)}, CommandId{uuid_number(5)}).value(), expected);
}

TEST_P(LogStoreContract, AReceiptWithoutStatusKeepsNone) {
  auto row = a_receipt(1, 5, RecordId{RecordKind::key, uuid_number(1)});
  row.receipt.status.reset();
  row.receipt.changed = false;
  ASSERT_TRUE(log_->append(0, Commit{.at = kNoon, .receipts = {row}}));
  EXPECT_EQ(log_->receipt(row.principal, row.receipt.command).value(), row);
}

TEST_P(LogStoreContract, CatchUpGivesEachEntityOnceInIdOrder) {
  const RecordId hub{RecordKind::hub, uuid_number(250)};
  ASSERT_TRUE(log_->append(0, Commit{.at = kNoon, .records = {a_record(offer_number(2), "2a"), a_record(hub, "h")}}));
  ASSERT_TRUE(log_->append(1, Commit{.at = kNoon, .records = {a_record(offer_number(1), "1a")}}));
  ASSERT_TRUE(log_->append(2, Commit{.at = kNoon, .records = {a_record(offer_number(2), "2b")}}));
  const auto since_1 = records_of(*log_, 1);
  ASSERT_EQ(since_1.size(), 2U);
  EXPECT_EQ(since_1[0].id, offer_number(1));
  EXPECT_EQ(since_1[1].id, offer_number(2));
  EXPECT_EQ(since_1[1].bytes, bytes_of("2b"));
  EXPECT_EQ(since_1[1].seq, 3U);
  const auto all = records_of(*log_);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].id, hub);
  EXPECT_TRUE(records_of(*log_, 3).empty());
}

TEST_P(LogStoreContract, TheLaterOfTwoVersionsInOneCommitStays) {
  ASSERT_TRUE(log_->append(
      0, Commit{.at = kNoon, .records = {a_record(offer_number(1), "a"), a_record(offer_number(1), "b")}}));
  const auto records = records_of(*log_);
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].bytes, bytes_of("b"));
}

TEST_P(LogStoreContract, AVisitThatFailsEndsTheReading) {
  ASSERT_TRUE(log_->append(
      0, Commit{.at = kNoon, .records = {a_record(offer_number(1), "a"), a_record(offer_number(2), "b")}}));
  int seen = 0;
  const Status read = log_->records_since(0, [&](const broker::LogRecord&) -> Status {
    ++seen;
    return fail(Errc::corrupt, "record", "does not decode");
  });
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Errc::corrupt);
  EXPECT_EQ(seen, 1);
}

TEST_P(LogStoreContract, ATombstoneReplacesItsRecordAndIsDroppedAfterItsTime) {
  ASSERT_TRUE(log_->append(0, Commit{.at = kNoon, .records = {a_record(offer_number(1), "said")}}));
  ASSERT_TRUE(log_->append(1, Commit{.at = kNoon, .records = {a_tombstone(offer_number(1))}}));
  ASSERT_TRUE(log_->append(2, Commit{.at = kNoon, .records = {a_record(offer_number(2), "stays")}}));
  ASSERT_EQ(records_of(*log_).size(), 2U);
  EXPECT_TRUE(records_of(*log_)[0].tombstone);

  const TimePoint end = kNoon + limits::kTombstones;
  EXPECT_TRUE(log_->purge(end - Milliseconds{1}).value().empty());
  EXPECT_EQ(log_->head().forgotten_to, 0U);
  EXPECT_EQ(log_->purge(end).value(), std::vector{offer_number(1)});
  ASSERT_EQ(records_of(*log_).size(), 1U);
  EXPECT_EQ(records_of(*log_)[0].id, offer_number(2));
  EXPECT_EQ(log_->head().seq, 3U);
  EXPECT_EQ(log_->head().forgotten_to, 2U) << "who stands lower cannot be told of the tombstone any more";
}

TEST_P(LogStoreContract, AContactIsReplacedDeletedAndPurged) {
  const auto contact = [&](std::uint8_t number) { return log_->contact(offer_number(number)).value(); };
  const TimePoint end = kNoon + std::chrono::days{30};
  ASSERT_TRUE(log_->append(0, Commit{.at = kNoon,
                                     .contacts = {a_contact(offer_number(1), "one", end),
                                                  a_contact(offer_number(2), "two", end + Seconds{1})}}));
  EXPECT_EQ(contact(1), (broker::SealedContact{ContactKind::phone, bytes_of("one"), end}));
  ASSERT_TRUE(log_->append(0, Commit{.at = kNoon, .contacts = {a_contact(offer_number(1), "uno", end)}}));
  EXPECT_EQ(contact(1)->sealed, bytes_of("uno"));
  ASSERT_TRUE(log_->purge(end));
  EXPECT_FALSE(contact(1));
  ASSERT_TRUE(contact(2));
  const ContactChange longer{.post = offer_number(2), .delete_at = end + Seconds{9}};
  ASSERT_TRUE(log_->append(0, Commit{.at = kNoon, .contacts = {longer, {.post = offer_number(3), .delete_at = end}}}));
  EXPECT_EQ(contact(2), (broker::SealedContact{ContactKind::phone, bytes_of("two"), end + Seconds{9}}));
  EXPECT_FALSE(contact(3)) << "what is not kept is not made";
  ASSERT_TRUE(log_->append(0, Commit{.at = kNoon, .contacts = {ContactChange{.post = offer_number(2)}}}));
  EXPECT_FALSE(contact(2));
}

TEST_P(LogStoreContract, TheAuditTrailReadsNewestFirstAndEndsAfterAYear) {
  auto without_entity = an_audit_row("reload", kNoon + Seconds{1});
  without_entity.entity.reset();
  ASSERT_TRUE(log_->append(0, Commit{.at = kNoon, .audit = {an_audit_row("approve", kNoon), without_entity}}));
  EXPECT_EQ(log_->audit(10).value(), (std::vector{without_entity, an_audit_row("approve", kNoon)}));
  EXPECT_EQ(log_->audit(1).value(), std::vector{without_entity});
  ASSERT_TRUE(log_->purge(kNoon + limits::kAuditKept));
  EXPECT_EQ(log_->audit(10).value(), std::vector{without_entity});
}

TEST_P(LogStoreContract, AReceiptIsKeptItsTime) {
  ASSERT_TRUE(log_->append(0, Commit{.at = kNoon, .receipts = {a_receipt(1, 1, offer_number(1))}}));
  const auto is_there = [&] {
    return log_->receipt(PrincipalId{uuid_number(1)}, CommandId{uuid_number(1)}).value().has_value();
  };
  ASSERT_TRUE(log_->purge(kNoon + limits::kReceiptsKept - Milliseconds{1}));
  EXPECT_TRUE(is_there());
  ASSERT_TRUE(log_->purge(kNoon + limits::kReceiptsKept));
  EXPECT_FALSE(is_there());
}

TEST_P(LogStoreContract, ABackUpNeverReplacesAFile) {
  ASSERT_TRUE(log_->append(0, Commit{.at = kNoon, .records = {a_record(offer_number(1), "x")}}));
  const auto copy = folder_ / "copy.db";
  ASSERT_TRUE(log_->back_up(copy));
  const auto size = std::filesystem::file_size(copy);
  EXPECT_GT(size, 0U);
  const Status again = log_->back_up(copy);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, Errc::conflict);
  EXPECT_EQ(std::filesystem::file_size(copy), size);
}

TEST_P(LogStoreContract, ItsSizeGrowsWithWhatItHolds) {
  const auto before = log_->size_bytes();
  ASSERT_TRUE(log_->append(0, Commit{.at = kNoon, .records = {a_record(offer_number(1), std::string(40000, 'x'))}}));
  EXPECT_GE(log_->size_bytes() - before, 40000);
  EXPECT_TRUE(log_->scrub());
  EXPECT_GE(log_->size_bytes(), 40000);
}

INSTANTIATE_TEST_SUITE_P(Every, LogStoreContract,
                         testing::Values(Subject{"Sqlite", make_sqlite}, Subject{"Memory", make_memory}),
                         [](const auto& subject) { return subject.param.name; });

}  // namespace
}  // namespace mur::test
