// The broker is killed at any moment, again and again, under load: no acknowledged post is lost, none is doubled,
// batches have no gaps, and every replica holds what the log holds. With receipts or the commit taken away, the same
// run says so.
#include <fmt/format.h>

#include <cstdlib>
#include <random>
#include <set>

#include "shared/domain/scope.h"
#include "shared/domain/state_hash.h"
#include "shared/link/key_file.h"
#include "shared/protocol/codec.h"
#include "tests/e2e/real_broker.h"
#include "tests/support/link_client.h"

namespace mur::test {
namespace {

constexpr int kKills = 200;
constexpr std::size_t kUnderWay = 8;  // commands of one client without an answer

/// One connection under load, with everything it asked for.
class Sender {
 public:
  Sender(const link::KeyFile& key, std::function<Command(int)> next, const Clock& clock, RandomSource& random)
      : client_(key, link::Replica::open(folder_.path(), link::Replica::Mode::read_write).value(),
                link::Outbox::open(folder_.path()).value(), clock, random),
        next_{std::move(next)} {}

  void work(Milliseconds patience) {
    while (asked_.size() - client_.answers.size() < kUnderWay)
      asked_.insert(client_.submit(next_(static_cast<int>(asked_.size()))));
    client_.listen(patience);
  }
  [[nodiscard]] bool drain() {
    return client_.wait_until([this] { return client_.answers.size() == asked_.size() && client_.current; });
  }
  [[nodiscard]] bool follow(Seq head) {
    return client_.wait_until([&] { return client_.current && replica_head().seq >= head; });
  }
  void stop() { client_.stop(); }

  [[nodiscard]] const std::set<CommandId>& asked() const { return asked_; }
  [[nodiscard]] LinkClient& client() { return client_; }
  [[nodiscard]] link::ReplicaHead replica_head() const {
    return link::Replica::open(folder_.path(), link::Replica::Mode::read_only)->head();
  }

 private:
  TempFolder folder_;
  LinkClient client_;
  std::function<Command(int)> next_;
  std::set<CommandId> asked_;
};

class Crashes : public testing::Test {
 protected:
  Crashes() : clock_{make_system_clock()}, random_{make_system_random()}, hub_{*clock_} {
    canteen_ = hub_.add_organization("Cantine");
    owner_ = hub_.add_key(Role::owner, canteen_);
    for (TestKey& kiosk : kiosks_) kiosk = hub_.add_key(Role::kiosk);
  }

  Command offer(int number) {
    OfferDetails details;
    details.tiles = {Tile::other};
    details.text = fmt::format("je répare {} vélos", number);
    details.availability.evenings = true;
    details.language = "fr";
    return PutOffer{.details = details,
                    .sealed_ticket = seal(hub_.hub_key(), protocol::encode_ticket(make_ticket(*random_))),
                    .sealed_contact = {}};
  }
  Command event(int number) {
    EventDetails details;
    details.uid = fmt::format("{}@cantine", number);
    details.title = fmt::format("Repas {}", number);
    details.timing.start = {
        .kind = calendar::When::Kind::utc,
        .local = std::chrono::local_seconds{std::chrono::floor<Seconds>(clock_->now()).time_since_epoch()} +
                 std::chrono::days{7},
        .zone = {}};
    return PutEvent{.organization = canteen_, .details = details};
  }
  Command notice(int number) {
    const TimePoint now = clock_->now();
    return PutNotice{
        .text = fmt::format("Avis {}", number), .shown_from = now, .shown_until = now + std::chrono::days{7}};
  }

  /// Kills the broker `kills` times (fewer when something is found earlier) and returns everything that is wrong.
  std::vector<std::string> problems_after(int kills, const std::vector<std::string>& environment = {}) {
    RealBroker broker(hub_, environment);
    if (!broker.start()) return {"the broker does not start: " + broker.program().errors()};
    std::vector<std::unique_ptr<Sender>> senders;
    for (const TestKey& kiosk : kiosks_)
      senders.push_back(
          std::make_unique<Sender>(broker.key_file(kiosk), [this](int n) { return offer(n); }, *clock_, *random_));
    senders.push_back(
        std::make_unique<Sender>(broker.key_file(owner_), [this](int n) { return event(n); }, *clock_, *random_));
    senders.push_back(std::make_unique<Sender>(
        broker.key_file(hub_.admin()), [this](int n) { return notice(n); }, *clock_, *random_));

    std::mt19937 dice(1);
    for (int kill = 0; kill < kills; ++kill) {
      // So many answers later, and a moment that falls anywhere between two of the broker's steps.
      const std::size_t answers = answered(senders) + std::uniform_int_distribution<std::size_t>{0, 40}(dice);
      const auto deadline = std::chrono::steady_clock::now() + LinkClient::kDeadline;
      while (answered(senders) < answers) {
        if (std::chrono::steady_clock::now() > deadline) return {fmt::format("no answers before kill {}", kill)};
        for (const auto& sender : senders) sender->work(Milliseconds{1});
      }
      const auto moment = std::chrono::steady_clock::now() +
                          std::chrono::microseconds{std::uniform_int_distribution<int>{0, 4000}(dice)};
      while (std::chrono::steady_clock::now() < moment) {
      }
      broker.kill();
      for (const auto& sender : senders) sender->client().listen(Milliseconds{0});
      if (!environment.empty())
        if (auto found = refusals(senders); !found.empty()) return found;
      if (!broker.start()) return {fmt::format("no start after kill {}: {}", kill, broker.program().errors())};
    }
    return check(broker, senders);
  }

 private:
  using Senders = std::vector<std::unique_ptr<Sender>>;

  static std::size_t answered(const Senders& senders) {
    std::size_t sum = 0;
    for (const auto& sender : senders) sum += sender->client().answers.size();
    return sum;
  }

  static std::vector<std::string> refusals(const Senders& senders) {
    std::vector<std::string> found;
    for (const auto& sender : senders)
      for (const auto& [command, answer] : sender->client().answers)
        if (!answer) found.push_back(fmt::format("{} was refused: {}", to_string(command), answer.error().message));
    return found;
  }

  std::vector<std::string> check(RealBroker& broker, Senders& senders) {
    for (const auto& sender : senders)
      if (!sender->drain()) return {"a client is still waiting for answers"};
    std::vector<std::string> found = refusals(senders);
    Seq head = 0;
    for (const auto& sender : senders)
      for (const auto& [command, answer] : sender->client().answers)
        if (answer) head = std::max(head, answer->seq);
    for (const auto& sender : senders)
      if (!sender->follow(head)) found.push_back("a client does not reach the head");
    for (const auto& sender : senders) sender->stop();
    if (const int code = broker.stop(); code != 0) found.push_back(fmt::format("the broker ended with {}", code));

    const auto log = broker::SqliteLogStore::open(hub_.folder()).value();
    std::map<RecordId, Record> records;
    StateHash wall;
    const Status read = log->records_since(0, [&](const broker::LogRecord& record) -> Status {
      auto decoded = protocol::decode_record(record.bytes);
      if (!decoded) return fail(decoded.error());
      if (const auto shown = project(*decoded, Scope{}); shown && !is_tombstone(*shown))
        wall.add(record.id, protocol::encode_record(*shown));
      records.emplace(record.id, std::move(*decoded));
      return {};
    });
    if (!read) found.push_back(read.error().message);
    if (log->head().seq != head)
      found.push_back(fmt::format("the head is {}, the last receipt says {}", log->head().seq, head));

    std::set<Seq> batches;
    std::set<RecordId> made;
    std::size_t asked = 0;
    for (const auto& sender : senders) {
      asked += sender->asked().size();
      for (const auto& [command, answer] : sender->client().answers) {
        if (!answer) continue;
        batches.insert(answer->seq);
        made.insert(answer->about);
        if (!records.contains(answer->about))
          found.push_back(to_string(answer->about) + " was acknowledged and is lost");
        if (!answer->changed) found.push_back(to_string(answer->about) + " was done twice");
      }
    }
    if (made.size() != asked) found.push_back(fmt::format("{} commands made {} records", asked, made.size()));
    if (!batches.empty() && *batches.rbegin() - *batches.begin() + 1 != batches.size())
      found.push_back(fmt::format("{} batches between {} and {}", batches.size(), *batches.begin(), *batches.rbegin()));
    for (std::size_t i = 0; i < kiosks_.size(); ++i) {
      const link::ReplicaHead replica = senders[i]->replica_head();
      if (replica.seq != head || replica.hash != wall.value())
        found.push_back(fmt::format("the replica of kiosk {} differs", i));
    }
    RecordProperty("commands", static_cast<int>(asked));
    RecordProperty("batches", static_cast<int>(batches.size()));
    fmt::print("{} commands, {} batches\n", asked, batches.size());
    return found;
  }

  std::unique_ptr<Clock> clock_;
  std::unique_ptr<RandomSource> random_;
  TestBroker hub_;
  OrganizationId canteen_;
  TestKey owner_;
  std::array<TestKey, 3> kiosks_;
};

TEST_F(Crashes, LoseNothingAcknowledgedAndDoubleNothing) {
  EXPECT_EQ(problems_after(kKills), std::vector<std::string>{});
}

#ifdef MUR_TEST_SWITCHES
TEST_F(Crashes, AreNoticedWhenReceiptsAreNotWritten) {
  EXPECT_NE(problems_after(kKills, {"MUR_STORE_FAULTS=skip-receipts"}), std::vector<std::string>{});
}

TEST_F(Crashes, AreNoticedWhenTheCommitComesAfterTheReceipt) {
  EXPECT_NE(problems_after(20, {"MUR_STORE_FAULTS=skip-fsync"}), std::vector<std::string>{});
}
#endif

}  // namespace
}  // namespace mur::test
