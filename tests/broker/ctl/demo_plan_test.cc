#include "broker/ctl/demo_plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "broker/ctl/agenda.h"
#include "shared/domain/decide.h"
#include "shared/domain/merged.h"
#include "shared/domain/moved.h"
#include "shared/domain/same_event.h"
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
    EXPECT_EQ(needs.size(), 13U);
    for (const auto& [title, times] : needs) EXPECT_EQ(times, 1) << title;
    const auto offers = on_wall<Offer>();
    EXPECT_EQ(offers.size(), 10U);  // and one that waits
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
  house.wall.each<Event>([](const Event& event) {
    if (repeats(event.details.timing)) EXPECT_FALSE(event.moved_from) << event.details.title;
  });
}

TEST_F(DemoHub, ShowsEveryKindOfEventWheneverItIsRenewed) {
  for (int day = 0; day < 30; ++day) {
    SCOPED_TRACE(day);
    renew();
    std::map<std::string, int> kinds;
    const ctl::Agenda agenda = agenda_of(
        house.wall, kParis,
        {.from = std::chrono::floor<Seconds>(house.now), .to = std::chrono::floor<Seconds>(house.now) + days{35}});
    EXPECT_TRUE(agenda.warnings.empty());
    for (const AgendaLine& line : agenda.lines) {
      const Event& event = *line.event;
      const EventDetails& details = event.details;
      ++kinds[details.kind == EventKind::programming ? "here" : "in town"];
      if (!details.place.room.empty()) ++kinds["in a room"];
      if (line.occurrence.end_at - line.occurrence.start_at > days{2}) ++kinds["of several days"];
      if (!details.timing.rules.empty() && details.timing.rules[0].starts_with("FREQ=MONTHLY")) ++kinds["monthly"];
      if (details.status == calendar::EventStatus::cancelled) ++kinds["cancelled"];
      if (details.full) ++kinds["full"];
      if (event.moved_from) ++kinds["moved"];
      if (is_merged_away(house.wall, event)) ++kinds["merged into another"];
      if (!co_organizers(event, merged_with(house.wall, event)).empty()) ++kinds["of two organizations"];
    }
    for (const char* kind : {"here", "in town", "in a room", "of several days", "monthly", "cancelled", "full", "moved",
                             "merged into another", "of two organizations"})
      EXPECT_GE(kinds[kind], 1) << kind;
    EXPECT_EQ(kinds["merged into another"], kinds["of two organizations"]);
    const auto suggested = suggestions(house.wall, house.now);
    ASSERT_EQ(suggested.size(), 1U) << "the one that the admin is shown, and nothing else by accident";
    EXPECT_EQ(house.the(suggested[0].into).details.title, "Permanence logement");
    EXPECT_EQ(house.the(suggested[0].event).details.title, "Permanence du logement");
    house.wait(days{1});
  }
}

TEST_F(DemoHub, TheMovedOneIsShownSoFromTheDayItIsNew) {
  renew();
  const auto shown_as_moved = [this] {
    std::vector<std::string> titles;
    house.wall.each<Event>([&](const Event& event) {
      if (is_shown_as_moved(event, house.now)) titles.push_back(event.details.title);
    });
    return titles;
  };
  EXPECT_EQ(shown_as_moved(), (std::vector<std::string>(2, "Écouter les oiseaux du canal")))
      << "this week's, the next's";
  house.wait(days{3});
  EXPECT_TRUE(shown_as_moved().empty());
  house.wait(days{1});  // Monday
  renew();
  EXPECT_EQ(shown_as_moved().size(), 1U);
}

TEST_F(DemoHub, AMonthlyEventIsOnItsWeekdayFromItsFirstDateOn) {
  renew();
  std::size_t found = 0;
  house.wall.each<Event>([&](const Event& event) {
    if (event.details.timing.rules != std::vector<std::string>{"FREQ=MONTHLY;BYDAY=2TU"}) return;
    ++found;
    EXPECT_EQ(event.details.timing.start.local, std::chrono::local_days{year{2026} / 1 / 13} + hours{19});
  });
  EXPECT_EQ(found, 1U);
}

TEST_F(DemoHub, EveryRoomIsOneOfTheHubs) {
  for (const DemoFile::Event& event : demo.events) {
    if (event.details.place.room.empty()) continue;
    EXPECT_TRUE(event.details.place.here) << event.slug;
    EXPECT_EQ(std::ranges::count(demo.hub.rooms, event.details.place.room), 1) << event.slug;
  }
}

TEST_F(DemoHub, WhoeverPartsWhatItMergedIsNotContradicted) {
  renew();
  std::vector<EventId> merged;
  house.wall.each<Event>([&](const Event& event) {
    if (event.merged_into) merged.push_back(event.id);
  });
  ASSERT_EQ(merged.size(), 2U);
  for (const EventId id : merged) house.must(UnmergeEvent{id}, test::House::admin());
  EXPECT_EQ(renew(), 0U) << "its commands were done once";
  for (const EventId id : merged) EXPECT_FALSE(house.the(id).merged_into);
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

/// What is wrong with a French text for a wall; empty: nothing.
std::string fault_of(const std::string& text) {
  const auto has = [&text](std::string_view what) { return text.contains(what); };
  if (has("'") || has("\"")) return "straight quotes";
  if (has("...")) return "three full stops";
  for (const char* mark : {" :", " ;", " !", " ?", " »", "« "})
    if (has(mark)) return std::string("a space that breaks: ") + mark;
  for (const char mark : {';', '!', '?'})
    if (const auto found = text.find(mark); found != std::string::npos && !text.substr(0, found).ends_with("\u00a0"))
      return std::string("no space before ") + mark;
  return {};
}

TEST_F(DemoHub, ItsTextsAreSetAsFrenchIs) {
  EXPECT_FALSE(fault_of("L'atelier").empty());
  EXPECT_FALSE(fault_of("Débat : rénover").empty());
  EXPECT_FALSE(fault_of("Venez!").empty());
  std::vector<std::string> texts = {demo.hub.name, demo.hub.address, demo.hub.privacy.rights_contact};
  for (const auto& one : demo.organizations) texts.insert(texts.end(), {one.details.name, one.details.summary});
  for (const auto& one : demo.events)
    texts.insert(texts.end(),
                 {one.details.title, one.details.summary, one.details.description, one.details.place.name});
  for (const auto& one : demo.needs) {
    texts.insert(texts.end(), {one.details.title, one.details.easy_line, one.details.description});
    for (const Slot& slot : one.details.slots) texts.insert(texts.end(), {slot.role, slot.bring});
  }
  for (const auto& one : demo.offers) texts.push_back(one.details.text);
  for (const std::string& text : texts) EXPECT_EQ(fault_of(text), "") << text;
}

TEST(DemoFile, AnEventIsMergedIntoAnotherOfItsKind) {
  const std::string organization =
      "[[organization]]\nslug = \"o\"\nname = \"O\"\nresidency = \"resident\"\ntrust = "
      "\"new\"\n";
  const auto event = [](const std::string& slug, const std::string& more) {
    return "[[event]]\nslug = \"" + slug +
           "\"\norganization = \"o\"\ntitle = \"T\"\nweekday = \"mon\"\ntime = \"10:00\"\n" + more;
  };
  const std::string weekly = "every = \"week\"\n";
  EXPECT_TRUE(parse_demo(organization + event("a", weekly) + event("b", weekly + "merged_into = \"a\"\n")));
  for (const std::string& wrong :
       {weekly + "merged_into = \"nobody\"\n", weekly + "merged_into = \"b\"\n",
        std::string{"every = \"once\"\nmerged_into = \"a\"\n"}, std::string{"every = \"month\"\nnth = 5\n"},
        weekly + "nth = 1\n", std::string{"every = \"once\"\ndays = 8\n"}, std::string{"every = \"year\"\n"},
        weekly + "moved_to = { weekday = \"tue\", time = \"10:00\" }\n"})
    EXPECT_FALSE(parse_demo(organization + event("a", weekly) + event("b", wrong))) << wrong;
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
