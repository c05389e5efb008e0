// A visitor's fingers in the calendar: real frames, real touches.
#include <gtest/gtest.h>

#include "tests/kiosk/screens/all_screens.h"

namespace mur::test {

using namespace app;
using std::chrono::local_days;

namespace {

constexpr local_days march(int day) { return local_days{std::chrono::year{2026} / 3 / 1} + std::chrono::days{day - 1}; }

/// In the calendar, with one layout touched.
class CalendarVisitor : public testing::Test {
 protected:
  CalendarVisitor() { stage_.walk({GoHome{}, Open{{.screen = Screen::calendar}}}); }
  [[nodiscard]] const CalendarState& calendar() const { return stage_.state().visit.calendar; }
  [[nodiscard]] bool is_there(std::string_view id) { return stage_.wall().ui().targets().find(id) != nullptr; }
  [[nodiscard]] std::string label(std::string_view id) { return stage_.wall().ui().targets().find(id)->label; }

  Stage stage_{Stage::Options{}};
};

}  // namespace

TEST_F(CalendarVisitor, ChoosesALayoutAndItIsMarked) {
  stage_.tap("calendar.month");
  EXPECT_EQ(calendar().mode, CalendarMode::month);
  EXPECT_TRUE(stage_.wall().ui().targets().find("calendar.month")->selected);
  EXPECT_FALSE(stage_.wall().ui().targets().find("calendar.list")->selected);
  stage_.tap("calendar.week");
  EXPECT_EQ(calendar().mode, CalendarMode::week);
  stage_.tap("calendar.list");
  EXPECT_EQ(calendar().mode, CalendarMode::list);
}

TEST_F(CalendarVisitor, TurnsMonthsAndComesBackToToday) {
  stage_.tap("calendar.month");
  stage_.tap("calendar.next");
  EXPECT_EQ(calendar().day, march(31 + 1)) << "the first of April has something to say";
  stage_.tap("calendar.next");
  stage_.tap("calendar.previous");
  stage_.tap("calendar.today");
  EXPECT_FALSE(calendar().day);
  EXPECT_TRUE(stage_.wall().ui().targets().find("calendar.cell.12")->selected);
}

TEST_F(CalendarVisitor, TouchesADayAndThenOneOfItsEvents) {
  stage_.tap("calendar.month");
  stage_.tap("calendar.cell.18");
  EXPECT_EQ(calendar().day, march(18));
  EXPECT_EQ(stage_.screen(), Screen::calendar) << "its list stands beside the month";
  stage_.tap("calendar.day.row.0");
  EXPECT_EQ(stage_.screen(), Screen::event);
  stage_.tap("event.back");
  EXPECT_EQ(calendar().day, march(18)) << "where it was left";
}

TEST_F(CalendarVisitor, OpensADayOfTheWeekWhole) {
  stage_.tap("calendar.week");
  stage_.tap("calendar.cell.6");
  EXPECT_EQ(stage_.screen(), Screen::calendar_day);
  EXPECT_EQ(calendar().day, march(14));
  stage_.tap("calendar.next");
  EXPECT_EQ(calendar().day, march(15));
  stage_.tap("calendar.back");
  EXPECT_EQ(stage_.screen(), Screen::calendar);
}

TEST(CalendarWeekVisitor, TouchesHowManyMoreThereAreToSeeTheDay) {
  Stage stage({.wall = SampleWall::crowded(380 * 9)});
  stage.walk({GoHome{}, Open{{.screen = Screen::calendar}}, ShowCalendarAs{CalendarMode::week}});
  const kiosk::TouchTarget* more = stage.wall().ui().targets().find("calendar.more.5");
  ASSERT_NE(more, nullptr) << "nine events are more than a column holds";
  std::size_t shown = 0;
  for (const kiosk::TouchTarget& target : stage.wall().ui().targets().all())
    shown += target.id.starts_with("calendar.week.5.") ? 1 : 0;
  EXPECT_GT(shown, 1U);
  EXPECT_EQ(more->label, "+\u00a0" + std::to_string(9 - shown));
  stage.tap("calendar.more.5");
  EXPECT_EQ(stage.screen(), Screen::calendar_day);
  EXPECT_EQ(stage.state().visit.calendar.day, march(13));
}

TEST_F(CalendarVisitor, FiltersTheCalendarInThreeTouchesAndSeesEverythingAgainInOne) {
  stage_.tap("calendar.filter");
  stage_.tap("filter.facet.2");
  stage_.tap("filter.done");
  EXPECT_EQ(stage_.screen(), Screen::calendar);
  EXPECT_TRUE(has(calendar().filter, Facet::free_of_charge));
  EXPECT_EQ(label("calendar.filter"), "Filtrer\u00a0: gratuit");
  stage_.tap("calendar.clear");
  EXPECT_FALSE(is_on(calendar().filter));
}

TEST_F(CalendarVisitor, IsToldWhyAFilterCanNotBeChosen) {
  stage_.tap("calendar.filter");
  const kiosk::TouchTarget* sign = stage_.wall().ui().targets().find("filter.facet.5");
  ASSERT_NE(sign, nullptr);
  EXPECT_FALSE(sign->enabled);
}

TEST_F(CalendarVisitor, ChoosesAThemeAndAnOrganizationFromTheirLists) {
  stage_.tap("calendar.filter");
  stage_.tap("filter.theme");
  EXPECT_EQ(stage_.screen(), Screen::calendar_themes);
  stage_.tap("choices.0");
  EXPECT_EQ(stage_.screen(), Screen::calendar_filters);
  stage_.tap("filter.organization");
  stage_.tap("choices.0");
  stage_.tap("filter.done");
  EXPECT_FALSE(calendar().filter.theme.empty());
  EXPECT_TRUE(calendar().filter.organization);
}

TEST_F(CalendarVisitor, LeavesADeadEndWithOneTouch) {
  for (const CalendarMode mode : {CalendarMode::list, CalendarMode::week, CalendarMode::month}) {
    stage_.walk({GoHome{}, Open{{.screen = Screen::calendar}}, ShowCalendarAs{mode}, ToggleFacet{Facet::here},
                 ToggleFacet{Facet::sign_language}});
    stage_.tap("calendar.clear_here");
    EXPECT_FALSE(is_on(calendar().filter));
    EXPECT_FALSE(is_there("calendar.clear_here"));
  }
}

TEST_F(CalendarVisitor, SeesWhoIsHereAndOpensWhatIsOn) {
  stage_.tap("calendar.here");
  EXPECT_EQ(stage_.screen(), Screen::here_today);
  stage_.tap("here.row.0");
  EXPECT_EQ(stage_.screen(), Screen::event);
  stage_.tap("event.back");
  EXPECT_EQ(stage_.screen(), Screen::here_today);
}

TEST(CalendarInPortrait, ChoosesDaysWithTheHandsAndReadsThemAbove) {
  Stage stage({.width = 1080, .height = 1920});
  stage.walk({GoHome{}, Open{{.screen = Screen::calendar}}, ShowCalendarAs{CalendarMode::month}});
  stage.tap("calendar.cell.19");
  EXPECT_EQ(stage.screen(), Screen::calendar);
  stage.tap("calendar.open");
  EXPECT_EQ(stage.screen(), Screen::calendar_day);
  EXPECT_EQ(stage.state().visit.calendar.day, march(19));
  stage.tap("calendar.day.row.0");
  EXPECT_EQ(stage.screen(), Screen::event);
}

}  // namespace mur::test
