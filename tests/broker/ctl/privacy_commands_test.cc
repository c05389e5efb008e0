// All that a ticket's holder left, and all that a hub keeps of people.
#include <gtest/gtest.h>

#include "tests/broker/ctl/ctl_hub.h"
#include "tests/support/fake_clock.h"

namespace mur::test {
namespace {

using namespace std::chrono_literals;

class PrivacyCommands : public ::testing::Test {
 protected:
  PrivacyCommands() {
    hub.add_key("cook", Role::owner, hub.broker().add_organization("La Cantine"));
    hub.start();
  }
  Said must(const std::string& who, const std::vector<std::string>& words) { return hub.must_as(who, words); }
  nlohmann::json first(const std::string& who, std::vector<std::string> words) {
    words.insert(words.begin(), "--json");
    const auto objects = must(who, words).objects();
    return objects.empty() ? nlohmann::json{} : objects.at(0);
  }

  FakeClock clock{TimePoint{std::chrono::sys_days{std::chrono::year{2026} / 3 / 16} + 11h}};
  CtlHub hub{clock};
};

class TicketExports : public PrivacyCommands {};

TEST_F(TicketExports, OfAnOfferHoldItsWordsItsAnswersAndTheMaskedContact) {
  const auto added = first("admin", {"offer", "add", "--tile", "other", "--text", "Je couds", "--first-name", "Aminata",
                                     "--phone", "06 12 34 56 42", "--age", "adult", "--may-be-called"});
  must("admin", {"approve", added["offer"]});
  must("cook", {"offer", "answer", added["offer"], "--note", "Venez mardi, demandez Awa"});
  const Said said = must("admin", {"ticket", "export", added["code"]});
  const auto exported = nlohmann::json::parse(said.out);
  EXPECT_EQ(exported["ticket"]["made_at"], "2026-03-16T11:00:00Z");
  EXPECT_EQ(exported["ticket"]["leads_to"], added["offer"]);
  EXPECT_EQ(exported["left"]["text"], "Je couds");
  EXPECT_EQ(exported["left"]["first_name"], "Aminata");
  EXPECT_EQ(exported["left"]["may_be_called"], true);
  EXPECT_EQ(exported["contact"], (nlohmann::json{{"kind", "phone"}, {"masked", "06 •• •• •• 42"}}));
  ASSERT_EQ(exported["answers"].size(), 1U);
  EXPECT_EQ(exported["answers"][0]["organization"], "La Cantine");
  EXPECT_EQ(exported["answers"][0]["note"], "Venez mardi, demandez Awa");
  EXPECT_FALSE(said.out.contains("12 34 56")) << said.out;
  EXPECT_EQ(first("admin", {"audit", "--most", "1"})["action"], "export_ticket");
}

TEST_F(TicketExports, OfAReplyHoldTheStory) {
  must("cook", {"need", "add", "--title", "Servir la soupe", "--slot", "Servir;start=2026-03-21 18:00;minutes=180"});
  const auto answer = first("admin", {"need", "answer", first("cook", {"need", "list"})["id"], "--first-name", "Ana"});
  must("cook", {"reply", "accept", answer["reply"]});
  clock.pass(std::chrono::days{6});
  must("cook", {"reply", "met", answer["reply"]});
  must("admin", {"ticket", "story", answer["code"], "--text", "On a servi quatre-vingts repas.", "--consent"});
  const auto exported = first("admin", {"ticket", "export", answer["code"]});
  EXPECT_EQ(exported["left"]["title"], "Servir la soupe");
  EXPECT_EQ(exported["left"]["first_name"], "Ana");
  EXPECT_EQ(exported["left"]["status"], "met");
  EXPECT_EQ(exported["contact"], nullptr);
  EXPECT_EQ(exported["story"]["text"], "On a servi quatre-vingts repas.");
}

TEST_F(TicketExports, AreForTheDeskAndForWhoHasTheCode) {
  const std::string code = first("admin", {"offer", "add", "--tile", "repair"})["code"];
  const Said organization = hub.murctl_as("cook", {"ticket", "export", code});
  EXPECT_EQ(organization.code, 1);
  EXPECT_TRUE(organization.err.contains("this key may not do that")) << organization.err;
  const Said mistyped = hub.murctl({"ticket", "export", "ABC"});
  EXPECT_EQ(mistyped.code, 1);
  EXPECT_FALSE(mistyped.err.empty());
  const std::unique_ptr<RandomSource> random = make_system_random();
  const Said unknown = hub.murctl({"ticket", "export", make_ticket(*random).code});
  EXPECT_EQ(unknown.code, 1);
  EXPECT_TRUE(unknown.err.contains("no post has this code")) << unknown.err;
}

TEST_F(PrivacyCommands, TheReportCountsWhatIsKept) {
  first("admin",
        {"offer", "add", "--tile", "repair", "--phone", "06 12 34 56 42", "--age", "adult", "--first-name", "Aminata"});
  const Said report = must("admin", {"privacy", "report"});
  EXPECT_TRUE(report.out.contains("Contacts are taken.\n")) << report.out;
  EXPECT_TRUE(report.out.contains("how long: 30 days after the end of the offer or meeting")) << report.out;
  EXPECT_TRUE(report.out.contains("how long: 7 days after it was sent")) << "in a wall's outbox";
  EXPECT_FALSE(report.out.contains("Aminata") || report.out.contains("56 42")) << report.out;
  std::map<std::string, int> now;
  for (const auto& row : must("admin", {"--json", "privacy", "report"}).objects()) now[row["what"]] = row["now"];
  EXPECT_EQ(now.at("Phone number or e-mail address"), 1);
  EXPECT_EQ(now.at("First name on an offer, if its author wanted it"), 1);
  EXPECT_EQ(now.at("Age class (15–17, adult)"), 1);
  EXPECT_EQ(now.at("First name on an answer"), 0);
  EXPECT_EQ(now.at("The label of a key (a wall, staff, an organization)"), 2);
}

TEST_F(PrivacyCommands, ItSaysWhichSettingsLackBeforeAContactIsTaken) {
  auto settings = hub.broker().settings().read().value();
  settings.hub.privacy.dpo.clear();
  settings.hub.privacy.host.clear();
  hub.broker().settings().write(settings);
  must("admin", {"reload"});
  EXPECT_TRUE(
      must("admin", {"privacy", "report"}).out.contains("No contact is taken: [privacy] in hub.toml lacks dpo, host."));
  const std::string text = must("admin", {"privacy", "register"}).out;
  EXPECT_TRUE(text.contains("| Délégué à la protection des données | … |")) << text;
}

TEST_F(PrivacyCommands, TheRegisterIsWrittenInEitherLanguage) {
  const std::string french = must("admin", {"privacy", "register"}).out;
  EXPECT_TRUE(french.starts_with("# Registre des activités de traitement (RGPD, article 30)\n")) << french;
  EXPECT_TRUE(french.contains("| Responsable du traitement | La Maison commune, 31, rue des Récollets |")) << french;
  EXPECT_TRUE(
      french.contains("| Données | Où | Combien de temps | Qui peut les voir |\n|---|---|---|---|\n| Numéro de "
                      "téléphone ou adresse électronique | "))
      << french;
  EXPECT_FALSE(french.contains('{')) << french;
  const auto english = first("admin", {"privacy", "register", "--language", "en"});
  EXPECT_EQ(english["language"], "en");
  const std::string text = english["text"];
  EXPECT_TRUE(text.starts_with("# Record of processing activities (GDPR, article 30)\n")) << text;
  EXPECT_TRUE(text.contains("| Data | Where | How long | Who may see it |")) << text;
  EXPECT_TRUE(text.contains("| Publication director | Awa Diallo |")) << text;
}

}  // namespace
}  // namespace mur::test
