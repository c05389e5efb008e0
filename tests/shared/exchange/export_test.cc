// What of a hub's events becomes a calendar for anyone. It is Thursday 12 March 2026.
#include "shared/exchange/export.h"

#include <gtest/gtest.h>

#include <functional>

#include "shared/exchange/import_plan.h"
#include "tests/support/house.h"

namespace mur::exchange {
namespace {

using test::House;

EventDetails named(const std::string& uid, const std::string& title, int day = 21) {
  EventDetails details = House::soup(uid);
  details.title = title;
  details.timing.start = House::paris(2026, 3, static_cast<unsigned>(day), 18);
  details.timing.end = House::paris(2026, 3, static_cast<unsigned>(day), 21);
  return details;
}

class Export : public ::testing::Test {
 protected:
  EventId put(EventDetails details) {
    return EventId{
        house.must(PutEvent{.organization = house.resident, .details = std::move(details)}, House::admin()).uuid};
  }
  std::vector<std::string> titles(const ExportFilter& filter = {}) const {
    std::vector<std::string> all;
    for (const calendar::Entry& entry : export_calendar(house.wall, filter, House::kNow).entries)
      all.push_back(entry.summary);
    return all;
  }
  void change(EventId id, const std::function<void(Event&)>& how) {
    Event event = house.the(id);
    how(event);
    house.wall.apply({.seq = ++house.head, .record = event});
  }

  House house;
};

using Titles = std::vector<std::string>;

TEST_F(Export, HoldsWhatTheWallShowsInTheOrderItTakesPlace) {
  put(named("b@x", "Le second", 22));
  put(named("a@x", "Le premier", 21));
  const calendar::Calendar calendar = export_calendar(house.wall, {}, House::kNow);
  EXPECT_EQ(calendar.name, "La Maison commune");
  EXPECT_EQ(titles(), (Titles{"Le premier", "Le second"}));
  EXPECT_EQ(calendar.entries.front().organizer, "Cantine des Récollets");
  EXPECT_EQ(calendar.entries.front().last_modified, std::chrono::floor<Seconds>(House::kNow));
}

TEST_F(Export, HoldsNothingThatWaitsOrIsHiddenWhoeverAsks) {
  house.must(PutEvent{.organization = house.newcomer, .details = named("w@x", "En attente")}, house.mechanic());
  const EventId hidden = put(named("h@x", "Caché"));
  put(named("s@x", "Visible"));
  house.must(Hide{.post = record_id(hidden), .reason = Reason::hoax}, House::admin());
  EXPECT_EQ(titles(), (Titles{"Visible"}));
}

TEST_F(Export, ACancelledEventSaysSo) {
  const EventId id = put(named("a@x", "Marche"));
  house.must(CancelEvent{.event = id}, House::admin());
  const calendar::Calendar calendar = export_calendar(house.wall, {}, House::kNow);
  ASSERT_EQ(calendar.entries.size(), 1U);
  EXPECT_EQ(calendar.entries.front().status, calendar::EventStatus::cancelled);
}

TEST_F(Export, WhatIsAskedForIsWhatIsGiven) {
  EventDetails here = named("a@x", "Ici");
  here.kind = EventKind::programming;
  here.place.here = true;
  here.categories = {"Vélo"};
  const EventId first = put(here);
  EventDetails march = named("b@x", "Marche #velo", 22);
  march.kind = EventKind::mobilization;
  put(march);
  house.must(PutEvent{.organization = house.newcomer, .details = named("c@x", "Atelier", 23)}, House::admin());

  EXPECT_EQ(titles({.organization = house.newcomer}), (Titles{"Atelier"}));
  EXPECT_EQ(titles({.category = "#vélo"}), (Titles{"Ici", "Marche #velo"}));
  EXPECT_EQ(titles({.kind = EventKind::programming}), (Titles{"Ici"}));
  EXPECT_EQ(titles({.category = "velo", .kind = EventKind::mobilization}), (Titles{"Marche #velo"}));
  EXPECT_EQ(titles({.event = first}), (Titles{"Ici"}));
  EXPECT_EQ(titles({.organization = house.newcomer, .event = first}), Titles{});
  EXPECT_EQ(titles({.event = EventId{derive_uuid(Uuid{}, "none")}}), Titles{});
  EXPECT_EQ(export_calendar(house.wall, {.organization = house.newcomer}, House::kNow).name, "Cambouis");
}

TEST_F(Export, ASeriesGoesWithItsChangedDates) {
  EventDetails series = named("a@x", "Chaque semaine");
  series.timing.rules = {"FREQ=WEEKLY"};
  series.categories = {"mur"};
  const EventId master = put(series);
  EventDetails changed = named("a@x", "Cette fois au parc", 28);
  changed.recurrence_id = House::paris(2026, 3, 28, 18);
  const EventId one_date = put(changed);
  put(named("b@x", "Autre chose"));

  const Titles whole{"Chaque semaine", "Cette fois au parc"};
  EXPECT_EQ(titles({.category = "mur"}), whole);
  EXPECT_EQ(titles({.event = master}), whole);
  EXPECT_EQ(titles({.event = one_date}), whole);
  // A date that is of a category that its series is not of.
  change(master, [](Event& event) { event.details.categories.clear(); });
  change(one_date, [](Event& event) { event.details.categories = {"mur"}; });
  EXPECT_EQ(titles({.category = "mur"}), (Titles{"Cette fois au parc"}));
}

TEST_F(Export, WhatIsMergedIsToldOnce) {
  const EventId kept = put(named("a@x", "Fête du quartier"));
  EventDetails other = named("b@x", "La fête du quartier");
  other.description = "Avec la fanfare";
  const EventId merged = put(other);
  change(merged, [&](Event& event) { event.merged_into = kept; });
  const calendar::Calendar calendar = export_calendar(house.wall, {}, House::kNow);
  ASSERT_EQ(calendar.entries.size(), 1U);
  EXPECT_EQ(calendar.entries.front().summary, "Fête du quartier");
  EXPECT_EQ(calendar.entries.front().description, "Avec la fanfare");
}

TEST_F(Export, ADateThatTheSeriesThatStaysCancelsOrMovesIsToldForTheOtherToo) {
  EventDetails weekly = named("a@x", "Voisins");
  weekly.timing.rules = {"FREQ=WEEKLY"};
  const EventId kept = put(weekly);
  weekly.uid = "b@x";
  weekly.title = "Climat";
  change(put(weekly), [&](Event& event) { event.merged_into = kept; });
  house.must(CancelEvent{.event = kept, .instance = House::paris(2026, 3, 28, 18)}, House::admin());
  EventDetails moved = named("a@x", "Voisins, dimanche");
  moved.recurrence_id = House::paris(2026, 4, 4, 18);
  moved.timing = {.start = House::paris(2026, 4, 5, 11)};
  put(moved);
  const calendar::Calendar calendar = export_calendar(house.wall, {}, House::kNow);
  EXPECT_EQ(titles(), (Titles{"Voisins", "Voisins", "Climat", "Climat", "Voisins, dimanche"}));
  ASSERT_EQ(calendar.entries.size(), 5U);
  const calendar::Entry& apart = calendar.entries[2];
  EXPECT_EQ(apart.uid, "b@x");
  EXPECT_EQ(apart.recurrence_id, House::paris(2026, 3, 28, 18));
  EXPECT_EQ(apart.timing.start, House::paris(2026, 3, 28, 18));
  EXPECT_EQ(apart.timing.end, House::paris(2026, 3, 28, 21));
  EXPECT_FALSE(repeats(apart.timing));
  EXPECT_EQ(apart.status, calendar::EventStatus::confirmed);
  EXPECT_EQ(calendar.entries[3].recurrence_id, House::paris(2026, 4, 4, 18));
}

TEST_F(Export, AHubThatReadsItsOwnCalendarFindsNothingToChange) {
  EventDetails details = named("a@x", "Repas");
  details.place = {.name = "Sous le préau", .address = {}, .here = true, .room = {}};
  details.kind = EventKind::programming;
  details.source = Source::imported;
  details.access.lift = Known::no;
  const EventId id = put(details);
  auto reading = calendar::read(calendar::write(export_calendar(house.wall, {}, House::kNow)), limits::kReadLimits);
  ASSERT_TRUE(reading);
  const ImportPlan plan =
      plan_import(std::move(*reading), *house.wall.hub(), calendar::Zone::find("Europe/Paris").value(), House::kNow,
                  {.size = [](const Event&) { return Status{}; }});
  ASSERT_EQ(plan.items.size(), 1U);
  EXPECT_EQ(plan.items.front().details, house.the(id).details);
  EXPECT_TRUE(plan.warnings.empty());
}

}  // namespace
}  // namespace mur::exchange
