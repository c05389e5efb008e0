#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;

OfferDetails typed(const std::string& text) {
  OfferDetails details = House::two_hours();
  details.tiles = {Tile::other};
  details.text = text;
  return details;
}

TEST(PutOffer, OfPresetsOnlyGoesUpAtOnceUnlessThePolicySaysNo) {
  House house;
  EXPECT_EQ(house.the(house.leave(House::two_hours())).moderation.status, PostStatus::published);
  Hub strict = *house.wall.hub();
  strict.policy.publish_presets = false;
  house.must(PutHub{strict}, House::clock());
  EXPECT_EQ(house.the(house.leave(House::two_hours())).moderation.status, PostStatus::pending);
}

TEST(PutOffer, WithANameOrTypedTextWaits) {
  House house;
  EXPECT_EQ(house.the(house.leave(typed("je répare les vélos"))).moderation.status, PostStatus::pending);
  OfferDetails named = House::two_hours();
  named.first_name = "Ana";
  EXPECT_EQ(house.the(house.leave(named)).moderation.status, PostStatus::pending);
}

TEST(PutOffer, WithANumberInItsTextWaitsEvenWhereCleanTextsDoNot) {
  House house;
  Hub open = *house.wall.hub();
  open.policy.publish_clean_offers = true;
  house.must(PutHub{open}, House::clock());
  EXPECT_EQ(house.the(house.leave(typed("je répare les vélos"))).moderation.status, PostStatus::published);
  const Offer& marked = house.the(house.leave(typed("vélos, 06 12 34 56 78")));
  EXPECT_EQ(marked.moderation.status, PostStatus::pending);
  EXPECT_EQ(marked.moderation.marks.size(), 1U);
}

TEST(PutOffer, LivesThreeMonthsWithAContactAndThreeWeeksWithout) {
  House house;
  OfferDetails reachable = House::two_hours();
  reachable.contact = ContactKind::phone;
  EXPECT_EQ(house.the(house.leave(reachable, Bytes(60))).expires_at, house.now + limits::kOfferLife);
  EXPECT_EQ(house.the(house.leave(House::two_hours())).expires_at, house.now + limits::kOfferLifeWithoutContact);
}

TEST(PutOffer, TakesNoContactFromAChildNorForAHubThatSaysNotWhoKeepsIt) {
  House house;
  OfferDetails reachable = House::two_hours();
  reachable.contact = ContactKind::phone;
  Order asked = house.order(PutOffer{.details = reachable, .sealed_ticket = {1}, .sealed_contact = Bytes(60)});
  asked.ticket = TicketHashes{};
  std::get<PutOffer>(asked.command).details.age = AgeClass::under_15;
  EXPECT_EQ(house.ask(asked, House::kiosk()).error().field, "contact");
  Hub silent = *house.wall.hub();
  silent.privacy.controller.clear();
  house.must(PutHub{silent}, House::clock());
  std::get<PutOffer>(asked.command).details.age = AgeClass::adult;
  EXPECT_EQ(house.ask(asked, House::kiosk()).error().code, Errc::closed);
}

TEST(PutOffer, NamesTheFieldThatIsMissing) {
  House house;
  const auto field = [&house](const OfferDetails& details) {
    Order asked = house.order(PutOffer{.details = details, .sealed_ticket = {1}});
    asked.ticket = TicketHashes{};
    return house.ask(asked, House::kiosk()).error().field;
  };
  OfferDetails details = House::two_hours();
  details.tiles.clear();
  EXPECT_EQ(field(details), "tiles");
  details.tiles = {Tile::cooking, Tile::cooking};
  EXPECT_EQ(field(details), "tiles");
  EXPECT_EQ(field(typed("")), "text");
  details = House::two_hours();
  details.availability = {};
  EXPECT_EQ(field(details), "availability");
  details = House::two_hours();
  details.contact = ContactKind::email;
  EXPECT_EQ(field(details), "contact");
}

TEST(WithdrawByTicket, TakesTheOfferDownAndTheContactAwayAtOnce) {
  House house;
  OfferDetails reachable = House::two_hours();
  reachable.contact = ContactKind::phone;
  const OfferId id = house.leave(reachable, Bytes(60));
  const auto changes = house.by_ticket(WithdrawByTicket{.sealed_ticket = {1}});
  ASSERT_TRUE(changes);
  ASSERT_EQ(changes->contacts.size(), 1U);
  EXPECT_TRUE(changes->contacts[0].sealed.empty());
  EXPECT_EQ(changes->forgotten, std::vector{contact_of(record_id(id))}) << "no restore brings it back";
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::withdrawn);
  EXPECT_EQ(house.the(id).details.contact, ContactKind::none);
}

TEST(WithdrawByTicket, CanBeUndoneForADay) {
  House house;
  const OfferId id = house.leave(typed("je répare les vélos"));
  ASSERT_TRUE(house.by_ticket(WithdrawByTicket{.sealed_ticket = {1}}));
  house.wait(std::chrono::hours{23});
  ASSERT_TRUE(house.by_ticket(RestoreByTicket{.sealed_ticket = {1}}));
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::pending) << "it waits for review again, as it did";
}

TEST(WithdrawByTicket, AfterADayNothingIsLeft) {
  House house;
  const OfferId id = house.leave(typed("je répare les vélos"));
  ASSERT_TRUE(house.by_ticket(WithdrawByTicket{.sealed_ticket = {1}}));
  house.wait(std::chrono::hours{25});
  EXPECT_EQ(house.wall.find(id), nullptr);
  EXPECT_EQ(house.wall.ticket_of(house.ticket.code), nullptr);
  EXPECT_EQ(house.by_ticket(RestoreByTicket{.sealed_ticket = {1}}).error().code, Errc::not_found);
}

TEST(WithdrawByTicket, AWrongCodeFindsNothing) {
  House house;
  house.leave(House::two_hours());
  house.ticket.code[0] ^= 1U;
  EXPECT_EQ(house.by_ticket(WithdrawByTicket{.sealed_ticket = {1}}).error().code, Errc::not_found);
}

TEST(PutOffer, ACodeThatIsTakenIsRefused) {
  House house;
  house.leave(House::two_hours());
  EXPECT_EQ(house.by_ticket(PutOffer{.details = House::two_hours(), .sealed_ticket = {1}}).error().code,
            Errc::conflict);
}

TEST(Time, ExpiresAnOfferAndLaterErasesIt) {
  House house;
  const OfferId id = house.leave(House::two_hours());
  house.wait(std::chrono::days{21});
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::expired);
  house.wait(std::chrono::days{30});
  EXPECT_EQ(house.wall.find(id), nullptr);
}

TEST(Time, TellsWhenItWillNextHaveSomethingToDo) {
  House house;
  EXPECT_EQ(next_due(house.wall, house.now), std::nullopt);
  house.leave(House::two_hours());
  EXPECT_EQ(next_due(house.wall, house.now), house.now + limits::kOfferLifeWithoutContact);
}

}  // namespace
}  // namespace mur
