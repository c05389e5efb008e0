// Events, needs, notices and their review. It is noon of Saturday 14 March 2026.
#include <gtest/gtest.h>

#include "tests/broker/ctl/ctl_hub.h"

namespace mur::test {
namespace {

class EventCommands : public ::testing::Test {
 protected:
  EventCommands() {
    hub.broker().add_organization("Cantine des Tilleuls");
    const OrganizationId cambouis = hub.broker().add_organization("Cambouis", Trust::newcomer);
    hub.add_key("theo", Role::owner, cambouis);
    hub.start();
  }
  std::string first_id(const std::vector<std::string>& words) {
    const auto objects = hub.murctl(words).objects();
    EXPECT_FALSE(objects.empty());
    return objects.empty() ? "" : objects[0]["id"].get<std::string>();
  }

  CtlHub hub;
};

TEST_F(EventCommands, AnEventIsAddedListedAndShown) {
  const Said added =
      hub.murctl({"event", "add", "--organization", "cantine des tilleuls", "--title", "Cuisine", "--start",
                  "2026-03-21 18:30", "--minutes", "150", "--place", "Grande salle", "--here", "--price", "5 € / 3 €"});
  ASSERT_EQ(added.code, 0) << added.err;
  EXPECT_TRUE(added.out.contains("on the wall")) << added.out;

  const Said list = hub.murctl({"event", "list"});
  EXPECT_TRUE(list.out.contains("Sat 2026-03-21 18:30–21:00  Cuisine")) << list.out;
  const auto objects = hub.murctl({"event", "list", "--json"}).objects();
  ASSERT_EQ(objects.size(), 1U);
  EXPECT_EQ(objects[0]["start"], "2026-03-21T17:30:00Z");

  const Said shown = hub.murctl({"event", "show", objects[0]["id"].get<std::string>().substr(0, 6)});
  EXPECT_TRUE(shown.out.contains("price        5 € / 3 €")) << shown.out;
}

TEST_F(EventCommands, EverythingThatAPersonSaysOfAnEventIsShown) {
  const Said added = hub.murctl({"event",
                                 "add",
                                 "--organization",
                                 "Cambouis",
                                 "--title",
                                 "Atelier",
                                 "--start",
                                 "2026-03-21 14:00",
                                 "--room",
                                 "grande salle",
                                 "--access",
                                 "step-free=yes",
                                 "--access",
                                 "lift=no",
                                 "--full",
                                 "--organizer",
                                 "Les Mains noires",
                                 "--image",
                                 "https://x.example/a.png",
                                 "--conference",
                                 "https://visio.example/a",
                                 "--link",
                                 "https://x.example/a.pdf",
                                 "--link",
                                 "https://x.example/b.pdf",
                                 "--position",
                                 "48.872,2.3634"});
  ASSERT_EQ(added.code, 0) << added.err;
  const auto event = hub.murctl({"event", "show", first_id({"event", "list", "--json"}), "--json"}).objects().at(0);
  EXPECT_EQ(event["kind"], "here");
  EXPECT_EQ(event["place"]["here"], true);
  EXPECT_EQ(event["place"]["room"], "Grande salle");
  EXPECT_EQ(event["access"], "step-free=yes lift=no");
  EXPECT_EQ(event["full"], true);
  EXPECT_EQ(event["organizer"], "Les Mains noires");
  EXPECT_EQ(event["image"], "https://x.example/a.png");
  EXPECT_EQ(event["conference"], "https://visio.example/a");
  EXPECT_EQ(event["links"].size(), 2U);
  EXPECT_DOUBLE_EQ(event["position"]["longitude"].get<double>(), 2.3634);
  const Said shown = hub.murctl({"event", "show", event["id"].get<std::string>()});
  EXPECT_TRUE(shown.out.contains("room         Grande salle")) << shown.out;
  EXPECT_TRUE(shown.out.contains("kind         here")) << shown.out;
}

TEST_F(EventCommands, WhereAnEventIsFollowsFromItsPlaceUnlessSomeoneSaysIt) {
  const auto kind_of = [&](const std::vector<std::string>& place) {
    std::vector<std::string> words{"event",   "add", "--organization", "Cambouis",
                                   "--title", "A",   "--start",        "2026-03-21"};
    words.insert(words.end(), place.begin(), place.end());
    const Said added = hub.murctl(words);
    EXPECT_EQ(added.code, 0) << added.err;
    const auto id = added.out.substr(added.out.find(" as ") + 4, 8);
    const auto event = hub.murctl({"event", "show", id, "--json"}).objects().at(0);
    return event["kind"].get<std::string>() + "/" + event["place"].value("room", "");
  };
  EXPECT_EQ(kind_of({"--place", "Cuisine"}), "here/Cuisine");
  EXPECT_EQ(kind_of({"--address", "31 rue des Récollets"}), "here/");
  EXPECT_EQ(kind_of({"--place", "Parc Villemin"}), "in-town/");
  EXPECT_EQ(kind_of({"--place", "Devant la porte", "--here"}), "here/");
  EXPECT_EQ(kind_of({"--place", "Cuisine", "--kind", "in-town"}), "in-town/");
}

TEST_F(EventCommands, AWrongPlaceIsRefusedWithWhatIsRight) {
  const auto refused = [&](const std::vector<std::string>& place) {
    std::vector<std::string> words{"event",   "add", "--organization", "Cambouis",
                                   "--title", "A",   "--start",        "2026-03-21"};
    words.insert(words.end(), place.begin(), place.end());
    const Said said = hub.murctl(words);
    EXPECT_EQ(said.code, 2);
    return said.err;
  };
  const std::string room = refused({"--room", "Cave"});
  EXPECT_TRUE(room.contains("\"Cuisine\", \"Grande salle\"")) << room;
  EXPECT_TRUE(refused({"--room", "Cuisine", "--kind", "in-town"}).contains("leave them or --kind in-town out"));
  EXPECT_TRUE(refused({"--kind", "outside"}).contains("in-town"));
  EXPECT_TRUE(refused({"--access", "lift=maybe"}).contains("lift=unknown"));
  EXPECT_TRUE(refused({"--position", "91,2"}).contains("48.8566,2.3522"));
}

TEST_F(EventCommands, OneDateOfASeriesIsCancelledAndTheOthersStay) {
  ASSERT_EQ(hub.murctl({"event", "add", "--organization", "Cambouis", "--title", "Atelier", "--start",
                        "2026-03-18 14:00", "--minutes", "180", "--rule", "FREQ=WEEKLY"})
                .code,
            0);
  const std::string id = first_id({"event", "list", "--json"});
  const Said wrong_day = hub.murctl({"event", "cancel", id, "--on", "2026-03-26"});
  EXPECT_EQ(wrong_day.code, 1);
  const Said cancelled = hub.murctl({"event", "cancel", id, "--on", "2026-03-25"});
  ASSERT_EQ(cancelled.code, 0);
  EXPECT_FALSE(cancelled.out.contains("on the wall")) << cancelled.out;
  std::vector<std::pair<std::string, bool>> seen;
  for (const auto& line : hub.murctl({"event", "list", "--to", "2026-04-02", "--json"}).objects())
    seen.emplace_back(line["start"], line["cancelled"]);
  EXPECT_EQ(seen,
            (std::vector<std::pair<std::string, bool>>{
                {"2026-03-18T13:00:00Z", false}, {"2026-03-25T13:00:00Z", true}, {"2026-04-01T12:00:00Z", false}}));
}

TEST_F(EventCommands, AWholeDayLastsThroughTheDayThatIsNamedLast) {
  ASSERT_EQ(hub.murctl({"event", "add", "--organization", "Cambouis", "--title", "Fête", "--start", "2026-03-21",
                        "--end", "2026-03-22"})
                .code,
            0);
  EXPECT_TRUE(hub.murctl({"event", "list"}).out.contains("Sat 2026-03-21 – Sun 2026-03-22"));
}

TEST_F(EventCommands, WhatANewOrganizationSaysWaitsAndIsApproved) {
  const Said added =
      hub.murctl_as("theo", {"event", "add", "--title", "Atelier", "--start", "2026-03-18 14:00", "--minutes", "60"});
  ASSERT_EQ(added.code, 0) << added.err;
  EXPECT_TRUE(added.out.contains("waits for review")) << added.out;
  const Said queue = hub.murctl({"queue"});
  EXPECT_TRUE(queue.out.contains("Atelier  Cambouis  Wed 2026-03-18 14:00")) << queue.out;

  const std::string id = first_id({"queue", "--json"});
  EXPECT_TRUE(hub.murctl({"approve", id}).out.contains("on the wall"));
  EXPECT_EQ(hub.murctl({"queue"}).out, "Nothing waits for review.\n");
  EXPECT_TRUE(hub.murctl({"approve", id}).out.contains("it was so already"));
}

TEST_F(EventCommands, OneWrongIdDoesNotKeepTheOthersFromBeingApproved) {
  ASSERT_EQ(hub.murctl_as("theo", {"event", "add", "--title", "Atelier", "--start", "2026-03-18"}).code, 0);
  const std::string id = first_id({"queue", "--json"});
  const Said said = hub.murctl({"approve", "00000000", id});
  EXPECT_EQ(said.code, 1);
  EXPECT_TRUE(said.out.contains("on the wall")) << said.out;
  EXPECT_TRUE(said.err.contains("00000000")) << said.err;
}

TEST_F(EventCommands, ARefusalNeedsOneOfTheChartersReasons) {
  ASSERT_EQ(hub.murctl_as("theo", {"event", "add", "--title", "Soldes", "--start", "2026-03-18"}).code, 0);
  const std::string id = first_id({"queue", "--json"});
  const Said vague = hub.murctl({"refuse", id, "--reason", "boring"});
  EXPECT_EQ(vague.code, 2);
  EXPECT_TRUE(vague.err.contains("advert, paid-work")) << vague.err;
  EXPECT_EQ(hub.murctl({"refuse", id, "--reason", "advert", "--note", "Pas de ventes ici"}).code, 0);
  const auto shown = hub.murctl({"event", "show", id, "--json"}).objects();
  ASSERT_EQ(shown.size(), 1U);
  EXPECT_EQ(shown[0]["moderation"]["status"], "refused");
  EXPECT_EQ(shown[0]["moderation"]["reason"], "advert");
  EXPECT_EQ(shown[0]["moderation"]["note"], "Pas de ventes ici");
}

TEST_F(EventCommands, WhatIsHiddenComesBack) {
  ASSERT_EQ(hub.murctl({"event", "add", "--organization", "Cambouis", "--title", "A", "--start", "2026-03-18"}).code,
            0);
  const std::string id = first_id({"event", "list", "--json"});
  EXPECT_TRUE(hub.murctl({"hide", id, "--reason", "hoax"}).out.contains("hidden"));
  EXPECT_TRUE(hub.murctl({"unhide", id}).out.contains("on the wall"));
}

TEST_F(EventCommands, ANeedWithItsSlotsIsAddedListedAndClosed) {
  const Said added = hub.murctl({"need", "add", "--organization", "Cantine des Tilleuls", "--title", "Servir", "--slot",
                                 "Servir à table;wanted=4;start=2026-03-21 18:30;minutes=150", "--slot",
                                 "Chaises;wanted=12;unit=chaises"});
  ASSERT_EQ(added.code, 0) << added.err;
  const Said list = hub.murctl({"need", "list"});
  EXPECT_TRUE(list.out.contains("Servir à table: 4 of 4 missing, Sat 2026-03-21 18:30")) << list.out;
  EXPECT_TRUE(list.out.contains("Chaises: 12 of 12 chaises missing")) << list.out;
  EXPECT_TRUE(hub.murctl({"need", "close", first_id({"need", "list", "--json"})}).out.contains("closed"));
}

TEST_F(EventCommands, ANoticeStandsUntilItsTime) {
  EXPECT_EQ(hub.murctl({"notice", "add", "Fermé demain", "--until", "2026-03-15 20:00"}).code, 0);
  EXPECT_EQ(hub.murctl({"notice", "add", "Fermé hier", "--until", "2026-03-13 20:00"}).code, 1);
}

TEST_F(EventCommands, NothingAPersonTypedMovesTheTerminal) {
  ASSERT_EQ(
      hub.murctl({"event", "add", "--organization", "Cambouis", "--title", "A\u202Eb", "--start", "2026-03-18"}).code,
      0);
  EXPECT_FALSE(hub.murctl({"event", "list"}).out.contains("\u202E"));
}

}  // namespace
}  // namespace mur::test
