// What screening notices in a post, beside the others on the wall, and what a moderator is shown of it.
#include <gtest/gtest.h>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/domain/check.h"
#include "shared/domain/limits.h"
#include "shared/domain/public_texts.h"
#include "shared/domain/repeats.h"
#include "shared/domain/scope.h"
#include "tests/support/house.h"

namespace mur::test {
namespace {

using screening::Mark;
using screening::MarkKind;

OfferDetails typed(const std::string& text) {
  OfferDetails details = House::two_hours();
  details.tiles = {Tile::other};
  details.text = text;
  return details;
}

NeedDetails need(const std::string& title, const std::string& description = {}) {
  NeedDetails details = House::servers();
  details.title = title;
  details.description = description;
  return details;
}

void publish_clean_offers(House& house) {
  Hub open = *house.wall.hub();
  open.policy.publish_clean_offers = true;
  house.must(PutHub{open}, House::clock());
}

std::vector<MarkKind> kinds(const std::vector<Mark>& marks) {
  std::vector<MarkKind> found;
  for (const Mark& mark : marks) found.push_back(mark.kind);
  return found;
}

/// As House::leave() does it, each with a ticket of its own and a second after the last one.
OfferId leave(House& house, OfferDetails details) {
  house.now += Seconds{1};
  Order asked = house.order(PutOffer{.details = std::move(details), .sealed_ticket = {1}, .sealed_contact = {}});
  house.ticket = TicketHashes{.code = digest256({as_bytes(std::to_string(house.head))})};
  asked.ticket = house.ticket;
  const auto changes = house.ask(asked, House::kiosk());
  EXPECT_TRUE(changes) << (changes ? "" : changes.error().message);
  return changes ? OfferId{changes->about.uuid} : OfferId{};
}

using Kinds = std::vector<MarkKind>;

TEST(Screened, AnOfferInWhichAnythingIsFoundWaitsWhereCleanOnesDoNot) {
  House house;
  publish_clean_offers(house);
  for (const char* text :
       {"vélos, zéro six douze trente-quatre cinquante-six soixante-dix-huit", "ana arobase exemple point fr",
        "voir exemple.org", "bande de connards", "аtelier vélo", "gra\u200Btuit"})
    EXPECT_EQ(house.the(leave(house, typed(text))).moderation.status, PostStatus::pending) << text;
  EXPECT_EQ(house.the(leave(house, typed("je répare les vélos"))).moderation.status, PostStatus::published);
}

TEST(Screened, TheSameOfferAgainIsMarkedAndWaits) {
  House house;
  publish_clean_offers(house);
  const OfferId first = leave(house, typed("Je donne des cours de guitare le soir"));
  EXPECT_EQ(house.the(first).moderation.status, PostStatus::published);
  house.wait(std::chrono::hours{1});
  const OfferId second = leave(house, typed("je donne des cours de guitare, le soir !"));
  EXPECT_EQ(kinds(house.the(second).moderation.marks), Kinds{MarkKind::repeat});
  EXPECT_EQ(house.the(second).moderation.status, PostStatus::pending);
  EXPECT_EQ(repeats_of(house.wall, house.the(second), house.now), std::vector{record_id(first)});
}

TEST(Screened, WhatWasWithdrawnOrIsOldMayBeSaidAgain) {
  House house;
  leave(house, typed("Je donne des cours de guitare"));
  ASSERT_TRUE(house.by_ticket(WithdrawByTicket{}));
  EXPECT_TRUE(house.the(leave(house, typed("Je donne des cours de guitare"))).moderation.marks.empty());
  house.wait(limits::kRepeatWindow);
  EXPECT_TRUE(house.the(leave(house, typed("Je donne des cours de guitare"))).moderation.marks.empty());
}

TEST(Screened, OffersOfTilesAloneAreNoRepeats) {
  House house;
  leave(house, House::two_hours());
  EXPECT_TRUE(house.the(leave(house, House::two_hours())).moderation.marks.empty());
}

TEST(Screened, ManyOffersInAShortTimeAreMarkedUntilItIsOver) {
  House house;
  publish_clean_offers(house);
  for (std::size_t i = 0; i < limits::kFloodPosts; ++i)
    EXPECT_TRUE(house.the(leave(house, typed("atelier numéro " + std::to_string(i)))).moderation.marks.empty());
  const Offer& one_more = house.the(leave(house, typed("encore un atelier")));
  EXPECT_EQ(kinds(one_more.moderation.marks), Kinds{MarkKind::flood});
  EXPECT_EQ(one_more.moderation.status, PostStatus::pending);
  EXPECT_TRUE(is_flooding(house.wall, one_more, house.now));
  house.wait(limits::kFloodWindow);
  EXPECT_TRUE(house.the(leave(house, typed("un atelier plus tard"))).moderation.marks.empty());
}

TEST(Screened, AnOrganizationIsNotHeldForTheNeedsOfAnother) {
  House house;
  for (std::size_t i = 0; i < limits::kFloodPosts; ++i) {
    house.now += Seconds{1};
    house.must(PutNeed{.organization = house.newcomer, .details = need("besoin numéro " + std::to_string(i))},
               house.mechanic());
  }
  const NeedId theirs{
      house.must(PutNeed{.organization = house.newcomer, .details = need("et encore un")}, house.mechanic()).uuid};
  const NeedId others{
      house.must(PutNeed{.organization = house.resident, .details = need("le nôtre")}, house.cook()).uuid};
  EXPECT_EQ(kinds(house.the(theirs).moderation.marks), Kinds{MarkKind::flood});
  EXPECT_TRUE(house.the(others).moderation.marks.empty());
}

TEST(Screened, ANeedThatSaysTheSameIsMarkedWhoeverSaysIt) {
  House house;
  const std::string text = "Nous cherchons des bras pour servir la soupe samedi soir à la salle des fêtes.";
  const NeedId first{
      house.must(PutNeed{.organization = house.resident, .details = need("Soupe", text)}, house.cook()).uuid};
  const NeedId second{
      house.must(PutNeed{.organization = house.newcomer, .details = need("Soupe", text)}, house.mechanic()).uuid};
  EXPECT_EQ(kinds(house.the(second).moderation.marks), Kinds{MarkKind::repeat});
  EXPECT_TRUE(house.the(first).moderation.marks.empty());
  // A change of the first doesn't make it a repeat of itself, but of the other one.
  NeedDetails changed = house.the(second).details;
  changed.description = "Tout autre chose : repeindre la salle en bleu.";
  changed.title = "Peinture";
  house.must(PutNeed{.need = second, .organization = house.newcomer, .details = changed}, house.mechanic());
  EXPECT_TRUE(house.the(second).moderation.marks.empty());
}

TEST(Screened, WhatLooksLikeAJobIsMarkedInANeedAndDoesNotHoldATrustedOrganization) {
  House house;
  const NeedId id{
      house
          .must(PutNeed{.organization = house.resident, .details = need("Animateur", "CDD, 35 h par semaine, 12 €/h")},
                house.cook())
          .uuid};
  EXPECT_EQ(kinds(house.the(id).moderation.marks),
            (Kinds{MarkKind::paid_work, MarkKind::paid_work, MarkKind::paid_work}));
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::published);
  EXPECT_TRUE(house.the(leave(house, typed("je cherche un CDI"))).moderation.marks.empty());
}

TEST(Screened, ANumberIsFoundWhereverANeedHidesIt) {
  for (const auto& put : std::vector<std::function<void(NeedDetails&, const std::string&)>>{
           [](NeedDetails& d, const std::string& text) { d.commitment = text; },
           [](NeedDetails& d, const std::string& text) { d.place.name = text; },
           [](NeedDetails& d, const std::string& text) { d.place.address = text; },
           [](NeedDetails& d, const std::string& text) { d.slots[0].welcomed_by = text; },
           [](NeedDetails& d, const std::string& text) { d.slots[0].where = text; },
           [](NeedDetails& d, const std::string& text) { d.slots[0].bring = text; },
           [](NeedDetails& d, const std::string& text) { d.slots[0].role = text; },
           [](NeedDetails& d, const std::string& text) { d.easy_line = text; }}) {
    NeedDetails details = House::servers();
    put(details, "Léa, 06 12 34 56 78");
    EXPECT_EQ(kinds(check::marks(details)), Kinds{MarkKind::phone_number});
  }
}

TEST(Screened, AMarkIsShownWithItsPieceAndItsReason) {
  NeedDetails details = House::servers();
  details.slots.push_back(Slot{.role = "Plonge, appelez le 06 12 34 56 78 avant midi"});
  details.description = "Venez nombreux, bande de connards !";
  const auto texts = public_texts(details);
  const auto marks = check::marks(details);
  ASSERT_EQ(marks.size(), 2U);
  EXPECT_EQ(shown(marks[0], texts).why, "abuse (insult)");
  EXPECT_EQ(shown(marks[0], texts).piece, "Venez nombreux, bande de [connards] !");
  EXPECT_EQ(shown(marks[1], texts).field, "role");
  EXPECT_EQ(shown(marks[1], texts).piece, "Plonge, appelez le [06 12 34 56 78] avant midi");
  // The text has changed since: what was there is not shown, nor anything else in its place.
  details.slots[1].role = "Plonge";
  EXPECT_EQ(shown(marks[1], public_texts(details)).piece, "");
  EXPECT_EQ(shown(Mark{.kind = MarkKind::flood}, texts).why, "flood");
}

TEST(Screened, AFirstNameIsNotShownAroundAMark) {
  OfferDetails details = typed("couture");
  details.first_name = "Aminata 06 12 34 56 78";
  const auto marks = check::marks(details);
  ASSERT_EQ(marks.size(), 1U);
  EXPECT_EQ(shown(marks[0], public_texts(details)).piece, "…[06 12 34 56 78]");
}

TEST(Screened, AProgramOfVersion1HearsNothingOfMarksThatItDoesNotKnow) {
  House house;
  const OfferId id = leave(house, typed("bande de connards, https://exemple.org"));
  ASSERT_EQ(kinds(house.the(id).moderation.marks), (Kinds{MarkKind::abuse, MarkKind::link}));
  Scope old{.kind = Scope::Kind::staff, .organization = {}};
  old.version = 1;
  EXPECT_EQ(kinds(std::get<Offer>(*project(house.the(id), old)).moderation.marks), Kinds{MarkKind::link});
}

}  // namespace
}  // namespace mur::test
