#include "broker/store/faulty_log_store.h"

#include <gtest/gtest.h>

#include "tests/support/log_samples.h"
#include "tests/support/memory_log_store.h"

namespace mur::test {
namespace {

using broker::Commit;
using broker::FaultyLogStore;
using broker::StoreFaults;

const Epoch kEpoch{uuid_number(1)};
const Commit kCommit{
    .at = kNoon, .records = {a_record(offer_number(1), "said")}, .receipts = {a_receipt(1, 1, offer_number(1))}};

/// The log under the faulty one, which a kill leaves as it is.
struct Faulty {
  explicit Faulty(StoreFaults faults) {
    auto inner = std::make_unique<MemoryLogStore>(kEpoch);
    below = inner.get();
    log = std::make_unique<FaultyLogStore>(std::move(inner), faults);
  }
  MemoryLogStore* below;
  std::unique_ptr<FaultyLogStore> log;
};

TEST(FaultyLogStore, WithoutItsFsyncAnAcknowledgedAppendIsNowhereUntilTheNextCall) {
  Faulty faulty({.skip_fsync = true});
  EXPECT_EQ(faulty.log->append(0, kCommit).value(), 1U);
  EXPECT_EQ(faulty.log->head().seq, 1U);
  EXPECT_EQ(faulty.below->head().seq, 0U) << "a kill now loses it";
  EXPECT_EQ(faulty.log->append(0, kCommit).error().code, Errc::conflict);
  EXPECT_EQ(faulty.below->head().seq, 1U);
  EXPECT_EQ(records_of(*faulty.log).size(), 1U);
}

TEST(FaultyLogStore, WithoutReceiptsTheRecordsAreThereAndTheCommandIsNotRemembered) {
  Faulty faulty({.skip_receipts = true});
  EXPECT_EQ(faulty.log->append(0, kCommit).value(), 1U);
  EXPECT_EQ(records_of(*faulty.below).size(), 1U);
  EXPECT_FALSE(faulty.log->receipt(PrincipalId{uuid_number(1)}, CommandId{uuid_number(1)}).value());
}

TEST(FaultyLogStore, ReadsItsFaultsFromText) {
  EXPECT_EQ(broker::parse_store_faults("").value(), StoreFaults{});
  EXPECT_EQ(broker::parse_store_faults("skip-fsync").value(), StoreFaults{.skip_fsync = true});
  EXPECT_EQ(broker::parse_store_faults("skip-receipts,skip-fsync").value(),
            (StoreFaults{.skip_receipts = true, .skip_fsync = true}));
  EXPECT_EQ(broker::parse_store_faults("skip-sleep").error().code, Errc::invalid);
}

}  // namespace
}  // namespace mur::test
