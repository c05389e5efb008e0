#include "broker/config.h"

#include <gtest/gtest.h>

#include <fstream>

#include "shared/domain/limits.h"
#include "tests/support/temp_folder.h"

namespace mur::broker {
namespace {

constexpr const char* kGood = R"([hub]
name = "La Maison commune"
address = "31, rue des Récollets"
time_zone = "Europe/Paris"
languages = ["fr", "en"]
public_url = "https://mur.example.org"

[policy]
review_hours = 24
publish_presets = false
publish_clean_offers = true
publish_electoral = true
ballots = ["2027-04-11 20:00", "2027-04-25 18:00"]

[privacy]
controller = "La Maison commune"
address = "31, rue des Récollets"
rights_contact = "l'accueil"
dpo = "l'accueil"
publication_director = "Awa Diallo"
host = "La Maison"

[broker]
listen = "tcp://0.0.0.0:7447"
log_level = "debug"

[feeds]
fetch = false
allow_addresses = ["10.0.0.0/8", "::1"]
ca_file = "/etc/mur/ca.pem"
proxy = "http://proxy.example.org:3128"
)";

std::string faults_of(std::string_view text) {
  const auto read = parse_settings(text, "hub.toml");
  EXPECT_FALSE(read);
  if (read) return {};
  EXPECT_EQ(read.error().code, Errc::invalid);
  return read.error().message;
}

/// kGood with one line changed.
std::string with(const std::string& line, const std::string& instead) {
  std::string text = kGood;
  const auto at = text.find(line);
  EXPECT_NE(at, std::string::npos) << line;
  return text.replace(at, line.size(), instead);
}

TimePoint utc(int year, unsigned month, unsigned day, int hour) {
  return TimePoint{std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}}} +
         std::chrono::hours{hour};
}

TEST(Config, ReadsEveryKey) {
  const auto read = parse_settings(kGood, "hub.toml");

  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->hub.name, "La Maison commune");
  EXPECT_EQ(read->hub.address, "31, rue des Récollets");
  EXPECT_EQ(read->hub.time_zone, "Europe/Paris");
  EXPECT_EQ(read->hub.languages, (std::vector<std::string>{"fr", "en"}));
  EXPECT_EQ(read->hub.public_url, "https://mur.example.org");
  EXPECT_FALSE(read->hub.demo);
  EXPECT_EQ(read->hub.policy.review_hours, 24);
  EXPECT_FALSE(read->hub.policy.publish_presets);
  EXPECT_TRUE(read->hub.policy.publish_clean_offers);
  EXPECT_TRUE(read->hub.policy.publish_electoral);
  EXPECT_EQ(read->hub.policy.silences,
            (std::vector<Silence>{{.from = utc(2027, 4, 9, 22), .until = utc(2027, 4, 11, 18)},
                                  {.from = utc(2027, 4, 23, 22), .until = utc(2027, 4, 25, 16)}}))
      << "from the eve, 0 h in Paris, to the close of polls";
  EXPECT_TRUE(takes_contacts(read->hub));
  EXPECT_EQ(read->listen, "tcp://0.0.0.0:7447");
  EXPECT_EQ(read->log_level, "debug");
  EXPECT_FALSE(read->feeds.fetch);
  ASSERT_EQ(read->feeds.allow_addresses.size(), 2U);
  EXPECT_EQ(to_string(read->feeds.allow_addresses[0]), "10.0.0.0/8");
  EXPECT_EQ(to_string(read->feeds.allow_addresses[1]), "::1/128");
  EXPECT_EQ(read->feeds.ca_file, "/etc/mur/ca.pem");
  EXPECT_EQ(read->feeds.proxy, "http://proxy.example.org:3128");
}

TEST(Config, ThreeKeysAreEnoughAndTheRestHasDefaults) {
  const auto read =
      parse_settings("[hub]\nname = \"M\"\ntime_zone = \"Europe/Paris\"\nlanguages = [\"fr\"]\n", "hub.toml");

  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->hub.policy, Policy{});
  EXPECT_FALSE(takes_contacts(read->hub));
  EXPECT_EQ(read->listen, "tcp://127.0.0.1:7447");
  EXPECT_EQ(read->log_level, "info");
  EXPECT_TRUE(read->feeds.fetch);
  EXPECT_TRUE(read->feeds.allow_addresses.empty());
}

TEST(Config, AnUnknownZoneProposesTheNearest) {
  EXPECT_EQ(faults_of(with("\"Europe/Paris\"", "\"Europe/Pariss\"")),
            "hub.toml:4: time_zone: time zone \"Europe/Pariss\" is unknown; did you mean \"Europe/Paris\"?");
}

TEST(Config, AnUnknownKeyProposesTheNearest) {
  EXPECT_EQ(faults_of(with("review_hours = 24", "review_hour = 24")),
            "hub.toml:9: \"review_hour\" is not a key of [policy]; did you mean \"review_hours\"?");
}

TEST(Config, AnUnknownSectionProposesTheNearest) {
  EXPECT_EQ(faults_of(with("[privacy]", "[privacies]")),
            "hub.toml:15: [privacies] is unknown; did you mean [privacy]?");
}

TEST(Config, AKeyOfTheWrongTypeIsToldWhatItWants) {
  EXPECT_EQ(faults_of(with("= false", "= \"no\"")), "hub.toml:10: publish_presets: wants true or false");
  EXPECT_EQ(faults_of(with("= 24", "= 0")), "hub.toml:9: review_hours: wants a number from 1 to 744");
  EXPECT_EQ(faults_of(with("\"La Maison commune\"\naddress", "5\naddress")),
            "hub.toml:2: name: wants a text in quotes");
  EXPECT_EQ(faults_of(with("[\"fr\", \"en\"]", "\"fr\"")),
            "hub.toml:5: languages: wants a list of texts, as in [\"fr\", \"en\"]");
}

TEST(Config, ABallotWithoutTheCloseOfPollsSaysHowToWriteOne) {
  const std::string list = "[\"2027-04-11 20:00\", \"2027-04-25 18:00\"]";
  for (const char* wrong : {"2027-04-11", "11 avril", "2027-04-31 20:00", "2027-04-11 25:00"})
    EXPECT_EQ(faults_of(with(list, "[\"" + std::string(wrong) + "\"]")),
              "hub.toml:13: ballots: \"" + std::string(wrong) +
                  "\" is no ballot; write its day and when the polls close, as in \"2027-04-11 20:00\"");
  EXPECT_EQ(faults_of(with(list, "\"2027-04-11 20:00\"")),
            "hub.toml:13: ballots: wants a list of texts, as in [\"fr\", \"en\"]");
  std::string many = "[\"2027-04-11 20:00\"";
  for (std::size_t i = 0; i < limits::kSilences; ++i) many += ", \"2027-04-11 20:00\"";
  EXPECT_EQ(faults_of(with(list, many + "]")),
            "hub.toml:13: ballots: wants at most 16 ballots; take out those that are over");
}

TEST(Config, WhetherCampaignsAreShownIsTrueOrFalse) {
  EXPECT_EQ(faults_of(with("publish_electoral = true", "publish_electoral = \"yes\"")),
            "hub.toml:12: publish_electoral: wants true or false");
  EXPECT_EQ(faults_of(with("ballots = ", "ballot = ")),
            "hub.toml:13: \"ballot\" is not a key of [policy]; did you mean \"ballots\"?");
}

TEST(Config, ABallotsEveBeginsAtTheHubsMidnightEvenAsTheClocksChange) {
  const std::string text = with("2027-04-11 20:00", "2027-03-28 20:00");  // summer time begins that day
  const auto read = parse_settings(text, "hub.toml");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->hub.policy.silences.at(0), (Silence{.from = utc(2027, 3, 26, 23), .until = utc(2027, 3, 28, 18)}));
  const auto again = parse_settings(settings_text(*read), "hub.toml");
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(*again, *read);
}

TEST(Config, AMissingKeyIsToldWithAnExample) {
  EXPECT_EQ(faults_of(with("name = \"La Maison commune\"\n", "")),
            "hub.toml:1: name: is missing from [hub]; add name = \"La Maison des citoyens\"");
  EXPECT_NE(
      faults_of("[policy]\n").find("hub.toml:1: time_zone is missing; add [hub] with time_zone = \"Europe/Paris\""),
      std::string::npos);
}

TEST(Config, AnAddressThatIsNoneSaysHowToWriteOne) {
  for (const char* wrong :
       {"0.0.0.0:7447", "tcp://", "tcp://:7447", "tcp://host", "tcp://host:port", "tcp://host:99999"}) {
    const std::string faults = faults_of(with("tcp://0.0.0.0:7447", wrong));
    EXPECT_NE(faults.find("hub.toml:24: listen:"), std::string::npos) << faults;
    EXPECT_NE(faults.find("tcp://HOST:PORT"), std::string::npos) << faults;
  }
}

TEST(Config, AnUnknownLogLevelProposesTheNearest) {
  const std::string faults = faults_of(with("\"debug\"", "\"debugg\""));

  EXPECT_NE(faults.find("hub.toml:25: log_level: \"debugg\" is unknown; did you mean \"debug\"?"), std::string::npos);
}

TEST(Config, APublicAddressThatIsNoUrlIsRefused) {
  EXPECT_NE(faults_of(with("https://mur.example.org", "mur.example.org")).find("hub.toml:6: public_url:"),
            std::string::npos);
}

TEST(Config, AnAllowedAddressThatIsNoNetworkSaysHowToWriteOne) {
  EXPECT_EQ(
      faults_of(with("\"10.0.0.0/8\"", "\"intranet\"")),
      "hub.toml:29: allow_addresses: \"intranet\" is no network; write an address and how many of its bits count, "
      "as in \"192.168.1.0/24\" or \"fd00::/8\"");
  EXPECT_EQ(faults_of(with("\"10.0.0.0/8\"", "\"10.0.0.7/8\"")),
            "hub.toml:29: allow_addresses: \"10.0.0.7/8\" sets bits beyond its /8; did you mean \"10.0.0.0/8\" or "
            "\"10.0.0.7\"?");
  EXPECT_TRUE(faults_of(with("[\"10.0.0.0/8\", \"::1\"]", "\"10.0.0.0/8\""))
                  .starts_with("hub.toml:29: allow_addresses: wants a list"));
}

TEST(Config, MoreAllowedNetworksThanTheLimitAreRefused) {
  std::string many = "\"::1\"";
  for (std::size_t i = 0; i < limits::kAllowedNetworks; ++i) many += ", \"10.0.0.0/8\"";
  EXPECT_EQ(faults_of(with("\"10.0.0.0/8\", \"::1\"", many)),
            "hub.toml:29: allow_addresses: wants at most 32 networks");
}

TEST(Config, ACertificateFileIsNamedFromTheRoot) {
  EXPECT_EQ(
      faults_of(with("\"/etc/mur/ca.pem\"", "\"ca.pem\"")),
      "hub.toml:30: ca_file: \"ca.pem\" is not a whole path; write it from the root on, as in \"/etc/mur/ca.pem\"");
}

TEST(Config, AProxyThatIsNoneSaysHowToWriteOne) {
  for (const char* wrong : {"\"proxy.example.org:3128\"", "\"ftp://proxy\"", "\"http://\""}) {
    const std::string faults = faults_of(with("\"http://proxy.example.org:3128\"", wrong));
    EXPECT_TRUE(faults.starts_with("hub.toml:31: proxy: is no proxy's address")) << faults;
  }
}

TEST(Config, AMistypedKeyOfFeedsProposesTheNearest) {
  EXPECT_EQ(faults_of(with("allow_addresses", "allow_adresses")),
            "hub.toml:29: \"allow_adresses\" is not a key of [feeds]; did you mean \"allow_addresses\"?");
  EXPECT_TRUE(faults_of(with("fetch = false", "fetch = 0")).starts_with("hub.toml:28: fetch: wants true or false"));
}

TEST(Config, WhatIsNoTomlIsToldWithItsLine) {
  EXPECT_TRUE(faults_of(with("review_hours = 24", "review_hours 24")).starts_with("hub.toml:9: "));
}

TEST(Config, EveryFaultIsToldAtOnce) {
  const std::string faults = faults_of("[hub]\nname = 1\ntime_zone = \"Mars\"\nlanguages = []\ncolour = \"red\"\n");

  for (const char* line : {"hub.toml:2:", "hub.toml:3:", "hub.toml:4:", "hub.toml:5:"})
    EXPECT_NE(faults.find(line), std::string::npos) << faults;
}

TEST(Config, WhatInitWritesIsReadBack) {
  Settings settings = parse_settings(kGood, "hub.toml").value();
  settings.hub.name = "L'\"Entre-deux\" \\ café";
  for (const bool demo : {false, true}) {
    settings.hub.demo = demo;
    const auto read = parse_settings(settings_text(settings), "hub.toml");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, settings);
  }
}

TEST(Config, AMissingFileNamesTheCommandThatMakesOne) {
  const test::TempFolder folder;

  const auto read = HubFile(folder / "hub.toml").read();

  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Errc::not_found);
  EXPECT_NE(read.error().message.find("hub init"), std::string::npos);
}

TEST(Config, AFileIsReadAnewEachTime) {
  const test::TempFolder folder;
  const HubFile file(folder / "hub.toml");
  std::ofstream(folder / "hub.toml") << kGood;
  ASSERT_EQ(file.read().value().hub.policy.review_hours, 24);

  std::ofstream(folder / "hub.toml") << with("= 24", "= 12");

  EXPECT_EQ(file.read().value().hub.policy.review_hours, 12);
}

}  // namespace
}  // namespace mur::broker
