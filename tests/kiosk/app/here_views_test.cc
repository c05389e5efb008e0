#include "kiosk/app/here_views.h"

#include <gtest/gtest.h>

#include "tests/kiosk/app/calendar_story.h"

namespace mur::test {

using namespace app;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

/// A house with two rooms, today at 18:24.
class House : public CalendarStory {
 public:
  House() {
    Hub hub = *state.wall.hub();
    hub.rooms = {"Grande salle", "Atelier"};
    put(hub);
    open(Screen::here_today);
  }
  House& use(const std::string& title, const std::string& room, int hour, int minute, minutes length,
             calendar::EventStatus status = calendar::EventStatus::confirmed) {
    Event made = event(title, SampleWall::paris(12, hour, minute), length);
    made.details.kind = EventKind::programming;
    made.details.place = {.here = true, .room = room};
    made.details.status = status;
    put(made);
    return *this;
  }
  [[nodiscard]] HereView here() const { return shown<HereView>(); }
  [[nodiscard]] std::string state_of(std::size_t room) const { return plain(here().rooms.at(room).state); }
};

}  // namespace

TEST(HereToday, NamesEveryRoomOfTheHouseInItsOrderThenOthers) {
  House house;
  house.use("Répétition", "Cave", 20, 0, hours{1}).use("Couture", "atelier", 20, 0, hours{1});
  house.use("Accueil", "", 9, 0, hours{2});
  const HereView view = house.here();
  ASSERT_EQ(view.rooms.size(), 4U);
  EXPECT_EQ(view.rooms[0].name, "Grande salle");
  EXPECT_EQ(view.rooms[1].name, "Atelier") << "written as the hub writes it";
  EXPECT_EQ(view.rooms[1].rows.at(0).title, "Couture");
  EXPECT_EQ(view.rooms[2].name, "Cave");
  EXPECT_EQ(view.rooms[3].name, "Ailleurs dans la maison");
  EXPECT_EQ(view.rooms[3].state, "") << "nothing to be free";
  EXPECT_EQ(plain(view.rooms[3].rows.at(0).time), "9 h – 11 h");
  EXPECT_EQ(view.date, "jeudi 12 mars");
}

TEST(HereToday, ARoomIsInUseUntilTheLastOfWhatFollowsWithoutAGap) {
  House house;
  house.use("Couture", "Atelier", 18, 0, hours{1}).use("Tricot", "Atelier", 19, 0, minutes{45});
  house.use("Broderie", "Atelier", 21, 0, hours{1});
  EXPECT_EQ(house.state_of(1), "en cours jusqu’à 19 h 45");
  EXPECT_TRUE(house.here().rooms[1].in_use);
  EXPECT_EQ(house.state_of(0), "libre jusqu’au soir");
}

TEST(HereToday, ARoomIsFreeUntilTheNextUseThatIsNotCancelled) {
  House house;
  house.use("Annulé", "Atelier", 18, 0, hours{1}, calendar::EventStatus::cancelled);
  house.use("Broderie", "Atelier", 21, 0, hours{1}).use("Ce matin", "Atelier", 9, 0, hours{1});
  EXPECT_EQ(house.state_of(1), "libre jusqu’à 21 h");
  const HereView view = house.here();
  EXPECT_FALSE(view.rooms[1].in_use);
  ASSERT_EQ(view.rooms[1].rows.size(), 3U);
  EXPECT_TRUE(view.rooms[1].rows[0].past);
  EXPECT_TRUE(view.rooms[1].rows[1].struck);
}

TEST(HereToday, WhatLastsBeyondMidnightKeepsTheRoomForTheDay) {
  House house;
  house.use("Bal", "Grande salle", 18, 0, hours{8});
  EXPECT_EQ(house.state_of(0), "en cours jusqu’au soir");
}

TEST(HereToday, WhatIsInTownOrAnotherDayOrMergedAwayIsNotHere) {
  House house;
  house.put(CalendarStory::event("Marche", SampleWall::paris(12, 20, 0), hours{1}));
  house.put(CalendarStory::event("Demain", SampleWall::paris(13, 20, 0), hours{1}));
  house.use("Couture", "Atelier", 20, 0, hours{1});
  Event same = CalendarStory::event("Couture aussi", SampleWall::paris(12, 20, 0), hours{1}, "Climat 10e");
  same.details.place = {.here = true, .room = "Atelier"};
  same.merged_into = CalendarStory::event("Couture", SampleWall::paris(12, 20, 0), hours{1}).id;
  house.put(same);
  std::vector<std::string> seen;
  for (const RoomView& room : house.here().rooms)
    for (const RowView& row : room.rows) seen.push_back(row.title);
  EXPECT_EQ(seen, std::vector<std::string>{"Couture"});
}

TEST(HereToday, ResidentsAreInTheOrderOfTheAlphabetWithTheirRooms) {
  House house;
  house.organization("Zébulon", "Atelier", Residency::resident);
  house.organization("Écrivains publics", "Accueil", Residency::resident);
  house.organization("De passage", "", Residency::external);
  Organization suspended{.id = CalendarStory::organization_of("Parti"),
                         .details = {.name = "Parti", .residency = Residency::resident},
                         .trust = Trust::suspended,
                         .seen_by_wall = true};
  house.put(suspended);
  const HereView view = house.here();
  ASSERT_EQ(view.residents.size(), 2U);
  EXPECT_EQ(view.residents[0].name, "Écrivains publics");
  EXPECT_EQ(view.residents[0].room, "Accueil");
  EXPECT_EQ(view.residents[1].name, "Zébulon");
}

}  // namespace mur::test
