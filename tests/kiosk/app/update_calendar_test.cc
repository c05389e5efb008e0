#include "kiosk/app/update_calendar.h"

#include <gtest/gtest.h>

#include "tests/kiosk/app/calendar_story.h"

namespace mur::test {

using namespace app;
using std::chrono::hours;

TEST(CalendarActions, ADayOutsideTheCalendarBecomesItsNearest) {
  CalendarStory story;
  story.act(ChooseDay{march(-400)});
  EXPECT_EQ(shown_day(story.state), story.state.agenda.first_day());
  story.act(ChooseDay{march(4000)});
  EXPECT_EQ(shown_day(story.state), story.state.agenda.last_day());
}

TEST(CalendarActions, TodayIsTheNewDayAfterMidnightUnlessOneWasChosen) {
  CalendarStory story;
  EXPECT_EQ(shown_day(story.state), march(12));
  story.pass(hours{6});
  EXPECT_EQ(shown_day(story.state), march(13));
}

TEST(CalendarActions, ADayOpensOnAPageOfItsOwnWithTheWayBackKept) {
  CalendarStory story;
  story.act(ShowCalendarAs{CalendarMode::week}).act(OpenDay{march(14)});
  EXPECT_EQ(story.screen(), Screen::calendar_day);
  EXPECT_EQ(shown_day(story.state), march(14));
  story.act(GoBack{});
  EXPECT_EQ(story.screen(), Screen::calendar);
  EXPECT_EQ(story.state.visit.calendar.mode, CalendarMode::week);
}

TEST(CalendarActions, AnotherLayoutDayOrFilterStartsAtTheFirstPage) {
  for (const Action& action : {Action{ShowCalendarAs{CalendarMode::month}}, Action{ChooseDay{march(14)}},
                               Action{ShowToday{}}, Action{ToggleFacet{Facet::here}}, Action{FilterByTheme{"climat"}},
                               Action{FilterByOrganization{}}, Action{ClearFilter{}}}) {
    CalendarStory story;
    story.act(TurnPage{+1}).act(TurnPage{+1});
    ASSERT_EQ(story.state.visit.list_page, 2U);
    story.act(action);
    EXPECT_EQ(story.state.visit.list_page, 0U) << action.any().index();
  }
}

TEST(CalendarActions, AChoiceFromAListLeadsBackToTheFilters) {
  CalendarStory story;
  const OrganizationId climate = story.organization("Climat 10e");
  story.open(Screen::calendar_filters).open(Screen::calendar_themes).act(FilterByTheme{"climat"});
  EXPECT_EQ(story.screen(), Screen::calendar_filters);
  story.open(Screen::calendar_organizations).act(FilterByOrganization{climate});
  EXPECT_EQ(story.screen(), Screen::calendar_filters);
  EXPECT_EQ(story.state.visit.calendar.filter, (Filter{.theme = "climat", .organization = climate}));
  story.act(FilterByTheme{});
  EXPECT_EQ(story.state.visit.calendar.filter, Filter{.organization = climate}) << "any theme again";
  EXPECT_EQ(story.screen(), Screen::calendar_filters) << "not asked for from a list: nowhere to go back from";
}

TEST(CalendarActions, WhatAVisitorLookedForGoesWithThem) {
  CalendarStory story;
  story.act(ShowCalendarAs{CalendarMode::month}).act(ChooseDay{march(20)}).act(ToggleFacet{Facet::free_of_charge});
  ASSERT_NE(story.state.visit.calendar, CalendarState{});
  story.act(Leave{});
  EXPECT_EQ(story.state.visit.calendar, CalendarState{});
}

}  // namespace mur::test
