// What the network brings: keys that are unknown or no longer good, a flood, and a kiosk that stopped reading.
#include <fmt/format.h>

#include <fstream>
#include <set>

#include "shared/domain/decide.h"
#include "tests/broker/transport/raw_client.h"
#include "tests/e2e/log_view.h"
#include "tests/e2e/machine.h"
#include "tests/e2e/posts.h"
#include "tests/e2e/real_broker.h"

namespace mur::test {
namespace {

constexpr const char* kTime = "2026-03-14T12:00";  // TestBroker's, in its zone
constexpr long kMebibyte = 1024;                   // in KiB, as /proc counts

/// Resident memory of a process, in KiB.
long resident(pid_t process) {
  std::ifstream status(fmt::format("/proc/{}/status", process));
  for (std::string word; status >> word;) {
    if (word != "VmRSS:") continue;
    long kib = 0;
    status >> kib;
    return kib;
  }
  ADD_FAILURE() << "no VmRSS of process " << process;
  return 0;
}

class Sockets : public testing::Test {
 protected:
  [[nodiscard]] std::unique_ptr<Machine> machine(const TestKey& key) {
    auto made = std::make_unique<Machine>(broker_.key_file(key), hub_.clock(), *random_);
    made->switch_on();
    return made;
  }
  [[nodiscard]] Command notice(const std::string& text) { return a_notice(text, hub_.clock().now()); }
  [[nodiscard]] static std::size_t notices(const Wall& wall) {
    std::size_t found = 0;
    wall.each<Notice>([&found](const Notice&) { ++found; });
    return found;
  }

  TestBroker hub_;
  std::unique_ptr<RandomSource> random_ = make_system_random();
  RealBroker broker_{hub_};
};

TEST_F(Sockets, AnUnknownKeyIsToldSo) {
  ASSERT_TRUE(broker_.start(kTime)) << broker_.program().errors();
  TestKey stranger;
  link::make_curve_pair(stranger.public_key, stranger.secret_key);
  const auto kiosk = machine(stranger);

  ASSERT_TRUE(kiosk->client().wait_until([&] { return kiosk->client().gone.has_value(); }));

  EXPECT_EQ(kiosk->client().gone->code, Errc::forbidden);
  EXPECT_NE(kiosk->client().gone->message.find("key is not accepted"), std::string::npos)
      << kiosk->client().gone->message;
  EXPECT_EQ(kiosk->client().connections, 0);
}

TEST_F(Sockets, ARevokedKeyIsToldSoAtOnceAndHearsNothingMore) {
  const TestKey lost = hub_.add_key(Role::kiosk, {}, "lost");
  const TestKey kept = hub_.add_key(Role::kiosk, {}, "kept");
  ASSERT_TRUE(broker_.start(kTime)) << broker_.program().errors();
  const auto revoked = machine(lost);
  const auto other = machine(kept);
  const auto admin = machine(hub_.admin());
  const Seq before = admin->done(notice("avant")).seq;
  ASSERT_TRUE(revoked->follows(before));

  const Seq revocation = admin->done(RevokeKey{lost.id}).seq;
  const Seq after = admin->done(notice("après")).seq;

  ASSERT_TRUE(revoked->client().wait_until([&] { return revoked->client().gone.has_value(); }));
  EXPECT_EQ(revoked->client().gone->code, Errc::forbidden);
  ASSERT_TRUE(other->follows(after));
  // Its tries to come back are sent away at the handshake: two of them, to be sure.
  for (int tries = 0; tries < 2; ++tries) {
    revoked->client().gone.reset();
    ASSERT_TRUE(revoked->client().wait_until([&] { return revoked->client().gone.has_value(); }));
    EXPECT_EQ(revoked->client().gone->code, Errc::forbidden);
  }
  EXPECT_EQ(revoked->client().connections, 1);
  EXPECT_LT(revoked->replica().seq, revocation);
  EXPECT_EQ(notices(revoked->wall()), 1U);
}

TEST_F(Sockets, AFloodIsSlowedAndNothingOfItIsLost) {
  constexpr std::size_t kFlood = 200;
  constexpr std::size_t kAtOnce = 30;  // what a kiosk may send in a minute
  const TestKey loud = hub_.add_key(Role::kiosk, {}, "loud");
  const TestKey calm = hub_.add_key(Role::kiosk, {}, "calm");
  ASSERT_TRUE(broker_.start(kTime)) << broker_.program().errors();
  const auto flood = machine(loud);
  const auto other = machine(calm);
  const auto admin = machine(hub_.admin());

  std::set<CommandId> sent;
  for (std::size_t i = 0; i < kFlood; ++i)
    sent.insert(flood->client().submit(an_offer(hub_, fmt::format("crue {}", i), make_ticket(*random_))));
  ASSERT_TRUE(flood->client().wait_until([&] { return flood->client().answers.size() >= kAtOnce; }));
  // It still presses; the others are served.
  EXPECT_EQ(other->done(an_offer(hub_, "calme", make_ticket(*random_))).status, PostStatus::pending);
  const Seq head = admin->done(notice("Café à 16 h")).seq;
  EXPECT_TRUE(other->follows(head));
  flood->switch_off();
  ASSERT_EQ(broker_.stop(), 0) << broker_.program().errors();

  const LogView log(hub_.folder());
  std::set<CommandId> waiting;
  const auto left = link::Outbox::open(flood->folder())->waiting().value();
  for (const link::Outgoing& one : left) waiting.insert(one.id);
  EXPECT_GT(waiting.size(), 0U) << "nothing slowed it";
  std::size_t written = 0;
  for (const CommandId id : sent) {
    const bool is_written = log.wall.find(offer_made_by(id)) != nullptr;
    written += is_written ? 1U : 0U;
    EXPECT_TRUE(is_written || waiting.contains(id)) << to_string(id) << " is lost";
  }
  EXPECT_GE(written, kAtOnce);
  EXPECT_EQ(log.count<Offer>(), written + 1);  // and the calm one's
}

TEST_F(Sockets, AStalledKioskSlowsNobodyAndDoesNotGrowTheBroker) {
  constexpr std::size_t kNotices = 300;
  constexpr std::size_t kEvents = 300;
  const OrganizationId canteen = hub_.add_organization("Cantine");
  const TestKey dead = hub_.add_key(Role::kiosk, {}, "dead");
  const TestKey alive = hub_.add_key(Role::kiosk, {}, "alive");
  ASSERT_TRUE(broker_.start(kTime)) << broker_.program().errors();
  const auto admin = machine(hub_.admin());
  const auto other = machine(alive);
  ASSERT_TRUE(other->follows(1));
  RawClient stalled(broker_.key_file(dead), {}, 1);
  ASSERT_TRUE(stalled.greet({.client = "stalled"}));
  stalled.send(protocol::Pull{.chunks = 4});  // and from here on it neither reads nor pings
  const long before = resident(broker_.program().pid());

  const auto send_all = [&](std::size_t count, const auto& make) {
    Seq last = 0;
    std::vector<CommandId> sent;
    for (std::size_t i = 0; i < count; ++i) sent.push_back(admin->client().submit(make(i)));
    for (const CommandId id : sent) {
      const auto answer = admin->client().answer_to(id);
      EXPECT_TRUE(answer && *answer) << (answer ? answer->error().message : "no answer in time");
      if (answer && *answer) last = std::max(last, (*answer)->seq);
    }
    return last;
  };
  send_all(kNotices, [&](std::size_t i) { return notice(fmt::format("{:03} {}", i, std::string(196, 'x'))); });
  // Far more than a session may have unacknowledged.
  const Seq head = send_all(kEvents, [&](std::size_t i) {
    EventDetails details = an_event(fmt::format("{}", i), std::chrono::local_days{std::chrono::year{2026} / 4 / 1});
    details.description = std::string(5000, 'x');
    return Command{PutEvent{.organization = canteen, .details = details}};
  });

  ASSERT_TRUE(other->follows(head));
  EXPECT_EQ(notices(other->wall()), kNotices);
  EXPECT_EQ(other->client().connections, 1);
  // The broker has noticed: it waits for the stalled one with the rest, or has ended the session.
  const auto status = admin->client().answer_to_query(admin->client().ask(GetStatus{}));
  ASSERT_TRUE(status && *status);
  for (const SessionStatus& session : std::get<BrokerStatus>(**status).sessions)
    EXPECT_EQ(session.behind, session.label == "dead") << session.label;
  EXPECT_LT(resident(broker_.program().pid()) - before, 32 * kMebibyte);
}

}  // namespace
}  // namespace mur::test
