// "I start a group": three join, the hub proposes a date, everyone is told.
#include <gtest/gtest.h>

#include "tests/broker/ctl/ctl_hub.h"
#include "tests/support/fake_clock.h"

namespace mur::test {
namespace {

using namespace std::chrono_literals;

class IdeaCommands : public ::testing::Test {
 protected:
  IdeaCommands() {
    hub.start();
    must({"organization", "add", "La Cantine", "--trust", "trusted", "--guarantor", "W751234567"});
    const auto added = first({"offer", "add", "--tile", "idea", "--text", "Une chorale du quartier", "--email",
                              "lea@example.org", "--age", "adult"});
    id = added["offer"];
    code = added["code"];
    must({"approve", id});
  }
  Said must(const std::vector<std::string>& words) { return hub.must_as("admin", words); }
  nlohmann::json first(std::vector<std::string> words) {
    words.insert(words.begin(), "--json");
    const auto objects = must(words).objects();
    return objects.empty() ? nlohmann::json{} : objects.at(0);
  }
  /// Returns the ticket's code.
  std::string join(const std::string& first_name, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"idea", "join", id, "--first-name", first_name};
    words.insert(words.end(), more.begin(), more.end());
    return first(words)["code"];
  }
  std::string a_rehearsal() {
    must({"event", "add", "--organization", "La Cantine", "--title", "Première répétition", "--start",
          "2026-03-26 19:00", "--minutes", "120", "--room", "Grande salle"});
    return first({"event", "list"})["id"];
  }

  FakeClock clock{TimePoint{std::chrono::sys_days{std::chrono::year{2026} / 3 / 16} + 11h}};
  CtlHub hub{clock};
  std::string id;
  std::string code;  ///< its author's
};

TEST_F(IdeaCommands, OnceThreeHaveJoinedADateIsProposedAndEveryoneIsTold) {
  EXPECT_TRUE(must({"idea", "list"}).out.contains("waits for others"));
  const std::string ana = join("Ana", {"--phone", "06 12 34 56 78", "--age", "adult"});
  join("Luc");
  EXPECT_TRUE(must({"idea", "list"}).out.contains("waits for others"));
  join("Zoé", {"--email", "zoe@example.org", "--age", "adult"});
  EXPECT_TRUE(must({"idea", "list"}).out.contains("propose a date: `murctl idea date`"));
  EXPECT_EQ(first({"idea", "list"})["joined"], 3);
  EXPECT_TRUE(must({"offer", "show", id}).out.contains("3 others would come"));
  EXPECT_TRUE(must({"outbox", "list", "--json"}).objects().empty());
  EXPECT_TRUE(must({"ticket", "show", ana}).out.contains("waits for"));

  EXPECT_TRUE(must({"idea", "date", id, a_rehearsal()}).out.contains("They meet at \"Première répétition\""));
  EXPECT_TRUE(must({"idea", "list"}).out.contains("meets at \"Première répétition\""));
  std::map<std::string, int> channels;
  for (const auto& telling : must({"outbox", "list", "--json"}).objects()) {
    EXPECT_EQ(telling["news"], "date-set");
    EXPECT_EQ(telling["title"], "idea: Une chorale du quartier");
    ++channels[telling["channel"]];
  }
  EXPECT_EQ(channels, (std::map<std::string, int>{{"letter", 2}, {"desk-calls", 1}, {"ticket", 1}}))
      << "its author, too";

  const auto joined = first({"ticket", "show", ana})["reply"];
  EXPECT_EQ(joined["status"], "accepted");
  EXPECT_EQ(joined["begins"], "2026-03-26T18:00:00Z");
  EXPECT_EQ(joined["where"], "Grande salle");
  const auto own = first({"ticket", "show", code});
  EXPECT_EQ(own["joined"], 3);
  EXPECT_EQ(own["meeting_at"], "2026-03-26T18:00:00Z");
  EXPECT_EQ(own["meeting_place"], "Grande salle");
  EXPECT_TRUE(must({"ticket", "show", code}).out.contains("meet      ")) << must({"ticket", "show", code}).out;
}

TEST_F(IdeaCommands, WhoeverChangesTheirMindIsNotCounted) {
  const std::string ana = join("Ana");
  join("Luc");
  join("Zoé");
  must({"ticket", "withdraw", ana});
  EXPECT_EQ(first({"idea", "list"})["joined"], 2);
  EXPECT_TRUE(must({"idea", "list"}).out.contains("waits for others"));
}

TEST_F(IdeaCommands, WhatIsNoIdeaOrNoEventIsSaid) {
  const std::string offer = first({"offer", "add", "--tile", "repair"})["offer"];
  EXPECT_TRUE(hub.murctl({"idea", "join", offer}).err.contains("starts no group"));
  EXPECT_EQ(hub.murctl({"idea", "join", "ffffffff"}).code, 1);
  const std::string event = a_rehearsal();
  clock.pass(std::chrono::days{11});
  const Said over = hub.murctl({"idea", "date", id, event});
  EXPECT_TRUE(over.err.contains("this event is over")) << over.err;
  must({"ticket", "withdraw", code});
  EXPECT_TRUE(hub.murctl({"idea", "join", id}).err.contains("not on the wall any more"));
}

TEST_F(IdeaCommands, AHubWithoutIdeasSaysSo) {
  CtlHub empty;
  empty.start();
  EXPECT_TRUE(empty.murctl({"idea", "list"}).out.contains("Nobody would start a group"));
}

}  // namespace
}  // namespace mur::test
