#include "kiosk/app/facets.h"

#include <gtest/gtest.h>

#include "tests/kiosk/app/calendar_story.h"

namespace mur::test {

using namespace app;
using std::chrono::hours;

namespace {

Event an_event(const std::string& title, const std::string& organization = "La Cantine") {
  return CalendarStory::event(title, SampleWall::paris(14, 10, 0), hours{2}, organization);
}

bool matches(const CalendarStory& story, const Event& event, const Filter& filter) {
  return story.state.facets.matches(event.id, filter);
}

}  // namespace

TEST(Filter, TogglesOnAndOffAndTakesHereAndInTownInTurns) {
  Filter filter = toggled({}, Facet::here);
  filter = toggled(filter, Facet::free_of_charge);
  EXPECT_TRUE(has(filter, Facet::here));
  filter = toggled(filter, Facet::in_town);
  EXPECT_FALSE(has(filter, Facet::here)) << "nothing is in both places";
  EXPECT_TRUE(has(filter, Facet::in_town));
  EXPECT_TRUE(has(filter, Facet::free_of_charge));
  filter = toggled(toggled(filter, Facet::in_town), Facet::free_of_charge);
  EXPECT_FALSE(is_on(filter));
}

TEST(Facets, AProgrammedEventIsHereAndAMobilizationInTownUnlessItsPlaceIsHere) {
  CalendarStory story;
  Event programmed = an_event("Atelier");
  programmed.details.kind = EventKind::programming;
  const Event march_in_town = an_event("Marche");
  Event banners = an_event("Banderoles");
  banners.details.place = {.name = "Grande salle", .here = true};
  story.put(programmed).put(march_in_town).put(banners);
  const Filter here = toggled({}, Facet::here);
  const Filter in_town = toggled({}, Facet::in_town);
  EXPECT_TRUE(matches(story, programmed, here));
  EXPECT_FALSE(matches(story, programmed, in_town));
  EXPECT_TRUE(matches(story, banners, here));
  EXPECT_TRUE(matches(story, march_in_town, in_town));
  EXPECT_FALSE(matches(story, march_in_town, here));
}

TEST(Facets, OnlyWhatIsSaidCounts) {
  CalendarStory story;
  Event silent = an_event("Rien de dit");
  Event said = an_event("Tout est dit");
  said.details.price.kind = PriceKind::free_of_charge;
  said.details.access = {.step_free = Known::yes, .hearing_loop = Known::no, .quiet = Known::yes};
  Event own_price = an_event("Prix libre");
  own_price.details.price.kind = PriceKind::pay_what_you_want;
  story.put(silent).put(said).put(own_price);
  for (const Facet facet : {Facet::free_of_charge, Facet::step_free, Facet::quiet}) {
    EXPECT_TRUE(matches(story, said, toggled({}, facet)));
    EXPECT_FALSE(matches(story, silent, toggled({}, facet))) << "unknown is not yes";
  }
  EXPECT_FALSE(matches(story, said, toggled({}, Facet::hearing_loop))) << "no is not yes";
  EXPECT_FALSE(matches(story, own_price, toggled({}, Facet::free_of_charge)));
  EXPECT_TRUE(matches(story, silent, {}));
}

TEST(Facets, AFilterAsksForAllOfItsPartsAtOnce) {
  CalendarStory story;
  Event both_true = an_event("Atelier vélo");
  both_true.details.price.kind = PriceKind::free_of_charge;
  both_true.details.categories = {"Réparer", "Vélo"};
  Event paid = an_event("Stage vélo");
  paid.details.categories = {"vélo"};
  story.put(both_true).put(paid);
  Filter filter{.theme = "velo"};
  EXPECT_TRUE(matches(story, both_true, filter));
  EXPECT_TRUE(matches(story, paid, filter));
  filter = toggled(filter, Facet::free_of_charge);
  EXPECT_TRUE(matches(story, both_true, filter));
  EXPECT_FALSE(matches(story, paid, filter));
  filter.organization = CalendarStory::organization_of("Cambouis");
  EXPECT_FALSE(matches(story, both_true, filter));
}

TEST(Facets, WhatIsMergedIntoAnEventCountsWithIt) {
  CalendarStory story;
  const Event kept = an_event("Marche");
  Event same = an_event("Marche du climat", "Climat 10e");
  same.details.categories = {"climat"};
  same.details.access.step_free = Known::yes;
  same.merged_into = kept.id;
  story.put(kept).put(same);
  const Filter of_the_other{.organization = CalendarStory::organization_of("Climat 10e")};
  EXPECT_TRUE(matches(story, kept, of_the_other));
  EXPECT_TRUE(matches(story, kept, {.theme = "climat"}));
  EXPECT_TRUE(matches(story, kept, toggled({}, Facet::step_free)));
  same.merged_into.reset();
  story.put(same);
  EXPECT_FALSE(matches(story, kept, of_the_other)) << "undone: what the other said goes with it";
  EXPECT_FALSE(matches(story, kept, {.theme = "climat"}));
}

TEST(Facets, ADateCountsForThoseWhoSayTheSameOfIt) {
  CalendarStory story;
  Event kept = CalendarStory::event("Voisins", SampleWall::paris(14, 10, 0), hours{2});
  Event merged = CalendarStory::event("Climat", SampleWall::paris(14, 10, 0), hours{2}, "Climat 10e");
  for (Event* one : {&kept, &merged}) one->details.timing.rules = {"FREQ=WEEKLY"};
  const auto struck = [](const Event& series) {
    Event made = CalendarStory::instance(series, SampleWall::paris(21, 10, 0), SampleWall::paris(21, 10, 0), hours{2});
    made.details.status = calendar::EventStatus::cancelled;
    return made;
  };
  const EventId date = struck(kept).id;
  const Event theirs = struck(merged);
  const auto organizers = [&] {
    Facets anew;
    anew.rebuild(story.state.wall, story.state.skills);
    EXPECT_EQ(story.state.facets.all(), anew.all());
    return story.state.facets.find(date)->organizations.size();
  };
  story.put(kept).put(merged).put(struck(kept));
  EXPECT_EQ(organizers(), 1U);
  merged.merged_into = kept.id;
  story.put(merged);
  EXPECT_EQ(organizers(), 1U) << "only one of them called it off";
  story.put(theirs);
  EXPECT_EQ(organizers(), 2U);
  story.put(Tombstone{.of = record_id(theirs.id)});
  EXPECT_EQ(organizers(), 1U);
}

TEST(Facets, RefreshingComesToWhatRebuildingComesTo) {
  CalendarStory story;
  const Event kept = an_event("Marche");
  Event same = an_event("Marche du climat", "Climat 10e");
  same.merged_into = kept.id;
  story.put(kept).put(same).put(an_event("Atelier"));
  same.details.categories = {"climat"};
  story.put(same).put(Tombstone{.of = record_id(an_event("Atelier").id)});
  Facets anew;
  anew.rebuild(story.state.wall, story.state.skills);
  EXPECT_EQ(story.state.facets.all(), anew.all());
  EXPECT_EQ(anew.find(an_event("Atelier").id), nullptr);
}

TEST(Themes, AreSpeltTheWayAPersonWouldSetThem) {
  EXPECT_TRUE(is_better_spelt("Écologie", "ecologie"));
  EXPECT_TRUE(is_better_spelt("écologie", "ECOLOGIE"));
  EXPECT_TRUE(is_better_spelt("Climat", "climat"));
  EXPECT_TRUE(is_better_spelt("Climat", "CLIMAT"));
  EXPECT_FALSE(is_better_spelt("Climat", "Climat"));
}

}  // namespace mur::test
