#include "kiosk/app/filter_views.h"

#include <gtest/gtest.h>

#include "tests/kiosk/app/calendar_story.h"

namespace mur::test {

using namespace app;
using std::chrono::hours;

namespace {

Event an_event(const std::string& title, std::vector<std::string> themes,
               const std::string& organization = "La Cantine") {
  Event made = CalendarStory::event(title, SampleWall::paris(14, 10, 0), hours{2}, organization);
  made.details.categories = std::move(themes);
  return made;
}

const FacetChoice& of(const FilterView& view, Facet facet) { return view.facets.at(static_cast<std::size_t>(facet)); }

/// "Climat: 2 rendez-vous" …
std::vector<std::string> words(const ChoicesView& view) {
  std::vector<std::string> found;
  for (const OneChoice& choice : view.choices) found.push_back(choice.name + ": " + plain(choice.count));
  return found;
}

}  // namespace

TEST(Filters, SayHowMuchThereWouldBeAndWhyNothingCanBeChosen) {
  CalendarStory story;
  Event free = an_event("Bal", {});
  free.details.price.kind = PriceKind::free_of_charge;
  Event here = free;
  here.details.uid = "bal-ici";
  here.details.place.here = true;
  here.id = event_id(here.organization, here.details);
  story.put(free).put(here).put(an_event("Concert", {})).open(Screen::calendar_filters);
  auto view = story.shown<FilterView>();
  EXPECT_EQ(of(view, Facet::free_of_charge).name, "Gratuit");
  EXPECT_EQ(of(view, Facet::free_of_charge).count, "2 rendez-vous");
  EXPECT_EQ(of(view, Facet::here).count, "1 rendez-vous");
  EXPECT_EQ(of(view, Facet::in_town).count, "2 rendez-vous");
  EXPECT_EQ(of(view, Facet::sign_language).none, "rien pour l’instant");
  EXPECT_EQ(view.summary, "3 rendez-vous");
  EXPECT_FALSE(view.on);

  story.act(ToggleFacet{Facet::here});
  view = story.shown<FilterView>();
  EXPECT_TRUE(of(view, Facet::here).selected);
  EXPECT_EQ(of(view, Facet::free_of_charge).count, "1 rendez-vous") << "of what is here";
  EXPECT_EQ(of(view, Facet::in_town).count, "2 rendez-vous") << "instead of here, not with it";
  EXPECT_EQ(view.summary, "1 rendez-vous");
  EXPECT_TRUE(view.on);
}

TEST(Filters, ASeriesCountsOnceHoweverOftenItComesAndChanges) {
  CalendarStory story;
  Event weekly = an_event("Atelier", {"vélo"});
  weekly.details.timing.rules = {"FREQ=WEEKLY"};
  story.put(weekly)
      .put(CalendarStory::instance(weekly, SampleWall::paris(21, 10, 0), SampleWall::paris(22, 10, 0), hours{1}))
      .open(Screen::calendar_filters);
  EXPECT_EQ(story.shown<FilterView>().summary, "1 rendez-vous");
}

TEST(Filters, WhatIsOverDoesNotCount) {
  CalendarStory story;
  Event over = CalendarStory::event("Hier", SampleWall::paris(11, 10, 0), hours{1});
  over.details.categories = {"climat"};
  story.put(over).open(Screen::calendar_themes);
  EXPECT_TRUE(story.shown<ChoicesView>().choices.empty());
}

TEST(Themes, ComeWithTheMostFirstAndInTheirBestSpelling) {
  CalendarStory story;
  story.put(an_event("A", {"ecologie"})).put(an_event("B", {"Écologie", "Vélo"})).put(an_event("C", {"ÉCOLOGIE"}));
  story.put(an_event("D", {"vélo"})).put(an_event("E", {"Chant"})).open(Screen::calendar_themes);
  const auto view = story.shown<ChoicesView>();
  EXPECT_TRUE(view.of_themes);
  EXPECT_TRUE(view.any);
  EXPECT_EQ(words(view),
            (std::vector<std::string>{"Écologie: 3 rendez-vous", "Vélo: 2 rendez-vous", "Chant: 1 rendez-vous"}));
  story.act(FilterByTheme{view.choices.front().theme});
  story.open(Screen::calendar);
  const CalendarView calendar = story.calendar();
  EXPECT_EQ(titles(calendar), (std::vector<std::string>{"A", "B", "C"}));
  EXPECT_EQ(plain(calendar.filter.words), "Filtrer : Écologie");
}

TEST(Themes, OfAFilteredCalendarAreThoseLeftWhateverThemeWasChosen) {
  CalendarStory story;
  Event free = an_event("A", {"Chant"});
  free.details.price.kind = PriceKind::free_of_charge;
  story.put(free).put(an_event("B", {"Vélo"}));
  story.act(FilterByTheme{"velo"}).open(Screen::calendar_themes);
  auto view = story.shown<ChoicesView>();
  ASSERT_EQ(view.choices.size(), 2U) << "another one can be taken instead";
  EXPECT_FALSE(view.any);
  story.act(ToggleFacet{Facet::free_of_charge});
  EXPECT_EQ(words(story.shown<ChoicesView>()), std::vector<std::string>{"Chant: 1 rendez-vous"});
}

TEST(Organizations, ComeInTheOrderOfTheAlphabetWithThoseThatOrganizeTogether) {
  CalendarStory story;
  for (const char* name : {"La Cantine", "Zébulon", "Écrivains publics", "Sans agenda"}) story.organization(name);
  const Event kept = an_event("Marche", {}, "Zébulon");
  Event same = an_event("Marche du climat", {}, "Écrivains publics");
  same.merged_into = kept.id;
  story.put(kept).put(same).put(an_event("Repas", {})).open(Screen::calendar_organizations);
  EXPECT_EQ(words(story.shown<ChoicesView>()),
            (std::vector<std::string>{"Écrivains publics: 1 rendez-vous", "La Cantine: 1 rendez-vous",
                                      "Zébulon: 1 rendez-vous"}));
  story.act(FilterByOrganization{CalendarStory::organization_of("Écrivains publics")});
  story.open(Screen::calendar);
  EXPECT_EQ(titles(story.calendar()), std::vector<std::string>{"Marche"});
  EXPECT_EQ(plain(story.calendar().filter.words), "Filtrer : Écrivains publics");
}

}  // namespace mur::test
