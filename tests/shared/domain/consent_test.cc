// Who gives a contact to a *sensitive* organization consents to that (RGPD art. 9): answers to its needs, and its
// answers to offers.
#include "tests/shared/domain/reply_house.h"

namespace mur {
namespace {

using test::House;
using test::ReplyHouse;
using Status = ReplyStatus;

/// The cook's is a health organization.
class Consent : public testing::Test {
 protected:
  Consent() { set_sensitivity(Sensitivity::health); }

  void set_sensitivity(Sensitivity sensitivity) {
    OrganizationDetails details = house.the(house.resident).details;
    details.sensitivity = sensitivity;
    house.must(ChangeOrganization{.organization = house.resident, .details = details}, House::admin());
  }
  Result<ReplyHouse::Person> answer(ContactKind contact, bool consent) {
    return house.try_answer(need, [&](AnswerNeed& wish) {
      wish.consent = consent;
      wish.contact = contact;
      if (contact == ContactKind::none) return;
      wish.age = AgeClass::adult;
      wish.sealed_contact = Bytes(60);
    });
  }
  OfferId leave(ContactKind contact, bool may_be_called = false) {
    OfferDetails details = House::two_hours();
    details.contact = contact;
    details.may_be_called = may_be_called;
    return house.leave(details, contact == ContactKind::none ? Bytes{} : Bytes(60));
  }
  /// Of the cook, to an offer.
  ReplyId answer(OfferId offer) {
    const AnswerOffer wish{.offer = offer, .organization = house.resident, .note = "Venez mardi, demandez Awa"};
    return ReplyId{house.must(wish, house.cook()).uuid};
  }
  Result<Changes> person_says(ReplyId reply, Status status, bool consent = false) {
    return house.House::by_ticket(
        DecideByTicket{.sealed_ticket = {1}, .reply = reply, .status = status, .consent = consent});
  }

  ReplyHouse house;
  NeedId need = house.need_of(4);
};

TEST_F(Consent, IsAskedOfWhoeverLeavesAContactWithTheirAnswer) {
  for (const ContactKind contact : {ContactKind::phone, ContactKind::email}) {
    const auto silent = answer(contact, false);
    ASSERT_FALSE(silent) << to_string(contact);
    EXPECT_EQ(silent.error().field, "consent");
    EXPECT_EQ(silent.error().code, Errc::invalid);
  }
  EXPECT_EQ(house.slot(need).held, 0);
}

TEST_F(Consent, IsNotAskedWhereNoContactIsLeft) {
  const auto person = answer(ContactKind::none, false);
  ASSERT_TRUE(person) << person.error().message;
  EXPECT_EQ(house.the(person->reply).consented_at, TimePoint{});
  const auto ticked = answer(ContactKind::none, true);
  ASSERT_TRUE(ticked) << ticked.error().message;
  EXPECT_EQ(house.the(ticked->reply).consented_at, TimePoint{}) << "there is nothing to consent to";
}

TEST_F(Consent, IsKeptWithItsTime) {
  const auto person = answer(ContactKind::phone, true);
  ASSERT_TRUE(person) << person.error().message;
  EXPECT_EQ(house.the(person->reply).consented_at, house.now);
  EXPECT_EQ(house.last.contacts.size(), 1U);
}

TEST_F(Consent, IsNotAskedByWhoIsNotSensitive) {
  set_sensitivity(Sensitivity::none);
  EXPECT_TRUE(answer(ContactKind::phone, false));
}

TEST_F(Consent, ToBeCalledWasNotSaidWithASensitiveOrganizationInMind) {
  const OfferId offer = leave(ContactKind::phone, /*may_be_called=*/true);
  const ReplyId reply = answer(offer);
  EXPECT_EQ(house.the(reply).status, Status::held);
  EXPECT_EQ(house.the(reply).contact, ContactKind::none) << "it does not even learn that there is one";
  EXPECT_EQ(house.the(offer).stage, OfferStage::open);
}

TEST_F(Consent, IsAskedOfWhoeverSaysYesWithTheirTicketAndLeftAContact) {
  const ReplyId reply = answer(leave(ContactKind::phone));
  const auto silent = person_says(reply, Status::accepted);
  ASSERT_FALSE(silent);
  EXPECT_EQ(silent.error().field, "consent");
  EXPECT_EQ(house.the(reply).status, Status::held);
  ASSERT_TRUE(person_says(reply, Status::accepted, /*consent=*/true));
  EXPECT_EQ(house.the(reply).status, Status::accepted);
  EXPECT_EQ(house.the(reply).consented_at, house.now);
  EXPECT_EQ(house.the(reply).contact, ContactKind::phone);
}

TEST_F(Consent, IsAskedForNeitherANoNorAnOfferWithoutContact) {
  const ReplyId turned_down = answer(leave(ContactKind::phone));
  ASSERT_TRUE(person_says(turned_down, Status::declined));
  EXPECT_EQ(house.the(turned_down).consented_at, TimePoint{});
  const ReplyId anonymous = answer(leave(ContactKind::none));
  ASSERT_TRUE(person_says(anonymous, Status::accepted));
  EXPECT_EQ(house.the(anonymous).status, Status::accepted);
  EXPECT_EQ(house.the(anonymous).consented_at, TimePoint{});
}

TEST_F(Consent, NobodySaysYesInThePersonsPlace) {
  const ReplyId reply = answer(leave(ContactKind::phone));
  const auto decide_on = [&](Status status, const Actor& actor) {
    return house.ask(DecideReply{.reply = reply, .status = status, .reason = ReplyReason::none, .note = {}}, actor);
  };
  for (const Actor& actor : {House::admin(), House::moderator()})
    EXPECT_EQ(decide_on(Status::accepted, actor).error().field, "consent") << actor.name;
  EXPECT_EQ(decide_on(Status::accepted, house.cook()).error().code, Errc::forbidden);
  EXPECT_EQ(house.the(reply).status, Status::held);
  EXPECT_TRUE(decide_on(Status::declined, House::moderator())) << "a no gives nothing away";
}

TEST_F(Consent, TheDeskStillSaysYesWhereThereIsNoContact) {
  const ReplyId reply = answer(leave(ContactKind::none));
  EXPECT_TRUE(house.ask(DecideReply{.reply = reply, .status = Status::accepted, .note = {}}, House::moderator()));
}

}  // namespace
}  // namespace mur
