// How quickly an organization answers, and the pause of its needs: the table stands at Pace.
#include "shared/domain/pace.h"

#include "shared/domain/scope.h"
#include "tests/shared/domain/reply_house.h"

namespace mur::test {
namespace {

using namespace std::chrono_literals;

class OrganizationsPace : public testing::Test {
 protected:
  [[nodiscard]] const Pace& pace() const { return house.the(house.resident).pace; }
  [[nodiscard]] PostStatus status(NeedId id) const { return house.the(id).moderation.status; }
  void decide_after(Milliseconds time) {
    const auto person = house.answer(need);
    house.wait(time);
    ASSERT_TRUE(house.decide_on(person, ReplyStatus::declined, ReplyReason::other));
  }
  /// Two answers that nobody decides.
  void let_two_wait() {
    house.answer(need);
    house.answer(need);
    house.wait(limits::kHoldMost);
  }

  ReplyHouse house;
  NeedId need = house.need_of(20);
};

TEST_F(OrganizationsPace, IsTheMedianAndSaidFromTheThirdDecisionOn) {
  decide_after(1h);
  decide_after(40h);
  EXPECT_FALSE(usual_delay(pace()));
  decide_after(2h);
  EXPECT_EQ(usual_delay(pace()), Seconds{2h}) << "one slow answer is not what is usual";
}

TEST(Pace, IsThatOfTheLastDecisionsAlone) {
  Pace pace;
  for (std::size_t i = 0; i < limits::kPaceKept; ++i) note_decision(pace, 48h);
  for (std::size_t i = 0; i < limits::kPaceKept; ++i) note_decision(pace, 1h);
  EXPECT_EQ(pace.minutes.size(), limits::kPaceKept);
  EXPECT_EQ(usual_delay(pace), Seconds{1h});
}

TEST_F(OrganizationsPace, WhoWaitedInLineSaysNothingOfIt) {
  need = house.need_of(1);
  house.answer(need);
  const auto listed = house.answer(need);
  ASSERT_TRUE(house.decide_on(listed, ReplyStatus::declined, ReplyReason::enough));
  EXPECT_TRUE(pace().minutes.empty());
}

TEST_F(OrganizationsPace, OneAnswerThatExpiresPausesNothing) {
  house.answer(need);
  house.wait(limits::kHoldMost);
  EXPECT_EQ(pace().expired, 1);
  EXPECT_EQ(status(need), PostStatus::published);
}

TEST_F(OrganizationsPace, ADecisionBetweenThemBreaksTheRow) {
  house.answer(need);
  house.wait(limits::kHoldMost);
  decide_after(1h);
  house.answer(need);
  house.wait(limits::kHoldMost);
  EXPECT_EQ(pace().expired, 1);
  EXPECT_FALSE(pace().paused_at);
}

TEST_F(OrganizationsPace, TwoInARowPauseEachOfItsNeedsAndNoOthers) {
  std::vector<NeedId> needs;
  for (int i = 0; i < 100; ++i) {
    needs.push_back(house.need_of(1));
    house.now += 1ms;  // ids are made of time and of a counter that comes round
  }
  house.must(SetTrust{.organization = house.newcomer, .trust = Trust::trusted, .guarantor = "Samira"}, House::admin());
  const NeedId other{
      house.must(PutNeed{.organization = house.newcomer, .details = House::servers()}, house.mechanic()).uuid};
  const EventId event{
      house.must(PutEvent{.organization = house.resident, .details = House::soup()}, house.cook()).uuid};
  let_two_wait();

  ASSERT_TRUE(pace().paused_at);
  for (const NeedId one : needs) {
    EXPECT_EQ(status(one), PostStatus::hidden);
    EXPECT_EQ(house.the(one).moderation.reason, Reason::paused);
  }
  EXPECT_EQ(status(other), PostStatus::published);
  EXPECT_EQ(house.the(event).moderation.status, PostStatus::published) << "dates are not paused";
  const auto shown = project(Record{house.the(need)}, {.kind = Scope::Kind::wall});
  EXPECT_TRUE(shown && std::holds_alternative<Tombstone>(*shown));
}

TEST_F(OrganizationsPace, WhileItIsPausedNobodyCanAnswerNotEvenANewNeed) {
  let_two_wait();
  const NeedId fresh = house.need_of(3);
  const auto refused = house.try_answer(fresh, [](AnswerNeed&) {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::closed);
  EXPECT_EQ(house.try_answer(need, [](AnswerNeed&) {}).error().code, Errc::closed);
}

TEST_F(OrganizationsPace, TheOrganizationEndsThePauseItself) {
  let_two_wait();
  EXPECT_EQ(house.ask(ResumeOrganization{house.resident}, house.mechanic()).error().code, Errc::forbidden);
  house.must(ResumeOrganization{house.resident}, house.cook());
  house.wait(1s);
  EXPECT_EQ(pace(), Pace{});
  EXPECT_EQ(status(need), PostStatus::published);
  house.answer(need);
  const auto again = house.ask(ResumeOrganization{house.resident}, house.cook());
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->records.empty()) << "there is nothing to resume";
}

TEST_F(OrganizationsPace, DecidingAnyAnswerThatWaitsEndsIt) {
  const auto early = house.answer(need);
  house.wait(1h);
  house.answer(need);
  house.wait(1h);
  house.answer(need);
  house.wait(limits::kHoldMost - 1h);  // the first two expired, the third waits
  ASSERT_EQ(house.status(early), ReplyStatus::expired);
  ASSERT_TRUE(pace().paused_at);
  std::optional<ReplyId> waits;
  house.wall.each<Reply>([&](const Reply& reply) {
    if (reply.status == ReplyStatus::held) waits = reply.id;
  });
  ASSERT_TRUE(waits);
  house.must(DecideReply{.reply = *waits, .status = ReplyStatus::accepted, .note = {}}, house.cook());
  house.wait(1s);
  EXPECT_FALSE(pace().paused_at);
  EXPECT_EQ(status(need), PostStatus::published);
}

TEST_F(OrganizationsPace, APauseAndASuspensionEndOnlyTogether) {
  let_two_wait();
  house.must(SetTrust{.organization = house.resident, .trust = Trust::suspended}, House::admin());
  house.wait(1s);
  EXPECT_EQ(house.ask(ResumeOrganization{house.resident}, house.cook()).error().code, Errc::closed);
  house.must(SetTrust{.organization = house.resident, .trust = Trust::trusted}, House::admin());
  house.wait(1s);
  EXPECT_EQ(status(need), PostStatus::hidden);
  house.must(ResumeOrganization{house.resident}, house.cook());
  house.wait(1s);
  EXPECT_EQ(status(need), PostStatus::published);
}

TEST_F(OrganizationsPace, WhatAModeratorHidTheEndOfAPauseDoesNotShow) {
  house.must(Hide{.post = record_id(need), .reason = Reason::hoax}, House::moderator());
  const NeedId other = house.need_of(2);
  house.answer(other);
  house.answer(other);
  house.wait(limits::kHoldMost);
  house.must(ResumeOrganization{house.resident}, house.cook());
  house.wait(1s);
  EXPECT_EQ(status(need), PostStatus::hidden);
  EXPECT_EQ(status(other), PostStatus::published);
}

TEST_F(OrganizationsPace, OnlyTheBrokerGivesThatReason) {
  EXPECT_EQ(house.ask(Hide{.post = record_id(need), .reason = Reason::paused}, House::moderator()).error().field,
            "reason");
}

TEST_F(OrganizationsPace, OlderProgramsHearOfASuspensionAndWallsOfNoPause) {
  let_two_wait();
  const auto reason = [&](std::uint16_t version) {
    const auto shown = project(Record{house.the(need)}, {.kind = Scope::Kind::staff, .version = version});
    return moderation_of(*shown)->reason;
  };
  EXPECT_EQ(reason(2), Reason::suspended);
  EXPECT_EQ(reason(3), Reason::paused);
  const auto shown = project(Record{house.the(house.resident)}, {.kind = Scope::Kind::wall});
  EXPECT_FALSE(std::get<Organization>(*shown).pace.paused_at);
}

}  // namespace
}  // namespace mur::test
