// The charter, what an organization says of itself, and consent where it is of a sensitive kind.
#include <gtest/gtest.h>

#include "tests/broker/ctl/ctl_hub.h"

namespace mur::test {
namespace {

class CharterCommands : public ::testing::Test {
 protected:
  CharterCommands() {
    hub.add_key("cook", Role::owner, hub.broker().add_organization("La Cantine"));
    hub.start();
  }
  Said must(const std::string& who, const std::vector<std::string>& words) { return hub.must_as(who, words); }
  nlohmann::json cantine() { return must("cook", {"--json", "organization", "list"}).objects().at(0); }

  CtlHub hub;
};

TEST_F(CharterCommands, TheCharterIsTheHubsInEitherLanguage) {
  const std::string french = must("cook", {"charter", "show"}).out;
  EXPECT_TRUE(french.starts_with("# La charte de La Maison commune\n")) << french;
  EXPECT_TRUE(french.contains("Pour toute question : l'accueil.")) << french;
  EXPECT_FALSE(french.contains('{')) << french;
  const auto english = must("cook", {"--json", "charter", "show", "--language", "en"}).objects().at(0);
  EXPECT_EQ(english["language"], "en");
  EXPECT_TRUE(english["text"].get<std::string>().starts_with("# The charter of La Maison commune\n"));
}

TEST_F(CharterCommands, AnOrganizationAcceptsItOnceAndAnotherOnesIsTheHubsToAccept) {
  EXPECT_TRUE(must("admin", {"organization", "list"}).out.contains("murctl charter accept"));
  EXPECT_FALSE(cantine().contains("charter_accepted_at"));
  EXPECT_TRUE(must("cook", {"charter", "accept"}).out.starts_with("\"La Cantine\" accepts the charter"));
  EXPECT_TRUE(cantine().contains("charter_accepted_at"));
  EXPECT_FALSE(must("admin", {"organization", "list"}).out.contains("murctl charter accept"));
  EXPECT_TRUE(must("cook", {"charter", "accept"}).out.contains("it was so already"));

  EXPECT_TRUE(hub.murctl({"charter", "accept"}).err.contains("say for which one"));
  must("admin", {"organization", "add", "Cambouis"});
  EXPECT_NE(hub.murctl_as("cook", {"charter", "accept", "Cambouis"}).code, 0);
  must("admin", {"charter", "accept", "Cambouis"});
}

class OrganizationChange : public CharterCommands {};

TEST_F(OrganizationChange, SaysAnewWhatIsGivenAndTakesAwayWhatIsEmpty) {
  must("cook", {"organization", "change", "--summary", "On sert 80 repas", "--url", "https://cantine.example.org",
                "--email", "cantine@example.org", "--theme", "Aide alimentaire"});
  must("cook", {"organization", "change", "--url", ""});
  const auto one = cantine();
  EXPECT_EQ(one["summary"], "On sert 80 repas");
  EXPECT_EQ(one["email"], "cantine@example.org");
  EXPECT_EQ(one["themes"], nlohmann::json::array({"food"}));
  EXPECT_FALSE(one.contains("url"));
}

TEST_F(OrganizationChange, ItsNameAndItsRoomAreTheHubsToChange) {
  for (const char* option : {"--name", "--room"}) {
    const Said said = hub.murctl_as("cook", {"organization", "change", option, "La Grande Cantine"});
    EXPECT_NE(said.code, 0);
    EXPECT_TRUE(said.err.contains("are the hub's to change; ask it")) << said.err;
  }
  EXPECT_TRUE(must("admin", {"organization", "change", "La Cantine", "--name", "La Grande Cantine"})
                  .out.starts_with("\"La Grande Cantine\" says so from now on"));
  EXPECT_EQ(cantine()["name"], "La Grande Cantine");
}

TEST_F(OrganizationChange, ItMaySayThatItIsSensitiveAndOnlyTheHubTakesThatBack) {
  EXPECT_TRUE(hub.murctl_as("cook", {"organization", "change", "--sensitive", "secret"}).err.contains("trade-union"));
  must("cook", {"organization", "change", "--sensitive", "party"});
  EXPECT_EQ(cantine()["sensitive"], "party");
  EXPECT_TRUE(hub.murctl_as("cook", {"organization", "change", "--sensitive", "none"}).err.contains("ask its team"));
  must("admin", {"organization", "change", "La Cantine", "--sensitive", "none"});
  EXPECT_FALSE(cantine().contains("sensitive"));
}

class Consent : public CharterCommands {
 protected:
  Consent() {
    must("admin", {"organization", "add", "Entraide Santé", "--trust", "trusted", "--guarantor", "W751234567",
                   "--email", "entraide@example.org", "--sensitive", "health"});
  }
};

TEST_F(Consent, WhoGivesASensitiveOrganizationAContactAgreesToIt) {
  EXPECT_TRUE(must("admin", {"organization", "list"}).out.contains("sensitive (health)"));
  must("admin", {"need", "add", "--organization", "Entraide Santé", "--title", "Tenir la permanence", "--slot",
                 "Accueillir;wanted=5"});
  const std::string need = must("admin", {"--json", "need", "list"}).objects().at(0)["id"];
  const std::vector<std::string> answer{"need", "answer", need, "--phone", "06 12 34 56 78", "--age", "adult"};
  const Said refused = hub.murctl(answer);
  EXPECT_NE(refused.code, 0);
  EXPECT_TRUE(refused.err.contains("the person consents")) << refused.err;
  auto agreed = answer;
  agreed.emplace_back("--consent");
  must("admin", agreed);
  must("admin", {"need", "answer", need});  // without a contact nothing is asked
}

TEST_F(Consent, AYesThatGivesItTheContactSaysSo) {
  const auto added =
      must("admin", {"--json", "offer", "add", "--tile", "repair", "--phone", "06 12 34 56 78", "--age", "adult"})
          .objects()
          .at(0);
  const std::string code = added["code"];
  must("admin", {"offer", "answer", added["offer"], "--organization", "Entraide Santé", "--note", "Venez mardi"});
  EXPECT_TRUE(must("admin", {"ticket", "show", code}).out.contains("wants --consent"));
  const Said refused = hub.murctl({"ticket", "accept", code});
  EXPECT_NE(refused.code, 0);
  EXPECT_TRUE(refused.err.contains("the person consents")) << refused.err;
  must("admin", {"ticket", "accept", code, "--consent"});
  EXPECT_EQ(must("admin", {"--json", "ticket", "show", code}).objects().at(0)["stage"], "promised");
}

}  // namespace
}  // namespace mur::test
