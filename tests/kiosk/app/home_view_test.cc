#include <gtest/gtest.h>

#include "kiosk/app/wall_views.h"
#include "tests/kiosk/app/calendar_story.h"

namespace mur::test {

using namespace app;
using std::chrono::hours;

namespace {

std::vector<std::string> titles_of(const HomeView& view) {
  std::vector<std::string> titles;
  for (const DayView& day : view.days)
    for (const RowView& row : day.rows) titles.push_back(row.title);
  return titles;
}

}  // namespace

TEST(Home, ShowsTheNextSevenDaysWithoutWhatIsOver) {
  CalendarStory story;
  story.put(CalendarStory::days_long("Exposition", 10, 5))
      .put(CalendarStory::event("Matin", SampleWall::paris(12, 9, 0), hours{1}))
      .put(CalendarStory::event("En cours", SampleWall::paris(12, 18, 0), hours{1}))
      .put(CalendarStory::event("Soir", SampleWall::paris(12, 20, 0), hours{1}))
      .put(CalendarStory::event("Dans six jours", SampleWall::paris(18, 23, 0), hours{1}))
      .put(CalendarStory::event("Dans sept jours", SampleWall::paris(19, 9, 0), hours{1}))
      .act(GoHome{});
  const HomeView home = story.shown<HomeView>();
  EXPECT_EQ(titles_of(home), (std::vector<std::string>{"Exposition", "En cours", "Soir", "Dans six jours"}));
}

TEST(Home, NamesAllWhoOrganizeWhatWasMerged) {
  CalendarStory story;
  story.organization("La Cantine");
  story.organization("Climat 10e");
  const Event kept = CalendarStory::event("Marche", SampleWall::paris(14, 10, 0), hours{2});
  Event same = CalendarStory::event("Marche", SampleWall::paris(14, 10, 0), hours{2}, "Climat 10e");
  same.merged_into = kept.id;
  story.put(kept).put(same).act(GoHome{});
  const HomeView home = story.shown<HomeView>();
  ASSERT_EQ(titles_of(home), std::vector<std::string>{"Marche"});
  EXPECT_EQ(home.days.front().rows.front().detail, "La Cantine · Climat 10e");
}

}  // namespace mur::test
