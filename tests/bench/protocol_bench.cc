// What one record costs to write and to read: every commit encodes once per scope, every boot decodes the whole log.
#include <benchmark/benchmark.h>

#include <string>

#include "shared/protocol/codec.h"
#include "tests/shared/protocol/samples.h"

namespace {

using namespace mur;

/// As organizations write them: 1,500 characters of description, one rule.
Event usual_event() {
  auto event = std::get<Event>(samples::records()[2].value);
  while (event.details.description.size() < 1500) event.details.description += "Réunion ouverte à toutes et tous. ";
  return event;
}

void set_size(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
  state.counters["bytes"] = static_cast<double>(bytes);
}

void encode_record(benchmark::State& state, const Record& record) {
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(protocol::encode_record(record));
  set_size(state, protocol::encode_record(record).size());
}

void decode_record(benchmark::State& state, const Record& record) {
  const Bytes bytes = protocol::encode_record(record);
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(protocol::decode_record(bytes));
  set_size(state, bytes.size());
}

void decode_garbage(benchmark::State& state) {
  Bytes bytes = protocol::encode_record(usual_event());
  bytes.pop_back();
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(protocol::decode_record(bytes));
  set_size(state, bytes.size());
}

void ping_and_pong(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(protocol::decode(protocol::encode(protocol::Ping{41})));
    benchmark::DoNotOptimize(protocol::decode(protocol::encode(protocol::Pong{.now = {}, .seq = 41, .hash = {}})));
  }
}

BENCHMARK_CAPTURE(encode_record, event, usual_event());
BENCHMARK_CAPTURE(decode_record, event, usual_event());
BENCHMARK_CAPTURE(encode_record, need, samples::records()[3].value);
BENCHMARK_CAPTURE(decode_record, need, samples::records()[3].value);
BENCHMARK_CAPTURE(encode_record, offer, samples::records()[4].value);
BENCHMARK_CAPTURE(decode_record, offer, samples::records()[4].value);
BENCHMARK(decode_garbage);
BENCHMARK(ping_and_pong);

}  // namespace

BENCHMARK_MAIN();
