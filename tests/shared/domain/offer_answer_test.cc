// Answers to offers: the second table at ReplyStatus, cell by cell, and story by story.
#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;
using Status = ReplyStatus;

/// A hub where organizations answer one offer.
class OfferHouse : public House {
 public:
  OfferHouse() : offer(leave(two_hours())) {}

  [[nodiscard]] AnswerOffer wish(OrganizationId organization) const {
    return {.offer = offer, .organization = organization, .note = "Venez mardi, demandez Awa"};
  }
  ReplyId answer() { return ReplyId{must(wish(resident), cook()).uuid}; }
  Result<Changes> decide_on(ReplyId reply, Status status, const Actor& actor, ReplyReason reason = ReplyReason::none) {
    return ask(DecideReply{.reply = reply, .status = status, .reason = reason, .note = {}}, actor);
  }
  Result<Changes> person_says(ReplyId reply, Status status) {
    return by_ticket(DecideByTicket{.sealed_ticket = {1}, .reply = reply, .status = status});
  }
  [[nodiscard]] Status status(ReplyId reply) const { return the(reply).status; }

  OfferId offer;
};

enum class Deed {
  person_yes,
  person_no,
  person_met,
  person_nobody,
  takes_offer_back,
  desk_yes,
  desk_no,
  organization_yes,
  organization_no,
  organization_back,
  organization_met,
  organization_missed,
  nobody_decides
};
constexpr std::array kDeeds = {Deed::person_yes,        Deed::person_no,        Deed::person_met,
                               Deed::person_nobody,     Deed::takes_offer_back, Deed::desk_yes,
                               Deed::desk_no,           Deed::organization_yes, Deed::organization_no,
                               Deed::organization_back, Deed::organization_met, Deed::organization_missed,
                               Deed::nobody_decides};
constexpr std::array kStatuses = {Status::held,      Status::accepted,     Status::declined,
                                  Status::withdrawn, Status::expired,      Status::met,
                                  Status::no_show,   Status::nobody_there, Status::fell_through};

void do_it(OfferHouse& house, ReplyId reply, Deed deed) {
  switch (deed) {
    case Deed::person_yes: (void)house.person_says(reply, Status::accepted); return;
    case Deed::person_no: (void)house.person_says(reply, Status::declined); return;
    case Deed::person_met: (void)house.person_says(reply, Status::met); return;
    case Deed::person_nobody: (void)house.person_says(reply, Status::nobody_there); return;
    case Deed::takes_offer_back: (void)house.by_ticket(WithdrawByTicket{{1}}); return;
    case Deed::desk_yes: (void)house.decide_on(reply, Status::accepted, House::moderator()); return;
    case Deed::desk_no: (void)house.decide_on(reply, Status::declined, House::moderator(), ReplyReason::other); return;
    case Deed::organization_yes: (void)house.decide_on(reply, Status::accepted, house.cook()); return;
    case Deed::organization_no:
      (void)house.decide_on(reply, Status::declined, house.cook(), ReplyReason::other);
      return;
    case Deed::organization_back:
      (void)house.decide_on(reply, Status::fell_through, house.cook(), ReplyReason::other);
      return;
    case Deed::organization_met: (void)house.decide_on(reply, Status::met, house.cook()); return;
    case Deed::organization_missed: (void)house.decide_on(reply, Status::no_show, house.cook()); return;
    case Deed::nobody_decides: house.wait(limits::kOfferAnswerWaits); return;
  }
}

Status wanted(Status from, Deed deed) {
  const bool stands = from == Status::held || from == Status::accepted;
  const bool organization_spoke = from == Status::met || from == Status::no_show;
  switch (deed) {
    case Deed::person_yes:
    case Deed::desk_yes: return from == Status::held ? Status::accepted : from;
    case Deed::person_no:
    case Deed::desk_no: return stands ? Status::declined : from;
    case Deed::person_met: return is_agreed(from) && !organization_spoke ? Status::met : from;
    case Deed::person_nobody: return is_agreed(from) && !organization_spoke ? Status::nobody_there : from;
    case Deed::takes_offer_back: return stands ? Status::withdrawn : from;
    case Deed::organization_yes:
    case Deed::organization_no: return from;
    case Deed::organization_back: return stands ? Status::fell_through : from;
    case Deed::organization_met: return is_agreed(from) ? Status::met : from;
    case Deed::organization_missed: return is_agreed(from) ? Status::no_show : from;
    case Deed::nobody_decides: return from == Status::held ? Status::expired : from;
  }
  return from;
}

ReplyId bring_to(OfferHouse& house, Status status) {
  const ReplyId reply = house.answer();
  if (is_agreed(status)) do_it(house, reply, Deed::person_yes);
  switch (status) {
    case Status::declined: do_it(house, reply, Deed::person_no); break;
    case Status::withdrawn: do_it(house, reply, Deed::takes_offer_back); break;
    case Status::expired: do_it(house, reply, Deed::nobody_decides); break;
    case Status::met: do_it(house, reply, Deed::organization_met); break;
    case Status::no_show: do_it(house, reply, Deed::organization_missed); break;
    case Status::nobody_there: do_it(house, reply, Deed::person_nobody); break;
    case Status::fell_through: do_it(house, reply, Deed::organization_back); break;
    default: break;
  }
  return reply;
}

TEST(OfferAnswerTable, EachCellIsAsWritten) {
  for (const Status from : kStatuses)
    for (const Deed deed : kDeeds) {
      if (from == Status::withdrawn && deed == Deed::nobody_decides) continue;  // erased by then
      OfferHouse house;
      const ReplyId reply = bring_to(house, from);
      ASSERT_EQ(house.status(reply), from) << to_string(from);
      do_it(house, reply, deed);
      EXPECT_EQ(house.status(reply), wanted(from, deed)) << to_string(from) << ", deed " << static_cast<int>(deed);
    }
}

TEST(AnswerOffer, WaitsForThePersonUnlessTheyMayBeCalled) {
  OfferHouse house;
  const ReplyId reply = house.answer();
  EXPECT_EQ(house.status(reply), Status::held);
  EXPECT_EQ(house.the(reply).decide_by, house.now + limits::kOfferAnswerWaits);
  EXPECT_EQ(house.the(house.offer).stage, OfferStage::open);

  OfferDetails ticked = House::two_hours();
  ticked.contact = ContactKind::phone;
  ticked.may_be_called = true;
  house.offer = house.leave(ticked, Bytes(60));
  EXPECT_EQ(house.status(house.answer()), Status::accepted);
  EXPECT_EQ(house.the(house.offer).stage, OfferStage::promised);
}

TEST(AnswerOffer, TheOfferSaysHowFarItGot) {
  OfferHouse house;
  const ReplyId reply = house.answer();
  ASSERT_TRUE(house.person_says(reply, Status::accepted));
  EXPECT_EQ(house.the(house.offer).stage, OfferStage::promised);
  ASSERT_TRUE(house.decide_on(reply, Status::fell_through, house.cook(), ReplyReason::other));
  EXPECT_EQ(house.the(house.offer).stage, OfferStage::open);
  const ReplyId other = ReplyId{house.must(house.wish(house.newcomer), house.mechanic()).uuid};
  ASSERT_TRUE(house.person_says(other, Status::accepted));
  ASSERT_TRUE(house.person_says(other, Status::met));
  EXPECT_EQ(house.the(house.offer).stage, OfferStage::met);
}

TEST(AnswerOffer, OncePerOrganizationAndANoStays) {
  OfferHouse house;
  const ReplyId reply = house.answer();
  EXPECT_EQ(house.ask(house.wish(house.resident), house.cook()).error().code, Errc::conflict);
  ASSERT_TRUE(house.person_says(reply, Status::declined));
  EXPECT_EQ(house.ask(house.wish(house.resident), house.cook()).error().code, Errc::closed);
  EXPECT_TRUE(house.ask(house.wish(house.newcomer), house.mechanic()));
}

TEST(AnswerOffer, RefusesWhatItCantKeepWithARemedy) {
  OfferHouse house;
  AnswerOffer silent = house.wish(house.resident);
  silent.note.clear();
  EXPECT_EQ(house.ask(silent, house.cook()).error().field, "note");
  AnswerOffer unknown = house.wish(house.resident);
  unknown.offer = OfferId{};
  EXPECT_EQ(house.ask(unknown, house.cook()).error().code, Errc::not_found);
  EXPECT_FALSE(house.ask(house.wish(house.resident), house.mechanic())) << "for another organization";
  house.must(SetTrust{.organization = house.newcomer, .trust = Trust::unverified}, House::admin());
  EXPECT_EQ(house.ask(house.wish(house.newcomer), house.mechanic()).error().code, Errc::forbidden);
  OfferDetails named = House::two_hours();
  named.first_name = "Ana";
  const OfferId pending = house.leave(named);
  AnswerOffer early = house.wish(house.resident);
  early.offer = pending;
  EXPECT_EQ(house.ask(early, house.cook()).error().code, Errc::closed) << "nobody has read it yet";
}

TEST(AnswerOffer, IsDecidedWithTheTicketOfThatOfferAlone) {
  OfferHouse house;
  const ReplyId reply = house.answer();
  house.leave(House::two_hours());  // another person's ticket
  EXPECT_EQ(house.person_says(reply, Status::accepted).error().code, Errc::not_found);
  house.ticket = TicketHashes{};
  EXPECT_EQ(house.person_says(reply, Status::accepted).error().field, "code");
}

TEST(AnswerOffer, EndsWithTheOffer) {
  OfferHouse house;
  house.now += limits::kOfferLifeWithoutContact - limits::kOfferAnswerWaits / 2;
  const ReplyId reply = house.answer();
  house.wait(limits::kOfferAnswerWaits / 2);
  EXPECT_EQ(house.status(reply), Status::expired);
  house.wait(limits::kContactAfterPost + std::chrono::hours{1});
  EXPECT_EQ(house.wall.find(reply), nullptr) << "nothing is left of it";
  EXPECT_EQ(house.wall.find(house.offer), nullptr);
}

TEST(AnswerOffer, TwoSidesThatDifferLeaveTheOrganizationsWord) {
  OfferHouse house;
  const ReplyId reply = house.answer();
  ASSERT_TRUE(house.person_says(reply, Status::accepted));
  ASSERT_TRUE(house.decide_on(reply, Status::no_show, house.cook()));
  ASSERT_TRUE(house.person_says(reply, Status::met));
  EXPECT_EQ(house.status(reply), Status::no_show);
}

}  // namespace
}  // namespace mur
