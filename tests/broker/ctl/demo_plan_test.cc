#include "broker/ctl/demo_plan.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "broker/ctl/agenda.h"
#include "shared/domain/decide.h"
#include "tests/support/house.h"

namespace mur::ctl {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::year;

const calendar::Zone kParis = calendar::Zone::find("Europe/Paris").value();

/// A demonstration hub whose broker lives in the test: what was done is known by id, as receipts do.
class DemoHub : public ::testing::Test {
 protected:
  DemoHub() {
    Hub hub;
    hub.id = HubId{derive_uuid(Uuid{}, "demo hub")};
    hub.name = demo.hub.name;
    hub.time_zone = demo.hub.time_zone;
    hub.languages = demo.hub.languages;
    hub.demo = true;
    hub.policy.publish_presets = false;
    hub.seal_key = make_seal_key_pair().public_key;
    house.wall = Wall{};
    house.wall.apply({.seq = ++house.head, .record = hub});
  }

  /// As `murctl demo renew` does; returns how many were done.
  std::size_t renew() {
    std::size_t done = 0;
    for (const DemoStep& step : plan_demo(demo, house.wall, kParis, house.now, house.random)) {
      if (!receipts.insert(step.id).second) continue;
      Order order{.id = step.id, .made_at = house.now, .command = step.command, .ticket = {}};
      order.ticket = hash_ticket(SecretKey256{}, make_ticket(*random));
      const auto changes = house.ask(order, test::House::admin());
      EXPECT_TRUE(changes) << step.what << ": " << (changes ? "" : changes.error().message);
      ++done;
    }
    // Approvals are planned from what the first round made.
    for (const DemoStep& step : plan_demo_approvals(demo, house.wall, kParis, house.now)) {
      if (!receipts.insert(step.id).second) continue;
      EXPECT_TRUE(house.ask({.id = step.id, .made_at = house.now, .command = step.command, .ticket = {}},
                            test::House::admin()));
      ++done;
    }
    return done;
  }

  /// Titles of the posts on the wall, and how often.
  template <class Noun>
  std::map<std::string, int> on_wall() {
    std::map<std::string, int> titles;
    house.wall.each<Noun>([&](const Noun& noun) {
      if (!is_on_wall(noun.moderation)) return;
      if constexpr (std::is_same_v<Noun, Offer>)
        ++titles[noun.details.text + std::string(to_string(noun.details.tiles.front()))];
      else
        ++titles[noun.details.title];
    });
    return titles;
  }
  void expect_a_full_wall() {
    EXPECT_GE(agenda_of(house.wall, kParis,
                        {.from = std::chrono::floor<Seconds>(house.now),
                         .to = std::chrono::floor<Seconds>(house.now) + days{7}})
                  .lines.size(),
              20U);
    const auto needs = on_wall<Need>();
    EXPECT_EQ(needs.size(), 10U);
    for (const auto& [title, times] : needs) EXPECT_EQ(times, 1) << title;
    const auto offers = on_wall<Offer>();
    EXPECT_EQ(offers.size(), 9U);  // and one that waits
    for (const auto& [title, times] : offers) EXPECT_EQ(times, 1) << title;
  }

  DemoFile demo = read_demo().value();
  test::House house;
  std::unique_ptr<RandomSource> random = make_system_random();  // tickets must not repeat
  std::set<CommandId> receipts;
};

TEST_F(DemoHub, AnEmptyHubGetsAWholeLife) {
  renew();
  std::size_t organizations = 0;
  house.wall.each<Organization>([&](const Organization&) { ++organizations; });
  EXPECT_GE(organizations, 6U);
  expect_a_full_wall();
}

TEST_F(DemoHub, TheSecondTimeThereIsNothingToDo) {
  renew();
  EXPECT_TRUE(plan_demo(demo, house.wall, kParis, house.now, house.random).empty());
  EXPECT_EQ(renew(), 0U);
}

TEST_F(DemoHub, DayAfterDayTheWallStaysFullAndNothingStandsTwice) {
  for (int day = 0; day < 50; ++day) {
    SCOPED_TRACE(day);
    renew();
    expect_a_full_wall();
    EXPECT_EQ(renew(), 0U);
    house.wait(days{1});
  }
}

TEST_F(DemoHub, AfterALongPauseItIsAsOnTheFirstDay) {
  renew();
  house.wait(days{200});
  renew();
  expect_a_full_wall();
}

TEST_F(DemoHub, WeeklyEventsNeverMove) {
  renew();
  house.wait(days{30});
  renew();
  house.wall.each<Event>([](const Event& event) { EXPECT_FALSE(event.moved_from) << event.details.title; });
}

TEST_F(DemoHub, WhatSomeoneRefusedOrHidIsLeftAlone) {
  renew();
  RecordId hidden;
  house.wall.each<Offer>([&](const Offer& offer) {
    if (is_on_wall(offer.moderation)) hidden = record_id(offer.id);
  });
  house.must(Hide{.post = hidden, .reason = Reason::off_topic}, house.admin());
  EXPECT_EQ(renew(), 0U);
}

TEST_F(DemoHub, ANeedWhoseDayIsOverIsSetForTheNextWeek) {
  house.now = TimePoint{sys_days{year{2026} / 3 / 12} + hours{21} + minutes{30}};  // Thursday 22:30: served already
  renew();
  house.wall.each<Need>([&](const Need& need) {
    for (const Slot& slot : need.details.slots)
      if (need.details.title == "Servir à table, jeudi soir") {
        EXPECT_EQ(slot.when->start.local, std::chrono::local_days{year{2026} / 3 / 19} + hours{18} + minutes{30});
      }
  });
  expect_a_full_wall();
}

TEST_F(DemoHub, SingleEventsAreNamedByTheirIsoWeek) {
  house.now = TimePoint{sys_days{year{2026} / 12 / 30} + hours{12}};  // of the week 2026-W53
  std::set<std::string> uids;
  for (const DemoStep& step : plan_demo(demo, house.wall, kParis, house.now, house.random))
    if (const auto* put = std::get_if<PutEvent>(&step.command)) uids.insert(put->details.uid);
  EXPECT_TRUE(uids.contains("demo-concert-2026-W53"));
  EXPECT_TRUE(uids.contains("demo-concert-2027-W01"));
  EXPECT_TRUE(uids.contains("demo-cuisine-lundi"));
}

TEST(DemoFile, AFaultIsNamedByItsLine) {
  const auto demo =
      parse_demo("[[organization]]\nslug = \"a\"\nname = \"A\"\nresidency = \"resident\"\ntrust = \"friend\"\n");
  ASSERT_FALSE(demo);
  EXPECT_TRUE(demo.error().message.starts_with("demo.toml:5: trust: ")) << demo.error().message;
  const auto lost = parse_demo("[[need]]\nslug = \"a\"\norganization = \"nobody\"\nkind = \"time\"\ntitle = \"A\"\n");
  ASSERT_FALSE(lost);
  EXPECT_TRUE(lost.error().message.contains("\"nobody\"")) << lost.error().message;
}

}  // namespace
}  // namespace mur::ctl
