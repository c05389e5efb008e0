// What the hub writes to an organization: that an answer waits, and which offers fit its needs.
#include "shared/domain/awaiting.h"

#include "tests/shared/domain/reply_house.h"

namespace mur {
namespace {

using test::ReplyHouse;
using Status = ReplyStatus;
using std::chrono::hours;

class Awaiting : public testing::Test {
 protected:
  /// The cook has kHoldMost to decide on each.
  ReplyHouse::Person answer() { return house.answer(need); }
  [[nodiscard]] bool wants(const ReplyHouse::Person& person) const {
    return wants_reminder(house.the(person.reply), house.now);
  }
  [[nodiscard]] std::vector<const Reply*> of(OrganizationId organization) const {
    return to_be_reminded_of(house.wall, organization, house.now);
  }
  Result<Changes> note(const ReplyHouse::Person& person, const Actor& actor) {
    return house.ask(NoteOrganizationTold{.organization = house.resident, .reply = person.reply}, actor);
  }

  ReplyHouse house;
  NeedId need = house.need_of(2);
};

TEST_F(Awaiting, AnAnswerIsRemindedOfOnceHalfOfItsTimeIsOver) {
  const auto person = answer();
  ASSERT_EQ(house.the(person.reply).decide_by, house.now + limits::kHoldMost);
  EXPECT_FALSE(wants(person));
  house.now += limits::kHoldMost / 2 - Seconds{1};
  EXPECT_FALSE(wants(person));
  house.now += Seconds{1};
  EXPECT_TRUE(wants(person));
  house.now += limits::kHoldMost / 2 - Seconds{1};
  EXPECT_TRUE(wants(person));
  house.now += Seconds{1};
  EXPECT_FALSE(wants(person)) << "it is too late";
}

TEST_F(Awaiting, OnceAndByWhoeverToldIt) {
  const auto person = answer();
  house.wait(limits::kHoldMost / 2);
  EXPECT_EQ(note(person, house.mechanic()).error().code, Errc::not_found) << "another organization's";
  EXPECT_EQ(note(person, ReplyHouse::kiosk()).error().code, Errc::forbidden);
  const TimePoint told = house.now;
  ASSERT_TRUE(note(person, ReplyHouse::clock()));
  EXPECT_EQ(house.the(person.reply).reminded_at, told);
  EXPECT_FALSE(wants(person));
  house.now += hours{1};
  EXPECT_TRUE(note(person, ReplyHouse::moderator())->records.empty());
  EXPECT_EQ(house.the(person.reply).reminded_at, told);
  EXPECT_EQ(house.status(person), Status::held) << "a letter decides nothing";
}

TEST_F(Awaiting, NotOfWhatIsDecidedNorOfTheWaitingList) {
  const auto accepted = answer();
  const auto withdrawn = answer();
  const auto listed = answer();
  ASSERT_EQ(house.status(listed), Status::listed);
  ASSERT_TRUE(house.decide_on(accepted, Status::accepted));
  house.now += limits::kHoldMost / 2;
  EXPECT_FALSE(wants(accepted));
  EXPECT_FALSE(wants(listed));
  EXPECT_TRUE(wants(withdrawn));
  ASSERT_TRUE(house.by_ticket(withdrawn, WithdrawByTicket{{1}}));
  EXPECT_FALSE(wants(withdrawn));
  ASSERT_EQ(house.status(listed), Status::held) << "it moved up";
  EXPECT_FALSE(wants(listed)) << "and its own time begins";
  house.now += (house.the(listed.reply).decide_by - house.now) / 2;
  EXPECT_TRUE(wants(listed));
}

TEST_F(Awaiting, NotOfAnOfferWhereThePersonDecides) {
  const AnswerOffer wish{.offer = house.leave(ReplyHouse::two_hours()), .organization = house.resident, .note = "Oui"};
  const ReplyId reply{house.must(wish, house.cook()).uuid};
  ASSERT_EQ(house.the(reply).status, Status::held);
  house.now = house.the(reply).decide_by - Seconds{1};
  EXPECT_FALSE(wants_reminder(house.the(reply), house.now));
}

TEST_F(Awaiting, ThoseOfOneOrganizationByTheirDeadline) {
  const auto later = answer();
  house.now += hours{1};
  const auto latest = answer();
  NeedDetails soon = ReplyHouse::servers();
  soon.slots[0].when =
      calendar::Timing{.start = ReplyHouse::paris(2026, 3, 16, 18), .end = ReplyHouse::paris(2026, 3, 16, 21)};
  const NeedId sooner{house.must(PutNeed{.organization = house.resident, .details = soon}, house.cook()).uuid};
  const auto first = house.answer(sooner);
  ASSERT_LT(house.the(first.reply).decide_by, house.the(later.reply).decide_by);
  house.now += limits::kHoldMost / 2;
  ASSERT_LT(house.now, house.the(first.reply).decide_by);
  std::vector<ReplyId> waiting;
  for (const Reply* reply : of(house.resident)) waiting.push_back(reply->id);
  EXPECT_EQ(waiting, (std::vector{first.reply, later.reply, latest.reply}));
  EXPECT_TRUE(of(house.newcomer).empty());
}

TEST_F(Awaiting, OffersThatFitAreToldOnceADayToWhoMayPost) {
  const auto may_tell = [&](OrganizationId id) { return may_tell_matches(house.the(id), house.now); };
  EXPECT_TRUE(may_tell(house.resident));
  EXPECT_TRUE(may_tell(house.newcomer));
  house.must(NoteOrganizationTold{.organization = house.resident, .reply = {}}, ReplyHouse::clock());
  EXPECT_FALSE(may_tell(house.resident));
  EXPECT_TRUE(may_tell(house.newcomer));
  house.now += limits::kTellMatchesEvery - Seconds{1};
  EXPECT_FALSE(may_tell(house.resident));
  house.now += Seconds{1};
  EXPECT_TRUE(may_tell(house.resident));
  for (const Trust trust : {Trust::unverified, Trust::suspended}) {
    house.must(SetTrust{.organization = house.resident, .trust = trust}, ReplyHouse::admin());
    EXPECT_FALSE(may_tell(house.resident)) << to_string(trust);
  }
}

TEST_F(Awaiting, AnOrganizationNotesItsOwnLettersOnly) {
  const NoteOrganizationTold told{.organization = house.resident, .reply = {}};
  EXPECT_EQ(house.ask(told, house.mechanic()).error().code, Errc::not_found);
  EXPECT_TRUE(house.ask(told, house.cook()));
  const auto person = answer();
  EXPECT_EQ(house.ask(NoteOrganizationTold{.organization = house.newcomer, .reply = person.reply}, ReplyHouse::clock())
                .error()
                .field,
            "reply")
      << "it answers another's need";
}

}  // namespace
}  // namespace mur
