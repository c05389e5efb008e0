#include "broker/ctl/queue.h"

#include <gtest/gtest.h>

#include "tests/support/house.h"

namespace mur::ctl {
namespace {

const calendar::Zone kParis = calendar::Zone::find("Europe/Paris").value();

OfferDetails typed_offer(const std::string& text) {
  OfferDetails details = test::House::two_hours();
  details.tiles = {Tile::other};
  details.text = text;
  return details;
}

EventDetails on_day(const std::string& uid, unsigned day) {
  EventDetails details = test::House::soup(uid);
  details.title = uid;
  details.timing.start = test::House::paris(2026, 3, day, 18);
  details.timing.end = test::House::paris(2026, 3, day, 20);
  return details;
}

std::vector<std::string> titles(const std::vector<Waiting>& queue) {
  std::vector<std::string> result;
  for (const Waiting& waiting : queue) result.push_back(waiting.title);
  return result;
}

TEST(Queue, WhatIsLostFirstStandsFirstThenTheOldest) {
  test::House house;
  house.leave(typed_offer("Couture"));
  house.wait(std::chrono::minutes{1});
  house.leave(typed_offer("Piano"));
  house.must(PutEvent{house.newcomer, on_day("bourse", 28)}, house.mechanic());
  house.must(PutEvent{house.newcomer, on_day("atelier", 14)}, house.mechanic());
  EXPECT_EQ(titles(queue_of(house.wall, kParis, house.now)),
            (std::vector<std::string>{"atelier", "bourse", "Couture", "Piano"}));
}

TEST(Queue, WhatIsPublishedDoesNotWait) {
  test::House house;
  house.must(PutEvent{house.resident, on_day("soupe", 20)}, house.cook());
  EXPECT_TRUE(queue_of(house.wall, kParis, house.now).empty());
}

TEST(Queue, AChangeShowsWhatItWouldChange) {
  test::House house;
  EventDetails details = on_day("atelier", 20);
  const RecordId event = house.must(PutEvent{house.newcomer, details}, house.mechanic());
  house.must(Approve{event}, house.admin());
  details.title = "Atelier vélo";
  details.timing.start = test::House::paris(2026, 3, 20, 17);
  house.must(PutEvent{house.newcomer, details}, house.mechanic());

  const auto queue = queue_of(house.wall, kParis, house.now);
  ASSERT_EQ(queue.size(), 1U);
  EXPECT_EQ(queue.front().post, event);
  ASSERT_EQ(queue.front().changes.size(), 2U);
  EXPECT_EQ(queue.front().changes[0].field, "title");
  EXPECT_EQ(queue.front().changes[0].before, "atelier");
  EXPECT_EQ(queue.front().changes[0].after, "Atelier vélo");
  EXPECT_EQ(queue.front().changes[1].field, "when");
  EXPECT_EQ(queue.front().changes[1].after, "Fri 2026-03-20 17:00 – Fri 2026-03-20 20:00");
}

TEST(Queue, AMarkShowsThePieceOfTextThatItIsOn) {
  test::House house;
  house.leave(
      typed_offer("Je répare les vélos, appelez le zéro six douze trente-quatre cinquante-six soixante-dix-huit !"));
  const auto queue = queue_of(house.wall, kParis, house.now);
  ASSERT_EQ(queue.size(), 1U);
  EXPECT_EQ(
      looked_at(queue.front()),
      std::vector<std::string>{"phone-number in text: …répare les vélos, appelez le [zéro six douze trente-quatre "
                               "cinquante-six soixante-dix-huit] !"});
}

TEST(Queue, ARepeatNamesWhatItRepeats) {
  test::House house;
  const OfferId first = house.leave(typed_offer("Cours de guitare le soir"));
  house.wait(std::chrono::minutes{1});
  house.leave(typed_offer("cours de guitare, le soir"));
  const auto queue = queue_of(house.wall, kParis, house.now);
  ASSERT_EQ(queue.size(), 2U);
  EXPECT_EQ(looked_at(queue[1]), std::vector<std::string>{"repeat of offer " + to_string(first.uuid).substr(0, 8)});
}

TEST(Queue, OfManyMarksTheFirstAreShown) {
  test::House house;
  std::string text;
  for (int i = 0; i < 9; ++i) text += (i == 0 ? "https://exemple.org/" : " https://exemple.org/") + std::to_string(i);
  house.leave(typed_offer(text));
  const auto lines = looked_at(queue_of(house.wall, kParis, house.now).front());
  ASSERT_EQ(lines.size(), 7U);
  EXPECT_EQ(lines.back(), "… and 3 more");
}

TEST(Queue, WhatIsReportedStandsBeforeWhatIsOnlyNew) {
  test::House house;
  house.must(PutEvent{house.newcomer, on_day("atelier", 14)}, house.mechanic());
  const RecordId soup = house.must(PutEvent{house.resident, on_day("soupe", 20)}, house.cook());
  Order report = house.order(AddReport{.post = soup, .reason = ReportReason::wrong, .sealed_ticket = {1}});
  report.ticket = hash_ticket(SecretKey256{}, make_ticket(house.random));
  ASSERT_TRUE(house.ask(report, test::House::kiosk()));
  const auto queue = queue_of(house.wall, kParis, house.now);
  EXPECT_EQ(titles(queue), (std::vector<std::string>{"soupe", "atelier"}));
  EXPECT_EQ(queue[0].what, Waiting::For::report);
  EXPECT_EQ(queue[0].reports.size(), 1U);
}

TEST(Queue, WhatIsOverHasLeft) {
  test::House house;
  house.must(PutEvent{house.newcomer, on_day("atelier", 14)}, house.mechanic());
  EXPECT_EQ(queue_of(house.wall, kParis, house.now).size(), 1U);
  house.wait(std::chrono::days{3});
  EXPECT_TRUE(queue_of(house.wall, kParis, house.now).empty());
}

TEST(Queue, WhatTheHubPromisedToHaveReadIsLate) {
  test::House house;
  house.leave(typed_offer("Couture"));
  const auto late = [&] { return queue_of(house.wall, kParis, house.now).front().late; };
  house.wait(std::chrono::hours{house.wall.hub()->policy.review_hours} - Milliseconds{1});
  EXPECT_FALSE(late());
  house.wait(Milliseconds{1});
  EXPECT_TRUE(late());
}

}  // namespace
}  // namespace mur::ctl
