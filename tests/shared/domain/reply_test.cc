// Replies to needs, story by story; the table of states is gone through in reply_table_test.cc.
#include "shared/domain/scope.h"
#include "tests/shared/domain/reply_house.h"

namespace mur {
namespace {

using test::march_at;
using test::ReplyHouse;
using Status = ReplyStatus;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

TEST(AnswerNeed, HoldsAPlaceAsLongAsThereIsOneThenLists) {
  ReplyHouse house;
  const NeedId need = house.need_of(2);
  EXPECT_EQ(house.status(house.answer(need)), Status::held);
  EXPECT_EQ(house.status(house.answer(need)), Status::held);
  const auto third = house.answer(need);
  EXPECT_EQ(house.status(third), Status::listed);
  EXPECT_EQ(house.the(third.reply).number, 3U);
  EXPECT_EQ(house.slot(need).held, 2);
  EXPECT_EQ(house.slot(need).listed, 1);
  EXPECT_EQ(missing(house.the(need)), 0);
}

TEST(AnswerNeed, KeepsTheContactApartAndUntilAMonthAfterTheSlot) {
  ReplyHouse house;
  const auto person = house.try_answer(house.need_of(1), [](AnswerNeed& wish) {
    wish.first_name = "Ana";
    wish.contact = ContactKind::phone;
    wish.age = AgeClass::adult;
    wish.sealed_contact = {9};
  });
  ASSERT_TRUE(person) << person.error().message;
  ASSERT_EQ(house.last.contacts.size(), 1U);
  EXPECT_EQ(house.last.contacts[0].post, record_id(person->reply));
  EXPECT_EQ(house.last.contacts[0].delete_at, march_at(21, 21) + limits::kContactAfterPost);
  EXPECT_EQ(house.the(person->reply).first_name, "Ana");
}

TEST(AnswerNeed, RefusesWhatItCantKeepWithARemedy) {
  ReplyHouse house;
  const NeedId need = house.need_of(1);
  const auto field = [&](auto change) {
    const auto answered = house.try_answer(need, change);
    return answered ? std::string("done") : answered.error().field;
  };
  EXPECT_EQ(field([](AnswerNeed& wish) { wish.need = NeedId{}; }), "need");
  EXPECT_EQ(field([](AnswerNeed& wish) { wish.slot = SlotId{}; }), "slot");
  EXPECT_EQ(field([](AnswerNeed& wish) { wish.date = march_at(21, 18); }), "date");
  EXPECT_EQ(field([](AnswerNeed& wish) { wish.places = 2; }), "places");
  EXPECT_EQ(field([](AnswerNeed& wish) { wish.language = ""; }), "language");
  EXPECT_EQ(field([](AnswerNeed& wish) { wish.contact = ContactKind::phone; }), "contact");
  EXPECT_EQ(field([](AnswerNeed& wish) {
              wish.contact = ContactKind::phone;
              wish.sealed_contact = {9};
              wish.age = AgeClass::under_15;
            }),
            "contact");
  EXPECT_EQ(field([](AnswerNeed& wish) { wish.first_name = std::string(41, 'a'); }), "first_name");
  EXPECT_EQ(house.ask(AnswerNeed{.need = need, .slot = house.slot_of(need), .language = "fr"}, ReplyHouse::kiosk())
                .error()
                .field,
            "ticket");
  house.now = march_at(21, 22);
  EXPECT_EQ(field([](AnswerNeed&) {}), "slot");
}

TEST(AnswerNeed, OneOccurrenceOfARotaOrAllOfThem) {
  ReplyHouse house;
  NeedDetails bar;
  bar.title = "Tenir le bar";
  bar.slots = {Slot{.role = "Servir",
                    .when = calendar::Timing{.start = ReplyHouse::paris(2026, 3, 19, 18),
                                             .end = ReplyHouse::paris(2026, 3, 19, 22),
                                             .rules = {"FREQ=WEEKLY;COUNT=3"}},
                    .wanted = 2}};
  const NeedId need{house.must(PutNeed{.organization = house.resident, .details = bar}, house.cook()).uuid};
  const TimePoint first = march_at(19, 18);
  const TimePoint second = march_at(26, 18);

  EXPECT_EQ(house.status(house.answer(need, first)), Status::held);
  EXPECT_EQ(missing(house.slot(need), first), 1);
  EXPECT_EQ(missing(house.slot(need), second), 2);
  EXPECT_EQ(house.status(house.answer(need)), Status::held) << "each time";
  EXPECT_EQ(missing(house.slot(need), first), 0);
  EXPECT_EQ(missing(house.slot(need), second), 1);
  EXPECT_EQ(house.status(house.answer(need, first)), Status::listed);
  const auto comes_once = house.answer(need, second);
  ASSERT_TRUE(house.decide_on(comes_once, Status::accepted));
  EXPECT_EQ(house.status(house.answer(need)), Status::listed) << "no place is free each time";
  const auto wrong = house.try_answer(need, [](AnswerNeed& wish) { wish.date = march_at(20, 18); });
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().field, "date");

  house.wait(march_at(19, 23) - house.now);
  ASSERT_EQ(house.slot(need).dates.size(), 1U) << "what is over needs no places";
  EXPECT_EQ(house.slot(need).dates[0].begins_at, second);
}

TEST(Waiting, WhoCameFirstMovesUpWhenSomeoneWithdraws) {
  ReplyHouse house;
  const NeedId need = house.need_of(1);
  const auto first = house.answer(need);
  const auto second = house.answer(need);
  const auto third = house.answer(need);
  ASSERT_TRUE(house.by_ticket(first, WithdrawByTicket{{1}}));
  EXPECT_EQ(house.status(first), Status::withdrawn);
  EXPECT_EQ(house.status(second), Status::held);
  EXPECT_EQ(house.status(third), Status::listed);
  EXPECT_EQ(house.slot(need).held, 1);

  house.now += hours{23};
  ASSERT_TRUE(house.by_ticket(first, RestoreByTicket{{1}}));
  EXPECT_EQ(house.status(first), Status::listed) << "the place is another's now";
  EXPECT_GT(house.the(first.reply).number, house.the(third.reply).number);
}

TEST(Waiting, APlaceThatNobodyDecidedOnGoesToTheNext) {
  ReplyHouse house;
  const NeedId need = house.need_of(1);
  const auto first = house.answer(need);
  const auto second = house.answer(need);
  EXPECT_EQ(house.the(first.reply).decide_by, house.now + limits::kHoldMost);
  house.wait(limits::kHoldMost);
  EXPECT_EQ(house.status(first), Status::expired);
  EXPECT_EQ(house.status(second), Status::held);
  EXPECT_EQ(house.the(second.reply).decide_by, house.now + (march_at(21, 18) - house.now) / 2);
}

TEST(Waiting, AHoldLastsHalfOfWhatIsLeft) {
  ReplyHouse house;
  const NeedId need = house.need_of(1);
  house.now = march_at(21, 8);
  EXPECT_EQ(house.the(house.answer(need).reply).decide_by, march_at(21, 13));
}

TEST(Waiting, MoreWantedLetsTheFirstOnesIn) {
  ReplyHouse house;
  const NeedId need = house.need_of(1);
  house.answer(need);
  const auto second = house.answer(need);
  const auto third = house.answer(need);
  NeedDetails more = house.the(need).details;
  more.slots[0].wanted = 2;
  house.must(PutNeed{.need = need, .organization = house.resident, .details = more}, house.cook());
  EXPECT_EQ(house.status(second), Status::held);
  EXPECT_EQ(house.status(third), Status::listed);
}

TEST(Waiting, FewerWantedThrowsNobodyOut) {
  ReplyHouse house;
  const NeedId need = house.need_of(2);
  const auto first = house.answer(need);
  const auto second = house.answer(need);
  ASSERT_TRUE(house.decide_on(first, Status::accepted));
  ASSERT_TRUE(house.decide_on(second, Status::accepted));
  NeedDetails fewer = house.the(need).details;
  fewer.slots[0].wanted = 1;
  house.must(PutNeed{.need = need, .organization = house.resident, .details = fewer}, house.cook());
  EXPECT_EQ(house.status(first), Status::accepted);
  EXPECT_EQ(house.status(second), Status::accepted);
  EXPECT_EQ(house.status(house.answer(need)), Status::listed);
}

TEST(Waiting, ASlotThatPeopleHaveIsNotTakenAway) {
  ReplyHouse house;
  const NeedId need = house.need_of(1);
  house.answer(need);
  NeedDetails other = house.the(need).details;
  other.slots = {Slot{.role = "Vaisselle", .wanted = 1}};
  const auto refused = house.ask(PutNeed{.need = need, .organization = house.resident, .details = other}, house.cook());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::conflict);
  EXPECT_EQ(refused.error().field, "slots");
}

TEST(Waiting, WhoWaitedForAClosedNeedIsTold) {
  ReplyHouse house;
  const NeedId need = house.need_of(1);
  const auto sure = house.answer(need);
  ASSERT_TRUE(house.decide_on(sure, Status::accepted));
  const auto waits = house.answer(need);
  house.must(CloseNeed{need}, house.cook());
  EXPECT_EQ(house.status(sure), Status::accepted) << "they still meet";
  EXPECT_EQ(house.status(waits), Status::declined);
  EXPECT_EQ(house.the(waits.reply).reason, ReplyReason::closed);
}

TEST(Waiting, ACancelledEventEndsItsNeedsAndTellsAll) {
  ReplyHouse house;
  const EventId soup{
      house.must(PutEvent{.organization = house.resident, .details = ReplyHouse::soup()}, house.cook()).uuid};
  NeedDetails details = ReplyHouse::servers();
  details.event = soup;
  details.slots[0].wanted = 1;
  const NeedId need{house.must(PutNeed{.organization = house.resident, .details = details}, house.cook()).uuid};
  const auto sure = house.answer(need);
  ASSERT_TRUE(house.decide_on(sure, Status::accepted));
  const auto waits = house.answer(need);
  house.must(CancelEvent{.event = soup, .instance = {}}, house.cook());
  EXPECT_EQ(house.the(need).moderation.status, PostStatus::closed);
  EXPECT_EQ(house.status(sure), Status::fell_through);
  EXPECT_EQ(house.the(sure.reply).reason, ReplyReason::cancelled);
  EXPECT_EQ(house.status(waits), Status::declined);
}

TEST(Waiting, ANeedMovesWithItsEventAndItsPeopleWithIt) {
  ReplyHouse house;
  const EventId soup{
      house.must(PutEvent{.organization = house.resident, .details = ReplyHouse::soup()}, house.cook()).uuid};
  NeedDetails details = ReplyHouse::servers();
  details.event = soup;
  const NeedId need{house.must(PutNeed{.organization = house.resident, .details = details}, house.cook()).uuid};
  const auto person = house.answer(need);
  EventDetails later = ReplyHouse::soup();
  later.timing.start = ReplyHouse::paris(2026, 3, 22, 12);
  later.timing.end = ReplyHouse::paris(2026, 3, 22, 15);
  house.must(PutEvent{.organization = house.resident, .details = later}, house.cook());
  EXPECT_EQ(house.slot(need).when->start, ReplyHouse::paris(2026, 3, 22, 12));
  EXPECT_EQ(house.status(person), Status::held);
  EXPECT_EQ(house.the(person.reply).begins_at, march_at(22, 12));
}

TEST(Waiting, AnApprovedChangeLetsTheNextInAndKeepsASlotThatSomeoneHasTakenMeanwhile) {
  ReplyHouse house;
  NeedDetails details = ReplyHouse::servers();
  details.slots[0].wanted = 1;
  details.slots.push_back(Slot{.role = "Vaisselle", .wanted = 1});
  const NeedId need{house.must(PutNeed{.organization = house.newcomer, .details = details}, house.mechanic()).uuid};
  house.must(Approve{record_id(need)}, ReplyHouse::moderator());
  NeedDetails changed = house.the(need).details;
  const SlotId washing = changed.slots[1].id;
  changed.title = "Servir le repas";
  changed.slots[0].wanted = 2;
  changed.slots.pop_back();
  house.must(PutNeed{.need = need, .organization = house.newcomer, .details = changed}, house.mechanic());
  ASSERT_NE(house.wall.find(revision_id(record_id(need))), nullptr) << "it waits";

  const auto first = house.answer(need);
  const auto second = house.answer(need);
  const auto washes = house.try_answer(need, [&](AnswerNeed& wish) { wish.slot = washing; });
  ASSERT_TRUE(washes) << washes.error().message;
  ASSERT_EQ(house.status(second), Status::listed);
  house.must(Approve{record_id(need)}, ReplyHouse::moderator());

  EXPECT_EQ(house.the(need).details.title, "Servir le repas");
  EXPECT_EQ(house.status(first), Status::held);
  EXPECT_EQ(house.status(second), Status::held);
  ASSERT_EQ(house.the(need).details.slots.size(), 2U);
  EXPECT_EQ(house.the(need).details.slots[1].id, washing);
  EXPECT_EQ(house.the(need).details.slots[1].held, 1);
}

TEST(Waiting, OfAProposedNeedTheHubsTeamAnswers) {
  ReplyHouse house;
  const NeedId need{
      house.must(PutNeed{.organization = {}, .details = ReplyHouse::servers()}, ReplyHouse::someone(Role::proposer))
          .uuid};
  house.must(Approve{record_id(need)}, ReplyHouse::moderator());
  const auto person = house.answer(need);
  house.must(DecideReply{.reply = person.reply, .status = Status::accepted, .note = {}}, ReplyHouse::moderator());
  EXPECT_EQ(house.status(person), Status::accepted);
}

TEST(ComeNow, CountsHeadsWithinTwoHoursAndAsksNothing) {
  ReplyHouse house;
  const NeedId need = house.need_of(1);
  const auto come = [&] { return house.ask(ComeNow{.need = need, .slot = house.slot_of(need)}, ReplyHouse::kiosk()); };
  house.now = march_at(21, 15);
  EXPECT_EQ(come().error().code, Errc::closed) << "three hours ahead";
  house.now = march_at(21, 16);
  const auto came = come();
  ASSERT_TRUE(came) << came.error().message;
  const Reply& reply = house.the(ReplyId{came->about.uuid});
  EXPECT_TRUE(reply.walked_in);
  EXPECT_EQ(reply.status, Status::accepted);
  EXPECT_TRUE(came->contacts.empty());
  EXPECT_EQ(missing(house.the(need)), 0);
  EXPECT_EQ(come().error().field, "slot") << "full";
}

TEST(Outcome, TheOrganizationsWordStands) {
  ReplyHouse house;
  const auto person = house.answer(house.need_of(1));
  ASSERT_TRUE(house.decide_on(person, Status::accepted));
  EXPECT_EQ(house.by_ticket(person, TellByTicket{{1}, true}).error().code, Errc::closed) << "before it began";
  house.now = march_at(21, 22);
  ASSERT_TRUE(house.by_ticket(person, TellByTicket{{1}, false}));
  EXPECT_EQ(house.status(person), Status::nobody_there);
  ASSERT_TRUE(house.decide_on(person, Status::met));
  EXPECT_EQ(house.status(person), Status::met);
  ASSERT_TRUE(house.by_ticket(person, TellByTicket{{1}, false}));
  EXPECT_EQ(house.status(person), Status::met);
  ASSERT_TRUE(house.decide_on(person, Status::no_show)) << "a slip is mended";
  EXPECT_EQ(house.status(person), Status::no_show);
}

TEST(Reply, IsPurgedWithItsContactAMonthAfter) {
  ReplyHouse house;
  const auto person = house.answer(house.need_of(1));
  ASSERT_TRUE(house.decide_on(person, Status::accepted));
  house.wait(days{60});
  EXPECT_EQ(house.wall.find(person.reply), nullptr);
  EXPECT_EQ(house.wall.ticket_of(person.ticket.code), nullptr);
}

TEST(Reply, WithdrawnForgetsNameAndContactAtOnce) {
  ReplyHouse house;
  const auto person = house.try_answer(house.need_of(1), [](AnswerNeed& wish) {
    wish.first_name = "Ana";
    wish.contact = ContactKind::phone;
    wish.age = AgeClass::adult;
    wish.sealed_contact = {9};
  });
  const auto gone = house.by_ticket(*person, WithdrawByTicket{{1}});
  ASSERT_TRUE(gone);
  EXPECT_TRUE(house.the(person->reply).first_name.empty());
  ASSERT_EQ(gone->contacts.size(), 1U);
  EXPECT_TRUE(gone->contacts[0].sealed.empty());
  EXPECT_EQ(gone->forgotten, std::vector{contact_of(record_id(person->reply))});
  house.wait(limits::kUndoWithdrawal);
  EXPECT_EQ(house.wall.find(person->reply), nullptr);
}

TEST(Reply, IsNotForTheWallAndAnotherOrganizationsIsNot) {
  ReplyHouse house;
  const auto person = house.answer(house.need_of(1));
  const Record record = house.the(person.reply);
  EXPECT_FALSE(project(record, Scope{}));
  EXPECT_EQ(house.ask(DecideReply{.reply = person.reply, .status = Status::accepted, .note = {}}, house.mechanic())
                .error()
                .code,
            Errc::not_found);
}

}  // namespace
}  // namespace mur
