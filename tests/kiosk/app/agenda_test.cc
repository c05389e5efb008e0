#include "kiosk/app/agenda.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/kiosk/app/calendar_story.h"

namespace mur::test {

using namespace app;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;

namespace {

std::vector<std::string> titles(const AppState& state, local_days day) {
  std::vector<std::string> found;
  for (const AgendaEntry& entry : state.agenda.entries())
    if (std::chrono::floor<days>(entry.start) == day) found.push_back(state.wall.find(entry.event)->details.title);
  return found;
}

/// What is on that day, over or not.
std::vector<std::string> on(const AppState& state, local_days day) {
  std::vector<std::string> found;
  for (const std::uint32_t number : state.agenda.on(day))
    found.push_back(state.wall.find(state.agenda.at(number).event)->details.title);
  return found;
}

RecordsCame came(Record record) {
  RecordsCame news;
  news.records.push_back({.seq = 1000, .record = std::move(record)});
  return news;
}

}  // namespace

TEST(Agenda, IsOrderedAndHoldsEveryWeekOfASeries) {
  const Story story;
  EXPECT_EQ(titles(story.state, march(12)),
            (std::vector<std::string>{"Cuisine pour 80 voisins", "Débat : rénover sans exclure"}));
  for (const int tuesday : {17, 24, 31})
    EXPECT_EQ(titles(story.state, march(tuesday)).front(), "Préparer la marche du 21");
  EXPECT_TRUE(titles(story.state, march(38)).empty()) << "the series ends on the 31st";
  EXPECT_TRUE(std::is_sorted(story.state.agenda.entries().begin(), story.state.agenda.entries().end(),
                             [](const AgendaEntry& a, const AgendaEntry& b) { return a.start_at < b.start_at; }));
}

TEST(Agenda, AChangedInstanceSpeaksForItself) {
  Story story;
  const EventId id = SampleWall::event_titled(story.state.wall, "Préparer la marche du 21");
  const Event master = *story.state.wall.find(id);
  Event changed = master;
  changed.details.recurrence_id = SampleWall::paris(24, 18, 0);
  changed.details.timing = {.start = SampleWall::paris(25, 19, 0), .end = SampleWall::paris(25, 21, 0)};
  changed.details.title = "Préparer la marche, ailleurs";
  changed.id = event_id(changed.organization, changed.details);
  story.act(came(changed));
  EXPECT_TRUE(titles(story.state, march(24)).empty());
  EXPECT_EQ(titles(story.state, march(25)).front(), "Préparer la marche, ailleurs");
  EXPECT_EQ(titles(story.state, march(31)).front(), "Préparer la marche du 21");
}

TEST(Agenda, ATombstoneTakesTheWholeSeriesAway) {
  Story story;
  const EventId id = SampleWall::event_titled(story.state.wall, "Préparer la marche du 21");
  const auto before = story.state.agenda.entries().size();
  story.act(came(Tombstone{.of = record_id(id)}));
  EXPECT_EQ(story.state.agenda.entries().size(), before - 3);
}

TEST(Agenda, RefreshingOneSeriesComesToWhatRebuildingComesTo) {
  Story story;
  const EventId id = SampleWall::event_titled(story.state.wall, "Atelier vélo");
  Event moved = *story.state.wall.find(id);
  moved.details.timing.start = SampleWall::paris(14, 15, 30);
  moved.details.timing.end = SampleWall::paris(14, 17, 0);
  story.act(came(moved));
  Agenda anew;
  anew.rebuild(story.state.wall, story.state.zone, story.moment.now);
  EXPECT_TRUE(std::ranges::equal(story.state.agenda.entries(), anew.entries()));
}

TEST(Agenda, WhatIsOverLeavesWithItsDay) {
  Story story;
  story.pass(std::chrono::hours{5});
  EXPECT_EQ(titles(story.state, march(12)).size(), 2U) << "23:24: still today";
  story.pass(std::chrono::hours{1});
  EXPECT_TRUE(titles(story.state, march(12)).empty()) << "00:24";
}

TEST(Agenda, WhatGoesOnForDaysIsOnEachOfThem) {
  CalendarStory story;
  story.put(CalendarStory::days_long("Festival", 11, 4));
  EXPECT_TRUE(on(story.state, march(10)).empty());
  for (int day = 11; day < 15; ++day) EXPECT_EQ(on(story.state, march(day)), std::vector<std::string>{"Festival"});
  EXPECT_TRUE(on(story.state, march(15)).empty()) << "the end of a date is exclusive";
  EXPECT_EQ(story.state.agenda.entries().size(), 1U);
}

TEST(Agenda, ADayThatIsOverKeepsWhatWasOnInItsOrder) {
  CalendarStory story;
  story.put(CalendarStory::event("Soir", SampleWall::paris(11, 19, 0), hours{1}))
      .put(CalendarStory::days_long("Festival", 11, 4))
      .put(CalendarStory::event("Matin", SampleWall::paris(11, 9, 0), hours{1}));
  EXPECT_EQ(on(story.state, march(11)), (std::vector<std::string>{"Festival", "Matin", "Soir"}));
  EXPECT_EQ(story.state.agenda.entries().size(), 1U) << "of what is coming only the festival";
}

TEST(Agenda, APartyIntoTheSmallHoursIsOneEveningAndOneUntilNoonIsTwoDays) {
  CalendarStory story;
  story.put(CalendarStory::event("Bal", SampleWall::paris(14, 22, 0), hours{5}))
      .put(CalendarStory::event("Nuit debout", SampleWall::paris(14, 22, 0), hours{14}))
      .put(CalendarStory::event("Concert", SampleWall::paris(14, 22, 0), hours{2}));
  EXPECT_EQ(on(story.state, march(14)).size(), 3U);
  EXPECT_EQ(on(story.state, march(15)), std::vector<std::string>{"Nuit debout"});
}

TEST(Agenda, WhatIsMergedIntoAnotherEventIsNotShownTwice) {
  CalendarStory story;
  const Event kept = CalendarStory::event("Marche", SampleWall::paris(14, 10, 0), hours{2});
  Event same = CalendarStory::event("Marche du climat", SampleWall::paris(14, 10, 0), hours{2}, "Climat 10e");
  same.merged_into = kept.id;
  story.put(kept).put(same);
  EXPECT_EQ(on(story.state, march(14)), std::vector<std::string>{"Marche"});

  story.put(Tombstone{.of = record_id(kept.id)});
  EXPECT_EQ(on(story.state, march(14)), std::vector<std::string>{"Marche du climat"}) << "it stands for itself again";
  story.put(kept);
  EXPECT_EQ(on(story.state, march(14)), std::vector<std::string>{"Marche"});
  same.merged_into.reset();
  story.put(same);
  EXPECT_EQ(on(story.state, march(14)).size(), 2U) << "undone";
}

TEST(Agenda, AMergedSeriesIsHiddenButNotItsChangedInstanceThatSaysSomethingElse) {
  CalendarStory story;
  Event kept = CalendarStory::event("Marche", SampleWall::paris(14, 10, 0), hours{2});
  Event series = CalendarStory::event("Atelier", SampleWall::paris(14, 10, 0), hours{2}, "Climat 10e");
  for (Event* one : {&kept, &series}) one->details.timing.rules = {"FREQ=WEEKLY;COUNT=3"};
  const Event moved =
      CalendarStory::instance(series, SampleWall::paris(21, 10, 0), SampleWall::paris(22, 10, 0), hours{2});
  story.put(kept).put(series).put(moved);
  ASSERT_EQ(on(story.state, march(14)).size(), 2U);
  ASSERT_EQ(on(story.state, march(22)), std::vector<std::string>{"Atelier"});

  series.merged_into = kept.id;
  story.put(series);
  for (const int day : {14, 21, 28}) EXPECT_EQ(on(story.state, march(day)), std::vector<std::string>{"Marche"}) << day;
  EXPECT_EQ(on(story.state, march(22)), std::vector<std::string>{"Atelier"}) << "nobody else says that it moved";
}

TEST(Agenda, AMergeHoldsOnlyWhileBothAgreeOnTheirTime) {
  CalendarStory story;
  const Event kept = CalendarStory::event("Marche", SampleWall::paris(14, 10, 0), hours{2});
  Event series = CalendarStory::event("Atelier", SampleWall::paris(14, 10, 0), hours{2}, "Climat 10e");
  series.details.timing.rules = {"FREQ=WEEKLY;COUNT=2"};
  series.merged_into = kept.id;
  story.put(kept).put(series);
  EXPECT_EQ(on(story.state, march(14)).size(), 2U);
  EXPECT_EQ(on(story.state, march(21)), std::vector<std::string>{"Atelier"});
}

namespace {

/// Every day, and what stands on it, is the same as if the agenda were made anew.
void expect_as_rebuilt(const CalendarStory& story) {
  Agenda anew;
  anew.rebuild(story.state.wall, story.state.zone, story.moment.now);
  for (local_days day = anew.first_day(); day <= anew.last_day(); day += days{1}) {
    const auto ours = story.state.agenda.on(day);
    const auto theirs = anew.on(day);
    ASSERT_EQ(ours.size(), theirs.size()) << (day - march(1)).count();
    for (std::size_t i = 0; i < ours.size(); ++i)
      EXPECT_EQ(story.state.agenda.at(ours[i]), anew.at(theirs[i])) << (day - march(1)).count();
  }
}

}  // namespace

TEST(Agenda, ADateThatTheSeriesThatStaysCancelsOrMovesStillTakesPlaceWithTheOther) {
  CalendarStory story;
  Event kept = CalendarStory::event("Voisins", SampleWall::paris(14, 10, 0), hours{2});
  Event merged = CalendarStory::event("Climat", SampleWall::paris(14, 10, 0), hours{2}, "Climat 10e");
  for (Event* one : {&kept, &merged}) one->details.timing.rules = {"FREQ=WEEKLY;COUNT=4"};
  merged.merged_into = kept.id;
  const auto change = [](const Event& series, int of, int to) {
    Event made = CalendarStory::instance(series, SampleWall::paris(of, 10, 0), SampleWall::paris(to, 10, 0), hours{2});
    made.merged_into.reset();
    if (of == to) made.details.status = calendar::EventStatus::cancelled;
    return made;
  };
  const Event struck = change(kept, 21, 21);
  using Titles = std::vector<std::string>;
  const Titles once{"Voisins"};
  const Titles other{"Climat"};
  const auto twice = [&](int day) {
    Titles all = on(story.state, march(day));
    std::ranges::sort(all);
    return all == Titles{"Climat", "Voisins"};
  };
  story.put(kept).put(merged).put(struck).put(change(kept, 28, 29));
  EXPECT_EQ(on(story.state, march(14)), once);
  EXPECT_TRUE(twice(21)) << "one is struck, the other goes on";
  EXPECT_EQ(on(story.state, march(28)), other);
  EXPECT_EQ(on(story.state, march(29)), once);
  EXPECT_EQ(on(story.state, march(35)), once);
  expect_as_rebuilt(story);

  story.put(change(merged, 21, 21)).put(change(merged, 28, 29));
  EXPECT_EQ(on(story.state, march(21)), once) << "both call it off";
  EXPECT_EQ(on(story.state, march(28)), Titles{});
  EXPECT_EQ(on(story.state, march(29)), once);
  expect_as_rebuilt(story);

  story.put(Tombstone{.of = record_id(struck.id)});
  EXPECT_TRUE(twice(21)) << "now the other one alone is struck";
  expect_as_rebuilt(story);
  story.put(Tombstone{.of = record_id(change(merged, 21, 21).id)});
  EXPECT_EQ(on(story.state, march(21)), once);
  story.put(struck).put(Tombstone{.of = record_id(struck.id)});
  EXPECT_EQ(on(story.state, march(21)), once) << "a change that is taken back leaves nothing behind";
  expect_as_rebuilt(story);
}

TEST(Agenda, AMergedSeriesComesBackWholeWhileTheOtherChangesAllLaterDates) {
  CalendarStory story;
  Event kept = CalendarStory::event("Voisins", SampleWall::paris(14, 10, 0), hours{2});
  Event merged = CalendarStory::event("Climat", SampleWall::paris(14, 10, 0), hours{2}, "Climat 10e");
  for (Event* one : {&kept, &merged}) one->details.timing.rules = {"FREQ=WEEKLY;COUNT=4"};
  merged.merged_into = kept.id;
  Event later = CalendarStory::instance(kept, SampleWall::paris(21, 10, 0), SampleWall::paris(22, 10, 0), hours{2});
  later.details.this_and_future = true;
  story.put(kept).put(merged).put(later);
  for (const int day : {21, 28, 35}) EXPECT_EQ(on(story.state, march(day)), std::vector<std::string>{"Climat"}) << day;
  for (const int day : {22, 29, 36}) EXPECT_EQ(on(story.state, march(day)), std::vector<std::string>{"Voisins"}) << day;
  expect_as_rebuilt(story);
}

TEST(Agenda, RefreshingIndexesTheDaysAsRebuildingDoes) {
  CalendarStory story;
  Event weekly = CalendarStory::event("Atelier", SampleWall::paris(3, 18, 0), hours{2});
  weekly.details.timing.rules = {"FREQ=WEEKLY"};
  story.put(weekly).put(CalendarStory::days_long("Festival", 10, 5)).put_many("Rencontre", 17, 4);
  weekly.details.timing.rules = {"FREQ=DAILY;COUNT=30"};
  story.put(weekly);
  expect_as_rebuilt(story);
}

TEST(Agenda, FindsAnOccurrenceByItsStartAlsoWhereItBeganBeforeTheHorizon) {
  CalendarStory story;
  const Event exhibition = CalendarStory::days_long("Exposition", -60, 200);
  const Event workshop = CalendarStory::event("Atelier", SampleWall::paris(3, 18, 0), hours{2});
  story.put(exhibition).put(workshop);
  const auto start = exhibition.details.timing.start.local;
  ASSERT_LT(start, story.state.agenda.first_day());
  ASSERT_NE(story.state.agenda.find(exhibition.id, start), nullptr);
  EXPECT_EQ(story.state.agenda.find(exhibition.id, start)->event, exhibition.id);
  ASSERT_NE(story.state.agenda.find(workshop.id, workshop.details.timing.start.local), nullptr);
  EXPECT_EQ(story.state.agenda.find(workshop.id, start), nullptr);
}

TEST(Board, PutsSoonestFirstAndCompleteLast) {
  Story story;
  const auto& needs = story.state.board.needs;
  ASSERT_EQ(needs.size(), 10U);
  EXPECT_EQ(story.state.wall.find(needs.front().need)->details.title, "Servir 80 repas");
  Need full = *story.state.wall.find(needs.front().need);
  for (Slot& slot : full.details.slots) slot.accepted = slot.wanted;
  story.act(came(full));
  EXPECT_EQ(story.state.board.needs.back().need, full.id);
}

TEST(Board, GivesEveryOrganizationATurnBeforeAnyGetsASecond) {
  const Story story;
  std::vector<OrganizationId> turns;
  for (const Headline& headline : story.state.board.headlines)
    turns.push_back(headline.need ? story.state.wall.find(*headline.need)->organization
                                  : story.state.wall.find(headline.occurrence.event)->organization);
  std::vector<OrganizationId> distinct = turns;
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  std::vector<OrganizationId> first(turns.begin(), turns.begin() + static_cast<std::ptrdiff_t>(distinct.size()));
  std::sort(first.begin(), first.end());
  EXPECT_EQ(first, distinct);
  EXPECT_GT(turns.size(), distinct.size());
}

TEST(Board, OffersAreNewestFirstAndGoneWhenTheyExpire) {
  Story story;
  ASSERT_EQ(story.state.board.offers.size(), 10U);
  EXPECT_EQ(story.state.wall.find(story.state.board.offers.front())->details.first_name, "Ana");
  story.act(WallIsCurrent{story.moment.now}).pass(std::chrono::days{75});
  EXPECT_EQ(story.state.board.offers.size(), 9U);
}

}  // namespace mur::test
