// Needs and the list of themes and skills: what is stored, listed and found.
#include <gtest/gtest.h>

#include "tests/broker/ctl/ctl_hub.h"

namespace mur::test {
namespace {

class NeedCommands : public ::testing::Test {
 protected:
  NeedCommands() {
    hub.start();
    must({"organization", "add", "La Cantine", "--trust", "trusted", "--guarantor", "W751234567", "--theme",
          "Aide alimentaire"});
  }
  Said must(const std::vector<std::string>& words) { return hub.must_as("admin", words); }
  Said add(const std::string& title, const std::vector<std::string>& options) {
    std::vector<std::string> words{"need", "add", "--organization", "La Cantine", "--title", title, "--slot", "Aider"};
    words.insert(words.end(), options.begin(), options.end());
    return must(words);
  }
  std::vector<std::string> titles(std::vector<std::string> words) {
    words.emplace_back("--json");
    std::vector<std::string> list;
    for (const auto& need : must(words).objects()) list.push_back(need["title"]);
    return list;
  }
  using Titles = std::vector<std::string>;

  CtlHub hub;
};

TEST_F(NeedCommands, KeepTheStableIdOfWhateverSpellingIsKnown) {
  const Said said = add("Un banc", {"--theme", "Zéro déchet", "--skill", "menuisier", "--skill", "Carpentry"});
  EXPECT_EQ(said.err, "");
  const auto need = must({"need", "list", "--json"}).objects().at(0);
  EXPECT_EQ(need["theme"], "reuse");
  EXPECT_EQ(need["skills"], nlohmann::json::array({"carpentry"})) << "once";
  const std::string shown = must({"need", "list"}).out;
  EXPECT_TRUE(shown.contains("theme Reuse and zero waste · skills Carpentry")) << shown;
  const auto organization = must({"organization", "list", "--json"}).objects().at(0);
  EXPECT_EQ(organization["themes"], nlohmann::json::array({"food"}));
}

TEST_F(NeedCommands, KeepAnUnknownWordAsTypedAndProposeWhatIsNear) {
  const Said said = add("Un banc", {"--skill", "menuserie"});
  EXPECT_TRUE(
      said.err.contains("\"menuserie\" is no skill of the list, and is kept as typed; did you mean "
                        "\"Menuiserie\" (carpentry)?"))
      << said.err;
  EXPECT_EQ(must({"need", "list", "--json"}).objects().at(0)["skills"], nlohmann::json::array({"menuserie"}));
}

TEST_F(NeedCommands, AreListedByThemeAndBySkillWithWhatIsBelowIt) {
  add("Un banc", {"--skill", "menuiserie"});
  add("Des rideaux", {"--skill", "couture", "--theme", "logement"});
  EXPECT_EQ(titles({"need", "list", "--skill", "travail du bois"}), Titles{"Un banc"});
  EXPECT_EQ(titles({"need", "list", "--skill", "bricolage"}).size(), 2U);
  EXPECT_EQ(titles({"need", "list", "--theme", "housing"}), Titles{"Des rideaux"});
  const Said unknown = hub.murctl({"need", "list", "--skill", "coutrue"});
  EXPECT_EQ(unknown.code, 1);
  EXPECT_TRUE(unknown.err.contains("did you mean \"Couture\" (sewing)?")) << unknown.err;
}

TEST_F(NeedCommands, AreFoundByTheirWordsAndTheirSkillsInEitherLanguage) {
  add("Servir 80 repas", {"--theme", "food"});
  add("Un banc pour la cour", {"--skill", "menuiserie"});
  EXPECT_EQ(titles({"need", "search", "repa"}), Titles{"Servir 80 repas"});
  EXPECT_EQ(titles({"need", "search", "menuserie"}), Titles{"Un banc pour la cour"});
  EXPECT_EQ(titles({"need", "search", "carpentry"}), Titles{"Un banc pour la cour"});
  EXPECT_EQ(titles({"need", "search", "cantine"}).size(), 2U);
  const Said none = must({"need", "search", "trombone"});
  EXPECT_TRUE(none.out.contains("murctl need list")) << none.out;
}

}  // namespace
}  // namespace mur::test
