#include "kiosk/app/agenda.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/kiosk/app/story.h"

namespace mur::test {

using namespace app;
using std::chrono::days;
using std::chrono::local_days;

namespace {

std::vector<std::string> titles(const AppState& state, local_days day) {
  std::vector<std::string> found;
  for (const AgendaEntry& entry : state.agenda.entries())
    if (std::chrono::floor<days>(entry.start) == day) found.push_back(state.wall.find(entry.event)->details.title);
  return found;
}

constexpr local_days march(int day) { return local_days{std::chrono::year{2026} / 3 / 1} + days{day - 1}; }

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
  EXPECT_EQ(story.state.agenda.entries(), anew.entries());
}

TEST(Agenda, WhatIsOverLeavesWithItsDay) {
  Story story;
  story.pass(std::chrono::hours{5});
  EXPECT_EQ(titles(story.state, march(12)).size(), 2U) << "23:24: still today";
  story.pass(std::chrono::hours{1});
  EXPECT_TRUE(titles(story.state, march(12)).empty()) << "00:24";
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
