// What a ticket leads to beyond an offer: an event that a stranger proposed, a story of a meeting; and renewal.
#include <gtest/gtest.h>

#include "tests/broker/ctl/ctl_hub.h"
#include "tests/support/fake_clock.h"

namespace mur::test {
namespace {

using namespace std::chrono_literals;

class TicketStories : public ::testing::Test {
 protected:
  TicketStories() {
    hub.add_key("cook", Role::owner, hub.broker().add_organization("La Cantine"));
    hub.add_key("stranger", Role::proposer);
    hub.start();
  }
  Said must(const std::string& who, const std::vector<std::string>& words) { return hub.must_as(who, words); }
  nlohmann::json first(const std::string& who, std::vector<std::string> words) {
    words.insert(words.begin(), "--json");
    const auto objects = must(who, words).objects();
    return objects.empty() ? nlohmann::json{} : objects.at(0);
  }
  nlohmann::json propose() {
    return first("stranger",
                 {"event", "propose", "--title", "Fête des voisins", "--organizer", "Les Voisins du quai", "--start",
                  "2026-03-28 15:00", "--minutes", "240", "--email", "voisins@example.org", "--age", "adult"});
  }

  FakeClock clock{TimePoint{std::chrono::sys_days{std::chrono::year{2026} / 3 / 16} + 11h}};
  CtlHub hub{clock};
};

TEST_F(TicketStories, AnUnknownAssociationProposesAnEventAndOneCommandPutsItOnTheWall) {
  const auto proposed = propose();
  EXPECT_EQ(first("stranger", {"ticket", "show", proposed["code"]})["status"], "pending");
  const auto waiting = first("admin", {"queue"});
  EXPECT_EQ(waiting["title"], "Fête des voisins");
  must("admin", {"approve", waiting["id"]});
  EXPECT_EQ(first("stranger", {"ticket", "show", proposed["code"]})["status"], "published");
  EXPECT_TRUE(must("cook", {"event", "list"}).out.contains("Fête des voisins")) << "as a wall sees it";
  EXPECT_NE(hub.murctl_as("cook", {"contact", "open", proposed["event"], "--reason", "voir"}).code, 0);
  EXPECT_EQ(must("admin", {"contact", "open", proposed["event"], "--reason", "Une question"}).out,
            "voisins@example.org\n");
}

TEST_F(TicketStories, AProposalIsTakenBackByItsTicketWithTheContact) {
  const auto proposed = propose();
  must("stranger", {"ticket", "withdraw", proposed["code"]});
  EXPECT_NE(hub.murctl_as("admin", {"contact", "open", proposed["event"], "--reason", "voir"}).code, 0);
  must("stranger", {"ticket", "restore", proposed["code"]});
  EXPECT_EQ(first("stranger", {"ticket", "show", proposed["code"]})["status"], "pending");
}

TEST_F(TicketStories, NobodyElseProposes) {
  const Said said =
      hub.murctl_as("cook", {"event", "propose", "--title", "x", "--organizer", "y", "--start", "2026-03-28 15:00"});
  EXPECT_NE(said.code, 0);
  EXPECT_NE(hub.murctl_as("stranger", {"event", "propose", "--title", "x", "--start", "2026-03-28 15:00"}).code, 0)
      << "who organizes it is asked for";
}

TEST_F(TicketStories, AMeetingIsToldAboutReadAndTakenBack) {
  must("cook", {"need", "add", "--title", "Servir la soupe", "--slot",
                "Servir;wanted=1;start=2026-03-21 18:00;minutes=180;welcomed_by=Awa"});
  const std::string need = first("cook", {"need", "list"})["id"];
  const auto answer = first("admin", {"need", "answer", need});
  const std::string code = answer["code"];
  const std::vector<std::string> tell{"ticket",       "story", code,       "--text", "On a servi quatre-vingts repas.",
                                      "--first-name", "Ana",   "--consent"};
  EXPECT_NE(hub.murctl_as("admin", tell).code, 0) << "nobody has met yet";
  must("cook", {"reply", "accept", answer["reply"]});
  clock.pass(std::chrono::days{6});
  must("cook", {"reply", "met", answer["reply"]});

  EXPECT_TRUE(must("admin", {"ticket", "show", code}).out.contains("murctl ticket story"));
  EXPECT_TRUE(hub.murctl_as("admin", {"ticket", "story", code, "--text", "x"}).err.contains("shown for a year"));
  must("admin", tell);
  const auto waiting = first("admin", {"queue"});
  EXPECT_EQ(waiting["title"], "On a servi quatre-vingts repas.");
  must("admin", {"approve", waiting["id"]});
  const auto shown = first("cook", {"story", "list"});
  EXPECT_EQ(shown["first_name"], "Ana");
  EXPECT_EQ(shown["organization"], "La Cantine");
  EXPECT_EQ(first("admin", {"ticket", "show", code})["story"]["status"], "published");
  must("admin", {"ticket", "take-story-back", code});
  EXPECT_TRUE(must("cook", {"story", "list"}).out.contains("There is no story yet"));
}

}  // namespace
}  // namespace mur::test
