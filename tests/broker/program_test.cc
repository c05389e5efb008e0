#include <gtest/gtest.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>

#include "broker/config.h"
#include "tests/support/program.h"
#include "tests/support/test_broker.h"

namespace mur::test {
namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// mur-broker as people start it, on a folder as `murctl hub init` makes it.
class BrokerProgram : public testing::Test {
 protected:
  BrokerProgram() { write_settings(); }

  void write_settings() {
    broker::Settings settings = hub.settings().read().value();
    settings.listen = "tcp://127.0.0.1:0";
    settings.log_level = "info";
    std::ofstream(hub.folder() / "hub.toml") << broker::settings_text(settings);
  }
  std::vector<std::string> command(std::vector<std::string> more = {}) {
    std::vector<std::string> words = {MUR_BINARY_DIR "/bin/mur-broker", "--data", hub.folder().string(), "--clock",
                                      "2026-03-14T12:30"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }

  TestBroker hub;  // its folder; it stays off itself
};

TEST_F(BrokerProgram, SaysWhereItListensAndEndsOnSigterm) {
  Program broker(command());
  const auto line = broker.wait_for_line("listening on tcp://127.0.0.1:");
  ASSERT_TRUE(line) << broker.errors();
  EXPECT_FALSE(line->ends_with(":0"));
  EXPECT_EQ("listening on " + text_of(hub.folder() / "broker.address"), *line + "\n");

  broker.signal(SIGTERM);

  EXPECT_EQ(broker.wait(), 0) << broker.errors();
  EXPECT_FALSE(std::filesystem::exists(hub.folder() / "broker.address"));
}

TEST_F(BrokerProgram, WhatItWritesIsItsOwnersOnly) {
  Program broker(command());
  ASSERT_TRUE(broker.wait_for_line("listening on")) << broker.errors();
  broker.signal(SIGINT);
  ASSERT_EQ(broker.wait(), 0);

  Program again(command());
  ASSERT_TRUE(again.wait_for_line("listening on")) << again.errors();
  struct stat about{};
  ASSERT_EQ(::stat((hub.folder() / "broker.address").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 077U, 0U);
}

TEST_F(BrokerProgram, ASecondOneOnTheSameFolderIsSentAway) {
  Program first(command());
  ASSERT_TRUE(first.wait_for_line("listening on")) << first.errors();

  Program second(command());

  EXPECT_EQ(second.wait(), 3);
  EXPECT_NE(second.errors().find(std::to_string(first.pid())), std::string::npos) << second.errors();
}

TEST_F(BrokerProgram, ABusyAddressIsNamed) {
  Program first(command());
  const auto line = first.wait_for_line("listening on ");
  ASSERT_TRUE(line) << first.errors();
  const std::string address = line->substr(std::string("listening on ").size());
  TestBroker other;
  std::filesystem::copy_file(hub.folder() / "hub.toml", other.folder() / "hub.toml");

  Program second({MUR_BINARY_DIR "/bin/mur-broker", "--data", other.folder().string(), "--clock", "2026-03-14T12:30",
                  "--listen", address});

  EXPECT_EQ(second.wait(), 4);
  EXPECT_NE(second.errors().find(address), std::string::npos) << second.errors();
}

TEST_F(BrokerProgram, ChecksSettingsWithoutStarting) {
  Program good(command({"--check-config"}));
  EXPECT_EQ(good.wait(), 0);
  EXPECT_NE(good.output().find("is right"), std::string::npos);

  std::ofstream(hub.folder() / "hub.toml", std::ios::app) << "colour = \"red\"\n";
  Program bad(command({"--check-config"}));
  EXPECT_EQ(bad.wait(), 2);
  EXPECT_NE(bad.errors().find("\"colour\" is not a key of [feeds]"), std::string::npos) << bad.errors();
}

TEST_F(BrokerProgram, AFolderWithoutAHubNamesTheCommandThatMakesOne) {
  const TempFolder empty;

  Program broker({MUR_BINARY_DIR "/bin/mur-broker", "--data", empty.path().string()});

  EXPECT_EQ(broker.wait(), 2);
  EXPECT_NE(broker.errors().find("hub init"), std::string::npos) << broker.errors();
}

TEST_F(BrokerProgram, UsageErrorsAreTwoAndHelpIsZero) {
  EXPECT_EQ(Program({MUR_BINARY_DIR "/bin/mur-broker"}).wait(), 2);
  EXPECT_EQ(Program(command({"--no-such-option"})).wait(), 2);
  EXPECT_EQ(Program({MUR_BINARY_DIR "/bin/mur-broker", "--data", hub.folder().string(), "--clock", "yesterday"}).wait(),
            2);
  EXPECT_EQ(Program(command({"--help"})).wait(), 0);
  Program version({MUR_BINARY_DIR "/bin/mur-broker", "--version"});
  EXPECT_EQ(version.wait(), 0);
  EXPECT_TRUE(version.output().starts_with("mur-broker ")) << version.output();
}

TEST_F(BrokerProgram, AHangupReadsTheSettingsAgainAndABadFileChangesNothing) {
  Program broker(command());
  ASSERT_TRUE(broker.wait_for_line("listening on")) << broker.errors();

  std::ofstream(hub.folder() / "hub.toml", std::ios::app) << "colour = \"red\"\n";
  broker.signal(SIGHUP);
  EXPECT_TRUE(broker.wait_for_error("\"colour\" is not a key of [feeds]")) << broker.errors();

  broker::Settings next = hub.settings().read().value();
  next.hub.name = "La Maison des citoyens";
  next.log_level = "info";
  hub.settings().write(next);
  write_settings();
  broker.signal(SIGHUP);
  EXPECT_TRUE(broker.wait_for_error("changed: hub.name")) << broker.errors();

  broker.signal(SIGTERM);
  EXPECT_EQ(broker.wait(), 0);
}

TEST_F(BrokerProgram, SecretsThatOthersCanReadAreRefused) {
  std::filesystem::permissions(hub.folder() / "secrets" / "hub.key", std::filesystem::perms::group_read,
                               std::filesystem::perm_options::add);

  Program broker(command());

  EXPECT_EQ(broker.wait(), 2);
  EXPECT_NE(broker.errors().find("chmod 600"), std::string::npos) << broker.errors();
}

TEST_F(BrokerProgram, AKilledOneStartsAgain) {
  {
    Program broker(command());
    ASSERT_TRUE(broker.wait_for_line("listening on")) << broker.errors();
    broker.signal(SIGKILL);
    EXPECT_EQ(broker.wait(), 128 + SIGKILL);
  }
  Program again(command());
  EXPECT_TRUE(again.wait_for_line("listening on")) << again.errors();
}

}  // namespace
}  // namespace mur::test
