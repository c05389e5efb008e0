// Needs that count, say who may come, and are cut into pieces.
#include <gtest/gtest.h>

#include "tests/broker/ctl/ctl_hub.h"

namespace mur::test {
namespace {

class NeedPieces : public ::testing::Test {
 protected:
  NeedPieces() {
    hub.start();
    must({"organization", "add", "La Cantine", "--trust", "trusted", "--guarantor", "W751234567"});
  }
  Said must(const std::vector<std::string>& words) { return hub.must_as("admin", words); }
  /// Returns its id.
  std::string add(const std::string& title, const std::vector<std::string>& options) {
    std::vector<std::string> words{"need", "add", "--organization", "La Cantine", "--title", title};
    words.insert(words.end(), options.begin(), options.end());
    must(words);
    return need(title)["id"];
  }
  nlohmann::json need(const std::string& title) {
    for (const auto& one : must({"need", "list", "--json"}).objects())
      if (one["title"] == title) return one;
    ADD_FAILURE() << "no need " << title;
    return {};
  }

  CtlHub hub;
};

TEST_F(NeedPieces, MealsGivenAheadAreCounted) {
  const std::string id = add("Repas suspendus", {"--suspended", "repas", "--ceiling", "40"});
  must({"need", "count", id, "--given", "12"});
  must({"need", "count", id, "--used", "3"});
  const auto counted = need("Repas suspendus");
  EXPECT_EQ(counted["so_far"], (nlohmann::json{{"given", 12}, {"used", 3}}));
  EXPECT_EQ(counted["counts"]["unit"], "repas");
  EXPECT_TRUE(must({"need", "list"}).out.contains("9 repas given ahead are left (12 given, 3 used)"));
  const Said beyond = hub.murctl({"need", "count", id, "--used", "10"});
  EXPECT_NE(beyond.code, 0);
  EXPECT_TRUE(beyond.err.contains("9 are left")) << beyond.err;
  EXPECT_TRUE(hub.murctl({"need", "count", id, "--given", "40"}).err.contains("at most 40 are taken"));
}

TEST_F(NeedPieces, AMatchedGiftSaysWhatItBecomes) {
  const std::string id = add("Un four pour la cantine",
                             {"--matched", "100:300", "--ceiling", "5000", "--give-at", "https://example.org/don"});
  must({"need", "count", id, "--given", "250"});
  EXPECT_TRUE(must({"need", "list"}).out.contains("250 € given come to 750 € (100 become 300)"));
  EXPECT_TRUE(hub.murctl({"need", "add", "--organization", "La Cantine", "--title", "x", "--matched", "100"})
                  .err.contains("as in 100:300"));
  EXPECT_TRUE(hub.murctl({"need", "add", "--organization", "La Cantine", "--title", "x", "--ceiling", "3"})
                  .err.contains("say what is counted"));
}

TEST_F(NeedPieces, WhoMayComeIsSaid) {
  add("Servir", {"--slot", "Servir", "--age-from", "16", "--groups", "--taught", "--speaks", "fr", "--speaks", "ar",
                 "--access", "step-free=yes"});
  const auto shown = need("Servir");
  EXPECT_EQ(shown["age_from"], 16);
  EXPECT_EQ(shown["groups"], true);
  EXPECT_EQ(shown["taught"], true);
  EXPECT_EQ(shown["languages"], (nlohmann::json{"fr", "ar"}));
  EXPECT_EQ(shown["access"], "step-free=yes");
}

TEST_F(NeedPieces, ALongDayIsCutIntoShiftsOnceItIsSaidSo) {
  const std::string id = add("Buvette", {"--slot", "Servir;wanted=3;start=2100-03-21 14:00;minutes=360"});
  const Said shown = must({"need", "split", id, "--by", "shift", "--hours", "2"});
  EXPECT_TRUE(shown.out.contains("Servir (1/3)")) << shown.out;
  EXPECT_TRUE(shown.out.contains("Nothing is changed yet")) << shown.out;
  EXPECT_EQ(need("Buvette")["slots"].size(), 1U);
  must({"need", "split", id, "--by", "shift", "--hours", "2", "--yes"});
  const auto slots = need("Buvette")["slots"];
  ASSERT_EQ(slots.size(), 3U);
  EXPECT_EQ(slots[2]["when"]["start"], "2100-03-21T18:00:00[Europe/Paris]");
}

TEST_F(NeedPieces, EachRoleBecomesANeed) {
  const std::string id = add("Fête", {"--slot", "Buvette", "--slot", "Scène;wanted=4"});
  must({"need", "split", id, "--by", "role", "--yes"});
  EXPECT_EQ(need("Fête")["slots"].size(), 1U);
  EXPECT_EQ(need("Fête\u00A0: Scène")["slots"][0]["wanted"], 4);
}

TEST_F(NeedPieces, ATemplatesTasksTakeTheMissionsPlace) {
  EXPECT_TRUE(must({"need", "templates"}).out.contains("legal-note"));
  const std::string id = add("Stand au forum", {"--slot", "Stand;start=2100-03-21 14:00;minutes=240"});
  const Said unknown = hub.murctl({"need", "split", id, "--by", "task", "--template", "picnic"});
  EXPECT_TRUE(unknown.err.contains("is no template; there are stand, cooking")) << unknown.err;
  must({"need", "split", id, "--by", "task", "--template", "stand", "--yes"});
  const auto slots = need("Stand au forum")["slots"];
  ASSERT_EQ(slots.size(), 4U);
  EXPECT_EQ(slots[1]["role"], "Installer le stand") << "in the hub's first language";
  EXPECT_EQ(slots[1]["when"]["start"], "2100-03-21T13:00:00[Europe/Paris]");
}

TEST_F(NeedPieces, WhatIsALotForOnePersonIsSaid) {
  const Said said = must({"need", "add", "--organization", "La Cantine", "--title", "Tout faire", "--slot",
                          "Tout;start=2100-03-21 10:00;minutes=480"});
  EXPECT_TRUE(said.out.contains("`murctl need split`")) << said.out;
}

}  // namespace
}  // namespace mur::test
