// What someone outside any account proposes, with a ticket.
#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;

class Proposals : public testing::Test {
 protected:
  static Actor stranger() { return House::someone(Role::proposer); }
  static EventDetails party() {
    EventDetails details = House::soup("chosen@elsewhere");
    details.organizer = "Les Voisins du quai";
    return details;
  }
  Order asked(EventDetails details, Bytes contact = {}) {
    Order order = house.order(ProposeEvent{.details = std::move(details),
                                           .contact = contact.empty() ? ContactKind::none : ContactKind::email,
                                           .sealed_ticket = {1},
                                           .sealed_contact = std::move(contact)});
    house.ticket = hash_ticket(SecretKey256{}, make_ticket(house.random));
    order.ticket = house.ticket;
    return order;
  }
  EventId propose(Bytes contact = {}) {
    const auto changes = house.ask(asked(party(), std::move(contact)), stranger());
    EXPECT_TRUE(changes) << (changes ? "" : changes.error().message);
    return changes ? EventId{changes->about.uuid} : EventId{};
  }
  [[nodiscard]] PostStatus status(EventId id) const { return house.the(id).moderation.status; }

  House house;
};

TEST_F(Proposals, WaitUnderNoOrganizationAndNoChosenIdentity) {
  const EventId one = propose();
  const EventId other = propose();
  EXPECT_NE(one, other);
  EXPECT_EQ(status(one), PostStatus::pending);
  EXPECT_TRUE(house.the(one).organization.is_nil());
  EXPECT_EQ(house.the(one).details.organizer, "Les Voisins du quai");
}

TEST_F(Proposals, AreOnTheWallWithOneCommand) {
  const EventId id = propose();
  house.must(Approve{record_id(id)}, House::moderator());
  EXPECT_EQ(status(id), PostStatus::published);
}

TEST_F(Proposals, SayWhoOrganizesThem) {
  EventDetails nobodys = party();
  nobodys.organizer.clear();
  EXPECT_EQ(house.ask(asked(nobodys), stranger()).error().field, "organizer");
  house.now += std::chrono::days{30};
  EXPECT_EQ(house.ask(asked(party()), stranger()).error().field, "end");
  Order without = asked(party());
  without.ticket.reset();
  EXPECT_EQ(house.ask(without, stranger()).error().field, "ticket");
}

TEST_F(Proposals, AreMadeByStrangersAndTheDeskOnly) {
  EXPECT_TRUE(house.ask(asked(party()), House::admin()));
  EXPECT_TRUE(house.ask(asked(party()), House::moderator()));
  for (const Actor& other : {House::kiosk(), house.cook(), House::someone(Role::on_duty), House::clock()})
    EXPECT_EQ(house.ask(asked(party()), other).error().code, Errc::forbidden) << other.name;
}

TEST_F(Proposals, TheTicketTakesThemBackWithTheContactAndForADayAgain) {
  const EventId id = propose(Bytes(60));
  const auto taken = house.by_ticket(WithdrawByTicket{{1}});
  ASSERT_TRUE(taken);
  EXPECT_EQ(status(id), PostStatus::withdrawn);
  ASSERT_EQ(taken->contacts.size(), 1U);
  EXPECT_TRUE(taken->contacts[0].sealed.empty());
  EXPECT_EQ(taken->contacts[0].delete_at, TimePoint{});
  house.now += limits::kUndoWithdrawal - Seconds{1};
  EXPECT_TRUE(house.by_ticket(RestoreByTicket{{1}}));
  EXPECT_EQ(status(id), PostStatus::pending);
}

TEST_F(Proposals, WithdrawnForADayTheyAreForgotten) {
  const EventId id = propose();
  ASSERT_TRUE(house.by_ticket(WithdrawByTicket{{1}}));
  house.wait(limits::kUndoWithdrawal);
  EXPECT_EQ(house.wall.find(id), nullptr);
  EXPECT_EQ(house.by_ticket(RestoreByTicket{{1}}).error().code, Errc::not_found);
}

TEST_F(Proposals, WhatIsRefusedIsNotTakenBack) {
  const EventId id = propose();
  house.must(Refuse{.post = record_id(id), .reason = Reason::advert}, House::moderator());
  EXPECT_EQ(house.by_ticket(WithdrawByTicket{{1}}).error().code, Errc::closed);
}

// ---- offers that are renewed ----

TEST(RenewByTicket, LetsAnOfferLiveAsLongAsANewOne) {
  House house;
  OfferDetails reachable = House::two_hours();
  reachable.contact = ContactKind::phone;
  const OfferId id = house.leave(reachable, Bytes(60));
  const TimePoint first = house.the(id).expires_at;
  EXPECT_TRUE(house.by_ticket(RenewByTicket{{1}}));
  EXPECT_EQ(house.the(id).expires_at, first) << "it lives long enough";
  house.now = first - limits::kRenewAhead;
  const auto renewed = house.by_ticket(RenewByTicket{{1}});
  ASSERT_TRUE(renewed);
  EXPECT_EQ(house.the(id).expires_at, house.now + limits::kOfferLife);
  ASSERT_EQ(renewed->contacts.size(), 1U) << "the contact is kept with it";
  EXPECT_EQ(renewed->contacts[0].delete_at, house.now + limits::kOfferLife + limits::kContactAfterPost);
}

TEST(RenewByTicket, BringsBackWhatEndedWhileItIsKept) {
  House house;
  const OfferId id = house.leave(House::two_hours());
  house.wait(limits::kOfferLifeWithoutContact);
  ASSERT_EQ(house.the(id).moderation.status, PostStatus::expired);
  ASSERT_TRUE(house.by_ticket(RenewByTicket{{1}}));
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::published);
  EXPECT_EQ(house.the(id).expires_at, house.now + limits::kOfferLifeWithoutContact);
}

TEST(RenewByTicket, NotWhatWasRefusedHiddenOrTakenBack) {
  House house;
  OfferDetails typed = House::two_hours();
  typed.first_name = "Ana";
  const OfferId id = house.leave(typed);
  house.must(Refuse{.post = record_id(id), .reason = Reason::other}, House::moderator());
  EXPECT_EQ(house.by_ticket(RenewByTicket{{1}}).error().code, Errc::closed);
  house.must(Approve{record_id(id)}, House::moderator());
  house.must(Hide{.post = record_id(id), .reason = Reason::other}, House::moderator());
  EXPECT_EQ(house.by_ticket(RenewByTicket{{1}}).error().code, Errc::closed);
  house.must(Unhide{record_id(id)}, House::moderator());
  ASSERT_TRUE(house.by_ticket(WithdrawByTicket{{1}}));
  EXPECT_EQ(house.by_ticket(RenewByTicket{{1}}).error().code, Errc::closed);
}

}  // namespace
}  // namespace mur
