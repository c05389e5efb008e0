#include <benchmark/benchmark.h>

#include <string>

#include "broker/store/sqlite_log_store.h"
#include "shared/link/outbox.h"
#include "shared/link/replica.h"
#include "tests/shared/link/wire_samples.h"
#include "tests/support/counted_random.h"
#include "tests/support/log_samples.h"
#include "tests/support/temp_folder.h"

/// How fast the disk lets the stores acknowledge. Durable: what is counted was fsynced. The files lie in the folder for
/// temporary files (TMPDIR): put that on the disk to be measured, a memory disk makes these figures worthless.
namespace mur::test {
namespace {

constexpr std::size_t kOfferBytes = 400;  // an offer of two sentences, encoded

Uuid counted_uuid(std::uint64_t number) {
  Uuid uuid;
  for (std::size_t i = 0; i < 8; ++i) uuid.bytes[i] = static_cast<std::uint8_t>(number >> (8U * (7U - i)));
  return uuid;
}

/// One posted offer: its record, its ticket, its receipt, its sealed contact.
void add_post(broker::Commit& commit, std::uint64_t number) {
  const RecordId offer{RecordKind::offer, counted_uuid(number)};
  commit.records.push_back(a_record(offer, std::string(kOfferBytes, 'o')));
  commit.records.push_back(a_record({RecordKind::ticket, counted_uuid(number)}, std::string(120, 't')));
  commit.receipts.push_back({.principal = PrincipalId{uuid_number(1)},
                             .receipt = {.command = CommandId{counted_uuid(number)}, .about = offer},
                             .command_hash = {}});
  commit.contacts.push_back(a_contact(offer, std::string(60, 'c'), kNoon));
}

void AcknowledgedPosts(benchmark::State& state) {
  const auto in_flight = static_cast<std::uint64_t>(state.range(0));
  const TempFolder folder;
  CountedRandom random;
  const auto log = broker::SqliteLogStore::create(folder.path(), random).value();
  std::uint64_t posts = 0;
  for (auto _ : state) {
    broker::Commit commit{.at = kNoon};
    for (std::uint64_t i = 0; i < in_flight; ++i) add_post(commit, ++posts);
    if (!log->append(log->head().seq, commit)) state.SkipWithError("the disk refused");
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(posts));
}
BENCHMARK(AcknowledgedPosts)->ArgName("in_flight")->Arg(1)->Arg(64)->UseRealTime()->Unit(benchmark::kMicrosecond);

void OutboxAdd(benchmark::State& state) {
  const TempFolder folder;
  auto outbox = link::Outbox::open(folder.path()).value();
  std::uint64_t number = 0;
  for (auto _ : state) {
    const CommandId id{counted_uuid(++number)};
    if (!outbox.add(id, kNoon, Bytes(kOfferBytes, 'o')) || !outbox.acknowledge({.command = id}, kNoon))
      state.SkipWithError("the disk refused");
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(number));
}
BENCHMARK(OutboxAdd)->UseRealTime()->Unit(benchmark::kMicrosecond);

std::vector<protocol::WireRecord> wall_of(std::int64_t size) {
  std::vector<protocol::WireRecord> records;
  for (std::int64_t number = 1; number <= size; ++number) {
    Notice notice = a_notice(1, std::string(200, 'n'));
    notice.id = NoticeId{counted_uuid(static_cast<std::uint64_t>(number))};
    records.push_back(wire(notice, 1));
  }
  return records;
}

void ReplicaSnapshot(benchmark::State& state) {
  const auto records = wall_of(state.range(0));
  const auto hash = hash_of(records);
  const TempFolder folder;
  auto replica = link::Replica::open(folder.path(), link::Replica::Mode::read_write).value();
  for (auto _ : state) {
    if (!replica.begin_catch_up(Epoch{uuid_number(1)}, true) || !replica.stage(records) ||
        !replica.finish_catch_up(1, hash, kNoon))
      state.SkipWithError("the disk refused");
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(ReplicaSnapshot)->ArgName("records")->Arg(10000)->UseRealTime()->Unit(benchmark::kMillisecond);

void ReplicaOpenAndLoad(benchmark::State& state) {
  const auto mode = static_cast<link::Replica::Mode>(state.range(1));
  const TempFolder folder;
  {
    const auto records = wall_of(state.range(0));
    auto replica = link::Replica::open(folder.path(), link::Replica::Mode::read_write).value();
    if (!replica.begin_catch_up(Epoch{uuid_number(1)}, true) || !replica.stage(records) ||
        !replica.finish_catch_up(1, hash_of(records), kNoon))
      state.SkipWithError("the disk refused");
  }
  for (auto _ : state) {
    const auto replica = link::Replica::open(folder.path(), mode).value();
    auto loaded = replica.load().value();
    benchmark::DoNotOptimize(loaded);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(ReplicaOpenAndLoad)
    ->ArgNames({"records", "read_only"})
    ->Args({10000, 0})
    ->Args({10000, 1})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace mur::test

BENCHMARK_MAIN();
