// Who would join an idea is told when its group meets, when that moves, and when it will not be.
#include "tests/shared/domain/idea_house.h"

namespace mur {
namespace {

using test::IdeaHouse;
using test::march_at;
using Status = ReplyStatus;
using std::chrono::days;

TEST(IdeaTelling, WhoLeftAnEMailGetsALetterAPhoneIsCalledByTheDeskTheOthersReadTheirTicket) {
  IdeaHouse house;
  const auto none = house.join();
  const auto phone = house.join(ContactKind::phone);
  const auto email = house.join(ContactKind::email);
  for (const auto& person : {none, phone, email}) EXPECT_EQ(house.news(person.reply), std::nullopt);
  house.set_date(21);
  for (const auto& [person, channel] :
       {std::pair{none, Channel::ticket}, std::pair{phone, Channel::desk_calls}, std::pair{email, Channel::letter}}) {
    ASSERT_TRUE(house.telling(person.reply)) << "nobody is silently not told";
    EXPECT_EQ(house.telling(person.reply)->news, News::date_set);
    EXPECT_EQ(house.telling(person.reply)->channel, channel);
    house.tell(person.reply);
    EXPECT_EQ(house.news(person.reply), std::nullopt);
  }
}

TEST(IdeaTelling, ItsAuthorIsToldByTheIdeasOwnContact) {
  for (const auto& [contact, channel] :
       {std::pair{ContactKind::none, Channel::ticket}, std::pair{ContactKind::phone, Channel::desk_calls},
        std::pair{ContactKind::email, Channel::letter}}) {
    IdeaHouse house(contact);
    house.set_date(21);
    EXPECT_TRUE(is_of_its_author(house.authors()));
    EXPECT_EQ(house.authors().contact, ContactKind::none) << "it is the idea's";
    ASSERT_TRUE(house.telling(house.authors().id));
    EXPECT_EQ(house.telling(house.authors().id)->news, News::date_set);
    EXPECT_EQ(house.telling(house.authors().id)->channel, channel);
    EXPECT_EQ(house.joined(), 0) << "the others are counted";
  }
}

TEST(IdeaTelling, WhoeverJoinsAnIdeaWithAContactIsNotToldByItsAuthors) {
  IdeaHouse house(ContactKind::email);
  const auto ana = house.join();
  house.set_date(21);
  EXPECT_EQ(house.telling(ana.reply)->channel, Channel::ticket);
}

TEST(IdeaTelling, ADateThatMovesTakesEveryoneAlong) {
  IdeaHouse house;
  const auto knows = house.join(ContactKind::email);
  const auto unaware = house.join(ContactKind::email);
  house.set_date(21);
  house.tell(knows.reply);
  house.tell(house.authors().id);
  house.put_event(28);
  for (const ReplyId reply : {knows.reply, unaware.reply, house.authors().id}) {
    EXPECT_EQ(house.the(reply).begins_at, march_at(28, 18));
    EXPECT_EQ(house.the(reply).over_at, march_at(28, 21));
  }
  EXPECT_EQ(house.news(knows.reply), News::moved);
  EXPECT_EQ(house.news(house.authors().id), News::moved);
  EXPECT_EQ(house.news(unaware.reply), News::date_set) << "they have not heard of the first";
}

TEST(IdeaTelling, AnotherDateIsAMoveForWhoKnewTheFirst) {
  IdeaHouse house;
  const auto ana = house.join();
  house.set_date(21);
  house.tell(ana.reply);
  house.set_date(25, "autre@cantine");
  EXPECT_EQ(house.status(ana), Status::accepted);
  EXPECT_EQ(house.news(ana.reply), News::moved);
}

TEST(IdeaTelling, TheyAreRemindedTheDayBefore) {
  IdeaHouse house;
  const auto ana = house.join();
  house.set_date(21);
  house.tell(ana.reply);
  house.wait(march_at(20, 18) - house.now);
  EXPECT_EQ(house.news(ana.reply), News::reminder);
}

TEST(IdeaTelling, ACancelledDateOpensTheIdeaAgain) {
  IdeaHouse house;
  const auto ana = house.join(ContactKind::email);
  const EventId event = house.set_date(21);
  house.tell(ana.reply);
  house.must(CancelEvent{.event = event, .instance = {}}, house.cook());
  EXPECT_EQ(house.news(ana.reply), News::fell_through);
  EXPECT_EQ(house.the(ana.reply).reason, ReplyReason::cancelled);
  EXPECT_EQ(house.the(house.idea).event, std::nullopt);
  EXPECT_EQ(house.the(house.idea).stage, OfferStage::open);
  EXPECT_EQ(house.the(house.idea).moderation.status, PostStatus::published);

  const auto luc = house.join();
  EXPECT_EQ(house.status(luc), Status::held);
  house.set_date(25, "autre@cantine");
  EXPECT_EQ(house.news(luc.reply), News::date_set);
  EXPECT_EQ(house.authors().status, Status::accepted);
  EXPECT_EQ(house.news(house.authors().id), News::date_set) << "its author hears of the second, too";
}

TEST(IdeaTelling, ADateThatIsGoneFromTheWallIsCancelled) {
  IdeaHouse house;
  const auto ana = house.join();
  EventDetails details = IdeaHouse::soup();
  details.organizer = "Les Voisins du quai";
  Order proposal = house.order(ProposeEvent{.details = details, .sealed_ticket = {1}});
  proposal.ticket = hash_ticket(SecretKey256{}, TicketSecret{.code = "proposal"});
  const auto proposed = house.ask(proposal, IdeaHouse::someone(Role::proposer));
  ASSERT_TRUE(proposed) << proposed.error().message;
  house.must(Approve{proposed->about}, IdeaHouse::moderator());
  house.must(SetIdeaDate{.offer = house.idea, .event = EventId{proposed->about.uuid}}, IdeaHouse::moderator());
  house.tell(ana.reply);
  Order taken_back = house.order(WithdrawByTicket{{1}});
  taken_back.ticket = proposal.ticket;
  ASSERT_TRUE(house.ask(taken_back, IdeaHouse::kiosk()));
  EXPECT_EQ(house.status(ana), Status::accepted) << "that can be undone for a day";
  house.wait(limits::kUndoWithdrawal);
  EXPECT_EQ(house.news(ana.reply), News::fell_through);
  EXPECT_EQ(house.the(house.idea).event, std::nullopt);
  EXPECT_EQ(house.joined(), 0);
}

TEST(IdeaTelling, ADateThatMovesBeyondTheIdeasEndTakesTheIdeaAlong) {
  IdeaHouse house;
  const auto ana = house.join();
  house.wait(days{10});
  house.set_date(28);
  const TimePoint before = house.the(house.idea).expires_at;
  EventDetails later = house.the(*house.the(house.idea).event).details;
  later.timing.start = IdeaHouse::paris(2026, 4, 25, 18);
  later.timing.end = IdeaHouse::paris(2026, 4, 25, 21);
  house.must(PutEvent{.organization = house.resident, .details = later}, house.cook());
  EXPECT_GT(house.the(ana.reply).over_at, before);
  EXPECT_EQ(house.the(house.idea).expires_at, house.the(ana.reply).over_at);
  house.wait(before - house.now);
  EXPECT_EQ(house.the(house.idea).moderation.status, PostStatus::published);
}

TEST(IdeaTelling, TakenBackItFallsThroughForTheOthersAndItsAuthorKnows) {
  IdeaHouse house;
  const auto waits = house.join(ContactKind::phone);
  ASSERT_TRUE(house.author_says(WithdrawByTicket{{1}}));
  EXPECT_EQ(house.news(waits.reply), News::fell_through);

  IdeaHouse dated;
  const auto expected = dated.join(ContactKind::phone);
  dated.set_date(21);
  dated.tell(expected.reply);
  ASSERT_TRUE(dated.author_says(WithdrawByTicket{{1}}));
  EXPECT_EQ(dated.news(expected.reply), News::fell_through);
  EXPECT_EQ(dated.authors().status, Status::withdrawn);
  EXPECT_EQ(dated.news(dated.authors().id), std::nullopt);
  ASSERT_TRUE(dated.author_says(RestoreByTicket{{1}}));
  EXPECT_EQ(dated.joined(), 0) << "it begins anew";
  dated.set_date(25, "autre@cantine");
  EXPECT_EQ(dated.authors().status, Status::accepted);
}

TEST(IdeaTelling, WhoeverWaitedIsToldThatItsTimeIsOver) {
  IdeaHouse house;
  const auto ana = house.join(ContactKind::email);
  house.wait(limits::kOfferLifeWithoutContact);
  ASSERT_EQ(house.status(ana), Status::expired);
  ASSERT_TRUE(house.telling(ana.reply)) << "nobody is silently not told";
  EXPECT_EQ(house.telling(ana.reply)->news, News::expired);
  EXPECT_EQ(house.telling(ana.reply)->channel, Channel::letter);
}

}  // namespace
}  // namespace mur
