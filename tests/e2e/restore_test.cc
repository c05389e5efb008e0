// An older backup is put back: kiosks start over from it and send again what they hold, and what was erased or revoked
// since stays so.
#include "tests/e2e/log_view.h"
#include "tests/e2e/machine.h"
#include "tests/e2e/posts.h"
#include "tests/e2e/real_broker.h"

namespace mur::test {
namespace {

using namespace std::chrono_literals;

class Restore : public testing::Test {
 protected:
  /// Lets the hub's clock run on to this time, with a broker that starts there.
  void start_at(const char* time, Milliseconds passed) {
    hub_.clock().pass(passed);
    ASSERT_TRUE(broker_.start(time)) << broker_.program().errors();
  }
  /// murctl keeps neither replica nor outbox from one call to the next: each time a new one.
  [[nodiscard]] std::unique_ptr<Machine> admin() {
    auto made = std::make_unique<Machine>(broker_.key_file(hub_.admin()), hub_.clock(), *random_);
    made->switch_on();
    return made;
  }
  [[nodiscard]] Command offer(const std::string& text, const TicketSecret& ticket) {
    return an_offer(hub_, text, ticket);
  }

  TestBroker hub_;
  std::unique_ptr<RandomSource> random_ = make_system_random();
  RealBroker broker_{hub_};
  TestKey kiosk_key_ = hub_.add_key(Role::kiosk, {}, "kept");
  TestKey lost_key_ = hub_.add_key(Role::kiosk, {}, "lost");
};

TEST_F(Restore, BringsBackTheBackupAndWhatKiosksHoldButNothingErasedOrRevoked) {
  const TicketSecret early = make_ticket(*random_);
  const TicketSecret late = make_ticket(*random_);
  start_at("2026-03-14T12:00", 0h);
  Machine kiosk(broker_.key_file(kiosk_key_), hub_.clock(), *random_);
  kiosk.switch_on();
  const RecordId kept = kiosk.done(offer("avant", make_ticket(*random_))).about;
  const RecordId erased_early = kiosk.done(offer("avant, effacée", early)).about;
  std::filesystem::path backup;
  Epoch epoch;
  {
    const auto hub = admin();
    hub->done(Approve{kept});
    const auto answer = hub->client().answer_to_query(hub->client().ask(BackUp{}));
    ASSERT_TRUE(answer && *answer) << (answer ? answer->error().message : "no answer in time");
    backup = std::get<Done>(**answer).detail;
    ASSERT_TRUE(std::filesystem::exists(backup)) << backup;

    // After the backup: an offer that stays, one that is withdrawn, and a key that is taken back.
    kiosk.done(offer("après", make_ticket(*random_)));
    const RecordId erased_late = kiosk.done(offer("après, effacée", late)).about;
    for (const TicketSecret& ticket : {early, late}) hub->done(WithdrawByTicket{sealed_code(hub_, ticket)});
    hub->done(RevokeKey{lost_key_.id});
    hub->switch_off();
    kiosk.switch_off();
    ASSERT_EQ(broker_.stop(), 0);

    // A day later the two can no longer be brought back: they are erased.
    start_at("2026-03-15T13:00", 25h);
    const auto next_day = admin();
    ASSERT_TRUE(next_day->client().wait_until([&] {
      const Wall& wall = next_day->client().wall;
      return next_day->client().current && wall.hub() != nullptr && wall.find(OfferId{erased_early.uuid}) == nullptr &&
             wall.find(OfferId{erased_late.uuid}) == nullptr;
    }));
    next_day->switch_off();
    ASSERT_EQ(broker_.stop(), 0);
    epoch = LogView(hub_.folder()).epoch;
  }

  Program restore({MUR_BINARY_DIR "/bin/murctl", "--data", hub_.folder().string(), "restore", backup.string()});
  ASSERT_EQ(restore.wait(), 0) << restore.errors();
  start_at("2026-03-15T14:00", 1h);
  kiosk.switch_on();
  Machine lost(broker_.key_file(lost_key_), hub_.clock(), *random_);
  lost.switch_on();

  ASSERT_TRUE(lost.client().wait_until([&] { return lost.client().gone.has_value(); }));
  EXPECT_EQ(lost.client().gone->code, Errc::forbidden);
  // All four that it had a receipt for are asked again.
  ASSERT_TRUE(kiosk.client().wait_until([&] { return kiosk.client().answers.size() == 4 && kiosk.client().current; }));
  Seq head = 0;
  std::size_t refused = 0;
  for (const auto& [id, answer] : kiosk.client().answers) {
    if (answer) head = std::max(head, answer->seq);
    if (answer) continue;
    ++refused;
    EXPECT_EQ(answer.error().code, Errc::closed) << answer.error().message;
  }
  EXPECT_EQ(refused, 1U);
  ASSERT_TRUE(kiosk.follows(head));
  kiosk.switch_off();
  lost.switch_off();
  ASSERT_EQ(broker_.stop(), 0) << broker_.program().errors();

  const LogView log(hub_.folder());
  EXPECT_NE(log.epoch, epoch);
  EXPECT_EQ(kiosk.replica().epoch, log.epoch);
  EXPECT_EQ(kiosk.replica().seq, log.head);
  EXPECT_EQ(kiosk.replica().hash, log.wall_hash);
  EXPECT_EQ(log.offers_saying("avant"), 1U);
  EXPECT_EQ(log.offers_saying("après"), 1U);
  EXPECT_EQ(log.offers_saying("avant, effacée"), 0U);
  EXPECT_EQ(log.offers_saying("après, effacée"), 0U);
  EXPECT_EQ(log.wall.find(OfferId{kept.uuid})->moderation.status, PostStatus::published);
  EXPECT_TRUE(is_revoked(*log.wall.find(lost_key_.id)));
  EXPECT_FALSE(is_revoked(*log.wall.find(kiosk_key_.id)));
}

}  // namespace
}  // namespace mur::test
