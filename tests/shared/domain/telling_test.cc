// The table at News, row by row: who is told what, how and until when.
#include "shared/domain/telling.h"

#include "tests/shared/domain/reply_house.h"

namespace mur {
namespace {

using test::march_at;
using test::ReplyHouse;
using Status = ReplyStatus;
using std::chrono::days;
using std::chrono::hours;

class TellHouse : public ReplyHouse {
 public:
  Person answer_with(ContactKind contact, NeedId need) {
    const auto person = try_answer(need, [contact](AnswerNeed& wish) {
      wish.contact = contact;
      if (contact == ContactKind::none) return;
      wish.age = AgeClass::adult;
      wish.sealed_contact = {9};
    });
    EXPECT_TRUE(person) << (person ? "" : person.error().message);
    return person ? *person : Person{};
  }
  [[nodiscard]] std::optional<Telling> telling(const Person& person) const {
    return telling_of(wall, the(person.reply), now);
  }
  [[nodiscard]] std::optional<News> news(const Person& person) const {
    const auto found = telling(person);
    return found ? std::optional{found->news} : std::nullopt;
  }
  void tell(const Person& person) {
    const Reply& reply = the(person.reply);
    must(NoteTold{.reply = reply.id, .status = reply.status, .begins_at = reply.begins_at}, cook());
  }
};

TEST(Telling, WhoTouchedItThemselvesKnows) {
  TellHouse house;
  const NeedId need = house.need_of(1);
  const auto held = house.answer_with(ContactKind::phone, need);
  const auto listed = house.answer_with(ContactKind::phone, need);
  EXPECT_EQ(house.news(held), std::nullopt);
  EXPECT_EQ(house.news(listed), std::nullopt);
  ASSERT_TRUE(house.by_ticket(held, WithdrawByTicket{{1}}));
  EXPECT_EQ(house.news(held), std::nullopt);
  EXPECT_EQ(house.news(listed), News::place_held) << "that was another's doing";
}

TEST(Telling, EachDecisionIsNewsUntilItIsToldAndOnce) {
  for (const auto& [status, reason, news] : {std::tuple{Status::accepted, ReplyReason::none, News::accepted},
                                             std::tuple{Status::declined, ReplyReason::enough, News::declined}}) {
    TellHouse house;
    const auto person = house.answer_with(ContactKind::phone, house.need_of(1));
    ASSERT_TRUE(house.decide_on(person, status, reason));
    ASSERT_EQ(house.news(person), news);
    EXPECT_EQ(house.telling(person)->channel, Channel::organization_calls);
    EXPECT_EQ(house.telling(person)->due_at, house.now + limits::kTellWithin);
    house.tell(person);
    EXPECT_EQ(house.news(person), std::nullopt);
  }
  TellHouse house;
  const auto person = house.answer_with(ContactKind::phone, house.need_of(1));
  ASSERT_TRUE(house.decide_on(person, Status::accepted));
  house.tell(person);
  ASSERT_TRUE(house.decide_on(person, Status::fell_through, ReplyReason::other));
  EXPECT_EQ(house.news(person), News::fell_through);
}

TEST(Telling, GoesByWhatThePersonLeft) {
  for (const auto& [contact, channel] :
       {std::pair{ContactKind::phone, Channel::organization_calls}, std::pair{ContactKind::email, Channel::letter},
        std::pair{ContactKind::none, Channel::ticket}}) {
    TellHouse house;
    const auto person = house.answer_with(contact, house.need_of(1));
    ASSERT_TRUE(house.decide_on(person, Status::accepted));
    ASSERT_TRUE(house.telling(person)) << "nobody is silently not told";
    EXPECT_EQ(house.telling(person)->channel, channel);
  }
}

TEST(Telling, TheDeskCallsForWhoOpensNoContactAndWhereNobodyDecided) {
  TellHouse house;
  const auto person = house.answer_with(ContactKind::phone, house.need_of(1));
  ASSERT_TRUE(house.decide_on(person, Status::accepted));
  house.must(SetTrust{.organization = house.resident, .trust = Trust::newcomer}, TellHouse::admin());
  EXPECT_EQ(house.telling(person)->channel, Channel::desk_calls);

  TellHouse late;
  const auto forgotten = late.answer_with(ContactKind::phone, late.need_of(1));
  late.wait(limits::kHoldMost);
  ASSERT_EQ(late.status(forgotten), Status::expired);
  EXPECT_EQ(late.news(forgotten), News::expired);
  EXPECT_EQ(late.telling(forgotten)->channel, Channel::desk_calls);
}

TEST(Telling, AReminderTheDayBeforeToWhoDidNotHearThatDay) {
  TellHouse house;
  const auto person = house.answer_with(ContactKind::phone, house.need_of(2));
  ASSERT_TRUE(house.decide_on(person, Status::accepted));
  house.tell(person);
  house.now = march_at(20, 17);
  EXPECT_EQ(house.news(person), std::nullopt);
  house.now = march_at(20, 18);
  EXPECT_EQ(house.news(person), News::reminder);
  EXPECT_EQ(house.telling(person)->due_at, march_at(21, 16)) << "two hours before";
  house.tell(person);
  EXPECT_EQ(house.news(person), std::nullopt);

  const auto late = house.answer_with(ContactKind::phone, NeedId{house.the(person.reply).need->uuid});
  ASSERT_TRUE(house.decide_on(late, Status::accepted));
  house.tell(late);
  EXPECT_EQ(house.news(late), std::nullopt) << "they heard of it a moment ago";
  house.now = march_at(21, 22);
  EXPECT_TRUE(tellings(house.wall, house.now).empty()) << "it is over";
}

TEST(Telling, WhatMovedIsNews) {
  TellHouse house;
  const EventId event{
      house.must(PutEvent{.organization = house.resident, .details = TellHouse::soup()}, house.cook()).uuid};
  NeedDetails details = TellHouse::servers();
  details.event = event;
  const NeedId need{house.must(PutNeed{.organization = house.resident, .details = details}, house.cook()).uuid};
  const auto person = house.answer_with(ContactKind::email, need);
  EventDetails later = TellHouse::soup();
  later.timing.start = TellHouse::paris(2026, 3, 22, 18);
  later.timing.end = TellHouse::paris(2026, 3, 22, 21);
  house.must(PutEvent{.organization = house.resident, .details = later}, house.cook());
  ASSERT_EQ(house.the(person.reply).begins_at, march_at(22, 18));
  EXPECT_EQ(house.news(person), News::moved);
  house.tell(person);
  EXPECT_EQ(house.news(person), std::nullopt);
}

TEST(Telling, WhoComesEachTimeIsNotToldOfEachDate) {
  TellHouse house;
  NeedDetails bar = TellHouse::servers();
  bar.slots[0].when = calendar::Timing{.start = TellHouse::paris(2026, 3, 19, 18),
                                       .end = TellHouse::paris(2026, 3, 19, 22),
                                       .rules = {"FREQ=WEEKLY;COUNT=3"}};
  const NeedId need{house.must(PutNeed{.organization = house.resident, .details = bar}, house.cook()).uuid};
  const auto person = house.answer_with(ContactKind::phone, need);
  house.now = march_at(20, 12);
  house.answer_with(ContactKind::phone, need);  // settles, and the next date is the next
  ASSERT_EQ(house.the(person.reply).begins_at, march_at(26, 18));
  EXPECT_NE(house.news(person), News::moved);
}

TEST(Telling, AnOrganizationsAnswerToAnOfferAndItsEnd) {
  TellHouse house;
  OfferDetails details = TellHouse::two_hours();
  details.contact = ContactKind::phone;
  const OfferId offer = house.leave(details, Bytes(60));
  const AnswerOffer wish{.offer = offer, .organization = house.resident, .note = "Venez"};
  const ReplyId reply{house.must(wish, house.cook()).uuid};
  const auto telling = telling_of(house.wall, house.the(reply), house.now);
  ASSERT_TRUE(telling);
  EXPECT_EQ(telling->news, News::answer_waits);
  EXPECT_EQ(telling->channel, Channel::desk_calls) << "nobody has said yes yet";
  EXPECT_TRUE(house.ask(NoteTold{.reply = reply, .status = Status::held}, TellHouse::moderator()));
  EXPECT_EQ(telling_of(house.wall, house.the(reply), house.now), std::nullopt);
  (void)house.ask(
      DecideReply{.reply = reply, .status = Status::fell_through, .reason = ReplyReason::enough, .note = {}},
      house.cook());
  EXPECT_EQ(telling_of(house.wall, house.the(reply), house.now)->news, News::answer_back);

  details.may_be_called = true;
  const AnswerOffer again{.offer = house.leave(details, Bytes(60)), .organization = house.resident, .note = "Venez"};
  const ReplyId agreed{house.must(again, house.cook()).uuid};
  EXPECT_EQ(telling_of(house.wall, house.the(agreed), house.now)->news, News::answer_agreed);
  EXPECT_EQ(telling_of(house.wall, house.the(agreed), house.now)->channel, Channel::organization_calls);
}

TEST(Telling, WhatIsNotedMustBeWhatHolds) {
  TellHouse house;
  const auto person = house.answer_with(ContactKind::phone, house.need_of(1));
  const NoteTold early{.reply = person.reply, .status = Status::held, .begins_at = house.the(person.reply).begins_at};
  ASSERT_TRUE(house.decide_on(person, Status::accepted));
  EXPECT_EQ(house.ask(early, house.cook()).error().code, Errc::conflict);
  EXPECT_EQ(house.ask(early, house.mechanic()).error().code, Errc::not_found) << "another organization's";
  EXPECT_EQ(house.news(person), News::accepted);
}

}  // namespace
}  // namespace mur
