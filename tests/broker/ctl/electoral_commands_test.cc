// Posts that serve a campaign: marked, cleared, and away from the wall while it is silent.
#include <gtest/gtest.h>

#include "tests/broker/ctl/ctl_hub.h"
#include "tests/support/fake_clock.h"

namespace mur::test {
namespace {

using namespace std::chrono_literals;

class ElectoralCommands : public ::testing::Test {
 protected:
  ElectoralCommands() {
    hub.add_key("cook", Role::owner, hub.broker().add_organization("La Cantine"));
    hub.start();
    must("cook", {"need", "add", "--title", "Coller des affiches", "--slot", "Coller"});
    id = need()["id"];
  }
  Said must(const std::string& who, const std::vector<std::string>& words) { return hub.must_as(who, words); }
  nlohmann::json need() { return must("cook", {"--json", "need", "list"}).objects().at(0); }
  std::string status() { return need()["moderation"]["status"]; }
  std::vector<nlohmann::json> listed() { return must("admin", {"--json", "electoral", "list"}).objects(); }
  /// As hub.toml would say.
  void reload(bool publish, std::vector<Silence> silences) {
    auto settings = hub.broker().settings().read().value();
    settings.hub.policy.publish_electoral = publish;
    settings.hub.policy.silences = std::move(silences);
    hub.broker().settings().write(settings);
    must("admin", {"reload"});
  }

  FakeClock clock{TimePoint{std::chrono::sys_days{std::chrono::year{2026} / 3 / 16} + 11h}};
  CtlHub hub{clock};
  std::string id;
};

TEST_F(ElectoralCommands, AHubThatShowsNoneHidesWhatIsMarkedAndBringsItBack) {
  const std::string none = must("admin", {"electoral", "list"}).out;
  EXPECT_TRUE(none.contains("No post serves a campaign.")) << none;
  EXPECT_TRUE(none.contains("This hub shows none ([policy] publish_electoral).")) << none;
  EXPECT_EQ(must("admin", {"electoral", "mark", id}).out, "\"Coller des affiches\" serves a campaign\n");
  EXPECT_EQ(status(), "hidden");
  ASSERT_EQ(listed().size(), 1U);
  EXPECT_EQ(listed()[0]["title"], "Coller des affiches");
  EXPECT_EQ(listed()[0]["reason"], "electoral");

  must("admin", {"electoral", "clear", id});
  EXPECT_EQ(status(), "published");
  EXPECT_TRUE(listed().empty());
}

TEST_F(ElectoralCommands, AHubThatShowsThemIsSilentFromTheEveOfABallotOn) {
  const TimePoint eve{std::chrono::sys_days{std::chrono::year{2026} / 3 / 20} + 23h};
  reload(true, {{.from = eve, .until = eve + 44h}});
  must("admin", {"electoral", "mark", id});
  EXPECT_EQ(status(), "published");
  const std::string text = must("admin", {"electoral", "list"}).out;
  EXPECT_FALSE(text.contains("shows none")) << text;
  EXPECT_TRUE(text.contains("Silence from Sat 2026-03-21 00:00 to Sun 2026-03-22 20:00.")) << text;

  clock.pass(std::chrono::days{5});
  EXPECT_EQ(must("admin", {"reload"}).code, 0);  // a command is when the broker looks at the clock
  EXPECT_EQ(status(), "hidden");
  EXPECT_EQ(listed()[0]["reason"], "silence");
  clock.pass(std::chrono::days{2});
  EXPECT_EQ(must("admin", {"reload"}).code, 0);
  EXPECT_EQ(status(), "published");
  EXPECT_FALSE(must("admin", {"electoral", "list"}).out.contains("Silence")) << "it is over";
}

TEST_F(ElectoralCommands, WhatItsAuthorSaysIsTheirsToTakeBack) {
  const Said refused = hub.murctl_as("cook", {"need", "add", "--title", "Tracter", "--slot", "Tracter", "--electoral"});
  EXPECT_TRUE(refused.out.contains("refused")) << refused.out << refused.err;
  ASSERT_EQ(listed().size(), 1U);
  const Said cleared = hub.murctl({"electoral", "clear", listed()[0]["id"]});
  EXPECT_NE(cleared.code, 0);
  EXPECT_TRUE(cleared.err.contains("ask them to take the category out")) << cleared.err;
  EXPECT_NE(hub.murctl_as("cook", {"electoral", "mark", id}).code, 0) << "only the hub's team marks";
  EXPECT_NE(hub.murctl({"electoral", "mark", "ffffffff"}).code, 0);
}

}  // namespace
}  // namespace mur::test
