// Contacts by their keyed hash: found, blocked, erased, and the wrong person's.
#include "shared/domain/contact.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "shared/domain/authority.h"
#include "shared/domain/scope.h"
#include "tests/shared/domain/reply_house.h"

namespace mur {
namespace {

using test::ReplyHouse;

const Digest256 kAna = digest256({as_bytes("+33612345678")});
const Digest256 kBob = digest256({as_bytes("+33687654321")});

class Contacts : public testing::Test {
 protected:
  Order with(Command command, const Digest256& contact) {
    Order asked = house.order(std::move(command));
    asked.contact = contact;
    return asked;
  }
  Result<Changes> answer(NeedId need, const Digest256& contact) {
    Order asked = with(AnswerNeed{.need = need,
                                  .slot = house.slot_of(need),
                                  .contact = ContactKind::phone,
                                  .age = AgeClass::adult,
                                  .language = "fr",
                                  .sealed_ticket = {1},
                                  .sealed_contact = Bytes(60)},
                       contact);
    asked.ticket = hash_ticket(SecretKey256{}, TicketSecret{.code = std::to_string(++house.tickets)});
    return house.ask(asked, ReplyHouse::kiosk());
  }
  Result<Changes> offer(const Digest256& contact) {
    OfferDetails details = ReplyHouse::two_hours();
    details.contact = ContactKind::phone;
    details.age = AgeClass::adult;
    Order asked = with(PutOffer{.details = details, .sealed_ticket = {1}, .sealed_contact = Bytes(60)}, contact);
    asked.ticket = hash_ticket(SecretKey256{}, TicketSecret{.code = std::to_string(++house.tickets)});
    return house.ask(asked, ReplyHouse::kiosk());
  }
  Result<Changes> block(const Digest256& contact, std::optional<TimePoint> until = {}) {
    return house.ask(with(BlockContact{.sealed_contact = Bytes(60), .reason = "À sa demande", .until = until}, contact),
                     ReplyHouse::moderator());
  }
  Result<Changes> erase(const Digest256& contact) {
    return house.ask(with(EraseContact{.sealed_contact = Bytes(60), .reason = "À sa demande"}, contact),
                     ReplyHouse::admin());
  }

  ReplyHouse house;
};

TEST_F(Contacts, LeadToWhatWasLeftWithThem) {
  const NeedId need = house.need_of(2);
  const auto reply = answer(need, kAna);
  const auto left = offer(kAna);
  ASSERT_TRUE(reply && left);
  ASSERT_TRUE(offer(kBob));
  auto posts = left_with(house.wall, kAna);
  std::ranges::sort(posts);
  std::vector expected{reply->about, left->about};
  std::ranges::sort(expected);
  EXPECT_EQ(posts, expected);
}

TEST_F(Contacts, TheTraceGoesWithTheContactAndNoScopeSeesIt) {
  const NeedId need = house.need_of(2);
  const auto reply = answer(need, kAna);
  ASSERT_TRUE(reply);
  const ContactTrace& trace = house.the(contact_trace_id(reply->about));
  for (const Scope& scope : {Scope{.kind = Scope::Kind::wall}, Scope{.kind = Scope::Kind::staff},
                             Scope{.kind = Scope::Kind::organization, .organization = house.resident}})
    EXPECT_FALSE(project(trace, scope));
  Order withdrawal = house.order(WithdrawByTicket{{1}});
  withdrawal.ticket = hash_ticket(SecretKey256{}, TicketSecret{.code = std::to_string(house.tickets)});
  ASSERT_TRUE(house.ask(withdrawal, ReplyHouse::kiosk()));
  EXPECT_TRUE(left_with(house.wall, kAna).empty());
}

TEST_F(Contacts, BlockedOnesAreNotTakenUntilTheBlockEnds) {
  const NeedId need = house.need_of(4);
  ASSERT_TRUE(block(kAna, house.now + std::chrono::hours{24}));
  EXPECT_EQ(answer(need, kAna).error().field, "contact");
  EXPECT_EQ(offer(kAna).error().code, Errc::closed);
  EXPECT_TRUE(answer(need, kBob));
  house.now += std::chrono::hours{24};
  EXPECT_TRUE(answer(need, kAna));
}

TEST_F(Contacts, ABlockSaysWhyAndStaffSeesItNotWhose) {
  ASSERT_TRUE(block(kAna));
  const ContactBlock& made = house.the(contact_block_id(kAna));
  EXPECT_EQ(made.reason, "À sa demande");
  const auto shown = project(made, Scope{.kind = Scope::Kind::staff});
  ASSERT_TRUE(shown);
  EXPECT_EQ(std::get<ContactBlock>(*shown).contact, Digest256{});
  EXPECT_FALSE(project(made, Scope{.kind = Scope::Kind::wall}));
  house.must(UnblockContact{made.id}, ReplyHouse::admin());
  EXPECT_TRUE(offer(kAna));
}

TEST_F(Contacts, ErasingTakesEverythingAndTheNextInLineMovesUp) {
  const NeedId need = house.need_of(1);
  const auto first = answer(need, kAna);
  const auto second = answer(need, kBob);
  const auto left = offer(kAna);
  ASSERT_TRUE(first && second && left);
  EXPECT_EQ(house.the(ReplyId{second->about.uuid}).status, ReplyStatus::listed);
  const auto gone = erase(kAna);
  ASSERT_TRUE(gone);
  EXPECT_EQ(house.wall.find(ReplyId{first->about.uuid}), nullptr);
  EXPECT_EQ(house.wall.find(OfferId{left->about.uuid}), nullptr);
  EXPECT_EQ(house.the(ReplyId{second->about.uuid}).status, ReplyStatus::held) << "the place is free";
  for (const RecordId& post : {first->about, left->about})
    EXPECT_NE(std::ranges::find(gone->forgotten, post), gone->forgotten.end()) << "for good";
  EXPECT_EQ(erase(kAna).error().code, Errc::not_found);
}

TEST_F(Contacts, TwoPlacesOfOneSlotAreBothFreed) {
  const NeedId need = house.need_of(2);
  ASSERT_TRUE(answer(need, kAna));
  ASSERT_TRUE(answer(need, kAna));
  EXPECT_EQ(house.slot(need).held, 2);
  ASSERT_TRUE(erase(kAna));
  EXPECT_EQ(house.slot(need).held, 0);
}

TEST_F(Contacts, TheWrongPersonsIsErasedAndBlockedByWhoCalled) {
  const NeedId need = house.need_of(2);
  const auto reply = answer(need, kAna);
  ASSERT_TRUE(reply);
  ASSERT_TRUE(offer(kAna));
  EXPECT_EQ(house.ask(WrongPerson{reply->about}, house.mechanic()).error().code, Errc::not_found) << "not theirs";
  EXPECT_EQ(house.ask(WrongPerson{reply->about}, ReplyHouse::kiosk()).error().code, Errc::forbidden);
  house.must(WrongPerson{reply->about}, house.cook());
  EXPECT_TRUE(left_with(house.wall, kAna).empty());
  EXPECT_EQ(answer(need, kAna).error().field, "contact");
  EXPECT_EQ(house.ask(WrongPerson{reply->about}, house.cook()).error().code, Errc::not_found);
}

TEST_F(Contacts, NobodyButTheDeskBlocksFindsOrErases) {
  for (const Actor& actor : {house.cook(), ReplyHouse::kiosk(), ReplyHouse::someone(Role::on_duty),
                             ReplyHouse::someone(Role::visitor), ReplyHouse::clock()}) {
    EXPECT_EQ(house.ask(with(BlockContact{.sealed_contact = Bytes(60), .reason = "x"}, kAna), actor).error().code,
              Errc::forbidden)
        << actor.name;
    EXPECT_EQ(house.ask(with(EraseContact{.sealed_contact = Bytes(60), .reason = "x"}, kAna), actor).error().code,
              Errc::forbidden)
        << actor.name;
    EXPECT_EQ(authority(actor.role, Act::find_contact), Grant::never) << actor.name;
  }
}

TEST_F(Contacts, ABoxThatDoesNotOpenHereIsSaid) {
  EXPECT_EQ(house.ask(BlockContact{.sealed_contact = Bytes(60), .reason = "x"}, ReplyHouse::admin()).error().field,
            "contact");
  EXPECT_EQ(
      house.ask(with(BlockContact{.sealed_contact = Bytes(60), .reason = ""}, kAna), ReplyHouse::admin()).error().field,
      "reason");
  EXPECT_EQ(block(kAna, house.now).error().field, "until");
}

TEST(MaskedContact, AFrenchNumberShowsItsEnds) {
  for (const char* number : {"0612345642", "06 12 34 56 42", "06.12.34.56.42"})
    EXPECT_EQ(masked(ContactKind::phone, number), "06 •• •• •• 42") << number;
}

TEST(MaskedContact, AnInternationalOneShowsAsLittle) {
  EXPECT_EQ(masked(ContactKind::phone, "+33612345642"), "+33 ••• 42");
  EXPECT_EQ(masked(ContactKind::phone, "+33 (0)6 12 34 56 42"), "+33 ••• 42");
  EXPECT_EQ(masked(ContactKind::phone, "0033612345642"), "00 ••• 42");
}

TEST(MaskedContact, AShortOneShowsNothing) {
  for (const char* number : {"", "17", "39 19", "+3319", "12345"})
    EXPECT_EQ(masked(ContactKind::phone, number), "•••") << number;
  EXPECT_EQ(masked(ContactKind::phone, "118218"), "11 ••• 18");
}

TEST(MaskedContact, AnAddressShowsOneLetterOfEachSide) {
  EXPECT_EQ(masked(ContactKind::email, "zoe@example.org"), "z•••@e•••.org");
  EXPECT_EQ(masked(ContactKind::email, "z@e.org"), "z•••@e•••.org") << "nor how long it is";
  EXPECT_EQ(masked(ContactKind::email, "zoe@mail.example.co.uk"), "z•••@m•••.uk");
  EXPECT_EQ(masked(ContactKind::email, "élodie@éléphant.fr"), "é•••@é•••.fr") << "letters stay whole";
}

TEST(MaskedContact, WhatIsNoAddressShowsNothing) {
  for (const char* text : {"", "zoe", "@example.org"}) EXPECT_EQ(masked(ContactKind::email, text), "•••") << text;
  EXPECT_EQ(masked(ContactKind::none, "zoe@example.org"), "");
}

}  // namespace
}  // namespace mur
