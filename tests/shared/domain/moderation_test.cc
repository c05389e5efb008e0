#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;

/// Brings an offer into a status by the ways people have.
OfferId offer_that_is(House& house, PostStatus status) {
  OfferDetails details = House::two_hours();
  details.first_name = "Ana";
  const OfferId id = house.leave(details);
  switch (status) {
    case PostStatus::pending: break;
    case PostStatus::published: house.must(Approve{.post = record_id(id)}, House::moderator()); break;
    case PostStatus::refused:
      house.must(Refuse{.post = record_id(id), .reason = Reason::advert}, House::moderator());
      break;
    case PostStatus::hidden:
      house.must(Approve{.post = record_id(id)}, House::moderator());
      house.must(Hide{.post = record_id(id), .reason = Reason::hoax}, House::moderator());
      break;
    case PostStatus::withdrawn: EXPECT_TRUE(house.by_ticket(WithdrawByTicket{.sealed_ticket = {1}})); break;
    case PostStatus::expired: house.wait(std::chrono::days{21}); break;
    case PostStatus::closed: ADD_FAILURE() << "an offer is never closed"; break;
  }
  EXPECT_EQ(house.the(id).moderation.status, status);
  return id;
}

enum class Answer { changes, same, refused };

struct Row {
  PostStatus from;
  Answer approve, refuse, hide, unhide;
};

/// The table of moderation.h, row by row: each allowed and each forbidden transition.
constexpr std::array kTransitions{
    Row{PostStatus::pending, Answer::changes, Answer::changes, Answer::refused, Answer::refused},
    Row{PostStatus::published, Answer::same, Answer::refused, Answer::changes, Answer::same},
    Row{PostStatus::refused, Answer::changes, Answer::same, Answer::refused, Answer::refused},
    Row{PostStatus::hidden, Answer::refused, Answer::refused, Answer::same, Answer::changes},
    Row{PostStatus::withdrawn, Answer::refused, Answer::refused, Answer::refused, Answer::refused},
    Row{PostStatus::expired, Answer::refused, Answer::refused, Answer::refused, Answer::refused},
};

Answer answer_of(const Result<Changes>& changes) {
  if (!changes) return changes.error().code == Errc::closed ? Answer::refused : static_cast<Answer>(-1);
  return changes->records.empty() ? Answer::same : Answer::changes;
}

TEST(Moderation, EveryTransitionIsAsTheTableSays) {
  for (const Row& row : kTransitions) {
    const auto try_one = [&row](auto make) {
      House house;
      const OfferId id = offer_that_is(house, row.from);
      return answer_of(house.ask(make(record_id(id)), House::moderator()));
    };
    const char* from = to_string(row.from);
    EXPECT_EQ(try_one([](RecordId id) { return Approve{.post = id}; }), row.approve) << from;
    EXPECT_EQ(try_one([](RecordId id) { return Refuse{.post = id, .reason = Reason::advert}; }), row.refuse) << from;
    EXPECT_EQ(try_one([](RecordId id) { return Hide{.post = id, .reason = Reason::advert}; }), row.hide) << from;
    EXPECT_EQ(try_one([](RecordId id) { return Unhide{.post = id}; }), row.unhide) << from;
  }
}

TEST(Moderation, ARefusalNeedsAReasonItsAuthorCanRead) {
  House house;
  const OfferId id = offer_that_is(house, PostStatus::pending);
  EXPECT_EQ(house.ask(Refuse{.post = record_id(id), .reason = Reason::none}, House::moderator()).error().field,
            "reason");
  EXPECT_EQ(house.ask(Refuse{.post = record_id(id), .reason = Reason::suspended}, House::moderator()).error().field,
            "reason");
}

TEST(Moderation, EveryDecisionLeavesARowInTheAuditTrail) {
  House house;
  const OfferId id = offer_that_is(house, PostStatus::pending);
  const auto changes =
      house.ask(Refuse{.post = record_id(id), .reason = Reason::advert, .note = "Pas de vente."}, House::moderator());
  ASSERT_TRUE(changes);
  ASSERT_EQ(changes->audit.size(), 1U);
  EXPECT_EQ(changes->audit[0].action, "refuse");
  EXPECT_EQ(changes->audit[0].entity, record_id(id));
  EXPECT_EQ(changes->audit[0].reason, "advert: Pas de vente.");
  EXPECT_EQ(changes->audit[0].at, house.now);
}

TEST(Moderation, WhatIsNotAPostCannotBeModerated) {
  House house;
  EXPECT_EQ(house.ask(Approve{.post = record_id(house.resident)}, House::moderator()).error().code, Errc::not_found);
}

TEST(Notices, AreShownUntilTheirEnd) {
  House house;
  const NoticeId id{house
                        .must(PutNotice{.text = "Fermé le 1er mai",
                                        .shown_from = house.now,
                                        .shown_until = house.now + std::chrono::days{2}},
                              House::moderator())
                        .uuid};
  EXPECT_EQ(house.the(id).moderation.status, PostStatus::published);
  house.wait(std::chrono::days{2});
  EXPECT_EQ(house.wall.find(id), nullptr);
  EXPECT_EQ(house.ask(PutNotice{.text = "x", .shown_from = house.now, .shown_until = house.now}, House::moderator())
                .error()
                .field,
            "shown_until");
}

}  // namespace
}  // namespace mur
