// "The soup kitchen needs people on Saturday", played by murctl alone: the visitors at the desk, the organization with
// its own key.
#include <gtest/gtest.h>

#include "tests/broker/ctl/ctl_hub.h"
#include "tests/support/fake_clock.h"

namespace mur::test {
namespace {

using namespace std::chrono_literals;

class ReplyCommands : public ::testing::Test {
 protected:
  ReplyCommands() {
    hub.add_key("cook", Role::owner, hub.broker().add_organization("La Cantine"));
    hub.add_key("mechanic", Role::owner, hub.broker().add_organization("Cambouis"));
    hub.start();
    const Said added = hub.murctl_as("cook", {"need", "add", "--title", "Servir la soupe", "--slot",
                                              "Servir;wanted=1;start=2026-03-21 18:00;minutes=180;welcomed_by=Awa;"
                                              "where=Cuisine"});
    EXPECT_EQ(added.code, 0) << added.err;
    need = hub.murctl({"need", "list", "--json"}).objects().at(0)["id"];
  }

  struct Person {
    std::string reply;
    std::string code;
    std::string status;
  };
  Person answer(const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"--json", "need", "answer", need};
    words.insert(words.end(), more.begin(), more.end());
    const Said said = hub.murctl(words);
    EXPECT_EQ(said.code, 0) << said.err;
    if (said.code != 0) return {};
    const auto object = said.objects().at(0);
    return {.reply = object["reply"], .code = object["code"], .status = object["status"]};
  }
  std::string status_of(const Person& person) {
    const auto objects = hub.murctl({"--json", "ticket", "show", person.code}).objects();
    return objects.empty() ? "" : objects.at(0)["reply"]["status"].get<std::string>();
  }

  FakeClock clock{TimePoint{std::chrono::sys_days{std::chrono::year{2026} / 3 / 16} + 11h}};
  CtlHub hub{clock};
  std::string need;
};

TEST_F(ReplyCommands, ThePlaceIsHeldTheNextWaitsAndMovesUpAndTheyMeet) {
  const Person first = answer({"--first-name", "Ana", "--phone", "06 12 34 56 78", "--age", "adult"});
  const Person second = answer();
  EXPECT_EQ(first.status, "held");
  EXPECT_EQ(second.status, "listed");

  const Said listed = hub.murctl_as("cook", {"reply", "list"});
  EXPECT_EQ(listed.code, 0) << listed.err;
  EXPECT_TRUE(listed.out.contains("Ana")) << listed.out;
  EXPECT_FALSE(listed.out.contains("06 12")) << listed.out;
  const Said before = hub.murctl_as("cook", {"contact", "open", first.reply, "--reason", "dire où venir"});
  EXPECT_NE(before.code, 0) << "not before it has accepted what it may do with them";
  EXPECT_TRUE(before.err.contains("charter")) << before.err;
  EXPECT_EQ(hub.murctl_as("cook", {"charter", "accept"}).code, 0);
  EXPECT_EQ(hub.murctl_as("cook", {"contact", "open", first.reply, "--reason", "dire où venir"}).out,
            "06 12 34 56 78\n");
  EXPECT_NE(hub.murctl_as("mechanic", {"contact", "open", first.reply, "--reason", "curieux"}).code, 0);

  EXPECT_EQ(hub.murctl_as("cook", {"reply", "accept", first.reply}).code, 0);
  const Said ticket = hub.murctl({"ticket", "show", first.code});
  EXPECT_TRUE(ticket.out.contains("Awa")) << ticket.out;
  EXPECT_TRUE(ticket.out.contains("Cuisine")) << ticket.out;
  EXPECT_FALSE(hub.murctl({"ticket", "show", second.code}).out.contains("Awa")) << "not before a yes";

  EXPECT_EQ(hub.murctl({"ticket", "withdraw", first.code}).code, 0);
  EXPECT_EQ(status_of(second), "held") << "who waited moves up";
  EXPECT_EQ(hub.murctl_as("cook", {"reply", "accept", second.reply}).code, 0);
  EXPECT_NE(hub.murctl_as("cook", {"reply", "met", second.reply}).code, 0) << "it has not begun";

  clock.pass(std::chrono::days{5} + 10h);
  EXPECT_EQ(hub.murctl({"ticket", "tell", second.code, "--met"}).code, 0);
  EXPECT_EQ(status_of(second), "met");
}

TEST_F(ReplyCommands, OfARotaOneDateOrEachIsTaken) {
  const Said added =
      hub.murctl_as("cook", {"need", "add", "--title", "Tenir le bar", "--slot",
                             "Servir;wanted=1;start=2026-03-19 18:00;minutes=240;every=week;until=2026-04-30"});
  ASSERT_EQ(added.code, 0) << added.err;
  for (const auto& one : hub.murctl({"need", "list", "--json"}).objects())
    if (one["title"] == "Tenir le bar") need = one["id"];

  EXPECT_EQ(answer({"--date", "2026-03-26 18:00"}).status, "held");
  const Person waits = answer({"--date", "2026-03-26 18:00"});
  EXPECT_EQ(waits.status, "listed");
  EXPECT_EQ(answer({"--date", "2026-04-02 18:00"}).status, "held");
  const Person next = answer({"--date", "2026-04-02 18:00"});
  EXPECT_EQ(hub.murctl({"--json", "ticket", "show", next.code}).objects().at(0)["reply"]["waiting"], 1)
      << "the first in line of that date";
  EXPECT_EQ(answer().status, "listed") << "no place is free each time";
  EXPECT_TRUE(hub.murctl({"need", "answer", need, "--date", "2026-03-27 18:00"}).err.contains("no date"));
}

TEST_F(ReplyCommands, ARefusalCarriesItsReasonToTheTicket) {
  const Person person = answer();
  EXPECT_EQ(hub.murctl_as("cook", {"reply", "decline", person.reply, "--reason", "enough", "--note", "Merci !"}).code,
            0);
  const Said ticket = hub.murctl({"ticket", "show", person.code});
  EXPECT_TRUE(ticket.out.contains("enough people already: Merci !")) << ticket.out;
  EXPECT_TRUE(hub.murctl_as("cook", {"reply", "list"}).out.contains("Nobody has answered"));
}

TEST_F(ReplyCommands, TwoAnswersThatNobodyDecidesPauseTheNeedsUntilTheOrganizationResumes) {
  const Said added = hub.murctl_as("cook", {"need", "add", "--title", "Tenir le bar", "--slot", "Servir;wanted=5"});
  ASSERT_EQ(added.code, 0) << added.err;
  for (const auto& one : hub.murctl({"need", "list", "--json"}).objects())
    if (one["title"] == "Tenir le bar") need = one["id"];
  answer();
  answer();
  clock.pass(std::chrono::days{3} + 1h);
  ASSERT_EQ(hub.murctl({"need", "answer", need}).code, 1);

  for (const auto& words : {std::vector<std::string>{"need", "list"}, {"organization", "list"}}) {
    const Said said = hub.murctl_as("cook", words);
    EXPECT_TRUE(said.out.contains("murctl organization resume")) << said.out;
  }
  EXPECT_TRUE(hub.murctl({"status"}).out.contains("the needs of 1 organization")) << "staff hears of it";
  EXPECT_NE(hub.murctl_as("mechanic", {"organization", "resume", "La Cantine"}).code, 0);

  EXPECT_EQ(hub.murctl_as("cook", {"organization", "resume"}).code, 0);
  EXPECT_FALSE(hub.murctl_as("cook", {"need", "list"}).out.contains("paused"));
  EXPECT_EQ(hub.murctl({"--json", "need", "answer", need}).code, 0);
}

TEST_F(ReplyCommands, AfterThreeDecisionsItIsSaidHowLongTheyUsuallyTake) {
  const auto pace = [&] {
    for (const auto& one : hub.murctl({"organization", "list", "--json"}).objects())
      if (one["name"] == "La Cantine") return one.value("answers_in_minutes", -1);
    return -2;
  };
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(pace(), -1);
    const Person person = answer();
    clock.pass(5h);
    ASSERT_EQ(hub.murctl_as("cook", {"reply", "decline", person.reply, "--reason", "other"}).code, 0);
  }
  EXPECT_EQ(pace(), 300);
  EXPECT_TRUE(hub.murctl({"organization", "list"}).out.contains("5 hours"));
}

TEST_F(ReplyCommands, MistakesAreSaidWithARemedy) {
  EXPECT_TRUE(hub.murctl({"need", "answer", need, "--slot", "Cuisiner"}).err.contains("\"Servir\""));
  EXPECT_TRUE(hub.murctl({"need", "answer", need, "--phone", "06 12 34 56 78"}).err.contains("--age"));
  EXPECT_TRUE(hub.murctl({"need", "come", need}).err.contains("within two hours"));
  const Person person = answer();
  EXPECT_TRUE(hub.murctl_as("cook", {"reply", "decline", person.reply, "--reason", "bad"}).err.contains("other-day"));
  EXPECT_EQ(hub.murctl_as("mechanic", {"reply", "accept", person.reply}).code, 1);
}

}  // namespace
}  // namespace mur::test
