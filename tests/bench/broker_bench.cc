// The figures a hub feels: how fast posts are acknowledged, how soon the last of many walls has them, how long a cold
// wall takes to fill. The real broker (core, log on disk, ROUTER with CURVE) in this process, clients beside it.
#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "shared/domain/limits.h"
#include "tests/bench/swarm.h"
#include "tests/support/link_client.h"
#include "tests/support/test_broker.h"

namespace mur::test {
namespace {

using SteadyClock = std::chrono::steady_clock;

double milliseconds(SteadyClock::duration time) { return std::chrono::duration<double, std::milli>(time).count(); }

double percentile(std::vector<double>& values, double share) {
  std::ranges::sort(values);
  return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

class Bench {
 public:
  Bench() : clock_{make_system_clock()}, random_{make_system_random()}, broker_{*clock_} {}

  link::KeyFile key_file(const TestKey& key) const {
    return {.brokers = {broker_.address()},
            .broker_key = broker_.broker_key(),
            .hub_key = broker_.hub_key(),
            .public_key = key.public_key,
            .secret_key = key.secret_key,
            .role = key.role,
            .label = "bench"};
  }
  std::vector<link::KeyFile> kiosk_files(std::size_t count) {
    while (kiosks_.size() < count) kiosks_.push_back(broker_.add_key(Role::kiosk));
    broker_.start();
    std::vector<link::KeyFile> files;
    for (std::size_t i = 0; i < count; ++i) files.push_back(key_file(kiosks_[i]));
    return files;
  }
  Command notice(int number) const {
    const TimePoint now = clock_->now();
    return PutNotice{
        .text = fmt::format("Avis {}", number), .shown_from = now, .shown_until = now + std::chrono::days{7}};
  }
  std::unique_ptr<LinkClient> admin() {
    broker_.start();
    auto client = std::make_unique<LinkClient>(key_file(broker_.admin()), link::Replica::open_in_memory().value(),
                                               link::Outbox::open_in_memory().value(), *clock_, *random_);
    if (!client->wait_until([&] { return client->current; })) throw std::runtime_error("the admin does not connect");
    return client;
  }

  /// As many events as a big hub has, straight into the log.
  void fill(std::size_t records) {
    broker_.stop();
    const OrganizationId organization = broker_.add_organization("Cantine");
    const auto log = broker::SqliteLogStore::open(broker_.folder()).value();
    for (std::size_t i = 0; i < records;) {
      broker::Commit commit{.at = clock_->now()};
      for (std::size_t k = 0; k < 500 && i < records; ++k, ++i) {
        Event event;
        event.organization = organization;
        event.details.uid = fmt::format("{}@bench", i);
        event.details.title = fmt::format("Cuisine pour 80 voisins, {}", i);
        event.details.summary = "On épluche, on goûte, on sert. Tabliers fournis.";
        event.details.description = std::string(300, 'x');
        event.details.timing.start = {.kind = calendar::When::Kind::utc,
                                      .local = std::chrono::local_days{std::chrono::year{2030} / 1 / 1}};
        event.id = event_id(organization, event.details);
        event.moderation.status = PostStatus::published;
        event.moderation.seen_by_wall = true;
        commit.records.push_back(
            {.id = record_id(event.id), .schema = protocol::kRecordSchema, .bytes = protocol::encode_record(event)});
      }
      if (!log->append(log->head().seq, commit)) throw std::runtime_error("the disk refused");
    }
  }

  void acknowledged(int posts, std::size_t in_flight) {
    const auto client = admin();
    const auto start = SteadyClock::now();
    std::vector<double> waits;
    std::deque<std::pair<CommandId, SteadyClock::time_point>> under_way;
    int asked = 0;
    while (asked < posts || !under_way.empty()) {
      while (asked < posts && under_way.size() < in_flight)
        under_way.emplace_back(client->submit(notice(asked++)), SteadyClock::now());
      if (!client->wait_until([&] { return client->answers.contains(under_way.front().first); }))
        throw std::runtime_error("no receipt");
      waits.push_back(milliseconds(SteadyClock::now() - under_way.front().second));
      under_way.pop_front();
    }
    const double seconds = milliseconds(SteadyClock::now() - start) / 1000;
    fmt::print("acknowledged posts, {:2} in flight: {:6.0f}/s, p50 {:.2f} ms, p99 {:.2f} ms\n", in_flight,
               posts / seconds, percentile(waits, 0.5), percentile(waits, 0.99));
    client->stop();
  }

  void fan_out(std::size_t kiosks, int posts) {
    broker_.stop();
    Swarm swarm(kiosk_files(kiosks));
    swarm.catch_up();
    const auto client = admin();
    std::vector<double> times;
    for (int i = 0; i < posts; ++i) {
      const auto start = SteadyClock::now();
      const CommandId id = client->submit(notice(i));
      const auto receipt = client->answer_to(id);
      if (!receipt || !*receipt) throw std::runtime_error("no receipt");
      times.push_back(milliseconds(swarm.everyone_has((*receipt)->seq) - start));
    }
    fmt::print("publish to the last of {:4} kiosks: p50 {:.1f} ms, p99 {:.1f} ms ({} posts)\n", kiosks,
               percentile(times, 0.5), percentile(times, 0.99), posts);
    client->stop();
  }

  void snapshot(std::size_t kiosks) {
    broker_.stop();
    Swarm swarm(kiosk_files(kiosks));
    const auto start = SteadyClock::now();
    swarm.catch_up();
    fmt::print("cold snapshot of 10,000 records to {:3} kiosks: {:.0f} ms until the last is current\n", kiosks,
               milliseconds(SteadyClock::now() - start));
  }

 private:
  std::unique_ptr<Clock> clock_;
  std::unique_ptr<RandomSource> random_;
  TestBroker broker_;
  std::vector<TestKey> kiosks_;
};

}  // namespace
}  // namespace mur::test

int main() {
  using mur::test::Bench;
  {
    Bench bench;
    bench.acknowledged(500, 1);
    bench.acknowledged(2000, 16);
  }
  {
    Bench bench;
    bench.acknowledged(2500, 64);
  }
  for (const std::size_t kiosks : {100U, 1000U}) Bench{}.fan_out(kiosks, 100);
  Bench bench;
  bench.fill(10000);
  bench.snapshot(1);
  bench.snapshot(100);
}
