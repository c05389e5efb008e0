#include <thread>

#include "tests/broker/core/core_house.h"

namespace mur::test {
namespace {

class Time : public CoreHouse {
 protected:
  BrokerStatus status() { return std::get<BrokerStatus>(query(admin, GetStatus{}).value()); }
  std::optional<PostStatus> status_of_ticket(const std::string& code) {
    const auto answer = query(kiosk, ShowTicket{code});
    if (!answer) return std::nullopt;
    return std::get<TicketState>(*answer).status;
  }
  /// Days go by with somebody about every day, as the clock guard expects of a hub.
  void days_pass(int days) {
    for (int i = 0; i < days; ++i) {
      clock.pass(24h);
      ASSERT_TRUE(step());
    }
  }
};

TEST_F(Time, AnOfferExpiresByItself) {
  ASSERT_TRUE(ask(kiosk, offer()));
  heard.clear();

  days_pass(20);
  EXPECT_EQ(status_of_ticket(ticket.code), PostStatus::pending);
  EXPECT_TRUE(take<broker::Committed>().empty());

  days_pass(1);
  EXPECT_EQ(status_of_ticket(ticket.code), PostStatus::expired);
  EXPECT_EQ(take<broker::Committed>().size(), 1U);
}

TEST_F(Time, AWithdrawnOfferIsErasedAfterADayForGood) {
  const auto receipt = ask(kiosk, offer("06 11 22 33 44"));
  ASSERT_TRUE(ask(kiosk, WithdrawByTicket{sealed_code(ticket.code)}));

  days_pass(1);

  EXPECT_EQ(status_of_ticket(ticket.code), std::nullopt);
  EXPECT_TRUE(forget_log.contains(receipt->about));
}

TEST_F(Time, WhatIsDueTogetherIsOneBatch) {
  for (int i = 0; i < 5; ++i) ASSERT_TRUE(ask(kiosk, offer()));
  heard.clear();

  days_pass(21);

  EXPECT_EQ(take<broker::Committed>().size(), 1U);
}

TEST_F(Time, AClockThatJumpsExpiresNothingUntilSomebodyAccepts) {
  ASSERT_TRUE(ask(kiosk, offer()));
  clock.jump(30 * 24h);
  clock.pass(1s);

  ASSERT_TRUE(step());
  EXPECT_EQ(status_of_ticket(ticket.code), PostStatus::pending);
  EXPECT_TRUE(status().clock_suspect);

  const auto accepted = query(admin, AcceptClock{});
  ASSERT_TRUE(accepted) << accepted.error().message;
  EXPECT_FALSE(status().clock_suspect);
  clock.pass(1s);
  ASSERT_TRUE(step());
  EXPECT_EQ(status_of_ticket(ticket.code), PostStatus::expired);
  EXPECT_EQ(store.audit(100).value().at(1).action, "accept_clock");
}

TEST_F(Time, AClockThatGoesBackIsInDoubtToo) {
  clock.jump(-2h);

  ASSERT_TRUE(step());

  EXPECT_TRUE(status().clock_suspect);
}

TEST_F(Time, SummerTimeAndSmallCorrectionsAreNoJump) {
  clock.jump(50min);
  ASSERT_TRUE(step());
  EXPECT_FALSE(status().clock_suspect);
}

TEST_F(Time, AStartAWeekAfterTheLastCommitIsInDoubt) {
  ASSERT_TRUE(ask(kiosk, offer()));
  clock.pass(30 * 24h);

  open();
  ASSERT_TRUE(step());

  EXPECT_TRUE(status().clock_suspect);
  EXPECT_EQ(status_of_ticket(ticket.code), PostStatus::pending);
}

TEST_F(Time, AStartBeforeTheLastCommitIsInDoubt) {
  clock.jump(-24h);

  open();

  EXPECT_TRUE(status().clock_suspect);
}

TEST_F(Time, AQuietFortnightOfARunningBrokerIsNoDoubt) {
  days_pass(14);

  EXPECT_FALSE(status().clock_suspect);
}

TEST_F(Time, OncePerDayTheLogDropsWhatIsKeptNoLonger) {
  const auto wish = command(kiosk, offer());
  ASSERT_TRUE(ask(wish));
  const PrincipalId principal = core_keys.at(CurvePublicKey{2}).principal;
  ASSERT_TRUE(store.receipt(principal, wish.id).value());

  days_pass(121);

  EXPECT_FALSE(store.receipt(principal, wish.id).value());
}

TEST_F(Time, OldTombstonesLeaveTheCatchUp) {
  ASSERT_TRUE(ask(kiosk, offer()));
  const Seq then = store.head().seq;
  ASSERT_TRUE(ask(kiosk, WithdrawByTicket{sealed_code(ticket.code)}));
  const auto changes = [&] {
    put(broker::PageWanted{
        .session = 5,
        .cursor = {.scope = kStaff, .snapshot = false, .since = then, .pass_started_at = 0, .after = {}},
        .most_bytes = limits::kChunkBytes});
    EXPECT_TRUE(step());
    return take<broker::PageReady>().front().records.size();
  };
  days_pass(1);
  EXPECT_EQ(changes(), 1U);

  const Seq erased = store.head().seq;

  days_pass(91);
  EXPECT_EQ(changes(), 0U);
  heard.clear();
  ASSERT_TRUE(ask(kiosk, offer()));
  EXPECT_EQ(take<broker::Committed>().front().forgotten_to, erased);
}

TEST_F(Time, AKioskSendsThirtyAMinuteAndIsToldHowLongToWait) {
  for (int i = 0; i < limits::kKioskCommandsPerMinute; ++i) ASSERT_TRUE(ask(kiosk, offer()));

  const auto refused = ask(kiosk, offer());

  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::slow_down);
  EXPECT_EQ(wait_seconds, 2);
  clock.pass(2s);
  EXPECT_TRUE(ask(kiosk, offer()));
  EXPECT_TRUE(ask(admin, notice("Café à 16 h")));
}

TEST_F(Time, StopEndsARunFromAnotherThread) {
  std::jthread stopper([this] { core->stop(); });

  EXPECT_TRUE(core->run());
}

}  // namespace
}  // namespace mur::test
