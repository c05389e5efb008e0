// Who may connect, organizations, and what murctl ends with.
#include <gtest/gtest.h>

#include "tests/broker/ctl/ctl_hub.h"

namespace mur::test {
namespace {

TEST(OrganizationCommands, AnOrganizationIsAddedTrustedAndListed) {
  CtlHub hub;
  hub.start();
  EXPECT_EQ(hub.murctl({"organization", "add", "Collectif X", "--resident", "--theme", "climat"}).code, 0);
  const Said twice = hub.murctl({"organization", "add", "collectif x"});
  EXPECT_EQ(twice.code, 1);
  EXPECT_TRUE(twice.err.contains("is registered already")) << twice.err;
  EXPECT_EQ(hub.murctl({"organization", "trust", "collectif x", "trusted"}).code, 1);  // nobody vouches
  EXPECT_EQ(hub.murctl({"organization", "trust", "collectif x", "trusted", "--guarantor", "W751234567"}).code, 0);

  const Said list = hub.murctl({"organization", "list", "--json"});
  const auto objects = list.objects();
  ASSERT_EQ(objects.size(), 1U);
  EXPECT_EQ(objects[0]["name"], "Collectif X");
  EXPECT_EQ(objects[0]["residency"], "resident");
  EXPECT_EQ(objects[0]["trust"], "trusted");
  EXPECT_EQ(objects[0]["guarantor"], "W751234567");
}

TEST(KeyCommands, ANewKeyWorksUntilItIsRevoked) {
  CtlHub hub;
  const OrganizationId cantine = hub.broker().add_organization("Cantine");
  static_cast<void>(cantine);
  hub.start();
  const Said made = hub.murctl(
      {"key", "new", "--role", "owner", "--organization", "cantine", "--label", "Ana", "--out", hub.path("ana.key")});
  ASSERT_EQ(made.code, 0) << made.err;
  EXPECT_EQ(hub.murctl_as("ana", {"event", "list"}).code, 0);
  const Said forbidden = hub.murctl_as("ana", {"organization", "add", "Other"});
  EXPECT_EQ(forbidden.code, 1);
  EXPECT_TRUE(forbidden.err.starts_with("murctl: this key may not do that")) << forbidden.err;

  EXPECT_EQ(hub.murctl({"key", "revoke", "Ana"}).code, 0);
  const Said refused = hub.murctl_as("ana", {"event", "list"});
  EXPECT_NE(refused.code, 0);
  EXPECT_TRUE(refused.err.contains("key")) << refused.err;
}

TEST(KeyCommands, AKeyFileIsNeverOverwrittenNorLeftForARefusedKey) {
  CtlHub hub;
  hub.start();
  const std::string there = hub.file("there.key", "mine");
  EXPECT_EQ(hub.murctl({"key", "new", "--role", "kiosk", "--out", there}).code, 1);
  EXPECT_EQ(hub.murctl({"key", "list", "--json"}).objects().size(), 1U);
  EXPECT_EQ(
      hub.murctl({"key", "new", "--role", "kiosk", "--label", std::string(200, 'a'), "--out", hub.path("k.key")}).code,
      1);
  EXPECT_FALSE(std::filesystem::exists(hub.path("k.key")));
}

TEST(ExitCodes, TellUsageFromRefusalFromAnAbsentBroker) {
  CtlHub hub;
  hub.start();
  EXPECT_EQ(hub.murctl({"status"}).code, 0);
  EXPECT_EQ(hub.murctl({"--help"}).code, 0);
  EXPECT_EQ(hub.murctl({"dance"}).code, 2);
  EXPECT_EQ(hub.murctl({"event", "add", "--title", "A"}).code, 2);
  EXPECT_EQ(hub.murctl({"event", "list", "--from", "noon"}).code, 2);
  EXPECT_EQ(hub.murctl({"event", "show", "12345678"}).code, 1);
  hub.broker().stop();
  const Said gone = hub.murctl({"status"});
  EXPECT_EQ(gone.code, 3);
  EXPECT_TRUE(gone.err.contains("no broker answers at tcp://127.0.0.1:")) << gone.err;
  EXPECT_EQ(hub.murctl_as("nobody", {"status"}).code, 1);
}

TEST(ExitCodes, ErrorsAreObjectsWhereObjectsAreAskedFor) {
  CtlHub hub;
  hub.start();
  const Said said = hub.murctl({"--json", "event", "show", "12345678"});
  const auto error = nlohmann::json::parse(said.err);
  EXPECT_EQ(error["error"], "not_found");
  EXPECT_EQ(error["field"], "ID");
  EXPECT_EQ(said.out, "");
}

TEST(BrokerCommands, StatusAuditBackupAndReloadAnswer) {
  CtlHub hub;
  hub.start();
  const auto status = hub.murctl({"status", "--json"}).objects();
  ASSERT_EQ(status.size(), 1U);
  EXPECT_EQ(status[0]["listening"], hub.broker().address());
  EXPECT_EQ(status[0]["clock_suspect"], false);
  EXPECT_TRUE(hub.murctl({"status"}).out.contains("records   ")) << hub.murctl({"status"}).out;

  const Said backup = hub.murctl({"backup", "before-the-move"});
  EXPECT_EQ(backup.code, 0) << backup.err;
  EXPECT_TRUE(std::filesystem::exists(hub.broker().folder() / "backups" / "before-the-move.db"));
  EXPECT_EQ(hub.murctl({"backup", "../out"}).code, 1);
  EXPECT_EQ(hub.murctl({"reload"}).out, "nothing changed\n");
  EXPECT_EQ(hub.murctl({"clock", "accept"}).out, "the clock was not in doubt\n");

  const auto rows = hub.murctl({"audit", "--json"}).objects();
  ASSERT_GE(rows.size(), 2U);
  EXPECT_EQ(rows[0]["action"], "reload");
  EXPECT_EQ(rows[1]["action"], "back_up");
}

TEST(Demo, ARealHubNeverGetsADemonstration) {
  CtlHub hub;
  hub.start();
  const Said said = hub.murctl({"demo", "renew"});
  EXPECT_EQ(said.code, 1);
  EXPECT_TRUE(said.err.contains("this is a real hub")) << said.err;
  EXPECT_EQ(hub.murctl({"event", "list", "--json"}).out, "");
}

}  // namespace
}  // namespace mur::test
