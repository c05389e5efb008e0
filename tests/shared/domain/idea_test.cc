// Ideas that others join, story by story; the table of idea.h is gone through in idea_table_test.cc.
#include <algorithm>

#include "shared/domain/scope.h"
#include "tests/shared/domain/idea_house.h"

namespace mur {
namespace {

using test::House;
using test::IdeaHouse;
using test::march_at;
using Status = ReplyStatus;
using std::chrono::days;

TEST(JoinIdea, BeforeADateIsSetThePlaceIsHeldUntilTheIdeaIsOver) {
  IdeaHouse house;
  const auto ana = house.join();
  const auto luc = house.join();
  const Reply& reply = house.the(ana.reply);
  EXPECT_EQ(reply.status, Status::held);
  EXPECT_EQ(reply.begins_at, TimePoint{});
  EXPECT_EQ(reply.over_at, house.the(house.idea).expires_at);
  EXPECT_TRUE(reply.organization.is_nil());
  EXPECT_EQ(reply.number, 1U);
  EXPECT_EQ(house.the(luc.reply).number, 2U);
  EXPECT_EQ(house.joined(), 2);
}

TEST(JoinIdea, OnceADateIsSetTheyAreExpectedAndKnowIt) {
  IdeaHouse house;
  house.set_date(21);
  const auto ana = house.join(ContactKind::phone);
  const Reply& reply = house.the(ana.reply);
  EXPECT_EQ(reply.status, Status::accepted);
  EXPECT_EQ(reply.begins_at, march_at(21, 18));
  EXPECT_EQ(reply.over_at, march_at(21, 21));
  EXPECT_EQ(house.news(ana.reply), std::nullopt) << "the screen said so";
  ASSERT_EQ(house.last.contacts.size(), 1U);
  EXPECT_EQ(house.last.contacts[0].delete_at, march_at(21, 21) + limits::kContactAfterPost);
}

TEST(JoinIdea, OnceTheGroupHasMetTheNextAreToldSo) {
  IdeaHouse house;
  house.set_date(21);
  house.wait(march_at(22, 12) - house.now);
  const auto late = house.try_join([](JoinIdea&) {});
  ASSERT_FALSE(late) << "they would wait for a day that is over";
  EXPECT_EQ(late.error().code, Errc::closed);
}

TEST(JoinIdea, RefusesWhatStartsNoGroupOrIsNotOnTheWall) {
  IdeaHouse house;
  const auto code = [&](OfferId offer) {
    const auto joined = house.try_join([offer](JoinIdea& wish) { wish.offer = offer; });
    return joined ? Errc{} : joined.error().code;
  };
  EXPECT_EQ(code(OfferId{}), Errc::not_found);
  EXPECT_EQ(code(house.leave(House::two_hours())), Errc::invalid) << "an organization answers that";
  EXPECT_EQ(code(house.propose(ContactKind::none)), Errc::closed) << "nobody has read it yet";
  house.must(Hide{.post = record_id(house.idea), .reason = Reason::hoax}, House::moderator());
  EXPECT_EQ(code(house.idea), Errc::closed);
  house.must(Unhide{record_id(house.idea)}, House::moderator());
  house.now = house.the(house.idea).expires_at;
  EXPECT_EQ(code(house.idea), Errc::closed);
}

TEST(JoinIdea, RefusesWhatItCantKeepWithARemedy) {
  IdeaHouse house;
  const auto field = [&](auto change) {
    const auto joined = house.try_join(change);
    return joined ? std::string("done") : joined.error().field;
  };
  EXPECT_EQ(field([](JoinIdea& wish) { wish.language = ""; }), "language");
  EXPECT_EQ(field([](JoinIdea& wish) { wish.first_name = std::string(41, 'a'); }), "first_name");
  EXPECT_EQ(field([](JoinIdea& wish) { wish.contact = ContactKind::phone; }), "contact");
  EXPECT_EQ(field([](JoinIdea& wish) {
              wish.contact = ContactKind::phone;
              wish.sealed_contact = Bytes(60);
              wish.age = AgeClass::under_15;
            }),
            "contact");
  EXPECT_EQ(house.ask(JoinIdea{.offer = house.idea, .language = "fr"}, House::kiosk()).error().field, "ticket");
  for (std::size_t i = 0; i < limits::kJoined; ++i) {
    house.join();
    house.now += Milliseconds{1};  // ids are made of time and of a counter that comes round
  }
  EXPECT_EQ(field([](JoinIdea&) {}), "offer") << "so many";
}

TEST(SetIdeaDate, WantsAnEventThatIsOnTheWallAndToCome) {
  IdeaHouse house;
  const auto code = [&](EventId event) {
    const auto set = house.ask(SetIdeaDate{.offer = house.idea, .event = event}, House::moderator());
    return set ? Errc{} : set.error().code;
  };
  EXPECT_EQ(code(EventId{}), Errc::not_found);
  const EventId waits{
      house.must(PutEvent{.organization = house.newcomer, .details = House::soup()}, house.mechanic()).uuid};
  EXPECT_EQ(code(waits), Errc::not_found);
  const EventId cancelled = house.put_event(22, "annulé@cantine");
  house.must(CancelEvent{.event = cancelled, .instance = {}}, house.cook());
  EXPECT_EQ(code(cancelled), Errc::not_found);
  EXPECT_EQ(code(house.put_event(10, "passé@cantine")), Errc::closed);
  const EventId event = house.set_date(21);
  const auto again = house.ask(SetIdeaDate{.offer = house.idea, .event = event}, House::moderator());
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->records.empty());
  for (const Actor& actor : {house.cook(), House::kiosk(), House::someone(Role::visitor)})
    EXPECT_EQ(house.ask(SetIdeaDate{.offer = house.idea, .event = event}, actor).error().code, Errc::forbidden);
}

TEST(SetIdeaDate, TheIdeaStaysUntilItsGroupMeetsAndSoDoContacts) {
  IdeaHouse house(ContactKind::phone);
  const auto ana = house.join(ContactKind::email);
  house.wait(limits::kOfferLife - days{1});
  EventDetails details = House::soup("été@cantine");
  details.timing.start = House::paris(2026, 7, 20, 18);
  details.timing.end = House::paris(2026, 7, 20, 21);
  const EventId event{house.must(PutEvent{.organization = house.resident, .details = details}, house.cook()).uuid};
  const auto set = house.ask(SetIdeaDate{.offer = house.idea, .event = event}, House::moderator());
  ASSERT_TRUE(set);
  const TimePoint end = house.the(ana.reply).over_at;
  EXPECT_EQ(house.the(house.idea).expires_at, end);
  EXPECT_EQ(house.the(house.idea).stage, OfferStage::promised);
  for (const RecordId& post : {record_id(ana.reply), record_id(house.idea)}) {
    const auto kept = std::ranges::find(set->contacts, post, &ContactChange::post);
    ASSERT_NE(kept, set->contacts.end()) << to_string(post);
    EXPECT_EQ(kept->delete_at, end + limits::kContactAfterPost);
    EXPECT_TRUE(kept->sealed.empty()) << "the same contact";
  }
}

TEST(Idea, WithdrawingForgetsThePersonAndUndoingBringsThemBackWhereItStandsNow) {
  IdeaHouse house;
  const auto ana = house.try_join([](JoinIdea& wish) {
    wish.first_name = "Ana";
    wish.contact = ContactKind::phone;
    wish.age = AgeClass::adult;
    wish.sealed_contact = Bytes(60);
  });
  ASSERT_TRUE(ana);
  const auto gone = house.by_ticket(*ana, WithdrawByTicket{{1}});
  ASSERT_TRUE(gone);
  EXPECT_TRUE(house.the(ana->reply).first_name.empty());
  EXPECT_EQ(gone->forgotten, std::vector{contact_of(record_id(ana->reply))});
  EXPECT_EQ(house.joined(), 0);
  house.set_date(21);
  EXPECT_EQ(house.status(*ana), Status::withdrawn) << "a date brings nobody back";
  ASSERT_TRUE(house.by_ticket(*ana, RestoreByTicket{{1}}));
  EXPECT_EQ(house.status(*ana), Status::accepted);
  EXPECT_EQ(house.the(ana->reply).begins_at, march_at(21, 18));
  EXPECT_EQ(house.joined(), 1);
  EXPECT_EQ(house.news(ana->reply), std::nullopt);
}

TEST(Idea, AWithdrawalIsUndoneWithinADayAndWhileTheIdeaIsThere) {
  IdeaHouse house;
  const auto ana = house.join();
  const auto luc = house.join();
  ASSERT_TRUE(house.by_ticket(ana, WithdrawByTicket{{1}}));
  ASSERT_TRUE(house.by_ticket(luc, WithdrawByTicket{{1}}));
  ASSERT_TRUE(house.author_says(WithdrawByTicket{{1}}));
  EXPECT_EQ(house.by_ticket(luc, RestoreByTicket{{1}}).error().code, Errc::closed);
  ASSERT_TRUE(house.author_says(RestoreByTicket{{1}}));
  ASSERT_TRUE(house.by_ticket(luc, RestoreByTicket{{1}}));
  house.now += limits::kUndoWithdrawal;
  EXPECT_EQ(house.by_ticket(ana, RestoreByTicket{{1}}).error().code, Errc::closed);
  house.wait(Seconds{1});
  EXPECT_EQ(house.wall.find(ana.reply), nullptr);
}

TEST(Idea, RenewedItKeepsWhoWouldJoinAndTheirContactsAsLong) {
  IdeaHouse house(ContactKind::phone);
  const auto ana = house.join(ContactKind::email);
  house.wait(limits::kOfferLife - days{1});
  const auto renewed = house.author_says(RenewByTicket{{1}});
  ASSERT_TRUE(renewed);
  const TimePoint end = house.now + limits::kOfferLife;
  EXPECT_EQ(house.the(house.idea).expires_at, end);
  EXPECT_EQ(house.the(ana.reply).over_at, end);
  EXPECT_EQ(house.the(ana.reply).decide_by, end);
  const auto kept = std::ranges::find(renewed->contacts, record_id(ana.reply), &ContactChange::post);
  ASSERT_NE(kept, renewed->contacts.end());
  EXPECT_EQ(kept->kind, ContactKind::email);
  EXPECT_TRUE(kept->sealed.empty()) << "the same contact";
  EXPECT_EQ(kept->delete_at, end + limits::kContactAfterPost);
  house.wait(days{2});
  EXPECT_EQ(house.status(ana), Status::held);
}

TEST(Idea, RenewedOnceItIsOverNobodyIsCountedWhoWasToldSo) {
  IdeaHouse house;
  for (int i = 0; i < limits::kIdeaStarts; ++i) house.join();
  house.wait(limits::kOfferLifeWithoutContact);
  ASSERT_TRUE(house.author_says(RenewByTicket{{1}}));
  ASSERT_EQ(house.the(house.idea).moderation.status, PostStatus::published);
  EXPECT_EQ(house.joined(), 0);
  EXPECT_FALSE(wants_date(house.the(house.idea)));
}

TEST(Idea, WantsADateFromTheThirdOn) {
  IdeaHouse house;
  house.join();
  house.join();
  EXPECT_FALSE(wants_date(house.the(house.idea)));
  const auto third = house.join();
  EXPECT_TRUE(wants_date(house.the(house.idea)));
  ASSERT_TRUE(house.by_ticket(third, WithdrawByTicket{{1}}));
  EXPECT_FALSE(wants_date(house.the(house.idea)));
  ASSERT_TRUE(house.by_ticket(third, RestoreByTicket{{1}}));
  EXPECT_TRUE(wants_date(house.the(house.idea)));
  house.must(Hide{.post = record_id(house.idea), .reason = Reason::hoax}, House::moderator());
  EXPECT_FALSE(wants_date(house.the(house.idea)));
  house.must(Unhide{record_id(house.idea)}, House::moderator());
  house.set_date(21);
  EXPECT_FALSE(wants_date(house.the(house.idea))) << "it has one";
}

TEST(Idea, WhoseDayIsLongOverIsNotCountedOnceItIsErased) {
  IdeaHouse house(ContactKind::phone);
  const auto ana = house.join();
  house.set_date(21);
  house.wait(march_at(22, 12) - house.now);
  EXPECT_EQ(house.joined(), 1);
  house.wait(limits::kContactAfterPost);
  ASSERT_EQ(house.wall.find(ana.reply), nullptr);
  ASSERT_NE(house.wall.find(house.idea), nullptr);
  EXPECT_EQ(house.joined(), 0);
}

TEST(Idea, WhatTookPlaceDoesNotFallThroughAfterwards) {
  IdeaHouse house;
  const auto ana = house.join();
  const EventId event = house.set_date(21);
  house.wait(march_at(22, 12) - house.now);
  house.must(CancelEvent{.event = event, .instance = {}}, house.cook());
  EXPECT_EQ(house.status(ana), Status::accepted);
  ASSERT_TRUE(house.author_says(WithdrawByTicket{{1}}));
  EXPECT_EQ(house.status(ana), Status::accepted);
  EXPECT_EQ(house.joined(), 1);
  ASSERT_TRUE(house.by_ticket(ana, TellByTicket{{1}, true}));
  EXPECT_EQ(house.status(ana), Status::met);
}

TEST(Idea, AnErasedContactTakesItsPersonOutOfTheCount) {
  IdeaHouse house;
  const Digest256 contact = digest256({as_bytes("+33612345678")});
  Order wish = house.order(JoinIdea{.offer = house.idea,
                                    .contact = ContactKind::phone,
                                    .age = AgeClass::adult,
                                    .language = "fr",
                                    .sealed_ticket = {1},
                                    .sealed_contact = Bytes(60)});
  wish.ticket = hash_ticket(SecretKey256{}, TicketSecret{.code = "ana"});
  wish.contact = contact;
  const auto joined = house.ask(wish, House::kiosk());
  ASSERT_TRUE(joined) << joined.error().message;
  house.join();
  ASSERT_EQ(house.joined(), 2);
  Order erasure = house.order(EraseContact{.sealed_contact = Bytes(60), .reason = "À sa demande"});
  erasure.contact = contact;
  ASSERT_TRUE(house.ask(erasure, House::moderator()));
  EXPECT_EQ(house.wall.find(ReplyId{joined->about.uuid}), nullptr);
  EXPECT_EQ(house.joined(), 1);
}

TEST(Idea, WhoJoinsNeedsNoAnswer) {
  IdeaHouse house;
  const auto ana = house.join();
  const DecideReply yes{.reply = ana.reply, .status = Status::accepted, .note = {}};
  EXPECT_EQ(house.ask(yes, House::moderator()).error().code, Errc::closed);
  EXPECT_EQ(house.ask(yes, house.cook()).error().code, Errc::not_found) << "no organization's";
  EXPECT_EQ(house.author_says(DecideByTicket{.sealed_ticket = {1}, .reply = ana.reply, .status = Status::declined})
                .error()
                .code,
            Errc::not_found)
      << "nor its author's to decide";
  EXPECT_EQ(house.status(ana), Status::held);
}

TEST(Idea, AnOrganizationCanStillAnswerIt) {
  IdeaHouse house;
  house.join();
  const AnswerOffer wish{.offer = house.idea, .organization = house.resident, .note = "Notre salle est libre"};
  const ReplyId answer{house.must(wish, house.cook()).uuid};
  EXPECT_EQ(house.joined(), 1) << "an organization joins nothing";
  house.set_date(21);
  EXPECT_EQ(house.the(answer).status, Status::held) << "the date is not its answer's";
  ASSERT_TRUE(house.author_says(DecideByTicket{.sealed_ticket = {1}, .reply = answer, .status = Status::accepted}));
  EXPECT_EQ(house.the(answer).status, Status::accepted);
  EXPECT_EQ(house.the(house.idea).stage, OfferStage::promised);
  EXPECT_EQ(house.joined(), 1);
  house.must(CancelEvent{.event = *house.the(house.idea).event, .instance = {}}, house.cook());
  EXPECT_EQ(house.the(answer).status, Status::accepted);
  EXPECT_EQ(house.the(house.idea).stage, OfferStage::promised) << "what they agreed stands";
}

TEST(Idea, OfWhoWouldJoinNothingIsInAWallsOrAnOrganizationsScope) {
  IdeaHouse house(ContactKind::phone);
  const auto ana = house.join(ContactKind::email);
  house.set_date(21);
  const Scope organization{.kind = Scope::Kind::organization, .organization = house.resident};
  for (const auto& [id, stamped] : house.wall.records()) {
    const bool of_joining = id == record_id(ana.reply) || id == record_id(house.authors().id) ||
                            std::holds_alternative<Ticket>(stamped.record);
    if (!of_joining) continue;
    EXPECT_EQ(project(stamped.record, Scope{}), std::nullopt);
    EXPECT_EQ(project(stamped.record, organization), std::nullopt);
    EXPECT_EQ(project(stamped.record, {.kind = Scope::Kind::organization, .organization = {}}), std::nullopt);
  }
  ASSERT_TRUE(house.by_ticket(ana, WithdrawByTicket{{1}}));
  house.wait(limits::kUndoWithdrawal);
  const Record& gone = house.wall.find(record_id(ana.reply))->record;
  ASSERT_TRUE(is_tombstone(gone));
  EXPECT_EQ(project(gone, Scope{}), std::nullopt);
  EXPECT_EQ(project(gone, organization), std::nullopt);
}

}  // namespace
}  // namespace mur
