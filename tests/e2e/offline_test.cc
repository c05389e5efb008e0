// A kiosk that was away, and a kiosk whose broker is.
#include "tests/e2e/log_view.h"
#include "tests/e2e/machine.h"
#include "tests/e2e/posts.h"
#include "tests/e2e/real_broker.h"

namespace mur::test {
namespace {

using namespace std::chrono_literals;

constexpr const char* kSaturday = "2026-03-14T12:00";  // TestBroker's time, in its zone
constexpr const char* kMonday = "2026-03-16T12:00";

class Offline : public testing::Test {
 protected:
  [[nodiscard]] Command offer(const std::string& text) { return an_offer(hub_, text, make_ticket(*random_)); }
  [[nodiscard]] Command notice(const std::string& text) { return a_notice(text, hub_.clock().now()); }
  /// The broker falls silent: switched on, the machine finds nobody.
  void wait_for_nobody(Machine& machine) {
    ASSERT_TRUE(machine.client().wait_until([&] { return machine.client().gone.has_value(); }));
    EXPECT_FALSE(machine.client().connected);
  }

  TestBroker hub_;
  std::unique_ptr<RandomSource> random_ = make_system_random();
  RealBroker broker_{hub_};
  TestKey kiosk_key_ = hub_.add_key(Role::kiosk);
};

TEST_F(Offline, TwoDaysAwayItCatchesUpAndWhatItKeptArrivesOnce) {
  ASSERT_TRUE(broker_.start(kSaturday)) << broker_.program().errors();
  Machine admin(broker_.key_file(hub_.admin()), hub_.clock(), *random_);
  Machine kiosk(broker_.key_file(kiosk_key_), hub_.clock(), *random_);
  admin.switch_on();
  kiosk.switch_on();
  const RecordId gone = kiosk.done(offer("bientôt retirée")).about;
  const Seq seen = admin.done(Approve{gone}).seq;
  ASSERT_TRUE(kiosk.follows(seen));
  kiosk.switch_off();
  // The wall changes without it …
  const Seq hidden = admin.done(Hide{.post = gone, .reason = Reason::advert, .note = {}}).seq;
  for (int i = 0; i < 100; ++i) admin.done(notice("avis " + std::to_string(i)));
  ASSERT_GT(hidden, seen);
  admin.switch_off();
  ASSERT_EQ(broker_.stop(), 0);
  // … and somebody leaves two offers on it while it finds no broker.
  kiosk.switch_on();
  wait_for_nobody(kiosk);
  (void)kiosk.client().submit(offer("deux heures"));
  (void)kiosk.client().submit(offer("une camionnette"));
  kiosk.switch_off();
  EXPECT_EQ(kiosk.waiting(), 2U);
  EXPECT_EQ(kiosk.replica().seq, seen);

  hub_.clock().pass(48h);
  ASSERT_TRUE(broker_.start(kMonday)) << broker_.program().errors();
  kiosk.switch_on();

  ASSERT_TRUE(kiosk.client().wait_until([&] { return kiosk.client().answers.size() == 2 && kiosk.client().current; }));
  Seq head = hidden + 100;
  for (const auto& [id, answer] : kiosk.client().answers) {
    ASSERT_TRUE(answer) << answer.error().message;
    EXPECT_TRUE(answer->changed);
    head = std::max(head, answer->seq);
  }
  ASSERT_TRUE(kiosk.follows(head));
  kiosk.switch_off();
  EXPECT_EQ(kiosk.waiting(), 0U);
  // Once more: it has nothing left to say.
  kiosk.switch_on();
  ASSERT_TRUE(kiosk.follows(head));
  EXPECT_TRUE(kiosk.client().answers.empty());
  kiosk.switch_off();
  ASSERT_EQ(broker_.stop(), 0) << broker_.program().errors();

  const LogView log(hub_.folder());
  EXPECT_EQ(log.head, head);
  EXPECT_EQ(kiosk.replica(),
            (link::ReplicaHead{
                .epoch = log.epoch, .seq = log.head, .hash = log.wall_hash, .heard_at = kiosk.replica().heard_at}));
  EXPECT_EQ(log.offers_saying("deux heures"), 1U);
  EXPECT_EQ(log.offers_saying("une camionnette"), 1U);
  EXPECT_EQ(log.count<Offer>(), 3U);
}

TEST_F(Offline, RestartedWithoutBrokerItStillHasItsWallAndKnowsItsAge) {
  ASSERT_TRUE(broker_.start(kSaturday)) << broker_.program().errors();
  Machine admin(broker_.key_file(hub_.admin()), hub_.clock(), *random_);
  Machine kiosk(broker_.key_file(kiosk_key_), hub_.clock(), *random_);
  admin.switch_on();
  kiosk.switch_on();
  const RecordId shown = admin.done(notice("Café à 16 h")).about;
  ASSERT_TRUE(kiosk.follows(admin.client().answers.begin()->second->seq));
  broker_.kill();
  ASSERT_TRUE(kiosk.client().wait_until([&] { return !kiosk.client().connected; }));
  kiosk.switch_off();

  kiosk.switch_on();
  wait_for_nobody(kiosk);

  const Wall wall = kiosk.wall();
  EXPECT_NE(wall.find(shown), nullptr);
  EXPECT_NE(wall.hub(), nullptr);
  EXPECT_GE(kiosk.replica().heard_at, hub_.clock().now());
  EXPECT_LT(kiosk.replica().heard_at, hub_.clock().now() + 1h);
}

}  // namespace
}  // namespace mur::test
