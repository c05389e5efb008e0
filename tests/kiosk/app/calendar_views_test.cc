#include "kiosk/app/calendar_views.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/kiosk/app/calendar_story.h"

namespace mur::test {

using namespace app;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const DayCell& cell(const CalendarView& view, int day) { return view.cells.at(static_cast<std::size_t>(day - 1)); }

CalendarStory in_month() {
  CalendarStory story;
  story.act(ShowCalendarAs{CalendarMode::month});
  return story;
}

CalendarStory in_week() {
  CalendarStory story;
  story.act(ShowCalendarAs{CalendarMode::week});
  return story;
}

}  // namespace

// ---- the list ----

TEST(CalendarList, HoldsWhatIsNotOverDayAfterDay) {
  CalendarStory story;
  story.put(CalendarStory::event("Hier", SampleWall::paris(11, 10, 0), hours{1}))
      .put(CalendarStory::event("Dans un mois", SampleWall::paris(40, 10, 0), hours{1}))
      .put(CalendarStory::event("Ce matin", SampleWall::paris(12, 10, 0), hours{1}))
      .put(CalendarStory::event("Ce soir", SampleWall::paris(12, 20, 0), hours{1}));
  const CalendarView view = story.calendar();
  EXPECT_EQ(titles(view), (std::vector<std::string>{"Ce matin", "Ce soir", "Dans un mois"}));
  ASSERT_EQ(view.days.size(), 2U);
  EXPECT_TRUE(view.days[0].today);
  EXPECT_TRUE(view.days[0].rows[0].past) << "over since 11 h";
  EXPECT_FALSE(view.days[0].rows[1].past);
  EXPECT_EQ(view.days[0].now_before, 1U) << "between the two";
  EXPECT_EQ(view.days[1].month, "avril 2026");
  EXPECT_FALSE(view.days[1].now_before);
  EXPECT_EQ(plain(view.now), "maintenant, 18 h 24");
}

TEST(CalendarList, WhatGoesOnForDaysSaysUntilWhenAndWhichDayItIs) {
  CalendarStory story;
  story.organization("La Cantine");
  story.put(CalendarStory::days_long("Festival", 11, 5))
      .put(CalendarStory::days_long("Fin de chantier", 10, 3))
      .put(CalendarStory::days_long("Exposition", 12, 30))
      .put(CalendarStory::event("Veillée", SampleWall::paris(11, 20, 0), hours{23}));
  const CalendarView view = story.calendar();
  ASSERT_EQ(view.days.size(), 1U) << "each stands once, on the first of its days that is not over";
  std::map<std::string, RowView> rows;
  for (const RowView& row : view.days[0].rows) rows[row.title] = row;
  EXPECT_EQ(rows["Festival"].detail, "jusqu’à dimanche, jour 2 sur 5 · La Cantine");
  EXPECT_EQ(rows["Festival"].time, "journée");
  EXPECT_EQ(rows["Fin de chantier"].detail, "dernier jour, jour 3 sur 3 · La Cantine");
  EXPECT_EQ(rows["Exposition"].detail, "jusqu’à vendredi 10 avril, jour 1 sur 30 · La Cantine")
      << "a name is not enough";
  EXPECT_EQ(plain(rows["Veillée"].time), "jusqu’à 19 h");
  EXPECT_EQ(rows["Exposition"].part, "jour 1 sur 30");
}

TEST(CalendarList, OrganizersOfOneEventAreNamedTogether) {
  CalendarStory story;
  story.organization("La Cantine");
  story.organization("Climat 10e");
  Event kept = CalendarStory::event("Marche", SampleWall::paris(14, 10, 0), hours{2});
  Event same = CalendarStory::event("Marche du climat", SampleWall::paris(14, 10, 0), hours{2}, "Climat 10e");
  same.merged_into = kept.id;
  same.details.place.name = "place de la République";
  const CalendarView view = story.put(kept).put(same).calendar();
  ASSERT_EQ(titles(view), std::vector<std::string>{"Marche"});
  EXPECT_EQ(view.days[0].rows[0].detail, "La Cantine · Climat 10e · place de la République");
}

TEST(CalendarList, ADateThatOneOfThemCallsOffNamesEachWhereItIsTrue) {
  CalendarStory story;
  story.organization("La Cantine");
  story.organization("Climat 10e");
  Event kept = CalendarStory::event("Marche", SampleWall::paris(14, 10, 0), hours{2});
  Event same = CalendarStory::event("Marche du climat", SampleWall::paris(14, 10, 0), hours{2}, "Climat 10e");
  for (Event* one : {&kept, &same}) one->details.timing.rules = {"FREQ=WEEKLY;COUNT=3"};
  const auto struck = [](const Event& series, int day) {
    Event made =
        CalendarStory::instance(series, SampleWall::paris(day, 10, 0), SampleWall::paris(day, 10, 0), hours{2});
    made.details.status = calendar::EventStatus::cancelled;
    return made;
  };
  story.put(kept).put(struck(kept, 21)).put(struck(same, 28));
  same.merged_into = kept.id;
  const CalendarView view = story.put(same).calendar();
  std::vector<std::string> rows;
  for (const DayView& day : view.days)
    for (const RowView& row : day.rows) rows.push_back((row.struck ? "annulé : " : "") + row.detail);
  std::ranges::sort(rows);
  EXPECT_EQ(rows, (std::vector<std::string>{"Climat 10e", "La Cantine", "La Cantine · Climat 10e",
                                            "annulé : Climat 10e", "annulé : La Cantine"}));
}

TEST(CalendarList, CancelledIsStruckAndStaysUntilItWouldHaveEnded) {
  CalendarStory story;
  Event walk = CalendarStory::event("Balade", SampleWall::paris(12, 20, 0), hours{2});
  walk.details.status = calendar::EventStatus::cancelled;
  walk.details.access.step_free = Known::yes;
  Event open = CalendarStory::event("Bal", SampleWall::paris(12, 21, 0), hours{2});
  open.details.access.step_free = Known::yes;
  story.put(walk).put(open);
  const CalendarView view = story.calendar();
  const RowView& row = view.days.at(0).rows.at(0);
  EXPECT_TRUE(row.struck);
  EXPECT_EQ(row.tags, (std::vector<TagView>{{"annulé", Tone::bad}})) << "how to get there no longer matters";
  EXPECT_EQ(view.days[0].rows.at(1).tags, (std::vector<TagView>{{"sans marche", Tone::good}}));
  story.pass(hours{24});
  EXPECT_TRUE(story.calendar().days.empty());
}

TEST(CalendarList, TurnsPagesOfWhatTheFilterLeaves) {
  CalendarStory story;
  for (int day = 13; day < 113; ++day) {
    Event free = CalendarStory::event("Gratuit " + std::to_string(day), SampleWall::paris(day, 10, 0), hours{1});
    free.details.price.kind = PriceKind::free_of_charge;
    story.put(free).put(CalendarStory::event("Autre " + std::to_string(day), SampleWall::paris(day, 11, 0), hours{1}));
  }
  story.act(ToggleFacet{Facet::free_of_charge});
  std::vector<std::string> seen;
  for (bool more = true; more; story.act(TurnPage{+1})) {
    const CalendarView view = story.calendar();
    for (const std::string& title : titles(view)) seen.push_back(title);
    more = view.more;
  }
  ASSERT_EQ(seen.size(), 100U);
  EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), 100U) << "none twice";
  EXPECT_TRUE(std::ranges::all_of(seen, [](const std::string& title) { return title.starts_with("Gratuit"); }));
}

// ---- the month ----

TEST(CalendarMonth, HasACellForEveryDayUnderItsWeekday) {
  const CalendarView view = in_month().calendar();
  EXPECT_EQ(view.title, "mars 2026");
  EXPECT_EQ(view.cells.size(), 31U);
  EXPECT_EQ(view.blanks, 6) << "the first is a Sunday";
  EXPECT_EQ(view.week, (std::vector<std::string>{"lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."}));
}

TEST(CalendarMonth, CountsWhatIsOnAndGreysWhatIsOver) {
  CalendarStory story = in_month();
  story.put_many("Rencontre", 19, 6).put(CalendarStory::days_long("Festival", 11, 4));
  const CalendarView view = story.calendar();
  EXPECT_EQ(cell(view, 19).count, "6 rdv");
  EXPECT_EQ(plain(cell(view, 19).spoken), "jeudi 19 mars, 6 rendez-vous");
  EXPECT_EQ(cell(view, 13).count, "1 rdv") << "each day of several";
  EXPECT_EQ(cell(view, 20).count, "");
  EXPECT_TRUE(cell(view, 11).past);
  EXPECT_TRUE(cell(view, 12).today);
  EXPECT_FALSE(cell(view, 12).past);
  EXPECT_FALSE(cell(view, 13).past);
  EXPECT_TRUE(cell(view, 12).chosen) << "today speaks until another is touched";
}

TEST(CalendarMonth, TheChosenDaySpeaksBesideIt) {
  CalendarStory story = in_month();
  story.put_many("Rencontre", 19, 6).act(ChooseDay{march(19)});
  const CalendarView view = story.calendar();
  EXPECT_TRUE(cell(view, 19).chosen);
  EXPECT_FALSE(cell(view, 12).chosen);
  EXPECT_EQ(view.chosen.day.title, "jeudi 19 mars");
  EXPECT_EQ(view.chosen.day.count, "6 rendez-vous");
  EXPECT_EQ(view.chosen.day.rows.size(), 6U);
  story.act(ChooseDay{march(20)});
  EXPECT_EQ(story.calendar().chosen.nothing, "Rien de prévu ce jour-là pour l’instant.");
  story.act(ChooseDay{march(2)});
  EXPECT_EQ(story.calendar().chosen.nothing, "Il n’y avait rien ce jour-là.");
}

TEST(CalendarMonth, TurnsToTheFirstDayThatHasSomethingToSay) {
  CalendarStory story = in_month();
  story.put_many("Rencontre", 31 + 17, 2);
  CalendarView view = story.calendar();
  ASSERT_TRUE(view.forward.to);
  story.act(ChooseDay{*view.forward.to});
  view = story.calendar();
  EXPECT_EQ(view.title, "avril 2026");
  EXPECT_EQ(view.chosen.day.title, "vendredi 17 avril");
  ASSERT_TRUE(view.back.to);
  EXPECT_EQ(*view.back.to, march(12)) << "in its own month today speaks";
}

TEST(CalendarMonth, SaysWhereTheCalendarBeginsAndEnds) {
  CalendarStory story = in_month();
  CalendarView view = story.calendar();
  EXPECT_EQ(view.back.name, "mois précédent");
  story.act(ChooseDay{*view.back.to});  // February: 31 days back
  view = story.calendar();
  EXPECT_FALSE(view.back.to);
  EXPECT_EQ(view.back.why_not, "le calendrier commence ici");
  EXPECT_TRUE(cell(view, 8).beyond) << "before 31 days ago nothing is known";
  EXPECT_FALSE(cell(view, 9).beyond);
  int months = 1;
  for (; story.calendar().forward.to; ++months) story.act(ChooseDay{*story.calendar().forward.to});
  EXPECT_EQ(months, 15) << "February 2026 to April 2027: 400 days ahead";
  EXPECT_EQ(story.calendar().forward.why_not, "le calendrier finit ici");
  story.act(ShowToday{});
  EXPECT_EQ(story.calendar().title, "mars 2026");
}

TEST(CalendarMonth, CountsOnlyWhatTheFilterLeavesAndSaysWhyADayIsEmpty) {
  CalendarStory story = in_month();
  Event free = CalendarStory::event("Bal", SampleWall::paris(14, 20, 0), hours{2});
  free.details.price.kind = PriceKind::free_of_charge;
  story.put(free).put(CalendarStory::event("Concert", SampleWall::paris(14, 21, 0), hours{2})).put_many("Autre", 19, 3);
  story.act(ToggleFacet{Facet::free_of_charge}).act(ChooseDay{march(19)});
  CalendarView view = story.calendar();
  EXPECT_EQ(cell(view, 14).count, "1 rdv");
  EXPECT_EQ(cell(view, 19).count, "");
  EXPECT_EQ(plain(view.filter.words), "Filtrer : gratuit");
  EXPECT_TRUE(view.filter.on);
  EXPECT_EQ(view.chosen.nothing, "Rien ce jour-là ne correspond à votre filtre.");
  EXPECT_FALSE(view.nothing);
  story.act(ToggleFacet{Facet::sign_language});
  EXPECT_TRUE(story.calendar().nothing);
  story.act(ClearFilter{});
  view = story.calendar();
  EXPECT_EQ(cell(view, 19).count, "3 rdv");
  EXPECT_EQ(plain(view.filter.words), "Filtrer : tout");
}

TEST(CalendarMonth, SpeaksEnglishToo) {
  CalendarStory story = in_month();
  story.act(SetLanguage{"en"}).act(ChooseDay{march(19)});
  story.put_many("Meeting", 19, 1);
  const CalendarView view = story.calendar();
  EXPECT_EQ(view.title, "March 2026");
  EXPECT_EQ(view.week.front(), "Mon");
  EXPECT_EQ(view.chosen.day.count, "1 event");
}

// ---- the week ----

TEST(CalendarWeek, HoldsSevenDaysFromMondayOn) {
  CalendarStory story = in_week();
  story.put(CalendarStory::event("Lundi", SampleWall::paris(9, 10, 0), hours{1}))
      .put(CalendarStory::event("Dimanche", SampleWall::paris(15, 10, 0), hours{1}))
      .put(CalendarStory::event("Après", SampleWall::paris(16, 10, 0), hours{1}));
  const CalendarView view = story.calendar();
  EXPECT_EQ(plain(view.title), "9–15 mars 2026");
  ASSERT_EQ(view.days.size(), 7U);
  EXPECT_EQ(view.days.front().day, march(9));
  EXPECT_EQ(titles(view), (std::vector<std::string>{"Lundi", "Dimanche"}));
  EXPECT_TRUE(view.days.front().past);
  EXPECT_TRUE(view.days[3].today);
  EXPECT_EQ(view.cells[3].name, "jeu.") << "its name, not « aujourd’hui »: it stands in a row of names";
}

TEST(CalendarWeek, CountsMoreThanAColumnHolds) {
  CalendarStory story = in_week();
  const CalendarView view = story.put_many("Rencontre", 13, 12).calendar();
  EXPECT_EQ(view.days[4].total, 12U);
  EXPECT_LT(view.days[4].rows.size(), 12U);
  EXPECT_EQ(view.cells[4].count, "12 rdv");
}

TEST(CalendarWeek, TurnsWeekByWeekKeepingTheWeekday) {
  CalendarStory story = in_week();
  story.act(ChooseDay{*story.calendar().forward.to});
  EXPECT_EQ(plain(story.calendar().title), "16–22 mars 2026");
  EXPECT_EQ(story.calendar().chosen.day.day, march(19));
  story.act(ChooseDay{*story.calendar().forward.to}).act(ChooseDay{*story.calendar().forward.to});
  EXPECT_EQ(plain(story.calendar().title), "30 mars – 5 avril 2026");
  story.act(ShowToday{});
  EXPECT_EQ(plain(story.calendar().title), "9–15 mars 2026");
}

TEST(CalendarWeek, OfAnEventOfSeveralDaysEachDaySaysWhichItIs) {
  CalendarStory story = in_week();
  const CalendarView view = story.put(CalendarStory::days_long("Festival", 11, 3)).calendar();
  EXPECT_EQ(view.days[2].rows.at(0).part, "jour 1 sur 3");
  EXPECT_EQ(view.days[3].rows.at(0).part, "jour 2 sur 3");
  EXPECT_EQ(view.days[4].rows.at(0).part, "jour 3 sur 3");
  EXPECT_TRUE(view.days[5].rows.empty());
}

// ---- one day ----

TEST(CalendarDay, TurnsPagesOfACrowdedDay) {
  CalendarStory story;
  for (int i = 0; i < 150; ++i)
    story.put(CalendarStory::event("Stand " + std::to_string(i), SampleWall::paris(14, 8, i), minutes{30}));
  story.act(OpenDay{march(14)});
  std::vector<std::string> seen;
  for (bool more = true; more; story.act(TurnPage{+1})) {
    const auto view = story.shown<CalendarDayView>();
    EXPECT_EQ(view.chosen.earlier, !seen.empty());
    for (const std::string& title : titles(view.chosen.day)) seen.push_back(title);
    more = view.chosen.more;
  }
  EXPECT_EQ(seen.size(), 150U);
  EXPECT_EQ(seen.front(), "Stand 0");
  EXPECT_EQ(seen.back(), "Stand 149");
}

TEST(CalendarDay, TurnsDayByDay) {
  CalendarStory story;
  story.act(OpenDay{march(31)});
  auto view = story.shown<CalendarDayView>();
  EXPECT_EQ(view.chosen.day.title, "mardi 31 mars");
  story.act(ChooseDay{*view.forward.to});
  EXPECT_EQ(story.shown<CalendarDayView>().chosen.day.title, "mercredi 1er avril");
}

}  // namespace mur::test
