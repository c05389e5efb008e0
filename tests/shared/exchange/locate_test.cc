#include "shared/exchange/locate.h"

#include <gtest/gtest.h>

namespace mur::exchange {
namespace {

Hub the_hub() {
  Hub hub;
  hub.name = "La Base";
  hub.address = "31, rue Bichat, 75010 Paris";
  hub.rooms = {"Salle", "Petite salle", "Café"};
  return hub;
}

EventDetails at(const std::string& place, const std::string& address = "") {
  EventDetails details;
  details.place = {.name = place, .address = address};
  locate(details, the_hub());
  EXPECT_EQ(details.kind == EventKind::programming, details.place.here);
  EXPECT_EQ(details.place.name, place);
  return details;
}

TEST(Locate, APlaceThatNamesARoomIsHereInThatRoom) {
  EXPECT_TRUE(at("CAFE, 1er étage").place.here);
  EXPECT_EQ(at("CAFE, 1er étage").place.room, "Café");
  EXPECT_EQ(at("Petite salle").place.room, "Petite salle");
  EXPECT_EQ(at("Salle").place.room, "Salle");
  EXPECT_FALSE(at("Les cafés du quartier").place.here);
}

TEST(Locate, TheHubsNameOrAddressIsHereWithoutARoom) {
  for (const char* place :
       {"la base", "Paris, LA BASE (75010)", "31 rue Bichat, 75010 Paris, France", "31, Rue Bichat"}) {
    EXPECT_TRUE(at(place).place.here) << place;
    EXPECT_EQ(at(place).place.room, "") << place;
  }
  EXPECT_TRUE(at("Chez nous", "31 rue Bichat").place.here);
}

TEST(Locate, AnotherPlaceIsInTown) {
  for (const char* place : {"", "Place de la République", "131 rue Bichat, Paris", "rue Bichat", "75010 Paris",
                            "31 rue Bichat, 69003 Lyon", "La Baserie"})
    EXPECT_FALSE(at(place).place.here) << place;
}

TEST(Locate, ARoomOrAHubOfThatNameUnderAnotherPostalCodeIsInTown) {
  EXPECT_FALSE(at("Café du Luxembourg, 75006 Paris").place.here);
  EXPECT_EQ(at("Café du Luxembourg, 75006 Paris").place.room, "");
  EXPECT_FALSE(at("La Base", "1 cours Lafayette, 69003 Lyon").place.here);
  EXPECT_EQ(at("Café, 75010 Paris").place.room, "Café");

  Hub nowhere = the_hub();
  nowhere.address = "rue Bichat, Paris";  // nothing to compare with
  EventDetails details;
  details.place.name = "Café, 75010 Paris";
  locate(details, nowhere);
  EXPECT_EQ(details.place.room, "Café");
}

TEST(Locate, AHubThatSaysNothingOfItselfIsNowhere) {
  EventDetails details;
  details.place.name = "Salle des fêtes";
  details.place.here = true;
  locate(details, Hub{});
  EXPECT_EQ(details.kind, EventKind::mobilization);
  EXPECT_FALSE(details.place.here);
}

}  // namespace
}  // namespace mur::exchange
