// What the hub writes to organizations: who waits at half time, and which offers fit.
#include <gtest/gtest.h>

#include "tests/broker/ctl/ctl_hub.h"
#include "tests/support/fake_clock.h"

namespace mur::test {
namespace {

using namespace std::chrono_literals;

class OrganizationOutbox : public ::testing::Test {
 protected:
  OrganizationOutbox() {
    hub.add_key("cook", Role::owner, hub.broker().add_organization("La Cantine"));
    hub.add_key("mechanic", Role::owner, hub.broker().add_organization("Cambouis"));
    hub.start();
  }
  Said must(const std::vector<std::string>& words) { return hub.must_as("admin", words); }
  std::string a_need(const std::vector<std::string>& more) {
    std::vector<std::string> words{"need", "add", "--organization", "La Cantine"};
    words.insert(words.end(), more.begin(), more.end());
    must(words);
    return must({"--json", "need", "list"}).objects().at(0)["id"];
  }
  void an_offer(const std::string& text) {
    const auto added = must({"--json", "offer", "add", "--tile", "other", "--text", text, "--first-name", "Aminata"});
    must({"approve", added.objects().at(0)["offer"]});
  }
  std::vector<nlohmann::json> listed() { return must({"--json", "outbox", "organizations"}).objects(); }

  FakeClock clock{TimePoint{std::chrono::sys_days{std::chrono::year{2026} / 3 / 16} + 11h}};
  CtlHub hub{clock};
};

TEST_F(OrganizationOutbox, AtHalfTimeItIsToldOnceThatSomeoneWaits) {
  const std::string need = a_need({"--title", "Servir la soupe", "--slot", "Servir;wanted=2"});
  must({"need", "answer", need, "--first-name", "Ana", "--phone", "06 12 34 56 78", "--age", "adult"});
  EXPECT_TRUE(must({"outbox", "organizations"}).out.contains("Every organization knows"));
  clock.pass(37h);  // of three days
  ASSERT_EQ(listed().size(), 1U);
  EXPECT_EQ(listed()[0]["organization"], "La Cantine");
  EXPECT_EQ(listed()[0]["waiting"].size(), 1U);
  EXPECT_TRUE(must({"outbox", "organizations"}).out.contains("the desk tells them"));

  const std::string letter = must({"outbox", "organization", "la cantine"}).out;
  EXPECT_TRUE(letter.starts_with("To be told by the desk\n\nQuelqu’un attend votre réponse\n\n")) << letter;
  EXPECT_TRUE(letter.contains("– Servir la soupe, à décider avant le jeudi 19 mars, 12\u00a0h\n")) << letter;
  EXPECT_FALSE(letter.contains("Ana") || letter.contains("06 12")) << letter;

  EXPECT_NE(hub.murctl_as("mechanic", {"outbox", "told", "La Cantine"}).code, 0) << "another organization's";
  EXPECT_TRUE(must({"outbox", "told", "La Cantine"}).out.contains("\"La Cantine\" knows who waits"));
  EXPECT_TRUE(listed().empty());
  const Said again = hub.murctl({"outbox", "told", "La Cantine"});
  EXPECT_NE(again.code, 0);
  EXPECT_TRUE(again.err.contains("murctl outbox organizations")) << again.err;
}

TEST_F(OrganizationOutbox, WithAnAddressItIsALetterAndInTheHubsFirstLanguage) {
  auto settings = hub.broker().settings().read().value();
  settings.hub.languages = {"en", "fr"};
  hub.broker().settings().write(settings);
  must({"reload"});
  must({"organization", "change", "La Cantine", "--email", "cantine@example.org"});
  must({"need", "answer", a_need({"--title", "Servir la soupe", "--slot", "Servir"})});
  clock.pass(37h);
  EXPECT_TRUE(must({"outbox", "organizations"}).out.contains("a letter"));
  const std::string letter = must({"outbox", "organization", "La Cantine"}).out;
  EXPECT_TRUE(letter.starts_with("To cantine@example.org\n\nSomeone waits for your answer\n\nHello La Cantine,\n"))
      << letter;
}

TEST_F(OrganizationOutbox, OffersThatFitAreToldOnceADayAtMost) {
  a_need({"--title", "Des rideaux", "--kind", "skill", "--skill", "couture", "--here", "--slot", "Coudre"});
  an_offer("Couture");
  an_offer("Plomberie");
  ASSERT_EQ(listed().size(), 1U);
  EXPECT_EQ(listed()[0]["fitting"].size(), 1U);
  const std::string letter = must({"outbox", "organization", "La Cantine"}).out;
  EXPECT_TRUE(letter.contains("– Couture (pour «\u00a0Des rideaux\u00a0»)\n")) << letter;
  EXPECT_FALSE(letter.contains("Plomberie") || letter.contains("Aminata")) << letter;
  EXPECT_TRUE(must({"outbox", "told", "La Cantine"}).out.contains("\"La Cantine\" knows of the offers"));

  clock.pass(1h);
  an_offer("Je sais tricoter");
  EXPECT_TRUE(listed().empty()) << "it was told today";
  clock.pass(24h);
  ASSERT_EQ(listed().size(), 1U);
  EXPECT_EQ(listed()[0]["fitting"].size(), 1U) << "only what is new";
}

}  // namespace
}  // namespace mur::test
