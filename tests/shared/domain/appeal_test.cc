#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur {
namespace {

using test::House;

/// An offer with a name, which waits.
OfferId an_offer(House& house) {
  OfferDetails details = House::two_hours();
  details.first_name = "Ana";
  return house.leave(details);
}

Result<Changes> appeal(House& house, const std::string& text = "C'est bien moi.") {
  return house.by_ticket(AppealByTicket{.sealed_ticket = {1}, .text = text});
}

TEST(Appeals, AnswerARefusalOrAHidingAndNothingElse) {
  struct Row {
    PostStatus status;
    bool may;
  };
  for (const Row& row :
       {Row{PostStatus::pending, false}, Row{PostStatus::published, false}, Row{PostStatus::refused, true},
        Row{PostStatus::hidden, true}, Row{PostStatus::withdrawn, false}, Row{PostStatus::expired, false}}) {
    House house;
    const RecordId post = record_id(an_offer(house));
    if (row.status == PostStatus::refused) house.must(Refuse{.post = post, .reason = Reason::advert}, House::admin());
    if (row.status == PostStatus::published || row.status == PostStatus::hidden)
      house.must(Approve{post}, House::admin());
    if (row.status == PostStatus::hidden) house.must(Hide{.post = post, .reason = Reason::hoax}, House::admin());
    if (row.status == PostStatus::withdrawn) ASSERT_TRUE(house.by_ticket(WithdrawByTicket{.sealed_ticket = {1}}));
    if (row.status == PostStatus::expired) house.wait(limits::kOfferLifeWithoutContact);
    ASSERT_EQ(house.the(OfferId{post.uuid}).moderation.status, row.status);
    const auto changes = appeal(house);
    EXPECT_EQ(changes.has_value(), row.may) << to_string(row.status);
    if (!row.may) {
      EXPECT_EQ(changes.error().code, Errc::closed) << to_string(row.status);
      continue;
    }
    const Moderation& moderation = house.the(OfferId{post.uuid}).moderation;
    EXPECT_EQ(moderation.status, row.status) << "it stays off the wall";
    EXPECT_TRUE(moderation.appeal_waits);
    EXPECT_EQ(moderation.appeal, "C'est bien moi.");
  }
}

TEST(Appeals, AreMadeOnce) {
  House house;
  const RecordId post = record_id(an_offer(house));
  house.must(Refuse{.post = post, .reason = Reason::advert}, House::admin());
  ASSERT_TRUE(appeal(house));
  EXPECT_EQ(appeal(house).error().code, Errc::closed);
  house.must(Refuse{.post = post, .reason = Reason::advert, .note = "Toujours."}, House::moderator());
  EXPECT_FALSE(house.the(OfferId{post.uuid}).moderation.appeal_waits);
  EXPECT_EQ(house.the(OfferId{post.uuid}).moderation.note, "Toujours.");
  EXPECT_EQ(appeal(house).error().code, Errc::closed) << "also after the answer";
}

TEST(Appeals, EndWithADecisionEitherWay) {
  struct Row {
    bool hidden;
    Command decision;
    PostStatus becomes;
  };
  House house;
  const RecordId post = record_id(an_offer(house));
  for (const Row& row : {Row{false, Approve{post}, PostStatus::published},
                         Row{false, Refuse{.post = post, .reason = Reason::advert}, PostStatus::refused},
                         Row{true, Unhide{post}, PostStatus::published},
                         Row{true, Hide{.post = post, .reason = Reason::hoax}, PostStatus::hidden}}) {
    const Wall before = house.wall;
    if (row.hidden) {
      house.must(Approve{post}, House::admin());
      house.must(Hide{.post = post, .reason = Reason::hoax}, House::admin());
    } else {
      house.must(Refuse{.post = post, .reason = Reason::advert}, House::admin());
    }
    ASSERT_TRUE(appeal(house));
    const auto decided = house.ask(row.decision, House::moderator());
    ASSERT_TRUE(decided);
    EXPECT_FALSE(decided->records.empty());
    EXPECT_EQ(house.the(OfferId{post.uuid}).moderation.status, row.becomes);
    EXPECT_FALSE(house.the(OfferId{post.uuid}).moderation.appeal_waits);
    house.wall = before;
  }
}

TEST(Appeals, ARefusalWithoutOneIsSaidOnce) {
  House house;
  const RecordId post = record_id(an_offer(house));
  house.must(Refuse{.post = post, .reason = Reason::advert}, House::admin());
  EXPECT_TRUE(house.ask(Refuse{.post = post, .reason = Reason::hoax}, House::admin())->records.empty());
}

TEST(Appeals, AreBoundedAndNeedWordsAndACodeThatLeadsToAPost) {
  House house;
  const RecordId post = record_id(an_offer(house));
  house.must(Refuse{.post = post, .reason = Reason::advert}, House::admin());
  EXPECT_EQ(appeal(house, "").error().field, "text");
  EXPECT_EQ(appeal(house, std::string(limits::kAppeal + 1, 'x')).error().field, "text");
  house.ticket = hash_ticket(SecretKey256{}, make_ticket(house.random));
  EXPECT_EQ(appeal(house).error().code, Errc::not_found);
}

TEST(Appeals, APostStaysUntilItsAppealCouldBeRead) {
  House house;
  const OfferId id = an_offer(house);
  house.must(Refuse{.post = record_id(id), .reason = Reason::advert}, House::admin());
  house.wait(std::chrono::days{29});
  ASSERT_TRUE(appeal(house));
  house.wait(std::chrono::days{29});
  EXPECT_NE(house.wall.find(id), nullptr);
  house.wait(std::chrono::days{1});
  EXPECT_EQ(house.wall.find(id), nullptr);
}

}  // namespace
}  // namespace mur
